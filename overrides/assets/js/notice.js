// A notice stands where the person is: after the question being answered, or under the panel.

import { button, make, panel, say } from "./page.js";

/** Says something, with a button for each way on, or one that closes it. */
export const notice = (text, ways = { [say("Close")]: () => {} }) => {
  const words = make("p", {}, text);
  const box = make("div", { className: "mt-notice" }, words);
  for (const [label, act] of Object.entries(ways))
    box.append(button(label, () => { box.remove(); act(); }));
  for (const old of document.querySelectorAll(".mt-notice"))
    if (old.textContent === box.textContent) old.remove();
  const place = document.activeElement.closest(".mt-field, .mt-own") ?? panel;
  place.after(box);
  box.setAttribute("role", "alert");
};
