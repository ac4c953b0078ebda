// All of a person's answers as one file, to take along to another device. Loaded only when asked for.

import { current } from "./autosave.js";
import { fileOf } from "./copies.js";
import { saveAs } from "./download.js";
import { rareWords } from "./rare-words.js";
import { copies } from "./store.js";

const { saving: words } = await rareWords();

export const saveAll = () => {
  const here = current();
  const all = [here, ...copies().filter(({ id }) => id !== here.id)];
  const filled = all.filter(({ answers }) => Object.keys(answers).length);
  const file = fileOf(filled, words.all);
  saveAs(file, file.name);
};
