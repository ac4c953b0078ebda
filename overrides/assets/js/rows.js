// Tables of empty rows gain rows and lose them again.

import { button, form, make, say } from "./page.js";

const MOST = 60;
const tables = [...form.querySelectorAll("[data-mt-grows]")];
const rowsOf = (table) => table.tBodies[0].rows;
const NAMES = ["id", "name", "for", "aria-labelledby"];

const renumber = (element, old, now) => {
  for (const name of NAMES) {
    const value = element.getAttribute(name);
    if (value) element.setAttribute(name, value.replaceAll(old, now));
  }
};

const add = (table) => {
  const rows = rowsOf(table);
  const row = rows[rows.length - 1].cloneNode(true);
  const old = `${table.id}-${rows.length}`;
  const now = `${table.id}-${rows.length + 1}`;
  for (const element of row.querySelectorAll("*")) renumber(element, old, now);
  for (const control of row.querySelectorAll("input, textarea")) {
    if (/radio|checkbox/.test(control.type)) control.checked = false;
    else control.value = "";
  }
  row.querySelectorAll(".mt-written").forEach((written) => written.remove());
  row.cells[0].textContent = `${rows.length + 1}.`;
  table.tBodies[0].append(row);
  return row;
};

const filled = (control) => (/radio|checkbox/.test(control.type) ? control.checked : control.value);

const empty = (control) => {
  control.checked = false;
  if (!/radio|checkbox/.test(control.type)) control.value = "";
  control.dispatchEvent(new Event("input", { bubbles: true }));
};

const removeLast = (table) => {
  const row = [...rowsOf(table)].at(-1);
  const answers = [...row.querySelectorAll("input, textarea")].filter(filled);
  if (answers.length && !confirm(say("RowFilled"))) return;
  answers.forEach(empty);
  row.remove();
  limit(table);
};

const limit = (table) => {
  const [more, less] = table.parentNode.querySelectorAll(".mt-rows button");
  const count = rowsOf(table).length;
  more.disabled = count >= MOST;
  less.disabled = count < 2;
};

/** Gives each table the rows that the answers need. */
export const fit = (answers) => {
  for (const table of tables) {
    const start = table.id + "-";
    const used = Object.keys(answers)
      .filter((name) => name.startsWith(start))
      .map((name) => parseInt(name.slice(start.length)) || 0);
    while (rowsOf(table).length < Math.min(MOST, Math.max(...used))) add(table);
    limit(table);
  }
};

for (const table of tables) {
  const more = () => {
    add(table).querySelector("input, textarea").focus();
    limit(table);
  };
  const buttons = [button(say("RowAdd"), more), button(say("RowRemove"), () => removeLast(table))];
  for (const one of buttons)
    one.setAttribute("aria-describedby", table.caption.id)
  table.after(make("p", { className: "mt-rows" }, ...buttons));
}
