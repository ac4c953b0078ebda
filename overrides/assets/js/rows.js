// Tables of empty rows gain rows and lose them again.

import { answer, button, changed, form, make, say } from "./page.js";

const MOST = 60;

const rowsOf = (table) => table.tBodies[0].rows;
const last = (table) => [...rowsOf(table)].at(-1);
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
  table.tBodies[0].append(row);
  limit(table);
};

const remove = (table) => {
  last(table).remove();
  limit(table);
};

const limit = (table) => {
  const [more, less] = table.nextElementSibling.children;
  more.disabled = rowsOf(table).length >= MOST;
  less.disabled = rowsOf(table).length < 2;
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

const more = (table) => {
  add(table);
  controlsOf(last(table))[0].focus();
};

const less = (table) => {
  const used = controlsOf(last(table)).filter((control) => answer(control));
  if (used.length && !confirm(say("RowFilled"))) return;
  for (const control of used) {
    answer(control, "");
    changed(control);
  }
  remove(table);
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
