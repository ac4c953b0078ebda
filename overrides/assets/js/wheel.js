// A wheel with a sector for each row: the further out, the higher the number.

import { circle, drawn, path, text } from "./drawing.js";

drawn("wheel", (rows, width) => {
  const size = Math.min(width, 400);
  const [centre, middle, rim] = [width / 2, size / 2, size / 2 - 30];
  const at = (turn, radius) => {
    const angle = turn * 2 * Math.PI;
    return [centre + radius * Math.sin(angle), middle - radius * Math.cos(angle)].map(Math.round);
  };
  const sector = (from, to, { value, low, high, last }) => {
    const radius = (rim * (value - low + 1)) / (high - low + 1);
    const large = to - from > 0.5 ? 1 : 0;
    const arc = `A${radius} ${radius} 0 ${large} 1 ${at(to - 1e-3, radius)}`;
    return path(`M${centre} ${middle}L${at(from, radius)}${arc}Z`, {
      "stroke-width": 2,
      "fill-opacity": 0.3,
      fill: last ? "currentColor" : "none",
    });
  };
  const sectors = rows.flatMap(({ mark, scales }, place) => {
    const [from, to] = [place / rows.length, (place + 1) / rows.length];
    const [x, y] = at((from + to) / 2, rim + 16);
    return [...scales.map((scale) => sector(from, to, scale)), text(x, y + 5, mark)];
  });
  // Which is hollow and which is full, where there are two.
  const signs = rows[0].scales.flatMap((scale, place, { length }) => {
    if (length < 2) return [];
    const y = size + 22 * (place + 1);
    const fill = { "stroke-width": 2, "fill-opacity": 0.3, fill: scale.last ? "currentColor" : "none" };
    return [path(`M1 ${y - 12}h14v14h-14z`, fill), text(24, y, scale.label, "start")];
  });
  const height = size + 11 * signs.length + 6;
  return [height, circle(centre, middle, rim, { "stroke-opacity": 0.5 }), ...sectors, ...signs];
});
