// What an answer says in the page's own words, for whoever reads it apart from the form. Loaded with a
// sheet that came as a link.

import { form, say } from "./page.js";
import { textOf } from "./questions.js";

const dayOf = (text) => {
  const date = new Date(text);
  const style = { dateStyle: "long", timeZone: "UTC" };
  return isNaN(date) ? text : date.toLocaleDateString(say("Locale"), style);
};

/** The words of what was chosen, a date in words, and any other answer as it is. */
export const saidBy = (control, value) => {
  if (control.type === "date") return dayOf(value);
  if (control.type !== "radio") return value;
  const chosen = [...form.elements].find((one) => one.name === control.name && one.value === value);
  return chosen ? textOf(chosen.labels[0]) : value;
};

/** The question that stands above a control: of a table and of a group the whole one's. */
export const questionOf = (control) => textOf(control.closest(".mt-field").querySelector(".mt-label"));

/** An answer as one reads it under its question. */
export const lineOf = (control, value) => {
  const said = saidBy(control, value);
  const cell = control.closest(".mt-cell");
  const own = cell?.querySelector(".mt-cell-label") ?? control.closest(".mt-option")?.querySelector("label");
  if (!own || control.type === "radio" && !cell) return said;
  const name = cell ? `${textOf(cell.parentNode.cells[0])} · ${textOf(own)}` : textOf(own);
  return control.type === "checkbox" ? name : `${name}: ${said}`;
};
