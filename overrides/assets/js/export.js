// What one takes along. For a filled file the site's own is fetched, the answers on the page are
// written into it here, and it is handed to the person: nothing is sent anywhere.

import { saveAs } from "./download.js";
import { isDate, written } from "./export-date.js";
import { form, slug } from "./page.js";
import { bring } from "./pens.js";
import { asked, controlOf, textOf } from "./questions.js";

const place = document.getElementById("mt-take");

const KINDS = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

// What fills in a file comes beside it, not after.
const MAKERS = {
  pdf: () => import("./export-pdf.js"),
  docx: () => import("./export-docx.js"),
};

/** The answers on the page by their names; `day` says a date as the file wants it. */
const answers = (day) => {
  const given = {};
  for (const { name, type, value, checked } of form.elements)
    if (name?.startsWith(`${slug}-`) && (checked || !/radio|checkbox/.test(type)))
      given[name] = type === "date" ? day(value) : value;
  return given;
};

/** An answer as one reads it: the words of what was chosen, the text of anything else. */
const shown = (control, answer) => {
  if (control.type === "checkbox") return "x";
  if (control.type !== "radio") return answer;
  return textOf(control.closest("td").querySelector(":checked").labels[0]);
};

/** A row that was added to a table, and what stands in one of its columns. */
const cell = (control, answer) => {
  const row = control.closest("tr");
  const { caption, tHead } = row.closest("table");
  const column = tHead.rows[0].cells[control.closest("td").cellIndex].firstChild;
  return [`${textOf(caption)} ${textOf(row.cells[0])}`, `${textOf(column)}: ${answer}`];
};

/** What stands behind a sheet: an added row is one entry, with a line for each of its columns. */
const rest = (given) => (cut, left) => {
  const rows = new Map();
  for (const name of left) {
    const control = controlOf(name);
    const [row, line] = cell(control, shown(control, given[name]));
    rows.set(row, [...(rows.get(row) ?? []), line]);
  }
  const entries = [
    ...cut.map((name) => ({ question: asked(name), answer: given[name] })),
    ...Array.from(rows, ([question, lines]) => ({ question, answer: lines.join("\n") })),
  ];
  return { title: place.dataset.mtMore, entries };
};

/** What is drawn on the page: the table's name, the question, the drawing, the same in sentences. */
const drawings = async () => {
  // Who takes a file along at once is sooner than what draws. A file without it would be none.
  await bring();
  // What was typed just now is drawn too, as wide as on paper.
  const draw = (detail) => form.dispatchEvent(new CustomEvent("mt-shown", { detail }));
  draw("paper");
  const made = [...form.querySelectorAll(".mt-picture [role=img]")].map((picture) => {
    const field = picture.closest(".mt-field");
    const told = [...field.querySelectorAll(".mt-told li")].map((item) => item.textContent);
    const question = picture.getAttribute("aria-label");
    return { name: field.querySelector("table").id, question, picture: picture.cloneNode(true), told };
  });
  draw();
  return made;
};

/** The bytes of a file of the site. */
const had = async (href) => {
  const file = await fetch(href);
  if (!file.ok) throw Error(file.statusText);
  return new Uint8Array(await file.arrayBuffer());
};

const tell = (words) => (place.querySelector("[role=status]").textContent = words);

/** A filled file's name: its title and its date. */
const dated = (title) => {
  const date = controlOf(`${slug}-date`)?.value;
  const day = isDate(date) ? date : new Intl.DateTimeFormat("sv").format();
  return title.replace(/\.\w+$/, ` ${day}$&`);
};

const save = (bytes, type, name) => {
  saveAs(new Blob([bytes], { type }), name);
  tell(place.dataset.mtDone);
};

/** Fills in a file by `fill`; when something cannot be seen in it, that is said first, and another way
    may be chosen. */
const filled = async (fill, file, title, wish) => {
  const { format, language } = wish;
  const isPdf = format === "pdf";
  const { mtDate, mtLocale } = place.querySelector(`[value="${language}"]`).dataset;
  const drawn = await drawings();
  const given = answers((date) => (isPdf ? written(date, mtDate, mtLocale) : date));
  const made = await fill(file, given, rest(given), drawn);
  const unseen = [...made.gaps, ...(made.left ?? [])].length;
  const way = unseen ? await (await import("./export-gaps.js")).ask(made, format) : "anyway";
  if (way === "anyway") save(made.bytes, KINDS[format], dated(title));
  else return way && { ...wish, format: way };
};

const coming = new Set(); // on a slow network one presses again

/**
 * Hands out a file: `state` is "filled" or "empty", `format` its ending, `language` its folder.
 * Resolves to what the person wishes for instead, if anything. Rejects when it cannot be had.
 */
export const take = async (wish) => {
  const { state, format, language } = wish;
  const what = [state, format, language].join();
  if (coming.has(what)) return;
  coming.add(what);
  tell("");
  const { href, download } = document.querySelector(`#mt-links [href$=".${format}"][href*="/${language}/"]`);
  const all = [had(href), state === "filled" ? MAKERS[format]() : {}];
  const [bytes, { fill }] = await Promise.all(all).finally(() => coming.delete(what));
  if (fill) return filled(fill, bytes, download, wish);
  save(bytes, KINDS[format], download);
};
