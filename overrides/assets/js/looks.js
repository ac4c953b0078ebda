// How those parts of a sheet's page look that are fetched when they are asked for.

import { make } from "./page.js";

const href = new URL("../css/asked.css", import.meta.url);
href.search = new URL(import.meta.url).search;

/** Resolves when the looks are there, or cannot be had: the parts work without them. */
export const looks = new Promise((there) => {
  document.head.append(make("link", { rel: "stylesheet", href: href.href, onload: there, onerror: there }));
});
