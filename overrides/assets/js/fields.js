// What a form's own controls cannot do: a choice is taken back by pressing it again, and typing
// behind "something else" chooses it. Where numbers have a range, ranges.js is fetched.

import { changed, form } from "./page.js";

let chosen; // before the press that is being heard
const remember = () => (chosen = new Set(form.querySelectorAll("[type=radio]:checked")));

const takeBack = (radio) => {
  radio.checked = false;
  changed(radio);
};

form.addEventListener("click", ({ target, detail }) => {
  // The second press of a double click is no second thought.
  if (chosen.has(target) && detail < 2) takeBack(target);
  remember();
});
// The space bar is no click on what is chosen already.
form.addEventListener("keydown", (event) => {
  if (event.key !== " " || !chosen.has(event.target)) return;
  event.preventDefault();
  takeBack(event.target);
});
form.addEventListener("input", ({ target }) => {
  const box = target.matches(".mt-option > [type=text]") && target.parentNode.firstChild;
  if (box && target.value && !box.checked) {
    box.checked = true;
    changed(box);
  }
  // Not for each letter: to look for all choices takes a slow phone three milliseconds.
  if (target.type === "radio") remember();
});
form.addEventListener("mt-shown", remember);

if (form.querySelector("[data-mt-high]:not(.mt-col-scale)")) import("./ranges.js");
