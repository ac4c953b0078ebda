// A file of answers from another device, or from an earlier day. Loaded only when one is chosen.

import { make, notice, slug } from "./page.js";
import { readAnswers } from "./answer-file.js";
import { label } from "./copies.js";
import * as autosave from "./autosave.js";
import { renamed } from "./former-names.js";
import { rareWords } from "./rare-words.js";
import * as store from "./store.js";

// `moved` has the present name of each renamed sheet.
const { opening: words, sheets, moved } = await rareWords();

const LARGEST = 2e6; // bytes; all sheets of a long mentoring take a tenth of it
const NAMED = 5; // so many of the opened sheets are named and linked
const site = new URL("../..", import.meta.url).href;

const tell = (text, ways, more) => notice(text, ways, { matter: "file", ...more });

const present = (copy) =>
  Object.hasOwn(moved, copy.sheet) ? renamed(copy, moved[copy.sheet]) : copy;
const sorted = ({ answers }) => JSON.stringify(Object.entries(answers).sort());

/** Copies of which no two have one id: what is there twice is taken once. */
const single = (copies) => {
  const byId = new Map();
  for (const copy of copies) {
    const key = `${copy.sheet}:${copy.id}`;
    const twin = byId.get(key);
    if (!twin) byId.set(key, copy);
    else if (sorted(twin) !== sorted(copy)) byId.set({}, { ...copy, id: store.blank(copy.sheet).id });
  }
  return [...byId.values()];
};

/** Whether other answers stand here under the same id. */
const differs = (copy) => {
  const here = store.read(copy);
  return here && sorted(here) !== sorted(copy);
};

const beside = (copy) => {
  const { id, n } = store.blank(copy.sheet);
  return differs(copy) ? { ...copy, id, n } : copy;
};

const item = (copy) => {
  const [title, path] = sheets[copy.sheet];
  return make("li", {}, make("a", { href: `${site}${path}#worksheet` }, label(copy, title)));
};

/** Puts a copy onto the page. */
const show = (copy) => {
  autosave.open({ ...copy, answers: {} });
  autosave.take(copy.answers);
};

/** Keeps all copies or, when one of them does not fit, none. `left` of the file's are no sheets. */
const put = (copies, left) => {
  autosave.save();
  const before = copies.map(store.read);
  const states = copies.map(store.write);
  if (states.includes("Full")) {
    copies.forEach((copy, at) => (before[at] ? store.write(before[at]) : store.remove(copy)));
    return tell(words.full);
  }
  const mine = copies.find(({ sheet }) => sheet === slug);
  const kept = states[0] === "Saved";
  if (kept) copies.forEach(store.open);
  if (mine) show(mine);
  const opened = kept ? copies : copies.filter((copy) => copy === mine);
  const lost = left + copies.length - opened.length;
  const said = [words.opened.replace("{n}", opened.length)];
  if (left) said.push(words.left.replace("{n}", left));
  if (!kept && lost > left) said.push(words.unkept);
  const list = make("ul", {}, ...opened.slice(0, NAMED).map(item));
  tell(said.join(" "), undefined, { good: !lost, more: [list] });
};

/** Opens a file. Where it differs from the answers here, the person chooses. */
export const open = async (chosen) => {
  if (chosen.size > LARGEST) return tell(words.large);
  const text = await chosen.text();
  const { sheets: listed, why } = readAnswers(text, words);
  if (why) return tell(why);
  const sound = listed.map(store.sound).filter(Boolean).map(present);
  const copies = single(sound.filter(({ sheet }) => Object.hasOwn(sheets, sheet)));
  const left = listed.length - sound.filter(({ sheet }) => Object.hasOwn(sheets, sheet)).length;
  if (!copies.length) return tell(sound.length ? words.unknown : words.damaged);
  autosave.save();
  if (!copies.some(differs)) return put(copies, left);
  tell(words.differs, {
    [words.both]: () => put(copies.map(beside), left),
    [words.replace]: () => put(copies, left),
  });
};
