// The top of an organiser's page: files are chosen, read, and those that could not be read are named.
// What was read is in this page alone, and gone with it, so that leaving asks first.

import { fetched, make, panel } from "./page.js";
import { saveAs } from "./download.js";
import { fileOf } from "./files.js";
import { sound } from "./store.js";

const find = (id) => document.getElementById(id);
const [chosen, status, told] = ["mt-files", "mt-status", "mt-told"].map(find);
const seen = new Set();
const opened = [];
let full = false;

/** All words of a language that an organiser's page may need, and what its sheets ask. */
export const words = async (code) => {
  const { rareWords } = await import("./rare-words.js");
  const [rare, own] = await Promise.all(["", "-organisers"].map((more) => rareWords(more, code)));
  return { ...rare, ...own };
};

/** A pattern with what belongs into its places. */
export const said = (pattern, given) =>
  Object.entries(given).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), pattern);

/** Says how something went where the files are chosen. */
export const tell = (text) => (status.textContent = text);

const show = (name, text) => told.append(make("li", {}, make("b", {}, name), ` ${text}`));

/** Hands over what is in the files that a person chooses: `wanted` tells which copies are of use, and
    `ofTables` whether tables are.
    Until then nothing can be chosen: what nobody hears of yet would be lost. */
export const whenChosen = (rare, wanted, take, ofTables = false) => {
  chosen.addEventListener("change", async () => {
    const files = [...chosen.files];
    chosen.value = "";
    tell(said(rare.receiving.reading, { n: files.length }));
    await fetched(import("./open-files.js"), async ({ openFiles }) => {
      const read = await openFiles(files, { rare, wanted, ofTables, seen, sound });
      opened.push(...read.copies);
      told.replaceChildren();
      read.told.forEach(({ name, text }) => show(name, text));
      full ||= read.copies.length + read.tables.length > 0;
      take(read);
    });
  });
  chosen.disabled = false;
};

/** Saves all copies that were opened as one file: another organiser opens it beside their own. */
export const saveOpened = (name, shown = (copy) => copy) => {
  const file = fileOf(opened.map(shown), name);
  saveAs(file, file.name);
};

addEventListener("beforeunload", (event) => full && event.preventDefault());

/** A table in a box that can be scrolled by keyboard: heads and rows of texts or elements. */
export const tableOf = (title, heads, rows) => {
  const cell = (tag, scope) => (content) => make(tag, scope ? { scope } : {}, content);
  const head = make("thead", {}, make("tr", {}, ...heads.map(cell("th", "col"))));
  const lines = rows.map(([first, ...rest]) => make("tr", {}, cell("th", "row")(first), ...rest.map(cell("td"))));
  const table = make("table", {}, make("caption", {}, title), head, make("tbody", {}, ...lines));
  const box = make("div", { className: "mt-wide", tabIndex: 0 }, table);
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", title);
  return box;
};

/** A file's name with today's date. */
export const dated = (name, ending) => `${name} ${new Date().toISOString().slice(0, 10)}.${ending}`;

/** The page is ready: what it can do is seen. */
export const ready = () => document.documentElement.classList.add("mt-on");

export const locale = () => panel.dataset.mtLocale;
