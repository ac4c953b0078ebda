// The plan of meetings as a table in a Word file, made on this device. Fetched when it is asked for.

import { link, paragraph, run, table, wordFile } from "./word.js";

const WIDTHS = [3600, 3000, 3600, 3800]; // twentieths of a point, on a page that lies

const lines = (texts) => texts.filter(Boolean).map((text) => paragraph(run(text))).join("");

/** One row: when, what about, with which tools, where. */
const row = ({ told, title, tools, place, facts }, n) => {
  const named = tools.map((tool, at) => paragraph(link(`t${n}-${at}`, tool.title)));
  return [lines([told, facts]), lines([title]), named.join(""), lines([place])];
};

/** A Word file's bytes. Meetings are as plan.js has them whole, each with its time in words as `told`;
    `words` are the interface's for plans, `locale` is "fi-FI" and `site` the site's address. */
export const tableOf = (meetings, words, locale, site) => {
  const rows = meetings.map((one) => ({ ...one, facts: words.minutes.replace("{n}", one.minutes) }));
  const links = rows.flatMap(({ tools }, n) => tools.map(({ url }, at) => [`t${n}-${at}`, site + url]));
  const heads = [words.when, words.topic, words.tools, words.place];
  const body = paragraph(run(words.name), "Heading1") + table(heads, rows.map(row), WIDTHS);
  return wordFile(body, locale, { lying: true, links: Object.fromEntries(links) });
};
