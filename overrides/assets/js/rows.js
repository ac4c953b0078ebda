// Tables of empty rows gain rows and lose them again. On a phone folding.js makes them short: fetched
// before the sheet is seen where a table holds answers, and else when the page has loaded. Until then
// the looks of "mt-brief" keep the same rows back.

import { answer, button, changed, form, make, say, written } from "./page.js";

const MOST = 60;

const phone = matchMedia("(max-width: 43.99rem)");
const all = [...form.querySelectorAll(".mt-grid")];

let folding;
const fold = () =>
  (folding ??= import("./folding.js")
    .catch(() => {})
    .then((module) => {
      form.classList.remove("mt-brief");
      return module;
    }));

/** Resolves when the sheet may be seen: no row that is seen goes afterwards. */
export const folded = async () => {
  phone.addEventListener("change", fold);
  if (!phone.matches || !all.length) return;
  if (written(all)) return fold();
  form.classList.add("mt-brief");
  addEventListener("load", fold);
};

/** The same for lists that take the place of numbers. */
export const listed = async () => document.querySelector("[rel=modulepreload]") && import("./scales.js").catch(() => {});

const rowsOf = (table) => table.tBodies[0].rows;
const last = (table) => [...rowsOf(table)].at(-1);
// A phone may keep some back.
const seen = (table) => [...rowsOf(table)].filter((row) => row.offsetParent);
const controlsOf = (row) => [...row.querySelectorAll("input, textarea")];

// How many rows each table has as it is published.
const tables = new Map(
  [...form.querySelectorAll("[data-mt-grows]")].map((table) => [table, rowsOf(table).length]),
);

const renumber = (element, old, now) => {
  for (const { name, value } of element.attributes)
    if (value.includes(old)) element.setAttribute(name, value.replaceAll(old, now));
};

const add = (table) => {
  const count = rowsOf(table).length;
  const row = last(table).cloneNode(true);
  for (const element of row.querySelectorAll("*"))
    renumber(element, `${table.id}-${count}`, `${table.id}-${count + 1}`);
  for (const control of controlsOf(row)) {
    answer(control, "");
    control.removeAttribute("aria-invalid");
  }
  for (const said of row.querySelectorAll(".mt-written, .mt-wrong, .mt-seen")) said.remove();
  row.cells[0].textContent = `${count + 1}.`;
  row.className = "";
  table.tBodies[0].append(row);
  limit(table);
};

const remove = (table) => {
  last(table).remove();
  limit(table);
};

const limit = (table) => {
  const [adds, removes] = table.nextElementSibling.children;
  adds.disabled = seen(table).length >= MOST;
  removes.disabled = seen(table).length < 2;
};

/** Gives each table the rows that the answers need; a copy just opened has no others. */
form.addEventListener("mt-show", ({ detail: { answers, fresh } }) => {
  for (const [table, least] of tables) {
    const start = table.id + "-";
    const used = Object.keys(answers)
      .filter((name) => name.startsWith(start))
      .map((name) => parseInt(name.slice(start.length)) || 0);
    const needed = Math.min(MOST, Math.max(least, ...used));
    while (fresh && rowsOf(table).length > needed) remove(table);
    while (rowsOf(table).length < needed) add(table);
  }
});

const more = async (table) => {
  const from = document.activeElement;
  const module = phone.matches && (await fold());
  const [spare] = [...rowsOf(table)].filter((row) => !row.offsetParent);
  if (spare) spare.className = "";
  else add(table);
  if (module) module.foldWritten(table);
  // Who has gone on to write elsewhere is not taken away from there.
  if (document.activeElement === from) controlsOf(spare ?? last(table))[0].focus();
  limit(table);
};

const less = async (table) => {
  if (phone.matches) await fold();
  const row = seen(table).at(-1);
  const used = controlsOf(row).filter((control) => answer(control));
  if (used.length && !confirm(say("RowFilled"))) return;
  for (const control of used) {
    answer(control, "");
    changed(control);
  }
  if (row === last(table)) remove(table);
  else row.className = "mt-spare";
  limit(table);
  const [adds, removes] = table.nextElementSibling.children;
  if (removes.disabled) adds.focus();
};

for (const table of tables.keys()) {
  const buttons = [
    button(say("RowAdd"), () => more(table)),
    button(say("RowRemove"), () => less(table)),
  ];
  table.caption.id = table.id + "-caption";
  for (const one of buttons) one.setAttribute("aria-describedby", table.caption.id);
  table.after(make("p", { className: "mt-rows" }, ...buttons));
}
