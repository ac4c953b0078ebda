// The page on which an organiser matches: applications are opened, criteria weighed, pairs proposed,
// changed by hand and handed on. All of it is on this page alone.

import { button, fetched, make } from "./page.js";
import { saveAs } from "./download.js";
import { dated, locale, ready, said, saveOpened, tableOf, tell, whenChosen, words } from "./opened.js";

const find = (id) => document.getElementById(id);
const rare = await words();
const { matching: say, applications } = rare;
const ROLES = ["mentee", "mentor"];
const people = { mentee: [], mentor: [] };
const NOBODY = -1;
let [scores, pairs] = [[], []];
let suiting; // suitability.js, once there is somebody

const nameOf = (role, at) => {
  const { name } = people[role][at].person;
  return find("mt-hide").checked || !name ? said(say[`number_${role}`], { n: at + 1 }) : name;
};
const labelOf = (field, id) => applications[field].find(([known]) => known === id)?.[1] ?? id;
const listed = (field, ids) => ids.map((id) => labelOf(field, id)).join(", ");

/** Adds people, and shows all of them. */
const add = (given) =>
  fetched(import("./suitability.js"), (module) => {
    suiting = module;
    given.forEach((person) => people[person.role].push(module.prepared(person)));
    [scores, pairs] = [[], []];
    show();
    const [mentees, mentors] = ROLES.map((role) => people[role].length);
    tell(said(say.count, { mentees, mentors }));
  });

const drop = (role, at) => {
  people[role].splice(at, 1);
  [scores, pairs] = [[], []];
  show();
  find("mt-people-title").focus();
};

const rowOf = (role) => ({ person }, at) => {
  const name = nameOf(role, at);
  const away = button(say.remove, () => drop(role, at));
  away.setAttribute("aria-label", `${say.remove}: ${name}`);
  const languages = person.languages.map(({ language, level }) => (level ? `${language} ${level}` : language));
  const does = [person.field, person.occupation].filter(Boolean).join(", ");
  const times = [listed("times", person.times), listed("way", person.way)].filter(Boolean).join("; ");
  const more = role === "mentor" ? [`${person.capacity}`] : [];
  return [name, languages.join(", "), does, person.place, times, listed("help", person.help), ...more, away];
};

/** Shows the people in two tables, and the pairs. */
const show = () => {
  const heads = ["name", "languages", "field", "place", "times", "help"].map((name) => say[`head_${name}`]);
  const tables = ROLES.filter((role) => people[role].length).map((role) => {
    const more = role === "mentor" ? [say.head_capacity] : [];
    return tableOf(say[`title_${role}`], [...heads, ...more, say.remove], people[role].map(rowOf(role)));
  });
  find("mt-people").replaceChildren(...tables);
  find("mt-matching").hidden = !tables.length;
  showPairs();
};

const weights = () =>
  Object.fromEntries([...document.querySelectorAll("[data-mt-weight]")].map(({ dataset, value }) => [dataset.mtWeight, +value]));

const compare = (mentee, mentor) => suiting.compared(people.mentee[mentee], people.mentor[mentor], weights());

/** Proposes pairs; those that the person chose by hand stay. */
const propose = () =>
  fetched(import("./assignment.js"), ({ paired }) => {
    const [before, wished] = [pairs, weights()];
    scores = people.mentee.map((mentee) => people.mentor.map((mentor) => suiting.compared(mentee, mentor, wished)));
    const left = people.mentor.map(({ person }, at) =>
      Math.max(0, person.capacity - before.filter(({ own, mentor }) => own && mentor === at).length),
    );
    const open = people.mentee.map((_, at) => at).filter((at) => !before[at]?.own);
    const points = open.map((at) => scores[at].map(({ bar, points }) => (bar ? -1 : points)));
    const found = paired(points, left);
    pairs = people.mentee.map((_, at) => before[at]?.own ? before[at] : found[open.indexOf(at)]);
    showPairs();
    find("mt-pairs-title").focus();
  });

const out = (points) => Math.round(points / 10);

/** Why two suit: a line for each criterion that counts. */
const reasons = (mentee, mentor) => {
  const { parts, bar } = compare(mentee, mentor);
  const lines = parts.map(({ name, share, what }) => {
    const words = (what ?? []).map((one) => (name in applications ? labelOf(name, one) : one)).join(", ");
    const how = share === undefined ? say.unknown : words || say.nothing;
    return make("li", {}, make("b", {}, say[`weight_${name}`]), `: ${how}`);
  });
  const barred = bar && make("p", { className: "mt-wrong" }, said(say[`bar_${bar.why}`], { what: bar.what.join(", ") }));
  return [...(barred ? [barred] : []), make("ul", {}, ...lines)];
};

const choose = (mentee, mentor) => {
  pairs[mentee] = { mentor, ties: [], own: true };
  showPairs(mentee);
};

