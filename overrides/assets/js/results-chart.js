// A report's chart: bars beside what they are of, in black and greys, for Word and PDF alike. Fetched
// when a report is made.

import { broken, path, svg, text } from "./drawing.js";

const ALL = 780;
const LABEL = 380;
const LONG = 250;
const LINE = 16;

/** A drawing of rows {label, bars}, where a bar is {share, words, full}; a share is of one. */
export const chartOf = (rows) => {
  let y = 0;
  const bar = ({ share, words, full }, at) => {
    const top = y + at * LINE;
    const box = (long) => `M${LABEL} ${top}h${Math.round(long)}v12H${LABEL}z`;
    return [
      path(box(LONG), { "stroke-opacity": 0.4 }),
      path(box(LONG * share), { fill: full ? "currentColor" : "none" }),
      text(LABEL + LONG + 10, top + 11, words, "start"),
    ];
  };
  const parts = rows.flatMap(({ label, bars }) => {
    const lines = broken(label, LABEL - 16);
    const drawn = [...lines.map((line, at) => text(0, y + 11 + at * LINE, line.trim(), "start")), ...bars.flatMap(bar)];
    y += Math.max(lines.length, bars.length) * LINE + 5;
    return drawn;
  });
  const drawing = svg("svg", { "font-size": 14, "font-family": "sans-serif" }, ...parts);
  drawing.setAttribute("viewBox", `0 0 ${ALL} ${y}`);
  return drawing;
};

/** How high a chart is, as a share of its width. */
export const shape = (drawing) => drawing.getAttribute("viewBox").split(" ")[3] / ALL;

/** The same in words. */
export const told = ({ title, rows }) => {
  const said = rows.map(({ label, bars }) => `${label}: ${bars.map(({ words }) => words).join(", ")}`);
  return [title, ...said].join(". ");
};
