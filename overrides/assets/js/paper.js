// How a sheet looks on paper: fetched when the page has loaded, for few print it, and nobody sooner.
// Every answer is given to the printer as plain text, because a field cuts off what does not fit in it.

import { write } from "./display.js";
import { form, make } from "./page.js";

addEventListener("beforeprint", () =>
  form.querySelectorAll("[type=text], [type=date], textarea").forEach(write),
);

const href = import.meta.url.replace("js/paper.js", "css/form-print.css");

/** Resolves when the looks of paper are there, or cannot be had. */
export const paper = new Promise((there) => {
  document.head.append(make("link", { rel: "stylesheet", media: "print", href, onload: there, onerror: there }));
});
