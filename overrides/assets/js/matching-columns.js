// What stands in which column of a form service's table: guessed by the heads, decided by the person.

import { button, make } from "./page.js";
import { FIELDS, fromRows, guessed } from "./people.js";

const line = (id, label, options, value) => {
  const select = make("select", { id }, ...options.map(([key, text]) => new Option(text, key)));
  select.value = value;
  return [select, make("p", { className: "mt-line" }, make("label", { htmlFor: id }, label), select)];
};

let n = 0;

/** The form for one table {name, heads, rows}; `add` gets its people. */
export const ask = ({ name, heads, rows }, { say, labels, add }) => {
  n += 1;
  const guess = guessed(heads);
  const columns = [["", say.no_column], ...heads.map((head, at) => [`${at}`, head || `${at + 1}`])];
  const roles = [["mentee", say.title_mentee], ["mentor", say.title_mentor]];
  const likely = /mentor(?!oi)/i.test(name) ? "mentor" : "mentee";
  const [role, whose] = line(`mt-whose-${n}`, say.whose, roles, likely);
  const asked = FIELDS.map((field) => [field, ...line(`mt-column-${n}-${field}`, say[`head_${field.replace("-", "_")}`], columns, `${guess[field] ?? ""}`)]);
  const take = button(say.take, () => {
    const chosen = asked.filter(([, select]) => select.value).map(([field, select]) => [field, +select.value]);
    box.remove();
    add(fromRows(rows, Object.fromEntries(chosen), role.value, labels));
  });
  take.className = "mt-button";
  const legend = make("legend", {}, say.columns.replace("{name}", () => name));
  const box = make("fieldset", { className: "mt-plan" }, legend, whose, ...asked.map(([, , row]) => row), take);
  return box;
};
