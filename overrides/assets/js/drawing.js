// What every drawing needs: the rows of its table, pens, and the same told in words.
// A drawing has one colour, the text's own, so it prints in greys and suits a dark screen.

import { button, form, make, say } from "./page.js";

export const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
};
const pen = { fill: "none", stroke: "currentColor", "stroke-width": 1 };

export const path = (d, more) => svg("path", { d, ...pen, ...more });
export const circle = (cx, cy, r, more) => svg("circle", { cx, cy, r, ...pen, ...more });
export const text = (x, y, words, anchor = "middle") =>
  svg("text", { x, y, fill: "currentColor", "text-anchor": anchor }, words);

/** A dot with letters in it, which are white where no stylesheet says otherwise. */
export const dot = (x, y, letters) => {
  const inside = text(x, y + 5, letters);
  inside.setAttribute("fill", "#fff");
  return svg("g", { class: "mt-dot" }, circle(x, y, 15, { fill: "currentColor" }), inside);
};

const words = (element) => element.firstChild.data.trim();

/** The cells of a row: what each column is called, its kind, its answer, and that said. */
const cellsOf = (table, row) =>
  [...row.cells].slice(1).map((cell, at) => {
    const head = table.tHead.rows[0].cells[at + 1];
    const inputs = [...cell.querySelectorAll("input, textarea")];
    const given = inputs.find(({ type, checked }) => type !== "radio" || checked);
    const kind = head.className.slice(7); // after "mt-col-"
    const said = kind === "one" && given ? words(given.labels[0]) : given?.value;
    const { mtLow, mtHigh } = head.dataset;
    return { kind, label: words(head), value: given?.value, said, inputs, given, mtLow, mtHigh };
  });

/** The difference of two ratings of the same thing: " (+2)". */
export const change = ([one, two]) => {
  const by = two ? two.value - one.value : 0;
  return two ? ` (${by < 0 ? "−" : by ? "+" : "±"}${Math.abs(by)})` : "";
};

/** A row as drawings need it, or nothing when nothing in it was rated. */
const read = (table, row, at) => {
  const cells = cellsOf(table, row);
  const rated = cells.filter(({ mtHigh }) => mtHigh);
  const scales = rated
    .map(({ label, value, mtLow: low, mtHigh: high }, place) => {
      const number = Math.max(low, Math.min(high, parseFloat(value)));
      return { label, value: number, low: +low, high: +high, last: place === rated.length - 1 };
    })
    .filter(({ value }) => !isNaN(value));
  if (!scales.length) return [];
  const when = cells.find(({ kind, mtHigh }) => kind === "date" || (kind === "number" && !mtHigh));
  const tie = cells.find(({ kind }) => kind === "one");
  const text = cells.find(({ kind }) => kind === "text");
  const title = row.cells[0].matches(".mt-row-named") ? words(row.cells[0]) : "";
  const name = title || text?.value || `${at + 1}`;
  const told = [when, ...rated, tie]
    .filter((cell) => cell?.value)
    .map(({ label, said }) => `${label} ${said}`);
  return {
    mark: `${at + 1}`,
    name,
    scales,
    along: when?.kind === "date" ? Date.parse(when.value) : parseFloat(when?.value),
    weak: tie?.given && tie.given !== tie.inputs[0],
    told: `${at + 1}. ${name.replace(/\.$/, "")}: ${told.join(", ")}${change(scales)}`,
  };
};

/** Draws each table of a kind, and again when what stands in it has changed. */
export const drawn = (kind, draw) => {
  for (const table of document.querySelectorAll(`[data-mt-draws=${kind}]`)) {
    const drawing = svg("svg", { role: "img", "font-size": 14, "font-family": "sans-serif" });
    const list = make("ul", { className: "mt-told" });
    const keep = button(say("Picture"), async () => (await import("./picture.js")).save(drawing, list));
    const figure = make("figure", { className: `mt-picture mt-picture-${kind}` }, drawing, list, keep);
    drawing.setAttribute("aria-label", words(table.caption));
    table.parentNode.append(figure);
    const again = () => {
      const rows = [...table.tBodies[0].rows].flatMap((row, at) => read(table, row, at));
      figure.hidden = !rows.length;
      if (figure.hidden) return;
      const width = Math.max(280, Math.min(640, figure.clientWidth));
      const [height, ...parts] = draw(rows, width);
      drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
      drawing.replaceChildren(...parts);
      list.replaceChildren(...rows.map(({ told }) => make("li", {}, told)));
    };
    let timer;
    table.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(again, 200);
    });
    form.addEventListener("mt-shown", again);
    addEventListener("beforeprint", again);
    again();
  }
};
