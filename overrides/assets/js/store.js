// What is kept on this device: one entry for each filled copy of a sheet.
// Several sites may share one host's storage, so every key begins with this site's own path.

const prefix = `mt1:${new URL("../..", import.meta.url).pathname}:`;
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

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {}
};

/** A kept copy {sheet, id, n, name, at, answers}, or undefined. */
export const read = (copy) => parsed(device[keyOf(copy)]);

/** Every copy, of one sheet or of all, in the order in which they were begun. */
export const copies = (sheet) =>
  Object.keys(device)
    .filter((key) => key.startsWith(prefix + (sheet ? sheet + ":" : "")))
    .map((key) => parsed(device[key]))
    .filter((copy) => copy?.answers)
    .sort((a, b) => a.n - b.n);

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

export const remove = (copy) => delete device[keyOf(copy)];

/** Whether anything may be kept, asked at the start: Blocked, Off or nothing to say. */
export const state = () => (!device.setItem ? "Blocked" : OFF in device ? "Off" : "");

/** Stops keeping, or begins again; the choice itself is kept. */
export const turn = (on) => (on ? delete device[OFF] : (device[OFF] = "yes"));

/** Which copy this tab has open: the same one when the language changes. */
export const opened = (sheet) => tab[prefix + sheet];
export const open = ({ sheet, id }) => (tab[prefix + sheet] = id);

/** A copy with nothing in it. Its id differs from those that other devices give. */
export const blank = (sheet) => ({
  sheet,
  id: crypto.getRandomValues(new Uint32Array(1))[0].toString(36),
  n: 1 + Math.max(0, ...copies(sheet).map(({ n }) => n)),
  name: "",
  answers: {},
});

/** Whether a change of this key, or of all, is one of ours. */
export const touches = (key) => !key || key.startsWith(prefix);
