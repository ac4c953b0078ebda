// Words that are rarely needed, and the names of all worksheets: fetched when something asks for
// them, as this version of the site has them.

const { lang } = document.documentElement;

export const rareWords = async () => {
  const place = new URL(`../words/${lang}.json`, import.meta.url);
  place.search = new URL(import.meta.url).search;
  return (await fetch(place)).json();
};
