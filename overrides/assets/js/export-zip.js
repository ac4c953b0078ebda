// Files of a zip, stored there without compression: one is read and replaced, or all are packed.

const LOCAL = 30;
const CENTRAL = 46;
const END = 0x06054b50;

const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The files of a zip: each one's name, its entry in the directory, its own head, its data. */
const files = (bytes) => {
  const numbers = view(bytes);
  const short = (at) => numbers.getUint16(at, true);
  const long = (at) => numbers.getUint32(at, true);
  let end = bytes.length - 22;
  while (long(end) !== END) end--;
  let at = long(end + 16);
  return Array.from({ length: short(end + 10) }, () => {
    const [entry, names] = [at, at + CENTRAL];
    const head = long(entry + 42);
    const data = head + LOCAL + short(head + 26) + short(head + 28);
    at = names + short(entry + 28) + short(entry + 30) + short(entry + 32);
    return {
      name: new TextDecoder().decode(bytes.subarray(names, names + short(entry + 28))),
      entry: bytes.slice(entry, at),
      head: bytes.slice(head, data),
      data: bytes.subarray(data, data + long(entry + 20)),
    };
  });
};

/** The bytes of a file in a zip; throws when it is not there. */
export const read = (zip, name) => files(zip).find((file) => file.name === name).data;

/** The zip with new bytes for some of its files, by their names. */
export const replace = (zip, contents) => {
  const parts = [];
  const all = files(zip);
  let at = 0;
  for (const file of all) {
    if (contents[file.name]) put(file, contents[file.name]);
    view(file.entry).setUint32(42, at, true);
    parts.push(file.head, file.data);
    at += file.head.length + file.data.length;
  }
  const end = zip.slice(-22);
  view(end).setUint32(12, all.reduce((sum, { entry }) => sum + entry.length, 0), true);
  view(end).setUint32(16, at, true);
  return joined([...parts, ...all.map(({ entry }) => entry), end]);
};

/** Puts bytes into a file, as they are. */
const put = (file, content) => {
  view(file.entry).setUint16(10, 0, true);
  view(file.head).setUint16(8, 0, true);
  const numbers = [crc(content), content.length, content.length];
  numbers.forEach((number, n) => {
    view(file.entry).setUint32(16 + 4 * n, number, true);
    view(file.head).setUint32(14 + 4 * n, number, true);
  });
  file.data = content;
};

/** A zip of files {name: text or bytes}, in their order. */
export const packed = (texts) => {
  const all = Object.entries(texts).map(([name, text]) => {
    const bytes = (one) => (one.buffer ? one : new TextEncoder().encode(one));
    const [path, data] = [name, text].map(bytes);
    const [head, entry] = [new Uint8Array(LOCAL + path.length), new Uint8Array(CENTRAL + path.length)];
    fields(head, [0x04034b50, 20], path, LOCAL, 26);
    fields(entry, [0x02014b50, 20 * 65537], path, CENTRAL, 28);
    const file = { entry, head };
    put(file, data);
    return file;
  });
  let at = 0;
  for (const { entry, head, data } of all) {
    view(entry).setUint32(42, at, true);
    at += head.length + data.length;
  }
  const end = new Uint8Array(22);
  const size = all.reduce((sum, { entry }) => sum + entry.length, 0);
  [END, 0, all.length * 65537, size, at].forEach((number, n) => view(end).setUint32(4 * n, number, true));
  return joined([...all.flatMap(({ head, data }) => [head, data]), ...all.map(({ entry }) => entry), end]);
};

/** Writes what a head begins with, the file's name and its length; the day is 1980-01-01. */
const fields = (head, [mark, version], path, at, length) => {
  const numbers = view(head);
  numbers.setUint32(0, mark, true);
  numbers.setUint32(4, version, true);
  numbers.setUint16(at === LOCAL ? 12 : 14, 33, true);
  numbers.setUint16(length, path.length, true);
  head.set(path, at);
};

const crc = (bytes) => {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  }
  return ~sum >>> 0;
};

const joined = (parts) => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
