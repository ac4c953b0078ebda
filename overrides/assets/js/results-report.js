// What a report for a funder says, block by block: the same in Word and in PDF, of one page or of four.
// Fetched when one is asked for.

import { round } from "./results-tables.js";

const QUOTES = 8;
const LETTERS = [220, 400]; // of a quote: on one page, on four

/** Letters of these sizes are tried, in points. */
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8];

const shortened = (text, most) => (text.length > most ? `${text.slice(0, most).replace(/\s\S*$/, "")} …` : text);
const of = (kind, text) => ({ kind, text });
const filled = (pattern, n) => pattern.replace("{n}", () => n);

const tableOf = ({ title, heads, rows }) => ({ kind: "table", title, heads, rows: rows.map(({ texts }) => texts) });

const ratedTwice = ({ title, rated }, say) => {
  const bar = ({ low, high }, { mean }, word, full) => ({
    share: (mean - low + 1) / (high - low + 1),
    words: `${word} ${round(mean, say)}`,
    full,
  });
  const known = rated.filter(({ before }) => before);
  const rows = known.map((one) => ({
    label: one.label,
    bars: [bar(one, one.before, say.before, false), bar(one, one.after, say.after, true)],
  }));
  return { kind: "chart", title, rows };
};

const chosen = ({ title, rows }) => {
  const told = rows.filter(({ share }) => share !== undefined);
  const bars = told.map(({ texts: [label, , words], share }) => ({ label, bars: [{ share, words, full: true }] }));
  return { kind: "chart", title, rows: bars };
};

/** What a table's numbers look like: ratings at the start and now, or what has happened to people. */
const chartOf = (table, say) => {
  const chart = table.kind === "twice" ? ratedTwice(table, say) : chosen(table);
  return chart.rows.length ? [chart] : [];
};

const isOutcomes = ({ rows }) => rows.some(({ key = "" }) => /-outcomes=/.test(key));
const tablesOf = (sheets) => sheets.flatMap(({ tables }) => tables.filter(({ rows }) => rows.length));

const head = ({ programme, dates, day }, say) => {
  const told = [programme && `${say.programme}: ${programme}`, dates && `${say.dates}: ${dates}`, `${say.day} ${day}`];
  return [of("h1", say.report), of("p", told.filter(Boolean).join(" · "))];
};

/** How many answered what, and how many would recommend it. */
const inNumbers = (sheets, say) => {
  const told = tablesOf(sheets).flatMap(({ kind, title, rows }) => {
    const part = title === say.numbers ? "" : `${title} – `;
    const lines = rows.filter(({ key, sum }) => kind === "number" && sum && /-recommend$/.test(key));
    return lines.map(({ texts: [label, n, mean] }) => `${part}${label}: ${say.mean.toLowerCase()} ${mean}, ${filled(say.n_answers, n)}`);
  });
  return [
    of("h2", say.numbers),
    of("p", sheets.map(({ title, n }) => `${title}: ${filled(say.n_answers, n)}`).join(" · ")),
    ...told.map((text) => of("p", text)),
  ];
};

const quoted = (quotes, say, [many, letters]) => {
  const lines = quotes.slice(0, many).map((text) => of("quote", say.quoted.replace("{text}", () => shortened(text.trim(), letters))));
  return lines.length ? [of("h2", say.quotes), ...lines] : [];
};

const twoOutcomes = (tables, say) => {
  const rows = tables.filter(isOutcomes).flatMap(({ rows }) => rows.filter(({ key, share }) => share && !/other$/.test(key)));
  const most = rows.sort((a, b) => b.share - a.share).slice(0, 2);
  const lines = most.map(({ texts: [label, n, share] }) => of("p", `${label}: ${n} (${share})`));
  return lines.length ? [of("h2", say.outcomes), ...lines] : [];
};

