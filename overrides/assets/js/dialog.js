// A dialog with a title, over the page. Fetched with what opens one.

import { looks } from "./looks.js";
import { make } from "./page.js";

/** Opens a dialog that is called as its `title`, an element with an id, once it has its looks; resolves
    to it, and it goes from the page when it is closed. */
export const opened = async (title, parts, named = {}) => {
  const dialog = make("dialog", { className: "mt-gaps", ...named }, ...parts);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("close", () => dialog.remove());
  await looks;
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

/** Asks by a form, whose buttons close it; resolves to the dialog with what was chosen. */
export const answered = async (title, parts, named) => {
  const dialog = await opened(title, [make("form", { method: "dialog" }, title, ...parts)], named);
  await new Promise((closed) => dialog.addEventListener("close", closed));
  return dialog;
};
