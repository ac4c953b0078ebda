// Long answers grow; dates are said in the page's language; and every answer is given to the printer
// as plain text, because a field cuts off what does not fit in it.

import { form, make, say } from "./page.js";

const day = new Intl.DateTimeFormat(say("Locale"), { dateStyle: "long", timeZone: "UTC" });

const write = (control) => {
  let text = control.nextElementSibling;
  if (!text?.matches(".mt-written"))
    control.after((text = make("span", { className: "mt-written" })));
  text.textContent = control.valueAsDate ? day.format(control.valueAsDate) : control.value;
};

// Where the stylesheet cannot let a field follow its content.
const grow = CSS.supports("field-sizing", "content")
  ? () => {}
  : (area) => {
      const missing = area.scrollHeight - area.clientHeight;
      if (missing > 0) area.style.blockSize = `${area.offsetHeight + missing}px`;
    };

const each = (selector, act) => form.querySelectorAll(selector).forEach(act);

form.addEventListener("mt-shown", () => {
  each("[type=date]", write);
  each("textarea", grow);
});
// One line is one line, however long it grows.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.rows === 1) event.preventDefault();
});
form.addEventListener("input", ({ target }) => {
  if (target.type === "date") write(target);
  if (target.type === "textarea") grow(target);
});
addEventListener("beforeprint", () => each("[type=text], [type=date], textarea", write));
