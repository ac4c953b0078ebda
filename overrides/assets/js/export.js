// What one takes along. For a filled file the site's own is fetched, the answers on the page are
// written into it here, and it is handed to the person: nothing is sent anywhere. On paper there is
// the sheet alone.

import { saveAs } from "./download.js";
import { isDate, written } from "./export-date.js";
import { form, slug } from "./page.js";
import { controlOf, textOf } from "./questions.js";

const place = document.getElementById("mt-take");
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
  return [...form.querySelectorAll(".mt-picture [role=img]")].map((picture) => {
    const lines = picture.closest(".mt-field").querySelectorAll(".mt-told li");
    const told = [...lines].map((item) => item.textContent);
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

const tell = (words) => (place.querySelector("[role=status]").textContent = words);

/** A filled file's name: its title and its date. */
const dated = (title, ending) => {
  const date = form.querySelector(`[name="${slug}-date"]`)?.value;
  const day = isDate(date) ? date : new Intl.DateTimeFormat("sv").format();
  return title.replace(`.${ending}`, ` ${day}.${ending}`);
};

const save = (bytes, ending, name) => {
  saveAs(new Blob([bytes], { type: KINDS[ending] }), name);
  tell(place.dataset.mtDone);
};

/** The form without answers, in its place. What is only not to be seen would be in a printed file. */
const emptied = () => {
  const copy = form.cloneNode(true);
  for (const control of copy.elements) {
    control.checked = false;
    if (!/radio|checkbox/.test(control.type)) control.value = "";
  }
  copy.querySelectorAll(".mt-written").forEach((one) => (one.textContent = ""));
  copy.querySelectorAll(".mt-picture, .mt-under").forEach((one) => one.remove());
  form.before(copy);
  form.hidden = true;
  return copy;
};

/** Prints the sheet without the page around it, with answers or without. */
const printed = ({ state, language }) => {
  const second = language !== place.querySelector("[name=language]").value;
  const looks = ["mt-alone", second ? "mt-two" : "mt-one"];
  const copy = state === "empty" && emptied();
  document.body.classList.add(...looks);
  const over = () => {
    document.body.classList.remove(...looks);
    if (copy) copy.remove();
    form.hidden = false;
  };
  addEventListener("afterprint", over, { once: true });
  print();
};

/** Fills in a file and hands it out; when something could not be seen in it, that is said first. */
const filled = async (file, name, wish) => {
  const { format, language } = wish;
  const modules = { pdf: () => import("./export-pdf.js"), docx: () => import("./export-docx.js") };
  const { fill } = await modules[format]();
  const { mtDate, mtLocale } = place.querySelector(`[name=language][value="${language}"]`).dataset;
  const given = answers((date) => (format === "pdf" ? written(date, mtDate, mtLocale) : date));
  const made = await fill(file, given, rest(given), drawings());
  const why = told(made);
  const way = why.size ? await ask(why, format) : "anyway";
  if (way === "anyway") save(made.bytes, format, dated(name, format));
  else if (way) await take({ ...wish, format: way });
};

/**
 * Hands out what a person wishes to take along: `state` is "filled" or "empty", `format` an ending
 * or "print", `language` the files' folder. Rejects when a file cannot be had.
 */
export const take = async (wish) => {
  const { state, format, language } = wish;
  tell("");
  if (format === "print") return printed(wish);
  const path = `[href$=".${format}"][href*="/${language}/"]`;
  const { href, download } = document.querySelector(`#mt-links ${path}`);
  const file = await fetch(href);
  if (!file.ok) throw Error(file.statusText);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (state === "filled") await filled(bytes, download, wish);
  else save(bytes, format, download);
};
