// What many people answered, in numbers. Nothing is told of fewer than five people, nor what could be
// reckoned from what is told.

import { number } from "./page.js";

/** So many people must have answered before anything of it is shown. */
const LEAST = 5;

const given = (copies, key) => copies.map(({ answers }) => answers[key] ?? "").filter(Boolean);

/** How many, their mean, and their spread as the standard deviation of a sample; of fewer than five,
    nothing at all. */
export const mean = (values) => {
  const n = values.length;
  if (n < LEAST) return undefined;
  const middle = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return { n, mean: middle, spread: Math.sqrt(squares / (n - 1)) };
};

const numbersOf = (copies, { key, low, high }) =>
  given(copies, key)
    .map(number)
    .filter((value) => !isNaN(value) && value >= (low ?? 0) && value <= (high ?? 1e4));

/** Counts of which each person is in one only, without the small ones: those that are left out are
    undefined, and are together five at least, in two counts at least, so that none can be reckoned. */
export const hidden = (counts) => {
  const order = counts.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count);
  const out = new Set();
  let sum = 0;
  for (const { count, at } of order) {
    const enough = !out.size || (out.size > 1 && (sum >= LEAST || sum === 0));
    if (count >= LEAST && enough) break;
    out.add(at);
    sum += count;
  }
  return counts.map((count, at) => (out.has(at) ? undefined : count));
};

const SUMMED = {
  number: (copies, question) => mean(numbersOf(copies, question)),
  one: (copies, { key, options }) => {
    const known = given(copies, key).filter((value) => options.some(([id]) => id === value));
    if (known.length < LEAST) return;
    const counts = options.map(([id]) => known.filter((value) => value === id).length);
    return { n: known.length, counts: hidden(counts) };
  },
  any: (copies, { options }) => {
    const n = copies.filter(({ answers }) => options.some(([key]) => answers[key])).length;
    if (n < LEAST) return;
    const counts = options.map(([key]) => given(copies, key).length);
    return { n, counts: counts.map((count) => (count < LEAST ? undefined : count)) };
  },
  text: (copies, { key }) => {
    const texts = given(copies, key);
    return texts.length < LEAST ? undefined : { n: texts.length, texts };
  },
};

/** What one question came to: {n, mean, spread}, {n, counts} or {n, texts}; undefined of few people. */
export const summed = (copies, question) => SUMMED[question.kind](copies, question);

/** The means of a question by groups, where every group is large enough, and those in none, too. */
export const apart = (groups, rest, question) => {
  const parts = [...groups, rest].map((copies) => numbersOf(copies, question));
  const sound = parts.every(({ length }, at) => length >= LEAST || (at === groups.length && !length));
  return sound ? parts.slice(0, -1).map(mean) : groups.map(() => undefined);
};

/** Statements that were rated twice on one sheet, of those who rated both: {label, n, before, after,
    change}, or undefined of few people. */
export const twice = (copies, questions) => {
  const rated = questions.filter(({ column }) => column === "before");
  return rated.flatMap((first) => {
    const last = questions.find(({ row, column }) => row === first.row && column === "after");
    if (!last) return [];
    const both = copies.filter((one) => numbersOf([one], first).length && numbersOf([one], last).length);
    const [before, after] = [first, last].map((one) => mean(numbersOf(both, one)));
    return [{ label: first.label, low: first.low, high: first.high, before, after, n: both.length }];
  });
};
