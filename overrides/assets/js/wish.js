// What one wishes to take along: filled where there are answers, until the person chooses. It stands so
// from the first, for a choice or a press may come before take-along.js.

import { form } from "./page.js";
import { current } from "./autosave.js";

const place = document.getElementById("mt-take");
let decided; // by the person
let full; // when last looked

const look = () => {
  full = Object.keys(current().answers).length > 0;
  if (!decided) place.elements.state.value = full ? "filled" : "empty";
};

place.addEventListener("change", ({ target }) => (decided ||= target.name === "state"));
// A letter more changes nothing, and comes often.
form.addEventListener("input", () => full || look());
form.addEventListener("mt-kept", look);
form.addEventListener("mt-shown", look);

/** What stands chosen now: {state, format, language}. */
export const wished = () => Object.fromEntries(new FormData(place));
