// The page on which an organiser sees what many people answered: files are opened, summed up, and told
// in tables, drawings and words. All of it is on this page alone.

import { make } from "./page.js";
import { saveAs } from "./download.js";
import { dated, fetched, locale, ready, said, saveOpened, tableOf, tell, whenChosen, words } from "./opened.js";

const find = (id) => document.getElementById(id);
const rare = await words();
const { counted, results: say, sheets: titles } = rare;
const copies = [];
const quotes = new Map();
let shown = [];

/** A share of one as a bar; the number stands beside it in words. */
const bar = (share, label) => {
  const meter = make("meter", { min: 0, max: 1, value: share });
  meter.setAttribute("aria-label", label);
  return meter;
};

/** A table with its bars, and above it the drawing of what was rated twice. */
const shownTable = ({ kind, title, heads, rows, rated, few }) => {
  if (few) return [make("p", {}, make("b", {}, title), ` – ${say.few}`)];
  const drawn = rows.some(({ share }) => share !== undefined);
  const cells = rows.map(({ texts, share }) => [...texts, ...(drawn ? [share === undefined ? "" : bar(share, texts.join(", "))] : [])]);
  const table = tableOf(title, [...heads, ...(drawn ? [say.chart] : [])], cells);
  return kind === "twice" ? [chartOf(rated), table] : [table];
};

const chartOf = (rated) => {
  const figure = make("figure", {});
  const told = rated.filter(({ before }) => before);
  if (!told.length) return figure;
  const tenth = (value) => Math.round(10 * value) / 10;
  const lines = told.map(({ label, before, after }) => ({ label, before: tenth(before.mean), after: tenth(after.mean) }));
  Object.assign(figure.dataset, { mtLow: told[0].low, mtHigh: told[0].high });
  fetched(import("./journey-chart.js"), ({ draw }) => draw(figure, lines, { ...say, ratings: say.twice }));
  return figure;
};

/** An open answer, with the choice to quote it where its writer allowed that. */
const line = ({ id, text, quotable }) => {
  if (!quotable) return make("li", {}, text);
  const box = make("input", { type: "checkbox", id: `mt-quote-${id}`, checked: quotes.has(id) });
  box.onchange = () => (box.checked ? quotes.set(id, text) : quotes.delete(id));
  return make("li", {}, make("p", {}, text), make("p", { className: "mt-option" }, box, " ", make("label", { htmlFor: box.id }, say.quote)));
};

const answers = ({ label, lines, n }) => {
  const summary = make("summary", {}, `${label} (${lines.length || say.few})`);
  return n ? [make("details", { className: "mt-more" }, summary, make("ul", {}, ...lines.map(line)))] : [];
};

const section = ({ title, n, tables, texts }) =>
  make("section", { className: "mt-section" },
    make("h2", {}, `${title} (${said(say.n_answers, { n })})`),
    ...(n < 5 ? [make("p", {}, say.few)] : tables.flatMap(shownTable)),
    ...(n < 5 ? [] : texts.flatMap(answers)));

/** Sums up all that was opened, and shows it. */
const show = () =>
  fetched(import("./results-tables.js"), ({ toldOf }) => {
    shown = Object.keys(counted).flatMap((name) => {
      const own = copies.filter(({ sheet }) => sheet === name);
      const about = { name, title: titles[name][0], n: own.length };
      return own.length ? [{ ...about, ...toldOf(name, own, counted[name], say) }] : [];
    });
    find("mt-results").hidden = !shown.length;
    find("mt-summed").replaceChildren(...shown.map(section));
  });

/** A copy without the name of who wrote it. */
const nameless = (copy) => {
  const kept = Object.entries(copy.answers).filter(([key]) => key !== `${copy.sheet}-whose`);
  return { ...copy, name: "", answers: Object.fromEntries(kept) };
};

const report = (all) => (made) => {
  const day = new Date().toLocaleDateString(locale(), { dateStyle: "long" });
  const large = shown.filter(({ n }) => n >= 5);
  const file = made.reportOf(large, [...quotes.values()], say, { all, locale: locale(), day });
  saveAs(new Blob([file], { type: made.WORD }), dated(say.report, "docx"));
};

const list = (made) => {
  const text = made.listOf(shown.filter(({ n }) => n >= 5));
  saveAs(new Blob([text], { type: "text/csv" }), dated(say.report, "csv"));
};

const handOn = (act) => () => fetched(import("./results-files.js"), act);
const acts = {
  short: handOn(report(false)),
  long: handOn(report(true)),
  list: handOn(list),
  keep: () => saveOpened(say.file, nameless),
  print: () => print(),
};

whenChosen(rare, ({ sheet }) => Object.hasOwn(counted, sheet), (read, n) => {
  copies.push(...read.copies);
  tell(said(rare.receiving.read, { n }) + " " + said(say.sheets, { n: copies.length }));
  show();
});
document.addEventListener("click", ({ target }) => acts[target.dataset.mtDo]?.());
ready();
