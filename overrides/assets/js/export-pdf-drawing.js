// A drawing of the page as lines in a PDF: what drawing.js and its pens draw with, in black and greys.
// Both count in the drawing's own units, from its upper left corner down.

import { spelled } from "./export-pdf-text.js";

const BEND = 0.5523; // where a circle's curves bend: 4/3 · (√2 − 1) of its radius
const QUARTER = Math.PI / 2;

const n = (number) => Math.round(number * 100) / 100;
const said = (numbers, operator) => `${numbers.map(n).join(" ")} ${operator}`;

/** An arc of a circle, clockwise as one sees it, as curves of a quarter at the most. */
const arc = ([x1, y1], radius, large, [x2, y2]) => {
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const off = (large ? 1 : -1) * Math.sqrt(Math.max(0, (radius / half) ** 2 - 1));
  const [x, y] = [(x1 + x2 + off * (y2 - y1)) / 2, (y1 + y2 - off * (x2 - x1)) / 2];
  const from = Math.atan2(y1 - y, x1 - x);
  const turn = (Math.atan2(y2 - y, x2 - x) - from + 4 * Math.PI) % (2 * Math.PI);
  const parts = Math.max(1, Math.ceil(turn / QUARTER));
  const bend = (4 / 3) * Math.tan(turn / parts / 4) * radius;
  return Array.from({ length: parts }, (_, at) => {
    const [a, b] = [from + (turn * at) / parts, from + (turn * (at + 1)) / parts];
    const on = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    const [[ax, ay], [bx, by]] = [on(a), on(b)];
    const [c, d] = [[ax - bend * Math.sin(a), ay + bend * Math.cos(a)], [bx + bend * Math.sin(b), by - bend * Math.cos(b)]];
    return said([...c, ...d, bx, by], "c");
  });
};

/** A path's data as a PDF has it: the commands that the pens use. */
const lines = (data) => {
  let [x, y] = [0, 0];
  const steps = {
    M: (numbers) => said(([x, y] = numbers), "m"),
    L: (numbers) => said(([x, y] = numbers), "l"),
    H: ([to]) => said([(x = to), y], "l"),
    h: ([by]) => said([(x += by), y], "l"),
    v: ([by]) => said([x, (y += by)], "l"),
    C: (numbers) => ([x, y] = numbers.slice(4)) && said(numbers, "c"),
    A: ([radius, , , large, , ...to]) => {
      const drawn = arc([x, y], radius, large, to);
      [x, y] = to;
      return drawn.join(" ");
    },
    Z: () => "h",
  };
  steps.z = steps.Z;
  const parts = data.matchAll(/([a-z])([^a-z]*)/gi);
  return Array.from(parts, ([, step, numbers]) => steps[step]((numbers.match(/-?[\d.]+/g) ?? []).map(Number)));
};

const round = (x, y, r) => {
  const b = r * BEND;
  return [
    said([x + r, y], "m"),
    said([x + r, y + b, x + b, y + r, x, y + r], "c"),
    said([x - b, y + r, x - r, y + b, x - r, y], "c"),
    said([x - r, y - b, x - b, y - r, x, y - r], "c"),
    said([x + b, y - r, x + r, y - b, x + r, y], "c"),
    "h",
  ];
};

/** How light a colour is, as far as it covers white paper. */
const grey = (colour, cover) => (colour === "#fff" ? 1 : n(1 - (cover ?? 1)));

/** A shape with its edge and its inside. */
const painted = (shape, look) => {
  const full = look("fill") !== "none";
  const dashes = (look("stroke-dasharray") ?? "").replaceAll(",", " ");
  const pens = [
    full ? `${grey(look("fill"), look("fill-opacity"))} g` : "",
    `${grey(look("stroke"), look("stroke-opacity"))} G ${look("stroke-width")} w [${dashes}] 0 d`,
  ];
  return [...pens, ...shape, full ? "B" : "S"].join(" ");
};

const written = (letters, element, look) => {
  const { glyphs } = spelled(letters, element.textContent);
  const size = 14; // as drawing.js says
  const wide = (glyphs.reduce((sum, { width }) => sum + width, 0) * size) / 1000;
  const left = Number(look("x")) - wide * { start: 0, middle: 0.5, end: 1 }[look("text-anchor")];
  const shown = glyphs.map(({ glyph }) => glyph).join("");
  return `${grey(look("fill"))} g BT /Answer ${size} Tf 1 0 0 -1 ${n(left)} ${n(look("y"))} Tm <${shown}> Tj ET`;
};

const MAKERS = {
  path: (_, element, look) => painted(lines(look("d")), look),
  circle: (_, element, look) => painted(round(...["cx", "cy", "r"].map((name) => Number(look(name)))), look),
  text: written,
};

/** The operators that draw an SVG of the page; `letters` are those of the file's answers. */
export const drawing = (letters, picture) =>
  [...picture.querySelectorAll("path, circle, text")]
    .map((element) => MAKERS[element.localName](letters, element, (name) => element.getAttribute(name)))
    .join("\n");
