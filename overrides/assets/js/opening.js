// A file of answers from another device, or from an earlier day. Loaded only when one is chosen.

import { notice, say, slug } from "./page.js";
import { FORMAT, VERSION } from "./sheet.js";
import * as filling from "./filling.js";
import * as store from "./store.js";

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
    if (format !== FORMAT) return "FileForeign";
    if (version !== VERSION) return "FileVersion";
    return sheets.every(sound) ? sheets : "FileDamaged";
  } catch {
    return text.includes(FORMAT) ? "FileDamaged" : "FileForeign";
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
    return notice(say("FileFull"));
  }
  const mine = copies.find(({ sheet }) => sheet === slug);
  if (mine) {
    filling.open({ ...mine, answers: {} });
    filling.take(mine.answers);
  }
  notice(say("FileOpened").replace("{n}", copies.length));
};

/** Opens a file. Where it differs from the answers here, the person chooses. */
export const open = async (chosen) => {
  const copies = chosen.size > LARGEST ? "FileLarge" : read(await chosen.text());
  if (!copies.every) return notice(say(copies));
  filling.save();
  if (!copies.some(differs)) return put(copies);
  notice(say("FileDiffers"), {
    [say("FileBoth")]: () => put(copies.map(beside)),
    [say("FileReplace")]: () => put(copies),
  });
};
