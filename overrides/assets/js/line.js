// A curve through what happened: how far along by the number or the date, how high by the scale.

import { dot, drawn, path, text } from "./drawing.js";

const HEIGHT = 220;

drawn("line", (rows, width) => {
  const { low, high } = rows[0].scales[0];
  const y = (value) => Math.round(24 + ((high - value) / (high - low)) * (HEIGHT - 48));
  const timed = !rows.some(({ along }) => isNaN(along));
  if (timed) rows.sort((a, b) => a.along - b.along);
  const places = rows.map(({ along }, at) => (timed ? along : at));
  const span = places.at(-1) - places[0];
  const x = (place) => Math.round(48 + (span ? (place - places[0]) / span : 0.5) * (width - 72));
  const points = rows.map(({ mark, scales }, at) => [x(places[at]), y(scales[0].value), mark]);
  const curve = points.map(([right, there], at) => {
    const [left, here] = points[at - 1] ?? [];
    const half = (left + right) / 2;
    return at ? `C${half} ${here} ${half} ${there} ${right} ${there}` : `M${right} ${there}`;
  });
  const zero = Math.max(low, Math.min(high, 0));
  return [
    HEIGHT,
    path(`M32 ${y(zero)}H${width}`, { "stroke-dasharray": 4 }),
    ...new Set([low, zero, high].map((value) => text(12, y(value) + 5, value))),
    path(curve.join(""), { "stroke-width": 3 }),
    ...points.map((point) => dot(...point)),
  ];
});
