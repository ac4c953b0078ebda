// A copy of a sheet as the part of an address behind its #, which browsers send to no server.

import { sound } from "./store.js";

/** Signs of a whole link; what is longer gets lost on its way in some programs. */
export const LONGEST = 8000;

const VERSION = 1;
const LARGEST = 2e5; // letters behind the compression: ten times what such a link can mean to hold

const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

const letters = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt());

/** The address's part for a copy. The compression has a sum of what it holds. */
export const packed = async (copy) => {
  const text = new TextEncoder().encode(JSON.stringify(copy));
  return `#answers=${VERSION}.${letters(await through(text, new CompressionStream("deflate")))}`;
};

/** The copy of an address's part as {copy}, or {why} there is none: damaged, or a newer version. */
export const unpacked = async (hash) => {
  const [, version, text] = /^#answers=(\d{1,6})\.(.*)$/.exec(hash) ?? [];
  if (+version > VERSION) return { why: "version" };
  if (+version !== VERSION || hash.length > LONGEST) return { why: "damaged" };
  try {
    const bytes = await through(bytesOf(text), new DecompressionStream("deflate"));
    const copy = bytes.length < LARGEST && sound(JSON.parse(new TextDecoder().decode(bytes)));
    return copy ? { copy } : { why: "damaged" };
  } catch {
    return { why: "damaged" };
  }
};