const onePage = (sheets, quotes, about, say) => {
  const tables = tablesOf(sheets);
  const twice = tables.find(({ kind }) => kind === "twice");
  const drawn = twice ?? tables.find(isOutcomes);
  return [
    ...head(about, say),
    ...inNumbers(sheets, say),
    ...(twice ? [tableOf(twice)] : []),
    ...(drawn ? chartOf(drawn, say) : []),
    ...twoOutcomes(tables, say),
    ...quoted(quotes, say, [1, LETTERS[0]]),
    of("small", [twice && say.brackets, say.rule].filter(Boolean).join(" ")),
  ];
};

const choicesOf = ({ rows }) => rows.map(({ texts: [label] }) => label);

/** Questions with the same choices as one table: a row for each, with the shares of its choices. */
const matrix = (tables, say) => {
  const [{ part, rows }] = tables;
  if (tables.length === 1) return tables[0];
  const lines = tables.map(({ label, rows }) => ({ texts: [label, `${rows[0].sum.n}`, ...rows.map(({ texts }) => texts[2])] }));
  return { kind: "shares", title: part, heads: [say.question, say.answers, ...choicesOf({ rows })], rows: lines };
};

/** Tables of one part that have the same choices stand together. */
const together = (tables, say) => {
  const groups = [];
  for (const table of tables) {
    const [last] = groups.at(-1) ?? [];
    const same = last?.part && last.part === table.part && choicesOf(last).join() === choicesOf(table).join();
    if (same && table.kind === "counts") groups.at(-1).push(table);
    else groups.push([table]);
  }
  return groups.map((group) => matrix(group, say));
};

const told = (table, say) => {
  const drawn = table.kind === "twice" || isOutcomes(table);
  return [tableOf(table), ...(drawn ? chartOf(table, say) : [])];
};

/** What is not told, and what numbers cannot tell. */
const limits = (sheets, few, say) => {
  const untold = sheets.flatMap(({ tables }) => tables.filter(({ few }) => few).map(({ title }) => title));
  const left = [...few, ...untold];
  return [
    of("h2", say.limits),
    of("p", [say.rule, say.felt].join(" ")),
    ...(left.length ? [of("p", `${say.left}: ${left.join("; ")}.`)] : []),
  ];
};

const fourPages = (sheets, quotes, about, say) => [
  ...head(about, say),
  ...inNumbers(sheets, say),
  of("h2", say.method),
  of("p", say.method_forms),
  of("p", say.method_numbers),
  ...sheets.flatMap(({ title, n, tables }) => [
    of("h2", `${title} (${filled(say.n_answers, n)})`),
    ...together(tables.filter(({ rows }) => rows.length), say).flatMap((table) => told(table, say)),
  ]),
  ...quoted(quotes, say, [QUOTES, LETTERS[1]]),
  ...limits(sheets, about.few, say),
  of("h2", say.next),
  ...(about.next ? [of("p", about.next)] : [{ kind: "blank", lines: 4 }]),
];

/** A report's blocks: {kind, text}; tables {kind, title, heads, rows}; charts {kind, title, rows}, where
    a row is a label and bars {share, words, full}; and `lines` to write on. `sheets` are as toldOf gives
    them, `about` is {programme, dates, next, day, few}, where `few` names sheets of too few people. */
export const blocksOf = (sheets, quotes, about, say, pages) =>
  (pages === 1 ? onePage : fourPages)(sheets, quotes, about, say);

const FIRST = 0.46; // of a table's width: its first column

/** How much of a table's width each of its columns has. */
export const columnsOf = (heads) => heads.map((_, at) => (at ? (1 - FIRST) / (heads.length - 1) : FIRST));

/** The blocks and the `size` of letters with which they have room: `count` tells the pages that blocks
    need. Where no size does, the last tables are left to the table for spreadsheets. */
export const fitted = (blocks, pages, count, say) => {
  const size = SIZES.find((one) => count(blocks, one) <= pages);
  const last = blocks.findLast(({ kind }) => kind === "table" || kind === "chart");
  if (size || !last) return { blocks, size: size ?? SIZES.at(-1) };
  const fewer = blocks.map((one) => (one === last ? of("p", `${one.title}: ${say.elsewhere}`) : one));
  return fitted(fewer, pages, count, say);
};
