// A report as a Word file that can be edited. Fetched when it is asked for.

import { png } from "./raster.js";
import { chartOf, shape, told } from "./results-chart.js";
import { columnsOf, fitted } from "./results-report.js";
import { paragraph, picture, run, table, wordFile } from "./word.js";

export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const ROOM = 9638; // twentieths of a point between the margins
const WIDE = ROOM / 20;
const DRAWN = 0.88 * WIDE;
const TALL = 728; // points of a page that can be filled
const SPARE = 0.93; // of a page: other programs have other letters

/** About as many lines as a text takes: letters of Word's fonts are half as wide as they are high. */
const lines = (text, size, wide = WIDE) => Math.ceil((text.length * size * 0.52) / wide) || 1;

const TALLNESS = {
  h1: ({ text }, size) => (2.05 * lines(text, 1.65 * size) + 0.9) * size,
  h2: ({ text }, size) => (1.55 * lines(text, 1.28 * size) + 1.65) * size,
  p: ({ text }, size) => text.split("\n").reduce((sum, part) => sum + lines(part, size), 0) * 1.25 * size + 4,
  table: ({ title, heads, rows }, size) => {
    const widths = columnsOf(heads).map((share) => share * WIDE - 10);
    const row = (texts) => Math.max(...texts.map((text, at) => lines(text, size, widths[at]))) * 1.22 * size + 2.8;
    return [heads, ...rows].reduce((sum, texts) => sum + row(texts), lines(title, size) * 1.25 * size + 12);
  },
  chart: ({ title, drawing }, size) => shape(drawing) * DRAWN + lines(title, size) * 1.25 * size + 10,
  blank: ({ lines: many }) => many * 24,
};
TALLNESS.quote = TALLNESS.small = TALLNESS.p;

/** The pages that blocks take; only text and tables go on from one to the next. */
const count = (blocks, size) => {
  let [pages, y] = [1, 0];
  for (const block of blocks) {
    const tall = TALLNESS[block.kind](block, size);
    const over = y + tall - TALL * SPARE;
    if (over > 0) pages += 1;
    y = over > 0 ? (block.kind === "chart" ? tall : over) : y + tall;
  }
  return pages;
};

const several = (text) => text.split("\n").map((part) => paragraph(run(part), "Spaced")).join("");
const MAKERS = {
  h1: ({ text }) => paragraph(run(text), "Heading1"),
  h2: ({ text }) => paragraph(run(text), "Heading2"),
  p: ({ text }) => several(text),
  table: ({ title, heads, rows }) => {
    const widths = columnsOf(heads).map((share) => Math.floor(share * ROOM));
    const cells = rows.map((texts) => texts.map((text) => paragraph(run(text))));
    return paragraph(run(title), "TableTitle") + table(heads, cells, widths, { pad: 20, after: "Gap" });
  },
  chart: (block) => paragraph(run(block.title), "TableTitle") + paragraph(picture(block.id, DRAWN, shape(block.drawing) * DRAWN, told(block))),
  blank: ({ lines: many }) => paragraph("", "Line").repeat(many),
};
MAKERS.quote = MAKERS.small = MAKERS.p;

/** A report's bytes: of its blocks, so many pages at the most. */
export const fileOf = async (blocks, pages, say) => {
  const drawn = blocks.map((block, at) => (block.kind === "chart" ? { ...block, id: `c${at}`, drawing: chartOf(block.rows) } : block));
  const room = fitted(drawn, pages, count, say);
  const charts = room.blocks.filter(({ kind }) => kind === "chart");
  const pictures = await Promise.all(charts.map(async ({ id, drawing }) => {
    const dots = await png(drawing, 2);
    return [id, new Uint8Array(await dots.arrayBuffer())];
  }));
  const body = room.blocks.map((block) => MAKERS[block.kind](block)).join("");
  return { bytes: wordFile(body, say.locale, { size: room.size, pictures: Object.fromEntries(pictures) }), lacking: [] };
};
