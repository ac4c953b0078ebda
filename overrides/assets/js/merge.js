// Two people's answers to one sheet, brought together answer by answer: what only one has stays, and
// where they differ the person chooses. Loaded with a sheet that came as a link.

import { form, make } from "./page.js";
import { current, take } from "./autosave.js";
import { lineOf, questionOf, saidBy } from "./answer-words.js";
import { controlOf } from "./questions.js";

const growing = [...form.querySelectorAll("[data-mt-grows]")];

/** Where an answer belongs: to a row of a table that grows, or to itself. `like` is a control that
    asks for the same, for a row that is not there yet. */
const placeOf = (name) => {
  for (const table of growing) {
    const [, row, column] = name.startsWith(`${table.id}-`)
      ? (/^([1-9]\d?)-(.+)$/.exec(name.slice(table.id.length + 1)) ?? [])
      : [];
    if (row) return { part: `${table.id}-${row}`, table, row: +row, like: controlOf(`${table.id}-1-${column}`) };
  }
  return { part: name, like: controlOf(name) };
};

/** Answers in the form's order, a table's row by row, then those to questions that it does not have. */
const ordered = (answers) => {
  const order = [...form.elements].map(({ name }) => name);
  const rank = (name) => {
    const { like, table, row = 0 } = placeOf(name);
    const own = like ? order.indexOf(like.name) : Infinity;
    return [table ? order.indexOf(table.querySelector("[name]").name) : own, row, own];
  };
  const ranks = new Map(Object.keys(answers).map((name) => [name, rank(name)]));
  return [...ranks.keys()].sort((a, b) => {
    const [one, other] = [ranks.get(a), ranks.get(b)];
    const at = one.findIndex((place, number) => place !== other[number]);
    return at < 0 ? 0 : one[at] - other[at];
  });
};

/** What a person reads: each question with its lines; a row of a table that grows is one line. */
export const parts = (answers, unasked) => {
  const found = new Map();
  const rows = new Map();
  for (const name of ordered(answers)) {
    const { part, table, like } = placeOf(name);
    const question = like ? questionOf(like) : unasked;
    const lines = found.get(question) ?? found.set(question, []).get(question);
    const said = like ? (table ? saidBy(like, answers[name]) : lineOf(like, answers[name])) : answers[name];
    if (table && rows.has(part)) lines[rows.get(part)] += ` · ${said}`;
    else rows.set(part, lines.push(said) - 1);
  }
  return Array.from(found, ([question, lines]) => ({ question, lines }));
};

/** What of `theirs` is new, and where it differs: {added, differing}, of which each is a list of parts
    {mine, theirs, table, like}: answers by their names. */
export const compared = (own, given) => {
  const found = new Map();
  const put = (side, name, value) => {
    const { part, ...place } = placeOf(name);
    if (!found.has(part)) found.set(part, { mine: {}, theirs: {}, ...place });
    found.get(part)[side][name] = value;
  };
  for (const name of ordered({ ...own, ...given })) {
    if (name in own) put("mine", name, own[name]);
    if (name in given) put("theirs", name, given[name]);
  }
  const all = [...found.values()];
  const differs = ({ mine, theirs }) =>
    Object.keys(theirs).some((name) => name in mine && mine[name] !== theirs[name]);
  const adds = ({ mine, theirs }) => Object.keys(theirs).some((name) => !(name in mine));
  return {
    own,
    added: all.filter((part) => adds(part) && !differs(part)).map(({ theirs }) => theirs),
    differing: all.filter(differs),
  };
};

/** Under which names a row of theirs is put behind all rows that are used. */
const behind = (table, theirs, taken) => {
  const start = `${table.id}-`;
  const used = Object.keys(taken)
    .filter((name) => name.startsWith(start))
    .map((name) => parseInt(name.slice(start.length)) || 0);
  const next = Math.max(0, ...used) + 1;
  return Object.fromEntries(
    Object.entries(theirs).map(([name, value]) => [name.slice(start.length).replace(/^\d+/, start + next), value]),
  );
};

/** What both answers make together. */
const both = ({ mine, theirs, table, like }, taken) => {
  if (table) return behind(table, theirs, taken);
  const [[name, value]] = Object.entries(theirs);
  return { [name]: mine[name] + (like.rows > 1 ? "\n" : " / ") + value };
};

const textual = ({ like, table }) => !!table || /^text/.test(like?.type);

const said = (answers) =>
  parts(answers, "").flatMap(({ lines }) => lines).join("\n");

/** The choice between two answers to a question; at first one's own stays. */
const choice = (part, number, words) => {
  const option = (value, text, checked) => {
    const box = make("input", { type: "radio", name: `mt-merge-${number}`, value, id: `mt-merge-${number}-${value}`, checked });
    const words = make("label", { htmlFor: box.id, dir: "auto" }, text);
    return make("div", { className: "mt-option" }, box, words);
  };
  const { like } = part;
  return make("fieldset", { className: "mt-merge" },
    make("legend", { className: "mt-label" }, like ? questionOf(like) : words.unasked),
    option("mine", words.mine.replace("{answer}", () => said(part.mine)), true),
    option("theirs", words.theirs.replace("{answer}", () => said(part.theirs))),
    ...(textual(part) ? [option("both", words.both)] : []),
  );
};

/** Asks in `place` which answers stay, and puts them into the form. `end` hears how many came and gets
    the way back; `leave` is called when nothing is to be merged after all. */
export const mergeInto = (place, { own, added, differing }, words, end, leave) => {
  const merge = () => {
    const { answers } = current();
    // What was written while one chose stays.
    const taken = Object.assign({}, ...added);
    for (const name in taken) if (answers[name] !== own[name]) delete taken[name];
    differing.forEach((part, at) => {
      const { value } = place.querySelector(`[name=mt-merge-${at}]:checked`);
      if (value === "theirs") Object.assign(taken, part.theirs);
      if (value === "both") Object.assign(taken, both(part, { ...answers, ...taken }));
    });
    const names = Object.keys(taken).filter((name) => taken[name] !== answers[name]);
    const before = Object.fromEntries(names.map((name) => [name, answers[name] ?? ""]));
    if (names.length) take(Object.fromEntries(names.map((name) => [name, taken[name]])));
    end(names.length, () => take(before));
  };
  if (!differing.length) return merge();
  const act = (name, onclick, look) =>
    make("button", { type: "button", className: `mt-button ${look}`, onclick }, words[name]);
  const title = make("h2", { id: "mt-arrived", tabIndex: -1 }, words.choose);
  place.replaceChildren(
    title,
    make("p", {}, words.choose_text, ...(added.length ? [" ", words.choose_added.replace("{n}", added.length)] : [])),
    ...differing.map((part, at) => choice(part, at, words)),
    make("p", { className: "mt-actions" }, act("merge_do", merge, ""), act("merge_not", leave, "mt-quiet")),
  );
  title.focus();
  place.scrollIntoView();
};
