// Many files that an organiser opens at once: files of answers from this site, in any language, and
// tables. What cannot be read is told by its name. Fetched when files are chosen.

import { readAnswers } from "./answer-file.js";
import { rowsOf } from "./csv.js";

const LARGEST = 2e6; // bytes, as for a file of answers on a sheet's page

/** A file's text: UTF-8, or what older spreadsheets write. */
const textOf = async (file) => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

const tableOf = (text, words) => {
  try {
    const [heads, ...rows] = rowsOf(text);
    return heads?.length > 1 && rows.length ? { heads, rows } : { why: words.foreign_table };
  } catch {
    return { why: words.damaged };
  }
};

const contents = (file, text, rare) => {
  if (/\.csv$/i.test(file.name)) return tableOf(text, rare.receiving);
  return readAnswers(text, rare.receiving);
};

const present = (copy, moved) => {
  const now = moved[copy.sheet];
  if (!now) return copy;
  const answers = Object.entries(copy.answers).map(([key, value]) => [now + key.slice(copy.sheet.length), value]);
  return { ...copy, sheet: now, answers: Object.fromEntries(answers) };
};

/** Reads files, one after the other: `copies` that `wanted` tells to be of use, `tables` with their
    heads and rows where they are of use, `told` {name, text} for each file that was not taken whole,
    and `taken`, how many gave something. `seen` is a set of what earlier files held: who is there twice
    is taken once. `sound` judges a copy as store.js does. */
export const openFiles = async (files, { rare, wanted, ofTables, seen, sound }) => {
  const all = { copies: [], tables: [], told: [], taken: 0 };
  for (const file of files) {
    const tell = (text) => all.told.push({ name: file.name, text });
    if (file.size > LARGEST) {
      tell(rare.receiving.large);
      continue;
    }
    const { sheets, heads, rows, why } = contents(file, await textOf(file), rare);
    if (why) tell(why);
    else if (heads && !ofTables) tell(rare.receiving.table);
    else if (heads) {
      all.tables.push({ name: file.name, heads, rows });
      all.taken += 1;
    } else takeSheets(sheets, { all, tell, rare, wanted, seen, sound });
  }
  return all;
};

const takeSheets = (sheets, { all, tell, rare, wanted, seen, sound }) => {
  const read = sheets.map(sound).filter(Boolean).map((copy) => present(copy, rare.moved));
  const fitting = read.filter(wanted);
  const fresh = fitting.filter((copy) => {
    const mark = JSON.stringify([copy.sheet, copy.id, Object.entries(copy.answers).sort()]);
    return !seen.has(mark) && seen.add(mark);
  });
  all.copies.push(...fresh);
  if (fresh.length) all.taken += 1;
  const count = (pattern, n) => n && tell(pattern.replace("{n}", n));
  count(rare.receiving.spoilt, sheets.length - read.length);
  const { double, same } = rare.receiving;
  count(fresh.length ? double : same, fitting.length - fresh.length);
  if (!fitting.length && read.length) tell(rare.receiving.other);
};
