// People round the one in the middle: the scale says on which ring, a thick line who is close.
// A dot has room for two letters; a longer name stands in the list, under the number in its dot.

import { circle, dot, drawn, path, text } from "./drawing.js";

drawn("rings", (rows, width) => {
  const size = Math.min(width, 440);
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
        return { x, y, letters: [...name].length > 2 ? mark : name, weak };
      }),
  );
  return [
    size,
    ...rings.map((ring) => circle(centre, middle, radius(ring), { "stroke-opacity": 0.5 })),
    ...people.map(({ x, y, weak }) =>
      path(`M${centre} ${middle}L${x} ${y}`, weak ? { "stroke-dasharray": 5 } : { "stroke-width": 3 }),
    ),
    circle(centre, middle, 6, { fill: "currentColor" }),
    ...rings.map((ring) => text(centre, middle - radius(ring) + 16, ring)),
    ...people.map(({ x, y, letters }) => dot(x, y, letters)),
  ];
});
