// Results as a table for spreadsheets. Fetched when it is asked for.

import { csvOf } from "./csv.js";

/** Every number in a line of its own: sheet, question, words, answers, mean, spread, count. What is not
    told of few people is empty. */
export const listOf = (sheets) => {
  const plain = (value) => (value === undefined ? "" : `${Math.round(1000 * value) / 1000}`);
  const lines = sheets.flatMap(({ name, tables }) =>
    tables.flatMap(({ rows }) =>
      rows.map(({ key, texts, sum }) => [name, key, texts[0], ...[sum?.n, sum?.mean, sum?.spread, sum?.count].map(plain)]),
    ),
  );
  return csvOf([["sheet", "question", "words", "answers", "mean", "spread", "count"], ...lines]);
};
