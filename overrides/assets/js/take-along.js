// What one takes along: filled comes first when there are answers, and the button says what it does.
// What it does is in export.js.

import { form } from "./page.js";
import { current } from "./autosave.js";

const find = (id) => document.getElementById(id);
const take = find("mt-take");
const act = take.querySelector("button");
let decided; // by the person, between filled and empty

const offer = ({ target }) => {
  const { state, format, language } = take.elements;
  decided ||= target.name === "state";
  if (!decided) state.value = Object.keys(current().answers).length ? "filled" : "empty";
  const path = `[href$=".${format.value}"][href*="/${language.value}/"]`;
  act.textContent = find("mt-links")?.querySelector(path)?.textContent ?? act.dataset.mtPrint;
};

take.addEventListener("change", offer);
form.addEventListener("input", offer);
form.addEventListener("mt-shown", offer);
