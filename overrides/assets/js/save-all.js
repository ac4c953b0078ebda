// All of a person's answers as one file, to take along to another device. Loaded only when asked for.

import { fileOf } from "./files.js";
import { saveAs } from "./download.js";
import { rareWords } from "./rare-words.js";
import { copies } from "./store.js";

const { saving: words } = await rareWords();

/** Saves everything that is kept; `here` is what stands on the page, if it is a sheet's. */
export const saveAll = (here) => {
  const all = here ? [here, ...copies().filter(({ id }) => id !== here.id)] : copies();
  const filled = all.filter(({ answers }) => Object.keys(answers).length);
  const file = fileOf(filled, words.all);
  saveAs(file, file.name);
};
