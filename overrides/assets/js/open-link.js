// A sheet that came behind the # of this page's address: it is shown apart from one's own answers,
// and kept or merged when the person says so. Loaded when there is such an address.

import { make, notice, say, slug } from "./page.js";
import { current, followed, open, save } from "./autosave.js";
import { label } from "./copies.js";
import { renamed } from "./former-names.js";
import { unpacked } from "./link.js";
import { looks } from "./looks.js";
import { compared, mergeInto, parts } from "./merge.js";
import { rareWords } from "./rare-words.js";
import * as store from "./store.js";

const { arrived: words, sheets, moved } = await rareWords();

const site = new URL("../..", import.meta.url).href;
const table = document.querySelector(".mt-table");

let panel;

const button = (name, onclick, look = "mt-quiet") =>
  make("button", { type: "button", className: `mt-button ${look}`, onclick }, words[name]);

/** Takes the answers out of the address, so that they are in no history and no new window. */
const done = () => {
  panel?.remove();
  panel = undefined;
  for (const link of document.querySelectorAll(".mt-language")) link.hash = "";
  history.replaceState(history.state, "", location.pathname + location.search);
};

const finish = (text, ways, good = true) => {
  done();
  const box = notice(text, ways, { matter: "link", good });
  box.querySelector("button").focus();
  return box;
};

/** The same answers, whoever named them in which order. */
const same = (one, other) => {
  const sorted = ({ answers }) => JSON.stringify(Object.entries(answers).sort());
  return sorted(one) === sorted(other);
};

/** Keeps the copy beside all others; one that is here already is opened. */
const keep = (copy) => {
  save();
  const here = store.read(copy);
  const { id, n } = store.blank(slug);
  const own = here && same(here, copy) ? here : { ...copy, id: here ? id : copy.id, n };
  if (store.write(own) !== "Saved") return finish(words.full, undefined, false);
  open(own);
  finish(words.kept.replace("{what}", () => label(own)));
};

/** What the link's answers are merged with: the same copy as it is here, or the open one. */
const merge = (copy) => {
  save();
  const here = store.read(copy);
  if (here && here.id !== current().id) open(here);
  const before = current().answers;
  const end = (count, undo) =>
    count
      ? finish(words.merged.replace("{n}", count), { [words.undo]: undo, [say("Close")]: () => {} })
      : finish(words.nothing);
  mergeInto(panel, compared(before, copy.answers), words, end, () => show(copy));
};

const list = (answers) =>
  make("dl", { className: "mt-came" }, ...parts(answers, words.unasked).flatMap(({ question, lines }) => [
    make("dt", {}, question),
    ...lines.map((line) => make("dd", { dir: "auto" }, line)),
  ]));

const heading = () => make("h2", { id: "mt-arrived", tabIndex: -1 }, words.title);

const fresh = () => {
  panel?.remove();
  panel = make("section", { className: "mt-paper mt-arrived" }, heading());
  panel.setAttribute("aria-labelledby", "mt-arrived");
  table.prepend(panel);
};

/** Shows a copy: whose it is, when its link was made, what to do with it, and its answers. */
const show = (copy) => {
  fresh();
  const when = new Date(copy.at).toLocaleString(say("Locale"), { dateStyle: "long", timeStyle: "short" });
  const about = words.about.replace("{what}", () => label(copy)).replace("{when}", when);
  const keeps = !store.state();
  panel.append(
    make("p", {}, make("strong", {}, about)),
    make("p", {}, keeps ? words.safe : words.off),
    make("p", { className: "mt-actions" },
      ...(keeps ? [button("keep", () => keep(copy), "")] : []),
      button("merge", () => merge(copy)),
      button("close", () => finish(words.closed))),
    list(copy.answers),
  );
  // The page in the other language opens the same link.
  for (const link of document.querySelectorAll(".mt-language")) link.hash = location.hash;
  panel.firstChild.focus();
  panel.scrollIntoView();
};

/** Says what is wrong with the link; the address keeps it no longer. */
const refuse = (text) => finish(text, undefined, false);

/** A link that belongs to another sheet of this site leads there. */
const elsewhere = (copy) => {
  if (!Object.hasOwn(sheets, copy.sheet)) return refuse(words.unknown);
  const [title, path] = sheets[copy.sheet];
  const { hash } = location;
  refuse(words.elsewhere).firstChild.after(make("p", {}, make("a", { href: site + path + hash }, label(copy, title))));
};

/** Reads the address's link and shows what it holds, or says why it cannot. */
export const read = async () => {
  const { copy, why } = await unpacked(location.hash);
  await looks;
  if (why) return refuse(words[why]);
  const present = Object.hasOwn(moved, copy.sheet) ? renamed(copy, moved[copy.sheet]) : copy;
  if (present.sheet !== slug) return elsewhere(present);
  show(followed(present));
};
