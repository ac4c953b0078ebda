// The planner's page: makes a plan of meetings by a path and a rhythm, lets it be changed, keeps it on
// this device as sheets are kept, and hands it on.

import { button, fetched, make, panel, say } from "./page.js";
import { saveAs } from "./download.js";
import { called } from "./label.js";
import { PLAN, inWords, planOf } from "./meetings.js";
import { answersOf, inOrder, planFrom, whole } from "./plan.js";
import * as store from "./store.js";

const find = (id) => document.getElementById(id);
const form = find("mt-plan");
const [list, off, picker] = ["mt-meetings", "mt-off", "mt-plans"].map(find);
const site = new URL("../..", import.meta.url).href;
const { lang } = document.documentElement;
const { rareWords } = await import("./rare-words.js");
const [rare, made] = await Promise.all([rareWords(), rareWords("-plan")]);
const words = rare.planning;
const { sheets } = rare;

let copy;
let plan;

const nameOf = (one) => called(one, sheets[one.sheet]?.[0] ?? one.sheet);
const view = (meeting) => whole(meeting, plan, { ...made, sheets });
const toldOf = ({ date, time }) => inWords(date, time, rare.locale);

/** Says in the panel whether the plan is kept. */
const tell = (state, text = say(state) ?? "") => {
  panel.dataset.mtState = state;
  if (find("mt-status").textContent !== text) find("mt-status").textContent = text;
};

/** Keeps the plan as it is now. Its number rises with each change: calendars go by it. */
const keep = () => {
  plan.sequence = +plan.sequence + 1;
  copy = { ...copy, at: new Date().toISOString(), answers: answersOf(plan) };
  const state = store.write(copy);
  tell(state);
  if (state === "Saved") store.open(copy);
};

/** Opens a plan: the given one, the one that this tab had open, the last one, or none yet. */
const open = (wanted) => {
  const all = store.copies(PLAN);
  copy = wanted ?? all.find(({ id }) => id === store.opened(PLAN)) ?? planOf(all) ?? store.blank(PLAN);
  plan = planFrom(copy);
  for (const control of form.elements)
    if (plan.meetings.length && plan[control.name]) control.value = plan[control.name];
  suit();
  show();
};

const change = (meeting, name, value) => {
  plan.meetings.find(({ id }) => id === meeting.id)[name] = value;
  inOrder(plan.meetings);
  keep();
};

/** Shows all meetings again; `id` is the one in which the person is, and `name` the control. */
const show = (id, name) => {
  const opened = new Set([...list.querySelectorAll("[open]")].map((one) => one.dataset.mtId));
  list.replaceChildren(...plan.meetings.map((meeting) => item(meeting, opened.has(meeting.id))));
  find("mt-planned").hidden = !plan.meetings.length;
  const plans = store.copies(PLAN);
  picker.replaceChildren(...plans.map((one) => new Option(nameOf(one), one.id)));
  picker.value = copy.id;
  picker.parentNode.hidden = plans.length < 2;
  const at = list.querySelector(`[data-mt-id="${id}"]`);
  at?.querySelector(name ? `[name="${name}"]` : "summary")?.focus();
};

/** What a day is besides: a holiday, or a day of the weekend. */
const besides = (date) => {
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  const text = made.holidays[date] ?? (weekday % 6 ? "" : words.weekend);
  return text ? [make("p", { className: "mt-wrong" }, text)] : [];
};

const item = (meeting, opened) => {
  const { minutes, place, title, tools } = view(meeting);
  const facts = [words.minutes.replace("{n}", minutes), place].filter(Boolean).join(" · ");
  const links = tools.map(({ title, url }) => make("li", {}, make("a", { href: site + url }, title)));
  const told = toldOf(view(meeting));
  return make(
    "li",
    { className: "mt-card" },
    make("h3", {}, told),
    ...besides(meeting.date),
    ...(title ? [make("p", {}, make("b", {}, title))] : []),
    make("p", { className: "mt-meta" }, facts),
    ...(links.length ? [make("ul", {}, ...links)] : []),
    changes(meeting, told, opened),
  );
};

