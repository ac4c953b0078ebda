// Pairs as files: a table for spreadsheets, one in Word, and letters. Fetched when one is asked for.

import { csvOf } from "./csv.js";
import { paragraph, run, table, wordFile } from "./word.js";

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const heads = (say) => [say.mentee, say.head_contact, say.mentor, say.head_contact, say.head_points];
const row = ({ mentee, mentor, points }) => [mentee.name, mentee.contact, mentor.name, mentor.contact, points];

/** The list for a spreadsheet, as text with semicolons. */
export const listOf = (pairs, say) => csvOf([heads(say), ...pairs.map(row)]);

/** The list as a Word file's bytes. */
export const tableOf = (pairs, say, locale) => {
  const cells = pairs.map((pair) => row(pair).map((text) => paragraph(run(`${text}`))));
  const widths = [2900, 3200, 2900, 3200, 1600];
  return wordFile(paragraph(run(say.file), "Heading1") + table(heads(say), cells, widths), locale, { lying: true });
};

/** A letter to each of both, one after the other. */
export const lettersOf = (pairs, say) => {
  const fill = (pattern, to, other) =>
    pattern
      .replaceAll("{name}", () => to.name)
      .replaceAll("{other}", () => other.name)
      .replaceAll("{contact}", () => other.contact || "…")
      .replaceAll("{field}", () => [other.field, other.occupation].filter(Boolean).join(", ") || "…");
  const letters = pairs.flatMap(({ mentee, mentor }) => [
    fill(say.letter_mentee, mentee, mentor),
    fill(say.letter_mentor, mentor, mentee),
  ]);
  return letters.join(`\n\n${"-".repeat(40)}\n\n`);
};
