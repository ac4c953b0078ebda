// Deleting what is kept on this device, from a sheet's page: it is listed and asked about once, told
// afterwards, and can be undone for a while. Loaded only when something is to be deleted.

import { notice, panel, say } from "./page.js";
import { chosen, offer, told } from "./ask-deleting.js";
import { current, open, take, tell } from "./autosave.js";
import { clear, label } from "./copies.js";
import { turn } from "./letters.js";
import { rareWords } from "./rare-words.js";
import * as store from "./store.js";

const { deleting: words, sheets } = await rareWords();

const called = (copy) => label(copy, sheets[copy.sheet]?.[0] ?? copy.sheet);

/** What is shown now, instead of the copy that was open. */
const shown = () =>
  store.read(current()) ? words.shown.replace("{shown}", () => label(current())) : words.empty;

/** Deletes "one" (the copy on the page), "all" (or those that are chosen), or, because nothing is to
    be kept any more ("off"), everything that this site keeps here. */
export const ask = async (what) => {
  const off = what === "off";
  if (off && !document.getElementById("mt-off").checked) return; // taken back meanwhile
  const here = current();
  const written = store.read(here) || Object.keys(here.answers).length;
  const kept = what !== "one" ? store.copies() : written ? [here] : [];
  const gone = kept.length ? await chosen(kept, off, called) : [];
  if (!gone || (!gone.length && !off)) return gone && notice(words.none, undefined, { good: true });
  const last = current();
  clear(gone, off);
  if (off) store.damaged().forEach(store.drop);
  if (off && document.documentElement.matches(".mt-large")) turn();
  if (off) navigator.serviceWorker?.controller?.postMessage(["forget"]);
  if (!gone.length) return;
  const moved = !off && current().id !== here.id;
  const text = [told(gone, called), ...(moved ? [shown()] : [])].join(" ");
  tell(off ? "Off" : "Deleted", off ? `${text} ${say("Off")}` : text);
  offer(text, () => {
    if (off) store.turn(true);
    gone.forEach(store.write);
    open({ ...last, answers: {} });
    take(last.answers);
    document.getElementById("mt-off").checked = !!store.state();
    tell(panel.dataset.mtState, words.undone);
  });
};