/** All mentors to choose from, those who suit best first. */
const chooser = (mentee) => {
  const id = `mt-of-${mentee}`;
  const order = scores[mentee].map((score, at) => ({ ...score, at })).sort((a, b) => b.points - a.points);
  const options = order.map(({ at, points, bar }) => {
    const text = said(say.option, { name: nameOf("mentor", at), points: out(points) });
    return new Option(bar ? `${text} · ${say.barred}` : text, at);
  });
  const select = make("select", { id }, new Option(say.nobody, NOBODY), ...options);
  select.value = pairs[mentee].mentor;
  select.onchange = () => choose(mentee, +select.value);
  return make("p", { className: "mt-line" }, make("label", { htmlFor: id }, say.mentor), select);
};

/** What both wrote themselves: only a person can read it. */
const written = (mentee, mentor) =>
  [["mentee", mentee], ["mentor", mentor]].filter(([, at]) => at !== NOBODY).flatMap(([role, at]) => {
    const { wishes, mustNots } = people[role][at].person;
    const lines = [[say.weight_wishes, wishes], [say.must_nots, mustNots]].filter(([, text]) => text);
    return lines.map(([label, text]) => make("p", {}, make("b", {}, `${nameOf(role, at)}, ${label.toLowerCase()}: `), text));
  });

/** What a card holds when it is opened: made then, because all of them together are many. */
const more = (mentee, { mentor, own }) => {
  const free = button(say.let_go, () => {
    pairs[mentee] = { ...pairs[mentee], own: false };
    propose();
  });
  const summary = make("summary", {}, say.change);
  summary.setAttribute("aria-label", `${say.change}: ${nameOf("mentee", mentee)}`);
  const box = make("details", { className: "mt-more" }, summary);
  box.addEventListener("toggle", () => {
    if (box.open && box.children.length === 1) box.append(...written(mentee, mentor), chooser(mentee), ...(own ? [free] : []));
  });
  return box;
};

const card = (pair, mentee) => {
  const { mentor, ties, own } = pair;
  const name = mentor === NOBODY ? say.nobody : nameOf("mentor", mentor);
  const meta = mentor === NOBODY ? [] : [said(say.points, { points: out(scores[mentee][mentor].points) })];
  if (own) meta.push(say.own);
  const others = ties.map((at) => (at === NOBODY ? say.nobody : nameOf("mentor", at))).join(", ");
  const crowded = mentor !== NOBODY && pairs.filter((one) => one.mentor === mentor).length > people.mentor[mentor].person.capacity;
  return make("li", { className: "mt-card" },
    make("h3", {}, `${nameOf("mentee", mentee)} – ${name}`),
    make("p", { className: "mt-meta" }, meta.join(" · ")),
    ...(crowded ? [make("p", { className: "mt-wrong" }, say.crowded)] : []),
    ...(others ? [make("p", {}, said(say.tie, { names: others }))] : []),
    ...(mentor === NOBODY ? [make("p", {}, own ? "" : say.left)] : reasons(mentee, mentor)),
    more(mentee, pair));
};

const showPairs = (at) => {
  const list = find("mt-pairs");
  list.replaceChildren(...pairs.map(card));
  find("mt-paired").hidden = !pairs.length;
  const held = pairs.map(({ mentor }, mentee) => scores[mentee][mentor]?.points).filter((one) => one !== undefined);
  const mean = held.length ? out(held.reduce((sum, one) => sum + one, 0) / held.length) : 0;
  find("mt-total").textContent = said(say.total, { n: held.length, all: pairs.length, points: mean });
  if (at === undefined) return;
  // Whoever chooses by arrow keys goes on from there.
  const box = list.children[at].querySelector("details");
  box.open = true;
  box.dispatchEvent(new Event("toggle"));
  box.querySelector("select").focus();
};

/** The pairs as they are handed on, with the people's own names. */
const handed = () =>
  pairs.flatMap(({ mentor }, mentee) =>
    mentor === NOBODY ? [] : [{ mentee: people.mentee[mentee].person, mentor: people.mentor[mentor].person, points: out(scores[mentee][mentor].points) }],
  );

const save = (content, name, type) => saveAs(new Blob([content], { type }), name);
const handOn = (act) => () => fetched(import("./matching-files.js"), (made) => act(made, handed()));
const acts = {
  propose,
  list: handOn((made, all) => save(made.listOf(all, say), dated(say.file, "csv"), "text/csv")),
  letters: handOn((made, all) => save(made.lettersOf(all, say), dated(say.file_letters, "txt"), "text/plain")),
  word: handOn((made, all) => save(made.tableOf(all, say, locale()), dated(say.file, "docx"), made.WORD)),
  keep: () => saveOpened(say.file_people),
  print: () => print(),
};

/** A table of a form service: the person says whose it is, and what stands in which column. */
const columnsOf = (table) =>
  fetched(import("./matching-columns.js"), ({ ask }) =>
    find("mt-columns").append(ask(table, { say, labels: applications, add })),
  );

whenChosen(
  rare,
  ({ sheet }) => sheet in applications.sheets,
  ({ copies, tables, taken }) =>
    fetched(import("./people.js"), ({ fromAnswers }) => {
      tell(said(rare.receiving.read, { n: taken }));
      if (copies.length) add(copies.map(fromAnswers));
      tables.forEach(columnsOf);
    }),
  true,
);
find("mt-hide").addEventListener("change", show);
document.addEventListener("click", ({ target }) => acts[target.dataset.mtDo]?.());
ready();
