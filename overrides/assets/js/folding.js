// On a phone a table shows two rows to begin with. Rows with answers are a line each, which opens
// again; rows of a table that grows come when they are asked for. Fetched by rows.js.

import { answer, form, make, say } from "./page.js";

const OPEN = 2; // empty rows that are there at first
const LETTERS = 28; // of an answer, in its row's line

const phone = matchMedia("(max-width: 43.99rem)");
const rowsOf = (table) => [...table.tBodies[0].rows];
const controlsOf = (row) => [...row.querySelectorAll("input, textarea")];
const written = (row) => controlsOf(row).some((control) => answer(control));

/** An answer as a line says it: the words of what was chosen, or the beginning of what was written. */
const said = (control) => {
  const [label] = control.labels;
  if (/radio|checkbox/.test(control.type))
    return (label.querySelector("span:not([lang])") ?? label).firstChild.data.trim();
  const text = control.valueAsDate?.toLocaleDateString(say("Locale"), { timeZone: "UTC" }) ?? control.value;
  return text.length > LETTERS ? text.slice(0, LETTERS).trim() + "…" : text;
};

// When it was comes first: a day, or a year.
const when = ({ type, value }) => type === "date" || /^\d{4}$/.test(value);

/** What a row says when it is folded: "2015 · Muutin Suomeen · −2". */
const line = (row) => {
  const given = controlsOf(row).filter((control) => answer(control));
  return [...given.filter(when), ...given.filter((control) => !when(control))].map(said).join(" · ");
};

/** Folds a row into its line, or opens it. */
const fold = (row, folded) => {
  const [head] = row.cells;
  const button = head.querySelector("button") ?? dressed(head);
  row.classList.toggle("mt-fold", folded);
  button.setAttribute("aria-expanded", !folded);
  button.querySelector(".mt-said")?.remove();
  if (folded) button.append(make("span", { className: "mt-said" }, line(row)));
};

const dressed = (head) => {
  const button = make("button", { type: "button", className: "mt-line" }, ...head.childNodes);
  head.append(button);
  return button;
};

// Nothing is folded under a person's hands.
const isBusy = (row) => row.contains(document.activeElement);
const isDone = (row) => written(row) && !isBusy(row) && !row.querySelector("[aria-invalid]");

/** Folds the rows in which something is written, and nothing is wrong. */
export const foldWritten = (table) => {
  for (const row of rowsOf(table)) fold(row, row.matches(".mt-fold") || isDone(row));
};

/** Keeps an empty row back, or not: as a line where it has a name. */
const rest = (table, row, back) => {
  if ("mtGrows" in table.dataset) row.classList.toggle("mt-spare", back);
  else fold(row, back);
};

/** A table as it is first seen on a phone. */
const begin = (table) => {
  const rows = rowsOf(table);
  for (const row of rows) row.className = "";
  foldWritten(table);
  const empty = rows.filter((row) => !written(row));
  const open = Math.max(1, OPEN - (rows.length - empty.length));
  empty.forEach((row, at) => rest(table, row, at >= open && !isBusy(row)));
};

/** A table that is seen already as "mt-brief" shows it: what is seen stays. */
const takeOver = (table) =>
  rowsOf(table).forEach((row, at) => {
    fold(row, false);
    if (!written(row)) rest(table, row, at >= OPEN && !isBusy(row));
  });

/** Lines say what stands in their rows now, and no row with answers is kept back. */
const follow = (table) => {
  for (const row of table.querySelectorAll(".mt-fold")) fold(row, true);
  for (const row of table.querySelectorAll(".mt-spare")) if (written(row)) row.className = "";
};

const tables = form.querySelectorAll(".mt-grid");

/** On a wide screen a row's head is its name alone. */
const undress = (table) => {
  for (const row of rowsOf(table)) {
    row.className = "";
    row.querySelector(".mt-said")?.remove();
    const button = row.querySelector(".mt-line");
    button?.replaceWith(...button.childNodes);
  }
};

let fresh; // A copy was just opened.
form.addEventListener("mt-show", ({ detail }) => (fresh = detail.fresh));
form.addEventListener("mt-shown", () => {
  if (phone.matches) tables.forEach(fresh ? begin : follow);
  fresh = false;
});
if (phone.matches) tables.forEach(form.matches(".mt-brief") ? takeOver : begin);
phone.addEventListener("change", () => tables.forEach(phone.matches ? begin : undress));
form.addEventListener("click", ({ target }) => {
  const button = target.closest(".mt-line");
  if (!button) return;
  const row = button.closest("tr");
  fold(row, !row.matches(".mt-fold"));
  button.focus();
});
