// Deleting what is kept on this device: it is listed and asked about once, told afterwards, and can
// be undone for a while. Loaded only when something is to be deleted.

import { make, notice, panel, say } from "./page.js";
import { current, open, take, tell } from "./autosave.js";
import { clear, label } from "./copies.js";
import { turn } from "./letters.js";
import { rareWords } from "./rare-words.js";
import * as store from "./store.js";

const UNDO = 1e4; // milliseconds
const NAMED = 3; // so many are named when they are gone; of more, the number is told

const { deleting: words, sheets } = await rareWords();

const called = (copy) => label(copy, sheets[copy.sheet]?.[0] ?? copy.sheet);
const day = (copy) => new Date(copy.at).toLocaleDateString(say("Locale"), { dateStyle: "long" });

/** A line of the list: what a copy is called and when it was last written in. */
const line = (copy, choice) => {
  const told = `${called(copy)}, ${day(copy)}`;
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

/** Asks which of these copies are to go; resolves to them, or to nothing when none is. */
const chosen = async (copies, off) => {
  const choice = !off && copies.length > 1;
  const title = make("h2", { id: "mt-delete-title" }, off ? words.off_title : words.title);
  const list = make("ul", {}, ...copies.map((copy) => line(copy, choice)));
  const text = make("p", {}, off ? words.off_text : choice ? words.some_text : words.one_text);
  const ways = make("p", { className: "mt-gaps-ways" }, act("yes", "mt-delete"), act("no", "mt-quiet"));
  const dialog = make("dialog", { className: "mt-gaps" }, make("form", { method: "dialog" }, title, text, list, ways));
  dialog.setAttribute("aria-labelledby", title.id);
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((closed) => (dialog.onclose = closed));
  dialog.remove();
  if (dialog.returnValue !== "yes") return;
  const ids = [...dialog.querySelectorAll(":checked")].map(({ value }) => value);
  return choice ? copies.filter(({ id }) => ids.includes(id)) : copies;
};

/** What has gone, and what is shown instead of the copy that was open. */
const told = (gone, moved) => {
  const names = gone.length > NAMED ? `${gone.length}` : gone.map(called).join(", ");
  const shown = store.read(current()) ? words.shown.replace("{shown}", () => label(current())) : words.empty;
  return `${words.gone.replace("{what}", () => names)} ${moved ? shown : ""}`.trim();
};

/** Says it, with a way back while there is time. Whoever is at the button has time. */
const offer = (text, undo) => {
  const box = notice(text, { [words.undo]: undo }, { matter: "deleted", good: true });
  box.removeAttribute("role"); // The panel's status says it.
  const end = () => {
    if (box.matches(":focus-within, :hover")) setTimeout(end, UNDO);
    else box.remove();
  };
  setTimeout(end, UNDO);
};

/** Deletes "one" (the copy on the page), "all" (or those that are chosen), or, because nothing is to
    be kept any more ("off"), everything that this site keeps here. */
export const ask = async (what) => {
  const off = what === "off";
  const here = current();
  const written = store.read(here) || Object.keys(here.answers).length;
  const kept = what !== "one" ? store.copies() : written ? [here] : [];
  const gone = kept.length ? await chosen(kept, off) : [];
  if (!gone || (!gone.length && !off)) return gone && notice(words.none, undefined, { good: true });
  clear(gone, off);
  if (off) store.damaged().forEach(store.drop);
  if (off && document.documentElement.matches(".mt-large")) turn();
  if (off) navigator.serviceWorker?.controller?.postMessage(["forget"]);
  if (!gone.length) return;
  const text = told(gone, !off && current().id !== here.id);
  tell(off ? "Off" : "Deleted", off ? `${text} ${say("Off")}` : text);
  offer(text, () => {
    if (off) store.turn(true);
    gone.forEach(store.write);
    open({ ...here, answers: {} });
    take(here.answers);
    document.getElementById("mt-off").checked = !!store.state();
    tell(panel.dataset.mtState, words.undone);
  });
};
