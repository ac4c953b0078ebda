// What every drawing needs: the rows of its table, pens, and the same told in words.
// A drawing has one colour, the text's own, so it prints in greys and suits a dark screen.

import { button, digits, fetched, form, make, number, say } from "./page.js";

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

/** Whether a word fits into so many pixels. */
export const fits = (word, width) => word.length * 8 <= width;

/** Words in lines that are no wider than so many pixels. */
export const broken = (words, width) => {
  const most = width >> 3;
  return words.match(RegExp(`.{1,${most}}(\\s|$)|\\S{1,${most}}`, "g"));
};

/** A dot with letters in it, which are white where no stylesheet says otherwise. */
export const dot = (x, y, letters) => {
  const inside = text(x, y + 5, letters);
  inside.setAttribute("fill", "#fff");
  return svg("g", { class: "mt-dot" }, circle(x, y, 15, { fill: "currentColor" }), inside);
};

const words = (element) => document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode().data.trim();

/** What the columns of a table are called, what kind they are, and how far their numbers go. */
const columnsOf = (table) =>
  [...table.tHead.rows[0].cells].slice(1).map((head) => ({
    at: head.cellIndex,
    kind: head.className.slice(7), // after "mt-col-"
    label: words(head).split(",")[0],
    low: +head.dataset.mtLow,
    high: +head.dataset.mtHigh,
  }));

/** The difference of two ratings of the same thing: " (+2)". */
export const change = ([one, two]) => {
  const by = two ? two.value - one.value : 0;
  return two ? ` (${by < 0 ? "" : by ? "+" : "±"}${digits(by)})` : "";
};

/** A name without the full stop of a sentence; that of "S.L." belongs to it. In another direction
    than the words around it, it keeps its own. */
const tidy = (called) => {
  const name = called.trim().replace(/^([^.]*\p{L}{2})\.+$/u, "$1");
  return /[\u0590-\u08ff]/.test(name) ? `\u2068${name}\u2069` : name;
};

/** A year, whatever else is written beside it. What nobody lived in is none. */
const year = (text) => {
  const found = parseFloat(text);
  return Math.abs(found) < 1e5 ? found : NaN;
};

/** A row as drawings need it, or nothing when nothing in it was rated. */
const read = (columns, row, at) => {
  const given = (column) =>
    column && row.cells[column.at].querySelector(":checked, [type=text], [type=date], textarea");
  const value = (column) => given(column)?.value;
  const rated = columns.filter(({ high }) => high);
  const scales = rated
    .map((column, place) => ({
      ...column,
      value: number(value(column) ?? ""),
      first: !place,
      last: place === rated.length - 1,
    }))
    .filter((scale) => scale.value >= scale.low && scale.value <= scale.high);
  if (!scales.length) return [];
  const when = columns.find(({ kind, high }) => kind === "date" || (kind === "number" && !high));
  const tie = columns.find(({ kind }) => kind === "one");
  const title = row.cells[0].matches(".mt-row-named") && words(row.cells[0]);
  // Beside a name of its own, a row may have room for the person's word, before any number.
  const own = value(
    columns.find((column) => column.kind === "text" && (!title || column.at < rated[0].at)),
  );
  const name = tidy(own?.trim() || title || `${at + 1}`);
  const close = given(tie);
  const told = [
    ...(value(when) ? [`${when.label} ${value(when)}`] : []),
    ...scales.map((scale) => `${scale.label} ${digits(scale.value)}`),
    ...(close ? [`${tie.label} ${words(close.labels[0])}`] : []),
  ];
  return {
    mark: `${at + 1}`,
    name,
    scales,
    along: when?.kind === "date" ? Date.parse(value(when)) : year(value(when)),
    weak: close && close !== row.cells[tie.at].querySelector("input"),
    told: `${at + 1}. ${name}: ${told.join(", ")}${change(scales)}`,
  };
};

const PAPER = [560, 560]; // pixels: what is printed has room for more than its place on the page
const UNSEEN = [280, 220]; // while the sheet is not shown, and its place has no measures

/** Draws each table of a kind, and again when what stands in it has changed. `draw` gets its rows, and
    how wide and how high it may be. */
export const drawn = (kind, draw) => {
  for (const table of document.querySelectorAll(`[data-mt-draws=${kind}]`)) {
    const drawing = svg("svg", { role: "img", "font-size": 14, "font-family": "sans-serif" });
    const list = make("ul", { className: "mt-told" });
    let coming; // who presses again on a slow network gets one picture
    const keep = button(say("Picture"), () => {
      coming ??= fetched(import("./picture.js"), ({ save }) => {
        again(); // What was typed just now is in it, too.
        return save(drawing, list);
      }).finally(() => (coming = undefined));
    });
    const figure = table.parentNode.querySelector(".mt-picture");
    const hint = figure.firstElementChild;
    const under = make("div", { className: "mt-under" }, list, keep);
    drawing.setAttribute("aria-label", words(table.caption));
    table.parentNode.append(under);
    let room; // asked only once: to ask costs a layout
    let timer;
    const again = ({ type, detail } = {}) => {
      clearTimeout(timer);
      const columns = columnsOf(table);
      const rows = [...table.tBodies[0].rows].flatMap((row, at) => read(columns, row, at));
      under.hidden = !rows.length;
      figure.replaceChildren(under.hidden ? hint : drawing);
      if (under.hidden) return;
      const { clientWidth, clientHeight } = room ? {} : figure;
      if (clientWidth) room ??= [Math.max(280, Math.min(640, clientWidth)), clientHeight];
      const [wide, high] = type === "beforeprint" || detail === "paper" ? PAPER : (room ?? UNSEEN);
      const [height, ...parts] = draw(rows, wide, high);
      drawing.setAttribute("viewBox", `0 0 ${wide} ${height}`);
      drawing.replaceChildren(...parts);
      list.replaceChildren(...rows.map(({ told }) => make("li", {}, told)));
    };
    table.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(again, 500);
    });
    form.addEventListener("mt-shown", again);
    addEventListener("beforeprint", again);
    addEventListener("afterprint", again);
    again();
  }
};
