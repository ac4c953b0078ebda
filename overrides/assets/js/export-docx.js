// Fills in a Word file: its content controls, in the shape that mentoring_tools/docx/content_controls.py
// promises. Text is put in as text nodes, so that nothing written is ever read as markup.

import { isDate, written } from "./export-date.js";
import { read, replace } from "./export-zip.js";

const MOST = 200; // rows of a table
const DOCUMENT = "word/document.xml";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
// What XML forbids, and signs that are no letters: tabs would draw writing lines.
const UNWRITABLE = /[^\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\x7f-\x9f\u2028\u2029]/gu;

const first = (node, name, space = W) => node.getElementsByTagNameNS(space, name)[0];
const value = (node, name = "val") => node.getAttributeNS(W, name);
const make = (node, name) => node.ownerDocument.createElementNS(W, `w:${name}`);
const tagOf = (control) => first(control, "tag");

/** Every control under a node, by its tag. */
const controlsOf = (node) =>
  new Map([...node.getElementsByTagNameNS(W, "sdt")].map((one) => [value(tagOf(one)), one]));

/** A control for this name: a table's row after the last one is made from the one before it. */
const find = (controls, name) => {
  if (controls.has(name)) return controls.get(name);
  for (const { 0: part, index } of name.matchAll(/-\d+(?=-)/g)) {
    const number = Number(part.slice(1));
    const [start, end] = [name.slice(0, index + 1), name.slice(index + part.length)];
    const before = number > 1 && number <= MOST && find(controls, start + (number - 1) + end);
    if (!before) continue;
    addRow(controls, before.closest("tr"), start, number);
    return controls.get(name);
  }
};

const addRow = (controls, row, start, number) => {
  const copy = row.cloneNode(true);
  const renumber = (node, old, now) => node.setAttributeNS(W, "w:val", value(node).replace(old, now));
  for (const [name, control] of controlsOf(copy)) {
    renumber(tagOf(control), `${start}${number - 1}-`, `${start}${number}-`);
    renumber(first(control, "alias"), `, ${number - 1}:`, `, ${number}:`);
    controls.set(value(tagOf(control)), control);
    first(control, "id").setAttributeNS(W, "w:val", controls.size + 1e6);
  }
  const label = first(copy, "t");
  if (label.textContent === `${number - 1}.`) label.textContent = `${number}.`;
  row.after(copy);
};

/** Puts an answer into a control. False when it is a choice that the control does not have. */
const put = (control, answer) => {
  const properties = first(control, "sdtPr");
  const kind = properties.lastElementChild;
  if (kind.localName === "checkbox") return tick(control, kind);
  const shown = words(kind, answer);
  if (shown === undefined) return false;
  if (kind.localName === "date" && isDate(answer))
    kind.setAttributeNS(W, "w:fullDate", `${answer}T00:00:00Z`);
  if (shown.includes("\n")) kind.replaceWith(make(kind, "richText"));
  first(properties, "showingPlcHdr")?.remove();
  first(control, "sdtContent").replaceChildren(run(first(properties, "rPr"), shown));
  return true;
};

const tick = (control, kind) => {
  first(kind, "checked", W14).setAttributeNS(W14, "w14:val", "1");
  const sign = first(kind, "checkedState", W14).getAttributeNS(W14, "val");
  first(first(control, "sdtContent"), "t").textContent = String.fromCodePoint(`0x${sign}`);
  return true;
};

/** What a control shows for an answer. */
const words = (kind, answer) => {
  if (kind.localName === "date")
    return written(answer, value(first(kind, "dateFormat")), value(first(kind, "lid")));
  if (kind.localName !== "dropDownList") return answer.replace(/\r\n?/g, "\n").replace(UNWRITABLE, " ");
  const chosen = [...kind.children].find((item) => value(item, "value") === answer);
  return chosen && value(chosen, "displayText");
};

const run = (look, text) => {
  const made = make(look, "r");
  made.append(look.cloneNode(true));
  for (const [piece] of text.matchAll(/\n|[^\n]+/g)) {
    const part = make(look, piece === "\n" ? "br" : "t");
    if (part.localName === "t") {
      part.setAttribute("xml:space", "preserve");
      part.append(piece);
    }
    made.append(part);
  }
  return made;
};

/** Draws what the page draws. A browser that makes no pictures leaves the empty ones, and all answers. */
const drawn = async (page, drawings) => {
  const { draw } = await import("./export-docx-drawing.js");
  return draw(page, drawings).catch(() => ({}));
};

/**
 * Fills in a Word file. `answers` are texts by the controls' tags; a choice is the id of what was
 * chosen, a tick any text that is not empty, a date 2026-03-05.
 * Tables of empty rows get as many as the answers need. `drawings` are those of the page, as
 * export-docx-drawing.js wants them.
 * Resolves to the new file's `bytes`, to `gaps`, of which there are none, and to `left`: the names
 * of answers that the file has no place for.
 */
export const fill = async (bytes, answers, rest, drawings = []) => {
  const xml = new TextDecoder().decode(read(bytes, DOCUMENT));
  const page = new DOMParser().parseFromString(xml, "application/xml");
  const controls = controlsOf(page);
  const given = Object.keys(answers).filter((name) => answers[name]);
  const places = given.map((name) => [name, find(controls, name)]);
  const left = places.filter(([name, place]) => !place || !put(place, answers[name]));
  const pictures = drawings.length ? await drawn(page, drawings) : {};
  const text = new XMLSerializer().serializeToString(page.documentElement);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const made = replace(bytes, { ...pictures, [DOCUMENT]: new TextEncoder().encode(head + text) });
  return { bytes: made, gaps: [], left: left.map(([name]) => name) };
};
