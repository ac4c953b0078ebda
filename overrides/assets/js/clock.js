// The minutes that a tool takes, counted down without a sound and without telling anybody: a look at
// them is enough, and they can be hidden. Loaded with one question at a time.

import { make } from "./page.js";

const MINUTE = 6e4;

/** A clock of so many minutes, which begins now; `words` are those of the steps. */
export const clock = (minutes, words) => {
  const end = Date.now() + minutes * MINUTE;
  const time = make("span", { id: "mt-clock" });
  time.setAttribute("role", "timer");
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / MINUTE));
    const text = left ? words.left.replace("{n}", left) : words.over;
    if (time.textContent !== text) time.textContent = text;
  };
  const name = () => (turn.textContent = time.hidden ? words.clock_show : words.clock_hide);
  const turn = make("button", {
    type: "button",
    className: "mt-small",
    onclick: () => {
      time.hidden = !time.hidden;
      name();
    },
  });
  tick();
  name();
  setInterval(tick, MINUTE / 12);
  return make("p", { className: "mt-clock" }, time, turn);
};
