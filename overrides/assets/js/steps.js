// One question at a time, in large words: for two at one table, and for a phone on a bus. The form and
// its answers are the same; what is not this question's is hidden. The address keeps the place, as
// #step-3. Loaded when asked for.

import { answer, form, make } from "./page.js";
import { clock } from "./clock.js";
import { looks } from "./looks.js";
import { rareWords } from "./rare-words.js";

const { stepping: words } = await rareWords();

const root = document.documentElement;
const steps = [...form.querySelectorAll(".mt-field:not(.mt-drawing)")];

let now = 0; // counts from 1; 0 is the whole sheet
let heading;

const controls = (field) => [...field.querySelectorAll("[name]")];
const answered = (field) => controls(field).some((control) => answer(control));

/** A question's words as a heading that can have the focus; a hint stays beside it. */
const asked = (field) => {
  const label = field.querySelector(".mt-label");
  const own = [...label.childNodes].filter((node) => !node.matches?.(".mt-hint"));
  const place = make("span", { className: "mt-asked", tabIndex: -1 });
  place.setAttribute("role", "heading");
  place.setAttribute("aria-level", field.parentNode.querySelector(":scope > h3") ? 4 : 3);
  place.setAttribute("aria-describedby", "mt-step-place");
  place.append(...own);
  label.prepend(place);
  return place;
};

/** A question, what stands before it, and the part of the sheet that they belong to. */
const seen = (field) => {
  const all = [field, field.parentNode];
  for (let before = field.previousElementSibling; before && !before.matches(".mt-field"); )
    [all[all.length], before] = [before, before.previousElementSibling];
  return all;
};

const go = (step) => (location.hash = step > 0 && step <= steps.length ? `step-${step}` : "worksheet");
const button = (label, onclick, look = "mt-quiet") =>
  make("button", { type: "button", className: `mt-button ${look}`, onclick }, label);

/** The mentor's questions of the page, to open beside any question. */
const mentor = () => {
  const title = document.getElementById("mentor");
  if (!title) return [];
  const parts = [...title.parentNode.children].filter((part) => !part.matches("h2, .mt-same"));
  const copies = parts.map((part) => part.cloneNode(true));
  return [make("details", { className: "mt-more" }, make("summary", {}, title.textContent), ...copies)];
};

/** A button that does what the whole sheet's does. */
const aloud = () => {
  const one = make("button", { type: "button", className: "mt-small" }, words.aloud);
  one.dataset.mtDo = "aloud";
  return make("p", {}, one);
};

const place = make("p", { id: "mt-step-place" });
const bar = make("progress", { max: steps.length, ariaHidden: "true" });
const back = button(words.back, () => go(now - 1));
const next = button("", () => go(now + 1), "");
const start = document.querySelector("[data-mt-do=steps]");
const head = make("div", { className: "mt-step-head" }, place, button(words.whole, () => go(0)), bar);
const foot = make("div", { className: "mt-step-foot" },
  make("p", { className: "mt-actions" }, back, next), ...mentor(), aloud(), clock(start.dataset.mtMinutes, words));

const called = () => {
  const last = now === steps.length;
  next.textContent = last ? words.finish : answered(steps[now - 1]) ? words.next : words.skip;
};
form.addEventListener("input", () => now && called());

const clear = () => {
  heading?.replaceWith(...heading.childNodes);
  heading = undefined;
  for (const one of form.querySelectorAll(".mt-now")) one.classList.remove("mt-now");
};

const enter = () => {
  root.classList.add("mt-stepping");
  form.before(head);
  form.after(foot);
};

/** Back to the whole sheet, at the question that was open. */
const leave = () => {
  if (!now) return;
  const field = steps[now - 1];
  now = 0;
  clear();
  head.remove();
  foot.remove();
  root.classList.remove("mt-stepping");
  if (location.hash !== "#worksheet") return;
  field.tabIndex = -1;
  field.focus({ preventScroll: true });
  field.addEventListener("blur", () => field.removeAttribute("tabindex"), { once: true });
  field.scrollIntoView({ block: "center" });
};

/** The step that the address names: without a number, the first that is not answered. */
const wanted = () => {
  const number = Math.max(0, parseInt(location.hash.slice(6)) || 0);
  const open = steps.findIndex((field) => !answered(field)) + 1;
  return Math.min(number, steps.length) || open || 1;
};

/** Shows the question that the address names. */
export const show = async () => {
  await looks;
  if (!/^#step-/.test(location.hash)) return;
  const step = wanted();
  history.replaceState(history.state, "", `#step-${step}`);
  if (step === now) return;
  clear();
  if (!now) enter();
  now = step;
  const field = steps[now - 1];
  for (const one of seen(field)) one.classList.add("mt-now");
  place.textContent = words.place.replace("{n}", now).replace("{all}", steps.length);
  bar.value = now;
  back.disabled = now === 1;
  called();
  heading = asked(field);
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
  form.dispatchEvent(new Event("mt-shown")); // long answers grow in the room that they have now
};

addEventListener("hashchange", () => /^#step-/.test(location.hash) || leave());
