// What is asked before answers are deleted, and the way back after it: for a sheet's page and for
// that of all sheets. Loaded only when something is to be deleted.

import { answered } from "./dialog.js";
import { make, notice, say } from "./page.js";
import { rareWords } from "./rare-words.js";

const UNDO = 1e4; // milliseconds
const NAMED = 3; // so many are named when they are gone; of more, the number is told

const { deleting: words } = await rareWords();

const day = (copy) => new Date(copy.at).toLocaleDateString(say("Locale"), { dateStyle: "long" });

/** A line of the list: what a copy is called and when it was last written in. */
const line = (copy, name, choice) => {
  const told = `${name}, ${day(copy)}`;
  if (!choice) return make("li", {}, told);
  const box = make("input", { type: "checkbox", checked: true, value: copy.id, id: `mt-gone-${copy.id}` });
  const option = make("div", { className: "mt-option" }, box, make("label", { htmlFor: box.id }, told));
  return make("li", {}, option);
};

const act = (value, look) =>
  make(
    "button",
    { type: "submit", className: `mt-button ${look}`, value, autofocus: value === "no" },
    words[value],
  );

/** Asks which of these copies are to go; resolves to them, or to nothing when none is. `called` says
    what a copy is called. */
export const chosen = async (copies, off, called) => {
  const choice = !off && copies.length > 1;
  const title = make("h2", { id: "mt-delete-title" }, off ? words.off_title : words.title);
  const list = make("ul", {}, ...copies.map((copy) => line(copy, called(copy), choice)));
  const text = make("p", {}, off ? words.off_text : choice ? words.some_text : words.one_text);
  const ways = make("p", { className: "mt-gaps-ways" }, act("yes", "mt-delete"), act("no", "mt-quiet"));
  const dialog = await answered(title, [text, list, ways]);
  if (dialog.returnValue !== "yes") return;
  const ids = [...dialog.querySelectorAll(":checked")].map(({ value }) => value);
  return choice ? copies.filter(({ id }) => ids.includes(id)) : copies;
};

/** What has gone, in words. */
export const told = (gone, called) => {
  const names = gone.length > NAMED ? `${gone.length}` : gone.map(called).join(", ");
  return words.gone.replace("{what}", () => names);
};

/** Says it, with a way back while there is time. Whoever is at the button has time. */
export const offer = (text, undo) => {
  const box = notice(text, { [words.undo]: undo }, { matter: "deleted", good: true });
  box.removeAttribute("role"); // The panel's status says it.
  const end = () => {
    if (box.matches(":focus-within, :hover")) setTimeout(end, UNDO);
    else box.remove();
  };
  setTimeout(end, UNDO);
};

