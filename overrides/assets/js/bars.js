// A bar for each rating; the last one of a row is full, those before it are hollow.

import { broken, change, drawn, path, text } from "./drawing.js";
import { digits } from "./page.js";

const WORDS = 130; // room for the words beside the bars

drawn("bars", (rows, width) => {
  let y = 0;
  const bar = ({ label, value, low, high, last }, scales) => {
    const box = (number) => {
      const long = ((number - low + 1) / (high - low + 1)) * (width - WORDS);
      return `M1 ${y + 3}h${Math.round(long)}v14H1z`;
    };
    const parts = [
      path(box(high), { "stroke-opacity": 0.5 }),
      path(box(value), { "stroke-width": 2, fill: last ? "currentColor" : "none" }),
      text(width - WORDS + 10, y + 15, `${label} ${digits(value)}${last ? change(scales) : ""}`, "start"),
    ];
    y += 22;
    return parts;
  };
  const parts = rows.flatMap(({ name, scales }) => {
    y += 12;
    const label = broken(name, width).map((line) => text(0, (y += 18) - 4, line, "start"));
    return [...label, ...scales.flatMap((scale) => bar(scale, scales))];
  });
  return [y + 6, ...parts];
});
