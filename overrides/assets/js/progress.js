// How a kept copy is shown in a list: its sheet's title and address, when it was last written in, and
// how many of its questions have an answer.

import { called } from "./label.js";

/** How many of a sheet's questions have an answer; what stands in rows and choices belongs to one. */
const answered = ({ sheet, answers }, questions) => {
  const keys = Object.keys(answers).map((key) => key.slice(sheet.length + 1));
  return questions.filter((id) => keys.some((key) => key === id || key.startsWith(id + "-"))).length;
};

/** What a list says of a copy: {name, place, told}. Of the rare words, `sheets` has each sheet's title,
    its address and its questions; a sheet that is no more has no place. */
export const shown = (copy, { begun, locale, sheets }) => {
  const [title, place, questions = [], repeats] = sheets[copy.sheet] ?? [copy.sheet];
  const day = new Date(copy.at).toLocaleDateString(locale, { dateStyle: "long" });
  const told = [begun.when.replace("{day}", day)];
  const [n, all] = [answered(copy, questions), questions.length];
  if (all) told.push(begun.far.replace("{n}", n).replace("{all}", all));
  return { name: called(copy, title, repeats), place, told: told.join(" · ") };
};

/** Copies, the one that was last written in first. */
export const latest = (copies) => copies.sort((a, b) => (a.at > b.at ? -1 : 1));
