// The page of the journey: what was done in each phase, the goals and how far they are, ratings before
// and now, and the meetings; all of it from what is kept on this device.

import { fetched, make, panel, say } from "./page.js";
import { owner } from "./label.js";
import { planOf, today } from "./meetings.js";
import { nextOf, planFrom } from "./plan.js";
import { latest, shown } from "./progress.js";
import * as store from "./store.js";

const find = (id) => document.getElementById(id);
const [who, off, table, chart] = ["mt-who", "mt-off", "mt-ratings", "mt-chart"].map(find);
const site = new URL("../..", import.meta.url).href;
const { rareWords } = await import("./rare-words.js");
const rare = await rareWords();
const { journey: words, sheets } = rare;
const PHASE = 4; // where a sheet's phase stands in what is told of it

const nameOf = (copy) => shown(copy, rare).name;

/** Says in the panel whether anything is kept. */
const tell = (state, text = say(state) ?? "") => {
  panel.dataset.mtState = state;
  find("mt-status").textContent = text;
};

const said = (pattern, given) =>
  Object.entries(given).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), pattern);

/** What was done in each phase: its sheets, the one that was last written in first. */
const showDone = (copies) => {
  for (const part of document.querySelectorAll("[data-mt-phase]")) {
    const own = copies.filter(({ sheet }) => sheets[sheet]?.[PHASE] === part.dataset.mtPhase);
    const items = own.map((copy) => {
      const { name, place, told } = shown(copy, rare);
      const link = make("a", { href: `${site}${place}#worksheet`, onclick: () => store.open(copy) }, name);
      return make("li", {}, link, " ", make("span", { className: "mt-meta" }, told));
    });
    part.querySelector("ul").replaceChildren(...items);
    part.querySelector("p").textContent = items.length ? "" : words.nothing;
  }
};

/** The answers of the copy of a sheet that was last written in; without the sheet's name. */
const answersOf = (copies, sheet) => {
  const { answers } = copies.find((copy) => copy.sheet === sheet) ?? { answers: {} };
  return (id) => answers[`${sheet}-${id}`];
};

/** How many rows of a table are filled in, and how many of these are done. */
const rows = (answer, table, asked) => {
  const filled = [...Array(50).keys()].map((n) => `${table}-${n + 1}-`).filter((row) => answer(row + asked));
  return { n: filled.filter((row) => answer(row + "done")).length, all: filled.length };
};

const showGoals = (copies) => {
  const [agreed, smart, plan, middle, end] = ["agreement", "smart-goal", "action-plan", "mid-way-review", "evaluation"].map(
    (sheet) => answersOf(copies, sheet),
  );
  const goals = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => agreed(`goals-${n}-goal`)).map((n) => {
    const sign = agreed(`goals-${n}-sign`);
    const more = sign ? [make("p", { className: "mt-meta" }, said(words.sign, { sign }))] : [];
    return make("li", {}, make("b", {}, agreed(`goals-${n}-goal`)), ...more);
  });
  const steps = rows(plan, "plan", "step");
  const rated = { mentee: middle("rating-goals-mentee"), mentor: middle("rating-goals-mentor"), end: end("mentee-goal") };
  const far = [
    smart("goal") && said(words.smart, { goal: smart("goal") }),
    steps.all && said(words.steps, steps),
    ...Object.entries(rated).map(([name, n]) => n && said(words[`far_${name}`], { n })),
  ].filter(Boolean);
  find("mt-goals").replaceChildren(...goals);
  find("mt-goals").nextElementSibling.hidden = goals.length > 0;
  find("mt-far").replaceChildren(...far.map((text) => make("li", {}, text)));
};

let drawn; // what was rated, as it was found last: a chart that is fetched for the first time is late

/** The ratings of each statement: before from either sheet, now from the last one. */
const showRatings = (copies) => {
  if (!table) return;
  const [first, last] = ["starting-point", "final-rating"].map((sheet) => answersOf(copies, sheet));
  const rated = (drawn = [...table.tBodies[0].rows].flatMap((row) => {
    const id = (column) => `rating-${row.dataset.mtRow}-${column}`;
    const [before, after] = [last(id("before")) ?? first(id("before")), last(id("after"))];
    const by = after - before;
    const change = before && after ? (by > 0 ? `+${by}` : `${by}`.replace("-", "−")) : "";
    [before, after, change].forEach((text, n) => (row.cells[n + 1].textContent = text ?? ""));
    row.hidden = !before && !after;
    return row.hidden ? [] : [{ label: row.cells[0].textContent, before, after, change }];
  }));
  table.hidden = chart.hidden = !rated.length;
  table.parentNode.hidden = !rated.length;
  table.parentNode.nextElementSibling.hidden = rated.length > 0;
  if (rated.length) fetched(import("./journey-chart.js"), ({ draw }) => draw(chart, drawn, words));
};

const showMeetings = (copies) => {
  const kept = planOf(copies);
  const dates = kept ? planFrom(kept).meetings.map(({ date }) => date) : [];
  const n = dates.filter((date) => date < today()).length;
  const next = nextOf(copies, rare.locale);
  const link = make("a", { href: site + rare.pages.planner }, next ?? words.plan);
  find("mt-held").textContent = dates.length ? said(words.held, { n, all: dates.length }) : "";
  find("mt-next").replaceChildren(...(next ? [make("b", {}, rare.begun.next), " "] : []), link);
};

/** Whose journey can be chosen, where the sheets name several people. */
const showPeople = (all) => {
  const names = [...new Set(all.map(owner).filter(Boolean))].sort();
  const chosen = who.value;
  who.replaceChildren(who.options[0], ...names.map((name) => new Option(name)));
  who.value = names.includes(chosen) ? chosen : "";
  who.parentNode.hidden = names.length < 2;
};

const show = () => {
  const all = latest(store.copies());
  showPeople(all);
  // What names nobody belongs to everybody.
  const copies = all.filter((copy) => !who.value || !owner(copy) || owner(copy) === who.value);
  find("mt-journey").hidden = !all.length;
  find("mt-none").hidden = all.length > 0;
  for (const part of [showDone, showGoals, showRatings, showMeetings]) part(copies);
};

const page = { called: nameOf, tell, show: () => show() };
const remove = (leave) =>
  fetched(import("./delete-kept.js"), (deleting) => deleting.remove(store.copies(), { ...page, leave }));

const acts = { print: () => print(), removeAll: () => remove() };

document.addEventListener("click", ({ target }) => acts[target.dataset.mtDo]?.());
who.addEventListener("change", show);
off.addEventListener("change", () => {
  if (off.checked) return remove(true);
  store.turn(true);
  tell("");
});
addEventListener("storage", ({ key }) => store.touches(key) && show());
addEventListener("pageshow", ({ persisted }) => persisted && show());

show();
tell(store.state());
off.checked = store.state() === "Off";
document.documentElement.classList.add("mt-on");
