// Results as tables of words, for the page, the report and the table for spreadsheets alike. Fetched
// when there are results.

import { apart, summed, twice } from "./sums.js";

/** A number with one decimal, as the words' own language writes it. */
export const round = (value, { locale }) =>
  value.toLocaleString(locale, { useGrouping: false, minimumFractionDigits: 1, maximumFractionDigits: 1 }).replace("-", "−");
const told = (sum, say) => (sum ? [`${sum.n}`, round(sum.mean, say), round(sum.spread, say)] : [say.few, "–", "–"]);

/** A question with the part of the sheet or of the table to which it belongs. */
const named = ({ part, label }) => [part, label].filter(Boolean).join(" – ");

/** Questions of one kind that stand together: in one part of the sheet. */
const together = (questions) => {
  const parts = new Map();
  for (const one of questions) parts.set(one.part, [...(parts.get(one.part) ?? []), one]);
  return [...parts.values()];
};

/** The programme's answers by role, and those who told none. */
const byRole = (sheet, copies) => {
  const of = (role) => copies.filter(({ answers }) => answers[`${sheet}-role`] === role);
  const groups = [of("mentee"), of("mentor")];
  return { groups, rest: copies.filter((one) => !groups.flat().includes(one)) };
};

const numbers = (sheet, copies, questions, say) => {
  const { groups, rest } = byRole(sheet, copies);
  const rows = questions.map((question) => {
    const sum = summed(copies, question);
    const parts = apart(groups, rest, question).map((one) => (one ? round(one.mean, say) : "–"));
    const { key, label, low, high, scale } = question;
    const share = sum && scale ? (sum.mean - low) / (high - low) : undefined;
    const ends = scale ? ` (${low}–${high})` : "";
    return { key, texts: [label + ends, ...told(sum, say), ...parts], share, sum };
  });
  const some = groups.every(({ length }) => length);
  const heads = [say.question, say.answers, say.mean, say.spread, ...(some ? [say.mentees, say.mentors] : [])];
  const cut = rows.map((row) => ({ ...row, texts: row.texts.slice(0, heads.length) }));
  return { kind: "number", title: questions[0].part || say.numbers, heads, rows: cut };
};

const counts = (copies, question, say) => {
  const sum = summed(copies, question);
  const rows = question.options.map(([id, label], at) => {
    const count = sum?.counts[at];
    const share = count === undefined ? undefined : count / sum.n;
    const texts = [label, count === undefined ? say.under : `${count}`, share === undefined ? "–" : `${Math.round(100 * share)} %`];
    return { key: `${question.key}=${id}`, texts, share, sum: { n: sum?.n, count } };
  });
  const label = named(question);
  const title = sum ? `${label} (${say.n_answers.replace("{n}", sum.n)})` : label;
  return { kind: "counts", title, part: question.part, label: question.label, heads: [say.choice, say.count, say.share], rows: sum ? rows : [], few: !sum };
};

const ratedTwice = (copies, questions, say) => {
  const rated = twice(copies, questions);
  const rows = rated.map(({ label, before, after }) => {
    const change = before && after ? after.mean - before.mean : 0;
    const sign = change > 0 ? "+" : "";
    const cell = (sum) => `${round(sum.mean, say)} (${round(sum.spread, say)})`;
    const texts = before ? [label, `${before.n}`, cell(before), cell(after), sign + round(change, say)] : [label, say.few, "–", "–", "–"];
    return { key: `${label}=change`, texts, sum: before && { n: before.n, mean: change } };
  });
  const heads = [say.question, say.answers, say.before, say.after, say.change];
  return { kind: "twice", title: say.twice, heads, rows, rated };
};

const texts = (sheet, copies, question) => {
  const own = copies.filter(({ answers }) => answers[question.key]);
  const lines = own.map(({ id, answers }) => ({
    id: `${id}-${question.key}`,
    text: answers[question.key],
    // Only who was asked, and said yes, may be quoted.
    quotable: answers[`${sheet}-quote`] === "yes",
  }));
  return { label: named(question), lines: summed(copies, question) ? lines : [], n: own.length };
};

/** All that is told of one sheet's copies: `tables` {kind, title, heads, rows}, where each row has its
    `texts` and what is drawn of it as a `share` of one, and `texts` {label, lines}. */
export const toldOf = (sheet, copies, questions, say) => {
  const pairs = new Set(questions.filter(({ column }) => column === "after").map(({ row }) => row));
  const once = questions.filter(({ row, kind }) => kind !== "number" || !pairs.has(row));
  const groups = together(once.filter(({ kind }) => kind === "number"));
  const choices = once.filter(({ kind, key }) => /one|any/.test(kind) && key !== `${sheet}-quote`);
  return {
    tables: [
      ...(pairs.size ? [ratedTwice(copies, questions, say)] : []),
      ...groups.map((group) => numbers(sheet, copies, group, say)),
      ...choices.map((question) => counts(copies, question, say)),
    ],
    texts: once.filter(({ kind }) => kind === "text").map((question) => texts(sheet, copies, question)),
  };
};
