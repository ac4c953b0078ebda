// Entries among the kept answers that are no answers of this version: they stay where they are, out
// of use, and the person is told. Loaded only when there are any.

import { notice } from "./page.js";
import { saveAs } from "./download.js";
import { rareWords } from "./rare-words.js";
import { damaged, drop, raw } from "./store.js";

const TOLD = "mt-aside-told"; // in this window

const { aside: words } = await rareWords();

const save = () => {
  const text = JSON.stringify({ format: "mentoring-set-aside", entries: damaged().map((key) => [key, raw(key)]) }, null, 1);
  saveAs(new Blob([text], { type: "text/plain" }), words.name + ".txt");
};
const tell = () => {
  const keys = damaged();
  const text = words.told.replace("{n}", keys.length);
  notice(text, {
    [words.save]: () => (save(), tell()),
    [words.remove]: () => (confirm(words.sure) ? keys.forEach(drop) : tell()),
    [words.close]: () => (sessionStorage[TOLD] = "yes"),
  });
};
if (!sessionStorage[TOLD]) tell();
