// Files to take along, already filled in: the site's own file is fetched, the answers on the page
// are written into it here, and it is handed to the person. Nothing is sent anywhere.

import { saveAs } from "./download.js";
import { isDate, written } from "./export-date.js";
import { form, slug } from "./page.js";
import { controlOf, textOf } from "./questions.js";

const place = document.getElementById("mt-filled");
const gaps = document.getElementById("mt-gaps");

const KINDS = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The answers on the page by their names; `day` says a date as the file wants it. */
const answers = (day) => {
  const given = {};
  for (const { name, type, value, checked } of form.elements)
    if (name?.startsWith(`${slug}-`) && (checked || !/radio|checkbox/.test(type)))
      given[name] = type === "date" ? day(value) : value;
  return given;
};

/** The question that a control asks, with the table or the group that it belongs to. */
const asked = (name) => {
  const control = controlOf(name);
  const around = control.closest("table")?.caption ?? control.closest("fieldset")?.firstElementChild;
  const ids = control.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const own = ids.length ? ids.map((id) => document.getElementById(id)) : [...control.labels];
  return [around, ...own].filter(Boolean).map(textOf).join(" ");
};

/** What cannot be seen in the file: why, by the question. */
const told = ({ gaps: unseen, left = [] }) => {
  const { mtLetters, mtRow } = gaps.dataset;
  const why = unseen.map(({ name, letters }) => [name, letters.join(" ")]);
  return new Map([
    ...why.map(([name, letters]) => [asked(name), mtLetters.replace("{letters}", () => letters)]),
    ...left.map((name) => [asked(name), mtRow]),
  ]);
};

/** An answer as one reads it: the words of what was chosen, the text of anything else. */
const shown = (control, answer) => {
  if (control.type === "checkbox") return "x";
  if (control.type !== "radio") return answer;
  return textOf(form.querySelector(`[name="${control.name}"]:checked`).labels[0]);
};

/** A row that was added to a table, and what stands in one of its columns. */
const cell = (control, answer) => {
  const row = control.closest("tr");
  const { caption, tHead } = row.closest("table");
  const column = tHead.rows[0].cells[control.closest("td").cellIndex].firstChild.data.trim();
  return [`${textOf(caption)} ${textOf(row.cells[0])}`, `${column}: ${answer}`];
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

/** What is drawn on the page: the question, the drawing, and the same in sentences. */
const drawings = () => {
  form.dispatchEvent(new Event("mt-shown")); // what was typed just now is drawn too
  return [...form.querySelectorAll(".mt-picture:not([hidden])")].map((figure) => {
    const picture = figure.querySelector("[role=img]");
    const told = [...figure.querySelectorAll("li")].map((item) => item.textContent);
    return { question: picture.getAttribute("aria-label"), picture, told };
  });
};

const make = (tag, ...children) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

/** Says what cannot be seen, and resolves to the way that the person chooses. */
const ask = (why, ending) => {
  const lines = [...why].map(([asked, reason]) => make("li", make("strong", asked), ` ${reason}`));
  gaps.querySelector("ul").replaceChildren(...lines);
  gaps.querySelector("[value=docx]").hidden = ending === "docx";
  gaps.returnValue = "";
  gaps.showModal();
  return new Promise((resolve) => {
    gaps.onclick = ({ target }) => target.value !== undefined && gaps.close(target.value);
    gaps.onclose = () => resolve(gaps.returnValue);
  });
};

/** Hands out a filled file, named by title and date. */
const save = (bytes, ending, title) => {
  const date = form.querySelector(`[name="${slug}-date"]`)?.value;
  const day = isDate(date) ? date : new Intl.DateTimeFormat("sv").format();
  const name = title.replace(`.${ending}`, ` ${day}.${ending}`);
  saveAs(new Blob([bytes], { type: KINDS[ending] }), name);
  place.querySelector("[role=status]").textContent = place.dataset.mtDone;
};

/**
 * Fills in the file of a button and hands it out; when something could not be seen in it, that is
 * said first. Rejects when the file cannot be had.
 */
export const take = async (button) => {
  const { mtFill, mtName, mtDate, mtLocale } = button.dataset;
  const ending = mtName.split(".").pop();
  const modules = { pdf: () => import("./export-pdf.js"), docx: () => import("./export-docx.js") };
  const [{ fill }, file] = await Promise.all([modules[ending](), fetch(mtFill)]);
  if (!file.ok) throw Error(file.statusText);
  const day = (date) => (ending === "pdf" ? written(date, mtDate, mtLocale) : date);
  const given = answers(day);
  const made = await fill(new Uint8Array(await file.arrayBuffer()), given, rest(given), drawings());
  const why = told(made);
  const way = why.size ? await ask(why, ending) : "anyway";
  if (way === "anyway") save(made.bytes, ending, mtName);
  if (way === "print") print();
  const other = `[data-mt-fill="${mtFill.replace(/pdf$/, "docx")}"]`;
  if (way === "docx") await take(place.querySelector(other));
};
