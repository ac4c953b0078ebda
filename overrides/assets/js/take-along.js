// What one takes along: the button says what it does. What makes a file is in export.js. Fetched when
// the page has loaded.

import { fetched } from "./page.js";

const find = (id) => document.getElementById(id);
const place = find("mt-take");
const act = place.querySelector("button");

const offer = () => {
  const { format, language } = place.elements;
  const path = `[href$=".${format.value}"][href*="/${language.value}/"]`;
  act.textContent = find("mt-links")?.querySelector(path)?.textContent ?? act.dataset.mtPrint;
};

place.addEventListener("change", offer);
offer();

/** Hands out what is wished for, or what is chosen instead when a file cannot show everything. What
    makes it is fetched when it is asked for. */
export const hand = (wish) =>
  fetched(
    wish.format === "print" ? import("./print-sheet.js") : import("./export.js"),
    async ({ take }) => {
      const instead = await take(wish);
      if (instead) hand(instead);
    },
    () => (place.lastElementChild.textContent = place.dataset.mtFailed),
  );
