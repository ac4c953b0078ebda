// Copies under a former name of their sheet, as a renamed tool has them. Loaded only where there is
// such a name.

import { form, slug } from "./page.js";
import { blank, copies, read, remove, write } from "./store.js";

/** A copy under another name of its sheet. */
export const renamed = (copy, sheet) => {
  const answers = Object.entries(copy.answers);
  const now = answers.map(([key, value]) => [sheet + key.slice(copy.sheet.length), value]);
  return { ...copy, sheet, answers: Object.fromEntries(now) };
};

/** Gives this sheet what was kept under its former names. */
export const adopt = () => {
  for (const copy of form.dataset.mtWas.split(" ").flatMap(copies)) {
    const next = { ...renamed(copy, slug), n: blank(slug).n };
    if (!read(next) && write(next) === "Saved") remove(copy);
  }
  // As when another window has kept them.
  dispatchEvent(new Event("storage"));
};
