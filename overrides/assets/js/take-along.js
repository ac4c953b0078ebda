// What one takes along: filled comes first when there are answers, and the button says what it does.
// What makes a file is in export.js. Fetched when the page has loaded.

import { form } from "./page.js";
import { current } from "./autosave.js";
import { fetched } from "./copies.js";

const find = (id) => document.getElementById(id);
const place = find("mt-take");
const act = place.querySelector("button");
let decided; // by the person, between filled and empty
let full; // when last looked

const offer = ({ target }) => {
  const { state, format, language } = place.elements;
  decided ||= target.name === "state";
  full = Object.keys(current().answers).length > 0;
  if (!decided) state.value = full ? "filled" : "empty";
  const path = `[href$=".${format.value}"][href*="/${language.value}/"]`;
  act.textContent = find("mt-links")?.querySelector(path)?.textContent ?? act.dataset.mtPrint;
};

place.addEventListener("change", offer);
// A letter more changes nothing, and comes often.
form.addEventListener("input", (event) => full || offer(event));
form.addEventListener("mt-kept", offer);
form.addEventListener("mt-shown", offer);
offer({ target: act });

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
