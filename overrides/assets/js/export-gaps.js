// What is said before a filled file in which something cannot be seen. Loaded only when there is such
// a thing.

import { answered } from "./dialog.js";
import { make } from "./page.js";
import { asked } from "./questions.js";
import { rareWords } from "./rare-words.js";

const { gaps: words } = await rareWords();

/** What cannot be seen in the file: why, by the question. */
const reasons = ({ gaps, left = [] }) => {
  const why = gaps.map(({ name, letters }) => [name, letters.join(" ")]);
  return new Map([
    ...why.map(([name, letters]) => [asked(name), words.letters.replace("{letters}", () => letters)]),
    ...left.map((name) => [asked(name), words.row]),
  ]);
};

const way = (label, value) =>
  make("button", { type: "submit", className: "mt-file", value }, label);

/** Says what cannot be seen, and resolves to the way that the person chooses: another ending,
    "anyway", or none. */
export const ask = async (made, ending) => {
  const lines = [...reasons(made)].map(([asked, reason]) =>
    make("li", {}, make("strong", {}, asked), ` ${reason}`),
  );
  const title = make("h2", { id: "mt-gaps-title" }, words.title);
  const ways = make("p", { className: "mt-gaps-ways" },
    ...(ending === "docx" ? [] : [way(words.word, "docx")]),
    way(words.print, "print"), way(words.anyway, "anyway"), way(words.cancel, ""));
  const parts = [make("p", {}, words.text), make("ul", {}, ...lines), ways];
  return (await answered(title, parts, { id: "mt-gaps" })).returnValue;
};
