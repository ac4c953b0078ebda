// Answers that the same person gave to the same questions on another sheet, offered here. Loaded
// only where there may be some.

import { form, notice, slug } from "./page.js";
import { current, take } from "./autosave.js";
import { rareWords } from "./rare-words.js";
import { copies } from "./store.js";

const { offering: words } = await rareWords();

const owner = ({ sheet, answers }) => (answers[sheet + "-whose"] ?? "").trim().toLowerCase();

/** The last copy of a sheet that is the same person's, or anybody's while nobody is named. */
const earlier = (sheet, here) =>
  copies(sheet)
    .filter((copy) => !owner(here) || owner(copy) === owner(here))
    .sort((a, b) => (a.at > b.at ? -1 : 1))[0];

const offer = () => {
  const here = current();
  const found = {};
  let whose;
  for (const place of form.querySelectorAll("[data-mt-from]")) {
    const sheet = place.dataset.mtFrom;
    const there = earlier(sheet, here);
    whose ??= there?.answers[sheet + "-whose"];
    for (const { name } of place.querySelectorAll("[name]")) {
      const value = there?.answers[sheet + name.slice(slug.length)];
      if (value && !here.answers[name]) found[name] = value;
    }
  }
  if (!Object.keys(found).length) return;
  const text = words.text.replace("{whose}", () => (whose ? ` (${whose})` : ""));
  // What the person has answered meanwhile stays.
  const accept = () => {
    const { answers } = current();
    take(Object.fromEntries(Object.entries(found).filter(([name]) => !answers[name])));
  };
  notice(text, { [words.take]: accept, [words.leave]: () => {} });
};

form.addEventListener("mt-show", ({ detail }) => detail.fresh && offer());
offer();
