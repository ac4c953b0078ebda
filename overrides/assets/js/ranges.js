// Says beside a field that the number in it is out of its range, as the field or its column has it.
// Loaded on the few sheets that have such fields.

import { digits, form, make, number } from "./page.js";
import { rareWords } from "./rare-words.js";

const { range: words } = await rareWords();

/** The least and the most of a number's field, as the field or its column has them. */
const bounds = ({ dataset, parentNode }) => {
  const head = parentNode.closest("table")?.tHead.rows[0].cells[parentNode.cellIndex];
  const { mtLow, mtHigh } = dataset.mtHigh ? dataset : (head?.dataset ?? {});
  return mtHigh && [+mtLow, +mtHigh];
};

const mark = (control, name, value) =>
  value ? control.setAttribute(name, value) : control.removeAttribute(name);

/** Says beside a field that its number does not fit. */
const judge = (control) => {
  const range = bounds(control);
  if (!range) return;
  const value = number(control.value);
  const wrong = control.value.trim() && !(value >= range[0] && value <= range[1]);
  const id = control.id + "-wrong";
  document.getElementById(id)?.remove();
  const hint = (control.getAttribute("aria-describedby") ?? "").replace(id, "").trim();
  mark(control, "aria-invalid", wrong && "true");
  mark(control, "aria-describedby", wrong ? `${hint} ${id}`.trim() : hint);
  if (!wrong) return;
  const [low, high] = range.map(digits);
  const told = words.told.replace("{low}", low).replace("{high}", high);
  control.parentNode.append(make("span", { className: "mt-wrong", id }, told));
};
const judgeAll = () => form.querySelectorAll("[inputmode=numeric]").forEach(judge);

form.addEventListener("input", ({ target }) => target.matches("[aria-invalid]") && judge(target));
form.addEventListener("change", ({ target }) => target.inputMode === "numeric" && judge(target));
form.addEventListener("mt-shown", judgeAll);
judgeAll();
