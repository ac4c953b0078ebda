// A file of answers from another device, or from an earlier day. Loaded only when one is chosen.

import { notice, slug } from "./page.js";
import { FORMAT, VERSION } from "./copies.js";
import * as autosave from "./autosave.js";
import * as store from "./store.js";

// Its words are fetched with it, as this version has them.
const { lang } = document.documentElement;
const place = new URL(`../words/${lang}.json`, import.meta.url);
place.search = new URL(import.meta.url).search;
const words = await (await fetch(place)).json();

const LARGEST = 2e6; // bytes; all sheets of a long mentoring take a tenth of it

const sound = ({ sheet, id, n, answers }) =>
  /^[a-z0-9-]+$/.test(sheet) &&
  /^\w+$/.test(id) &&
  n > 0 &&
  Object.values(answers).every((value) => typeof value === "string");

/** The copies in a file's text, or the name of what is wrong with it. */
const read = (text) => {
  try {
    const { format, version, sheets } = JSON.parse(text);
    if (format !== FORMAT) return "foreign";
    if (version !== VERSION) return "version";
    return sheets.every(sound) ? sheets : "damaged";
  } catch {
    return text.includes(FORMAT) ? "damaged" : "foreign";
  }
};

const sorted = ({ answers }) => JSON.stringify(Object.entries(answers).sort());

/** Whether other answers stand here under the same id. */
const differs = (copy) => {
  const here = store.read(copy);
  return here && sorted(here) !== sorted(copy);
};

const beside = (copy) => {
  const { id, n } = store.blank(copy.sheet);
  return differs(copy) ? { ...copy, id, n } : copy;
};

/** Keeps all copies or, when one of them does not fit, none. */
const put = (copies) => {
  const before = copies.map(store.read);
  const states = copies.map(store.write);
  if (states.includes("Full")) {
    copies.forEach((copy, at) => (before[at] ? store.write(before[at]) : store.remove(copy)));
    return notice(words.full);
  }
  const mine = copies.find(({ sheet }) => sheet === slug);
  if (mine) {
    autosave.open({ ...mine, answers: {} });
    autosave.take(mine.answers);
  }
  notice(words.opened.replace("{n}", copies.length));
};

/** Opens a file. Where it differs from the answers here, the person chooses. */
export const open = async (chosen) => {
  const copies = chosen.size > LARGEST ? "large" : read(await chosen.text());
  if (!copies.every) return notice(words[copies]);
  autosave.save();
  if (!copies.some(differs)) return put(copies);
  notice(words.differs, {
    [words.both]: () => put(copies.map(beside)),
    [words.replace]: () => put(copies),
  });
};