/** A field in a meeting's own part: what is typed there is kept at once. */
const field = (meeting, name, label, properties) => {
  const id = `mt-${meeting.id}-${name}`;
  const control = make("input", { id, name, value: view(meeting)[name] ?? "", ...properties });
  // A date that is being typed is no date yet: it counts when it is whole.
  control.onchange = () => {
    if (control.checkValidity()) change(meeting, name, control.value);
    show(meeting.id, name);
  };
  return make("p", { className: "mt-line" }, make("label", { htmlFor: id }, label), control);
};

/** The tools of a meeting to tick; those that it has come first. */
const toolsOf = (meeting) => {
  const id = `mt-${meeting.id}-tool`;
  const has = meeting.tools.split(" ").filter(Boolean);
  const set = (tools, name) => {
    change(meeting, "tools", tools.join(" "));
    show(meeting.id, name);
  };
  const chosen = has.map((one) => {
    const label = `${words.tool_remove}: ${sheets[one]?.[0] ?? one}`;
    return make("li", {}, button(label, () => set(has.filter((other) => other !== one), "tool")));
  });
  const others = Object.keys(sheets).filter((one) => one !== PLAN && !has.includes(one));
  const options = others.map((one) => new Option(sheets[one][0], one));
  const select = make("select", { id, name: "tool" }, new Option(words.tool_choose, ""), ...options);
  const add = button(words.tool_add, () => select.value && set([...has, select.value], "tool"));
  return [
    make("ul", { className: "mt-plain" }, ...chosen),
    make("p", { className: "mt-line" }, make("label", { htmlFor: id }, words.tools), select, add),
  ];
};

const changes = (meeting, told, opened) => {
  const ways = [
    button(words.move, () => moved(meeting)),
    button(words.one_ics, () => hand([meeting])),
    button(words.drop, () => drop(meeting)),
  ];
  ways.at(-1).classList.add("mt-delete");
  const summary = make("summary", {}, words.change);
  summary.setAttribute("aria-label", `${words.change}: ${told}`);
  const details = make(
    "details",
    { className: "mt-more", open: opened },
    summary,
    field(meeting, "date", words.date, { type: "date", required: true, min: "2024-01-01", max: "2042-12-31" }),
    field(meeting, "time", words.time, { type: "time", required: true }),
    field(meeting, "minutes", words.length, { type: "number", min: 5, max: 600, required: true }),
    field(meeting, "place", words.place),
    field(meeting, "title", words.topic),
    ...toolsOf(meeting),
    make("p", { className: "mt-actions" }, ...ways),
  );
  details.dataset.mtId = meeting.id;
  return details;
};

/** Puts a meeting and all later ones off by a week. */
const moved = (meeting) =>
  fetched(import("./rhythm.js"), ({ later }) => {
    const from = plan.meetings.findIndex(({ id }) => id === meeting.id);
    for (const one of plan.meetings.slice(from)) one.date = later(one.date, 7);
    keep();
    show(meeting.id);
  });

/** Drops a meeting; it can be brought back for a while. */
const drop = (meeting) =>
  fetched(import("./ask-deleting.js"), ({ offer }) => {
    plan.meetings = plan.meetings.filter(({ id }) => id !== meeting.id);
    keep();
    show();
    panel.focus();
    const text = words.dropped.replace("{day}", toldOf(view(meeting)));
    tell(panel.dataset.mtState, text);
    offer(text, () => {
      plan.meetings = inOrder([...plan.meetings, meeting]);
      keep();
      show(meeting.id);
    });
  });

const next = () => (plan.last = +plan.last + 1).toString(36);

