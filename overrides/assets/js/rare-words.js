// Words that are rarely needed, and the names of all worksheets: fetched when something asks for
// them, as this version of the site has them.

const { lang } = document.documentElement;

/** The words of a language, or with "-plan" what a plan of meetings is made of. */
export const rareWords = async (more = "", code = lang) => {
  const place = new URL(`../words/${code}${more}.json`, import.meta.url);
  place.search = new URL(import.meta.url).search;
  const all = await (await fetch(place)).json();
  // What is looked up by a name from a file finds only what is listed: no "constructor".
  for (const part of Object.values(all)) if (Object(part) === part) Object.setPrototypeOf(part, null);
  return all;
};
