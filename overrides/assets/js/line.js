// A curve through what happened: how far along by the number or the date, how high by the scale.

import { dot, drawn, fits, path, text } from "./drawing.js";
import { digits } from "./page.js";

const MOST = 220; // pixels high
const GAP = 34; // between the middles of two dots

/** Places as they are, but no two dots on one another, as events of the same year would be. */
const apart = (places, room) => {
  const gap = Math.min(GAP, room / (places.length - 1));
  let last = -gap;
  let next = room + gap;
  const pushed = places.map((place) => (last = Math.max(place, last + gap)));
  return pushed.reverse().map((place) => (next = Math.min(place, next - gap))).reverse();
};

drawn("line", (rows, width, height) => {
  const most = Math.min(MOST, height);
  const { low, high } = rows[0].scales[0];
  const y = (value) => Math.round(24 + ((high - value) / (high - low)) * (most - 48));
  const timed = !rows.some(({ along }) => isNaN(along));
  if (timed) rows.sort((a, b) => a.along - b.along);
  const places = rows.map(({ along }, at) => (timed ? along : at));
  const span = places.at(-1) - places[0];
  const room = width - 72;
  const along = places.map((place) => (span ? (place - places[0]) / span : 0.5) * room);
  const points = apart(along, room).map((place, at) => {
    const { mark, scales } = rows[at];
    return [Math.round(48 + place), y(scales[0].value), mark];
  });
  const curve = points.map(([right, there], at) => {
    const [left, here] = points[at - 1] ?? [];
    const half = (left + right) / 2;
    return at ? `C${half} ${here} ${half} ${there} ${right} ${there}` : `M${right} ${there}`;
  });
  // A name stands over its dot, or under one that is high, where the next ones leave it room.
  const names = points.flatMap(([x, y, mark], at) => {
    const before = points[at - 1]?.[0] ?? -x;
    const after = points[at + 1]?.[0] ?? 2 * width - x;
    const { name } = rows[at];
    if (name === mark || !fits(name, Math.min(x - before, after - x))) return [];
    return text(x, y < most / 2 ? y + 32 : y - 21, name);
  });
  const zero = Math.max(low, Math.min(high, 0));
  return [
    most,
    path(`M32 ${y(zero)}H${width}`, { "stroke-dasharray": 4 }),
    ...new Set([low, zero, high].map((value) => text(12, y(value) + 5, digits(value)))),
    path(curve.join(""), { "stroke-width": 3 }),
    ...points.map((point) => dot(...point)),
    ...names,
  ];
});
