// People round the one in the middle: the scale says on which ring, a thick line who is close.
// A dot has room for two letters; a longer name stands beside its dot where it fits, and in any case in
// the list, under the number in its dot.

import { circle, dot, drawn, path, text } from "./drawing.js";

const [DOT, LETTER] = [15, 10]; // pixels: a dot's radius, and how wide a letter is at most

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const within = ({ left, top, right, bottom }, width, height) =>
  left >= 0 && right <= width && top >= 0 && bottom <= height;
const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Where a name may stand: away from the middle, towards it, under its dot, over it. */
const places = ({ x, y, name }, centre) => {
  const width = name.length * LETTER;
  const side = x < centre ? -1 : 1;
  const beside = (side) => ({
    at: [x + (DOT + 4) * side, y + 5, name, side > 0 ? "start" : "end"],
    box: box(side > 0 ? x + DOT + 4 : x - DOT - 4 - width, y - 8, width, 16),
  });
  const level = (by) => ({ at: [x, y + by, name], box: box(x - width / 2, y + by - 13, width, 16) });
  return [beside(side), beside(-side), level(DOT + 15), level(-DOT - 6)];
};

/** The line from the middle to a dot, as points: a name may not stand on one. */
const points = ({ x, y }, centre, middle) =>
  Array.from({ length: 40 }, (_, at) => box(centre + ((x - centre) * at) / 40, middle + ((y - middle) * at) / 40, 1, 1));

/** The names that have room beside their dots, as what `text` takes. `taken` is what they keep off. */
const named = (people, centre, middle, taken) => {
  const names = [];
  for (const person of people.filter(({ long }) => long)) {
    const free = places(person, centre).find(
      (place) => within(place.box, 2 * centre, 2 * middle) && !taken.some((one) => meet(one, place.box)),
    );
    if (!free) continue;
    taken.push(free.box);
    names.push(free.at);
  }
  return names;
};

drawn("rings", (rows, width, height) => {
  const size = Math.min(width, height, 440);
  const [middle, most] = [size / 2, rows[0].scales[0].high];
  const centre = width / 2;
  const radius = (ring) => ((middle - 18) * ring) / most;
  const rings = Array.from({ length: most }, (_, at) => at + 1);
  const people = rings.flatMap((ring) =>
    rows
      .filter(({ scales }) => scales[0].value === ring)
      .map(({ mark, name, weak }, at, { length }) => {
        // The top is left to the rings' numbers. Each ring begins a little further round, so that
        // lines do not lie on one another.
        const turn = (0.07 + (0.86 * (at + ring / (most + 1))) / length) * 2 * Math.PI;
        const x = Math.round(centre + radius(ring) * Math.sin(turn));
        const y = Math.round(middle - radius(ring) * Math.cos(turn));
        const long = [...name].length > 2;
        return { x, y, name, long, letters: long ? mark : name, weak };
      }),
  );
  const numbers = rings.map((ring) => [centre, middle - radius(ring) + 16, ring]);
  const taken = [
    ...people.map(({ x, y }) => box(x - DOT - 1, y - DOT - 1, 2 * DOT + 2, 2 * DOT + 2)),
    ...people.flatMap((person) => points(person, centre, middle)),
    ...numbers.map(([x, y]) => box(x - 6, y - 12, 12, 14)),
  ];
  return [
    size,
    ...rings.map((ring) => circle(centre, middle, radius(ring), { "stroke-opacity": 0.5 })),
    ...people.map(({ x, y, weak }) =>
      path(`M${centre} ${middle}L${x} ${y}`, weak ? { "stroke-dasharray": 5 } : { "stroke-width": 3 }),
    ),
    circle(centre, middle, 6, { fill: "currentColor" }),
    ...numbers.map((number) => text(...number)),
    ...people.map(({ x, y, letters }) => dot(x, y, letters)),
    ...named(people, centre, middle, taken).map((name) => text(...name)),
  ];
});
