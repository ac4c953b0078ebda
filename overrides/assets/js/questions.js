// The sheet's questions in the page's own words. Fetched with what tells of answers outside the form.

import { form } from "./page.js";

/** An element's words, without its hint and those of the other language. */
export const textOf = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("span[lang], .mt-hint, .mt-said").forEach((other) => other.remove());
  return copy.textContent.trim();
};

/** The control of an answer; of several, the first. A name may hold anything. */
export const controlOf = (name) => form.querySelector(`[name="${CSS.escape(name)}"]`);

/** The question that a control asks, with the table or the group that it belongs to. */
export const asked = (name) => {
  const control = controlOf(name);
  const around = control.closest("table")?.caption ?? control.closest("fieldset")?.firstElementChild;
  const ids = control.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const own = ids.length ? ids.map((id) => document.getElementById(id)) : [...control.labels];
  return [around, ...own].filter(Boolean).map(textOf).join(" ");
};
