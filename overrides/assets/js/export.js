// Files to take along, already filled in: the site's own file is fetched, the answers on the page
// are written into it here, and it is handed to the person. Nothing is sent anywhere.

import { saveAs } from "./download.js";
import { isDate, written } from "./export-date.js";

const form = document.getElementById("mt-sheet");
const place = document.getElementById("mt-filled");
const gaps = document.getElementById("mt-gaps");
const slug = form.dataset.mtSheet;

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

const textOf = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".mt-second").forEach((other) => other.remove());
  return copy.textContent.trim();
};

/** The question that a control asks, with the table or the group that it belongs to. */
const question = (name, wholeRow) => {
  const control = form.querySelector(`[name="${name}"]`);
  const around = control.closest("table")?.caption ?? control.closest("fieldset")?.firstElementChild;
  const ids = control.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const own = ids.length ? ids.map((id) => document.getElementById(id)) : [...control.labels];
  const parts = wholeRow ? [control.closest("tr").cells[0]] : own;
  return [around, ...parts].filter(Boolean).map(textOf).join(" ");
};

/** What cannot be seen in the file: why, by the question. */
const told = ({ gaps: unseen, left }) => {
  const { mtLetters, mtLong, mtRow } = gaps.dataset;
  const why = unseen.map(({ name, letters, fits }) => {
    const said = letters.length ? mtLetters.replace("{letters}", () => letters.join(" ")) : "";
    return [question(name), `${said} ${fits ? "" : mtLong}`];
  });
  return new Map([...why, ...left.map((name) => [question(name, true), mtRow])]);
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
  const made = await fill(new Uint8Array(await file.arrayBuffer()), answers(day));
  const why = told(made);
  const way = why.size ? await ask(why, ending) : "anyway";
  if (way === "anyway") save(made.bytes, ending, mtName);
  if (way === "print") print();
  const other = `[data-mt-fill="${mtFill.replace(/pdf$/, "docx")}"]`;
  if (way === "docx") await take(place.querySelector(other));
};
