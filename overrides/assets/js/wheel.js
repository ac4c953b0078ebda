// A wheel with a sector for each row: the further out, the higher the number. What is is full, as
// one reads it; what is wished is a broken line on it.

import { circle, drawn, fits, path, text } from "./drawing.js";

const look = ({ first }) =>
  first
    ? { fill: "currentColor", "fill-opacity": 0.3 }
    : { "stroke-width": 3, "stroke-dasharray": "6 4" };

drawn("wheel", (rows, width, height) => {
  // Which is full and which is a line, where there are two.
  const both = rows.find(({ scales }) => scales[1])?.scales ?? [];
  const size = Math.min(width, height - (both.length ? 28 : 6), 400);
  const centre = width / 2;
  const middle = size / 2;
  const rim = middle - 30;
  const at = (turn, radius) => {
    const angle = turn * 2 * Math.PI;
    // Whole pixels would make the ends of a whole circle one point, and that is no arc.
    return [centre + radius * Math.sin(angle), middle - radius * Math.cos(angle)].map(
      (number) => +number.toFixed(1),
    );
  };
  const out = ({ low, high }, value) => (rim * (value - low + 1)) / (high - low + 1);
  const sector = (from, part, scale) => {
    const radius = out(scale, scale.value);
    // Only the sector of a single row is larger than half of the wheel.
    const arc = `A${radius} ${radius} 0 ${rows[1] ? 0 : 1} 1 ${at(from + part - 1e-3, radius)}`;
    return path(`M${centre} ${middle}L${at(from, radius)}${arc}Z`, look(scale));
  };
  // What a sector is called stands beside it where there is room, and else its number.
  const called = ({ mark, name }, turn) => {
    const [x, y] = at(turn, rim + 16);
    const side = Math.sign(Math.round(x - centre));
    if (!side || !fits(name, centre - Math.abs(x - centre) + 6)) return text(x, y + 5, mark);
    return text(x - 6 * side, y + 5, name, side > 0 ? "start" : "end");
  };
  const sectors = rows.flatMap((row, place) => {
    const part = 1 / rows.length;
    const from = place * part;
    const drawn = row.scales.map((scale) => sector(from, part, scale));
    return [...drawn, called(row, from + part / 2)];
  });
  const signs = both.flatMap((scale, place) => {
    const [x, y] = [2 + (place * width) / 2, size + 22];
    return [path(`M${x} ${y - 12}h18v14h-18z`, look(scale)), text(x + 28, y, scale.label, "start")];
  });
  const [scale] = rows[0].scales;
  const rings = [rim, out(scale, (scale.low + scale.high) / 2)];
  return [
    size + (both.length ? 28 : 6),
    ...rings.map((radius) => circle(centre, middle, radius, { "stroke-opacity": 0.5 })),
    ...sectors,
    ...signs,
  ];
});
