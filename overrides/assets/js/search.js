// The search page: finds while one types, in an index that is fetched when it is first needed.
// What is typed stands in the address, and is sent nowhere.

import { lookup, wordsOf } from "./lookup.js";

const [form, results, status, nothing, all, more] = ["form", "results", "status", "nothing", "all", "more"].map(
  (name) => document.getElementById(`mt-${name}`),
);
const field = form.elements.q;
const root = new URL("../../", import.meta.url);
const folder = new URL(`lookup/${document.documentElement.lang}/`, root);
const AT_ONCE = 12; // results that are shown before one asks for more

const say = (word, name, value) => form.dataset["mt" + word].replace(`{${name}}`, () => value);
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** A file of the index; what was fetched once stays. */
const fetched = new Map();
const json = (name) => {
  if (!fetched.has(name)) {
    const answer = fetch(new URL(name, folder)).then((response) => {
      if (!response.ok) throw Error(response.status);
      return response.json();
    });
    answer.catch(() => fetched.delete(name));
    fetched.set(name, answer);
  }
  return fetched.get(name);
};

let index;
/** The index with those of its parts that may have a word of the question. */
const ready = async (question) => {
  const begun = await json("index.json");
  index ??= { ...lookup(begun), pages: begun.pages, have: new Set() };
  const { parts } = begun;
  const asked = wordsOf(question).map((word) => word.slice(0, 2));
  const may = (n, start) => parts[n] <= start + "\uffff" && !(parts[n + 1] < start);
  // A single part has all words; it is read before the first one is typed.
  const needed = [...parts.keys()].filter(
    (n) => !index.have.has(n) && (parts.length < 2 || asked.some((start) => may(n, start))),
  );
  const texts = await Promise.all(needed.map((n) => json(`words-${n}.json`)));
  texts.forEach((text, at) => {
    if (!index.have.has(needed[at])) index.add(text);
    index.have.add(needed[at]);
  });
};

/** A text with the asked words marked. */
const marked = (text, mark) =>
  text
    .split(/([\p{L}\p{N}]+)/u)
    .map((piece, n) =>
      n % 2 && wordsOf(piece).some((word) => mark(word) >= 0) ? make("mark", {}, piece) : piece,
    );

/** The sentence with the most of the asked words; the first one where none has any. */
const best = (sentences, mark) => {
  const count = (text) => new Set(wordsOf(text).map(mark).filter((n) => n >= 0)).size;
  const counts = sentences.map(count);
  return sentences[counts.indexOf(Math.max(...counts))];
};

let turn = 0;
const item = (page, mark) => {
  const [address, title, told] = index.pages[page];
  const text = make("p", { className: "mt-sentence" });
  const mine = turn;
  json(`page-${page}.json`).then(
    (sentences) => mine === turn && text.append(...marked(best(sentences, mark), mark)),
    () => {},
  );
  const link = make("a", { href: new URL(address, root) }, ...marked(title, mark));
  return make("li", {}, link, make("p", { className: "mt-meta" }, told), text);
};

let waiting;
let calm = 0; // milliseconds without a key until the count is said
/** Says in words what came out: at once on arriving, with all that waited for it, and then when the
    person pauses. */
const tell = (text) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    status.textContent = text;
    status.className = "";
  }, calm);
  calm = 700;
};

/** Nothing was found: words that are spelt nearly so. */
const showNear = (asked) => {
  const near = asked.flatMap(({ word }) => index.near(word));
  const links = near.map((word) =>
    make("li", {}, make("a", { href: "?" + new URLSearchParams({ q: word }) }, word)),
  );
  const list = nothing.querySelector("ul");
  list.replaceChildren(...links);
  list.parentNode.hidden = !links.length;
};

const show = ({ found, asked }) => {
  turn++;
  const mark = index.marker(asked);
  results.replaceChildren(...found.slice(0, AT_ONCE).map((page) => item(page, mark)));
  more.hidden = found.length <= AT_ONCE;
  more.onclick = () => {
    results.append(...found.slice(AT_ONCE).map((page) => item(page, mark)));
    more.hidden = true;
    results.children[AT_ONCE].firstChild.focus();
  };
  nothing.hidden = found.length > 0;
  if (found.length) tell(found.length === 1 ? say("One") : say("Count", "n", found.length));
  else {
    showNear(asked);
    tell(say("None", "words", asked.map(({ word }) => word).join(", ")));
  }
};

/** Finds what the field says; `quiet` leaves the address as it is. */
const find = async (quiet) => {
  const question = field.value.trim();
  const wanted = wordsOf(question).length > 0;
  if (!quiet) history.replaceState(null, "", question ? "?" + new URLSearchParams({ q: question }) : location.pathname);
  all.hidden = wanted;
  if (!wanted) {
    turn++;
    results.replaceChildren();
    [more.hidden, nothing.hidden] = [true, true];
    return tell("");
  }
  try {
    await ready(question);
  } catch {
    all.hidden = false;
    return tell(say("Failed"));
  }
  if (question === field.value.trim()) show(index.find(question));
};

const restore = () => {
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  find(true);
};

field.oninput = () => find();
field.onfocus = () => ready("").catch(() => {});
form.onsubmit = (event) => {
  event.preventDefault();
  find();
};
addEventListener("popstate", restore);
// WebKit makes a form what it began with, a moment after the page came back from its memory.
addEventListener("pagehide", () => (field.defaultValue = field.value));
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
restore();
