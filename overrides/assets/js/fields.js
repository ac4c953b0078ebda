// What a form's own controls cannot do: a choice is taken back by pressing it again, and typing
// behind "something else" chooses it. Where numbers have a range, ranges.js is fetched.

import { changed, form } from "./page.js";

let chosen; // before the press that is being heard
const remember = () => (chosen = new Set(form.querySelectorAll("[type=radio]:checked")));

form.addEventListener("click", ({ target, detail }) => {
  // The second press of a double click is no second thought.
  if (chosen.has(target) && detail < 2) {
    target.checked = false;
    changed(target);
  }
  remember();
});
form.addEventListener("input", ({ target }) => {
  const box = target.matches(".mt-option > [type=text]") && target.parentNode.firstChild;
  if (box && target.value && !box.checked) {
    box.checked = true;
    changed(box);
  }
  remember();
});
form.addEventListener("mt-shown", remember);

for (const control of form.querySelectorAll("[type=text], textarea")) control.dir = "auto";
if (form.querySelector(".mt-number [data-mt-high], .mt-col-number[data-mt-high]")) import("./ranges.js");
