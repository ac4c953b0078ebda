// The page on which an organiser sees what many people answered: files are opened, summed up, and told
// in tables, drawings and words. All of it is on this page alone.

import { fetched, make } from "./page.js";
import { saveAs } from "./download.js";
import { dated, ready, said, saveOpened, tableOf, tell, whenChosen, words } from "./opened.js";

const find = (id) => document.getElementById(id);
const saying = ({ results, locale }) => ({ ...results, locale });
const rare = await words();
const { counted } = rare;
const say = saying(rare);
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

/** What each sheet's copies come to, in the words of a language. */
const summedUp = ({ toldOf }, there) =>
  Object.keys(there.counted).flatMap((name) => {
    const own = copies.filter(({ sheet }) => sheet === name);
    const about = { name, title: there.sheets[name][0], n: own.length };
    return own.length ? [{ ...about, ...toldOf(name, own, there.counted[name], saying(there)) }] : [];
  });

const isTold = ({ n }) => n >= 5;

/** Sums up all that was opened, and shows it. */
const show = () =>
  fetched(import("./results-tables.js"), (made) => {
    shown = summedUp(made, rare);
    find("mt-results").hidden = !shown.length;
    find("mt-summed").replaceChildren(...shown.map(section));
  });

/** A copy without the name of who wrote it. */
const nameless = (copy) => {
  const kept = Object.entries(copy.answers).filter(([key]) => key !== `${copy.sheet}-whose`);
  return { ...copy, name: "", answers: Object.fromEntries(kept) };
};

const done = (text) => (find("mt-made").textContent = text);
const typed = (id) => find(id).value.trim();
const LONG = { dateStyle: "long" };

/** Makes a report in the language, of the length and about what the organiser has chosen. */
const report = (ending, module) => {
  const [chosen] = find("mt-language").selectedOptions;
  const all = Promise.all([words(chosen.value), module(), import("./results-report.js"), import("./results-tables.js")]);
  return fetched(all, async ([there, { fileOf, TYPE }, { blocksOf }, made]) => {
    const [told, own] = [summedUp(made, there), saying(there)];
    const large = told.filter(isTold);
    if (!large.length) return done(say.nothing);
    const about = {
      ...Object.fromEntries(["programme", "dates", "next"].map((name) => [name, typed(`mt-${name}`)])),
      day: new Date().toLocaleDateString(there.locale, LONG),
      few: told.filter((one) => !isTold(one)).map(({ title }) => title),
    };
    const pages = +find("mt-length").value;
    const blocks = blocksOf(large, [...quotes.values()], about, own, pages);
    const { bytes, lacking } = await fileOf(blocks, pages, own, chosen.dataset.mtPaper);
    saveAs(new Blob([bytes], { type: TYPE }), dated(own.report, ending));
    done(lacking.length ? said(say.lacking, { letters: lacking.join(" ") }) : say.made);
  });
};

const list = ({ listOf }) => {
  saveAs(new Blob([listOf(shown.filter(isTold))], { type: "text/csv" }), dated(say.report, "csv"));
};

const acts = {
  docx: () => report("docx", () => import("./results-docx.js")),
  pdf: () => report("pdf", () => import("./results-pdf.js")),
  list: () => fetched(import("./results-files.js"), list),
  keep: () => saveOpened(say.file, nameless),
  print: () => print(),
};

whenChosen(rare, ({ sheet }) => Object.hasOwn(counted, sheet), (read) => {
  copies.push(...read.copies);
  tell(said(rare.receiving.read, { n: read.taken }) + " " + said(say.sheets, { n: copies.length }));
  show();
});
document.addEventListener("click", ({ target }) => acts[target.dataset.mtDo]?.());
ready();
