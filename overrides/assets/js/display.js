// How answers look: long ones grow, dates are said in the page's language, what was just kept says
// so where it stands.

import { form, make, panel, say } from "./page.js";

let day; // made for the first date that is said: to make it takes a phone some thirty milliseconds
const inWords = (date) =>
  (day ??= new Intl.DateTimeFormat(say("Locale"), { dateStyle: "long", timeZone: "UTC" })).format(date);

/** Says what stands in a control beside it, as plain text; a date in words. */
export const write = (control) => {
  let text = control.nextElementSibling;
  if (!text?.matches(".mt-written"))
    control.after((text = make("span", { className: "mt-written" })));
  text.textContent = control.valueAsDate ? inWords(control.valueAsDate) : control.value;
};

const each = (selector, act) => form.querySelectorAll(selector).forEach(act);

// Where the stylesheet cannot let a field follow its content. Once more when the form's width is
// final: in a narrower or wider field the same answer has other lines.
const fits = CSS.supports("field-sizing", "content");
const grow = (area) => {
  const missing = fits ? 0 : area.scrollHeight - area.clientHeight;
  if (missing > 0) area.style.blockSize = `${area.offsetHeight + missing}px`;
};
const growAll = () => each("textarea", grow);
if (!fits) new ResizeObserver(growAll).observe(form);

form.addEventListener("mt-shown", () => {
  each("[type=date]", write);
  growAll();
});
// One line is one line, however long it grows.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.rows === 1) event.preventDefault();
});
form.addEventListener("input", ({ target }) => {
  if (target.type === "date") write(target);
  if (target.type === "textarea") grow(target);
});

// For the eye, beside the answer that was just given; the panel's status says it to the ear, once.
const seen = make("div", { className: "mt-seen", ariaHidden: "true" }, say("Kept"));
let place;
form.addEventListener("input", ({ target }) => {
  seen.remove();
  place = target.closest(".mt-cell, .mt-field");
});
form.addEventListener("mt-shown", () => seen.remove());
form.addEventListener("mt-kept", () => {
  if (panel.dataset.mtState === "Saved") place?.append(seen);
  else seen.remove();
});
