// The sheet on paper without the page around it, with answers or without. Loaded only when asked for.

import { form } from "./page.js";
import { paper } from "./paper.js";

/** The form without answers, in its place. What is only not to be seen would be in a printed file. */
const emptied = () => {
  const copy = form.cloneNode(true);
  for (const control of copy.elements) {
    control.checked = false;
    if (!/radio|checkbox/.test(control.type)) control.value = "";
  }
  copy.querySelectorAll(".mt-written").forEach((one) => (one.textContent = ""));
  copy.querySelectorAll(".mt-picture, .mt-under").forEach((one) => one.remove());
  form.before(copy);
  form.hidden = true;
  return copy;
};

let wish; // while the looks of paper are on their way: who presses again gets one print, the last

/** Prints it: `state` is "filled" or "empty", `language` one or both. */
export const take = async (given) => {
  const waits = wish;
  wish = given;
  if (waits) return;
  await paper;
  const { state, language } = wish;
  wish = undefined;
  const [first] = document.querySelectorAll("#mt-take [name=language]");
  const second = language !== first.value;
  const looks = ["mt-alone", second ? "mt-two" : "mt-one"];
  const copy = state === "empty" && emptied();
  document.body.classList.add(...looks);
  const over = () => {
    document.body.classList.remove(...looks);
    if (copy) copy.remove();
    form.hidden = false;
  };
  addEventListener("afterprint", over, { once: true });
  print();
};
