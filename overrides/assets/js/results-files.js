// Results as files: a report for a funder in Word, short or long, and a table for spreadsheets. Fetched
// when one is asked for.

import { csvOf } from "./csv.js";
import { paragraph, run, table, wordFile } from "./word.js";

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const ROOM = 9638; // twentieths of a point between the margins

const tableOf = ({ title, heads, rows }) => {
  const first = Math.round(ROOM * 0.45);
  const others = Math.floor((ROOM - first) / (heads.length - 1));
  const widths = [first, ...heads.slice(1).map(() => others)];
  const cells = rows.map(({ texts }) => texts.map((text) => paragraph(run(text))));
  return paragraph(run(title, "<w:rPr><w:b/></w:rPr>")) + table(heads, cells, widths);
};

const sheet = ({ title, n, tables }, say, all) => {
  const shown = tables.filter(({ rows, kind }) => rows.length && (all || kind !== "number"));
  const head = paragraph(run(`${title} (${say.n_answers.replace("{n}", n)})`), "Heading2");
  return shown.length ? head + shown.map(tableOf).join("") : "";
};

/** A report's bytes: `sheets` {title, n, tables} and the `quotes` that were chosen; `all` makes it
    long. The short one has the changes, the outcomes and what would be recommended. */
export const reportOf = (sheets, quotes, say, { all, locale, day }) => {
  const people = sheets.map(({ title, n }) => paragraph(run(`${title}: ${n}`)));
  const body = [
    paragraph(run(say.report), "Heading1"),
    paragraph(run(`${say.day} ${day}`)),
    paragraph(run(say.rule)),
    paragraph(run(say.opened), "Heading2"),
    ...people,
    ...sheets.slice(0, all ? undefined : 2).map((one) => sheet(one, say, all)),
    ...(quotes.length ? [paragraph(run(say.quotes), "Heading2")] : []),
    ...quotes.map((text) => paragraph(run(`“${text}”`))),
  ];
  return wordFile(body.join(""), locale);
};

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