/** Adds a meeting after the last one, as far from it as the rhythm says. */
const add = () =>
  fetched(import("./rhythm.js"), ({ dates }) => {
    const last = plan.meetings.at(-1);
    const date = dates(last.date, plan.every, 2)[1];
    const meeting = { id: next(), date, time: "", minutes: "", place: "", title: "", of: "", tools: "" };
    plan.meetings.push(meeting);
    keep();
    show();
    const details = list.querySelector(`[data-mt-id="${meeting.id}"]`);
    details.open = true;
    details.querySelector("summary").focus();
  });

/** Makes the meetings anew from what the form says. Those that were there keep their ids, so that a
    calendar moves them. */
const planAll = (event) => {
  event.preventDefault();
  if (plan.meetings.length && !confirm(words.again)) return;
  fetched(import("./rhythm.js"), ({ dates }) => {
    for (const control of form.elements) if (control.name) plan[control.name] = control.value;
    const like = made.paths[plan.path]?.meetings ?? Array.from({ length: +plan.count || 1 }, () => ({ tools: [] }));
    const ids = plan.meetings.map(({ id }) => id);
    plan.meetings = dates(plan.start, plan.every, like.length).map((date, n) => ({
      id: ids[n] ?? next(), date, time: "", place: "", title: "",
      minutes: "", of: plan.path && `${n + 1}`, tools: like[n].tools.join(" "),
    }));
    keep();
    show();
    find("mt-planned-title").focus();
  });
};

/** Who follows a path is not asked how many meetings there are; that says the path. */
const suit = () => {
  const { count, path } = form.elements;
  count.closest("p").hidden = !!made.paths[path.value];
};

/** A path also says how long its meetings take. */
const suitPath = () => {
  const { minutes, path } = form.elements;
  const like = made.paths[path.value]?.meetings;
  if (like) minutes.value = Math.max(...like.map((one) => one.minutes));
  suit();
};

/** Hands out a calendar file of these meetings. */
const hand = (meetings) =>
  fetched(import("./ics.js"), ({ calendar }) => {
    const { hostname: host } = location;
    const about = { id: copy.id, host, lang, name: words.meeting, now: Date.now(), sequence: plan.sequence, site };
    const text = calendar(meetings.map(view), about);
    saveAs(new Blob([text], { type: "text/calendar;charset=utf-8" }), `${words.name}.ics`);
  });

const table = () =>
  fetched(import("./plan-docx.js"), ({ tableOf }) => {
    const rows = plan.meetings.map(view).map((one) => ({ ...one, told: toldOf(one) }));
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    saveAs(new Blob([tableOf(rows, words, rare.locale, site)], { type }), `${words.name}.docx`);
  });

const page = { called: nameOf, tell, show: ([back] = []) => open(back) };
const remove = (copies, leave) =>
  fetched(import("./delete-kept.js"), (deleting) => deleting.remove(copies, { ...page, leave }));

const acts = {
  add,
  begin: () => (form.reset(), open(store.blank(PLAN))),
  ics: () => hand(plan.meetings),
  print: () => print(),
  remove: () => remove([copy]),
  table,
};

document.addEventListener("click", ({ target }) => acts[target.dataset.mtDo]?.());
form.addEventListener("submit", planAll);
form.elements.path.addEventListener("change", suitPath);
off.addEventListener("change", () => {
  if (off.checked) return remove(store.copies(), true);
  store.turn(true);
  keep();
});
picker.addEventListener("change", () => open(store.read({ sheet: PLAN, id: picker.value })));
addEventListener("storage", ({ key }) => {
  const kept = store.touches(key) && store.read(copy);
  if (kept && kept.at > copy.at) open(kept);
});
addEventListener("pageshow", ({ persisted }) => persisted && open());

off.checked = store.state() === "Off";
tell(store.state());
form.elements.start.value = new Intl.DateTimeFormat("sv").format();
form.elements.path.value = new URLSearchParams(location.search).get("path") ?? "";
if (form.elements.path.selectedIndex < 0) form.elements.path.value = "";
suitPath();
open();
document.documentElement.classList.add("mt-on");
