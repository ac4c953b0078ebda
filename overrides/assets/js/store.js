// What is kept on this device: one entry for each filled copy of a sheet.

import { prefix } from "./prefix.js";

const OFF = prefix + "off";
const keyOf = ({ sheet, id }) => `${prefix}${sheet}:${id}`;

// A browser may forbid storage: even to look at it is then an error.
const reach = (name) => {
  try {
    return window[name];
  } catch {}
};
const device = reach("localStorage") ?? {};
const tab = reach("sessionStorage") ?? {};

const ours = (storage, start = "") =>
  Object.keys(storage).filter((key) => key.startsWith(prefix + start));

/** A copy {sheet, id, n, name, at, answers} as it may be used, or undefined for anything else:
    the one schema of what is read, from the storage and from files. */
export const sound = (given) => {
  const { sheet, id, n, name, at, answers } = Object(given);
  const text = (value) => typeof value === "string";
  return [sheet, id, name, at].every(text) &&
    /^[a-z0-9-]{1,64}$/.test(sheet) &&
    /^\w{1,40}$/.test(id) &&
    Number.isInteger(n) &&
    n > 0 &&
    !isNaN(Date.parse(at)) &&
    Object(answers) === answers &&
    Object.entries(answers).every(([key, value]) => key.startsWith(sheet + "-") && text(value))
    ? { sheet, id, n, name, at, answers }
    : undefined;
};

const entry = (key) => {
  try {
    const copy = sound(JSON.parse(device[key]));
    return copy && keyOf(copy) === key ? copy : undefined;
  } catch {}
};

/** A kept copy, or undefined. */
export const read = (copy) => entry(keyOf(copy));

/** Every copy, of one sheet or of all, in the order in which they were begun. */
export const copies = (sheet) =>
  ours(device, sheet && sheet + ":")
    .map(entry)
    .filter(Boolean)
    .sort((a, b) => a.n - b.n);

/** The keys of what stands among the copies and is none: it is left where it is. */
export const damaged = () => ours(device).filter((key) => key !== OFF && !entry(key));
export const raw = (key) => device[key];
export const drop = (key) => delete device[key];

/** Keeps a copy and says how that went: Saved, Off, Blocked or Full. */
export const write = (copy) => {
  if (!device.setItem) return "Blocked";
  if (OFF in device) return "Off";
  try {
    device[keyOf(copy)] = JSON.stringify(copy);
    return "Saved";
  } catch {
    return "Full";
  }
};

export const remove = (copy) => drop(keyOf(copy));

/** Whether anything may be kept, asked at the start: Blocked, Off or nothing to say. */
export const state = () => (!device.setItem ? "Blocked" : OFF in device ? "Off" : "");

/** Stops keeping, or begins again; the choice itself is kept. */
export const turn = (on) => {
  if (on) return drop(OFF);
  device[OFF] = "yes";
  ours(tab).forEach((key) => delete tab[key]);
};

/** Which copy this tab has open: the same one when the language changes. */
export const opened = (sheet) => tab[prefix + sheet];
export const open = ({ sheet, id }) => OFF in device || (tab[prefix + sheet] = id);

/** A copy with nothing in it. Its id differs from those that other devices give. */
export const blank = (sheet) => ({
  sheet,
  id: crypto.getRandomValues(new Uint32Array(1))[0].toString(36),
  n: 1 + Math.max(0, ...copies(sheet).map(({ n }) => n)),
  name: "",
  at: new Date().toISOString(),
  answers: {},
});

/** Whether a change of this key, or of all, is one of ours. */
export const touches = (key) => !key || key.startsWith(prefix);
