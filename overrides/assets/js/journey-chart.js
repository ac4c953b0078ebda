// Ratings before and now as bars, in the text's own colour: before is hollow, now is full. The table
// under it says the same in words. Fetched when there is something to draw.

import { digits } from "./page.js";
import { broken, path, svg, text } from "./drawing.js";

const WORDS = 130; // room for the words beside the bars

const said = (number) => (number ? digits(number) : "–");

/** Draws into a figure what was rated: [{label, before, after, change}]. */
export const draw = (figure, rated, words) => {
  const { mtLow: low, mtHigh: high } = figure.dataset;
  const width = Math.max(280, Math.min(640, figure.clientWidth));
  let y = 0;
  const bar = (number, name, change, fill) => {
    if (!number) return [];
    const box = (value) => {
      const long = ((value - low + 1) / (high - low + 1)) * (width - WORDS);
      return `M1 ${y + 3}h${Math.round(long)}v14H1z`;
    };
    const told = [name, digits(number), change && `(${change})`].filter(Boolean).join(" ");
    const parts = [
      path(box(high), { "stroke-opacity": 0.5 }),
      path(box(number), { "stroke-width": 2, fill }),
      text(width - WORDS + 10, y + 15, told, "start"),
    ];
    y += 22;
    return parts;
  };
  const parts = rated.flatMap(({ label, before, after, change }) => {
    y += 12;
    const lines = broken(label, width).map((line) => text(0, (y += 18) - 4, line, "start"));
    return [...lines, ...bar(before, words.before, "", "none"), ...bar(after, words.after, change, "currentColor")];
  });
  const told = rated.map(({ label, before, after }) => `${label} ${words.before}: ${said(before)}, ${words.after}: ${said(after)}`);
  const drawing = svg("svg", { role: "img", "font-size": 14, "font-family": "sans-serif" }, ...parts);
  drawing.setAttribute("viewBox", `0 0 ${width} ${y + 6}`);
  drawing.setAttribute("aria-label", `${words.ratings}. ${told.join(". ")}`);
  figure.replaceChildren(drawing);
};
