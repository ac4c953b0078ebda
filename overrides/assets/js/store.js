// What is kept on this device: one entry for each filled copy of a sheet.
// Several sites may share one host's storage, so every key begins with this site's own path.

const prefix = `mt1:${new URL("../..", import.meta.url).pathname}:`;
const keyOf = (sheet, id) => `${prefix}${sheet}:${id}`;
const ours = () => Object.keys(device).filter((key) => key.startsWith(prefix));

// A browser may forbid storage: even to look at it is then an error.
const reach = (name) => {
  try {
    return window[name];
  } catch {}
};
const device = reach("localStorage") ?? {};
const tab = reach("sessionStorage") ?? {};
const forbidden = !device.setItem;

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {}
};

/** A copy: {sheet, id, n, name, at, answers}, or undefined. */
export const read = (sheet, id) => parsed(device[keyOf(sheet, id)] ?? "");

/** Every copy, of one sheet or of all; the first begun comes first. */
export const copies = (sheet = "") =>
  ours()
    .filter((key) => key.startsWith(prefix + (sheet && sheet + ":")))
    .map((key) => parsed(device[key]))
    .filter((copy) => copy?.answers)
    .sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1));

export const off = () => prefix + "off" in device;

/** Keeps a copy and says how that went: Saved, Off, Blocked or Full. */
export const write = (copy) => {
  if (forbidden) return "Blocked";
  if (off()) return "Off";
  try {
    device.setItem(keyOf(copy.sheet, copy.id), JSON.stringify(copy));
    return "Saved";
  } catch {
    return "Full";
  }
};

export const remove = ({ sheet, id }) => delete device[keyOf(sheet, id)];
export const removeAll = () => copies().forEach(remove);

export const turn = (on) => {
  if (on) delete device[prefix + "off"];
  else if (!forbidden) device[prefix + "off"] = "yes";
};

/** Which copy this tab has open: the same one when the language changes. */
export const opened = (sheet) => tab[prefix + sheet];
export const open = ({ sheet, id }) => (tab[prefix + sheet] = id);

/** A new copy of a sheet, with nothing in it; its id is its own on every device. */
export const blank = (sheet) => ({
  sheet,
  id: crypto.getRandomValues(new Uint32Array(1))[0].toString(36),
  n: 1 + Math.max(0, ...copies(sheet).map((copy) => copy.n)),
  name: "",
  answers: {},
});

export const touches = (key) => key === null || key.startsWith(prefix);
