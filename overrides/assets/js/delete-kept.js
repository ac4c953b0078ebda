// Deleting what is kept on this device, from a page that shows what is kept: all, some, or everything
// because nothing is to be kept any more. Loaded only when something is to be deleted.

import { panel, say } from "./page.js";
import { chosen, offer, told } from "./ask-deleting.js";
import { rareWords } from "./rare-words.js";
import * as store from "./store.js";

const { deleting: words } = await rareWords();
const off = document.getElementById("mt-off");

/** Keeps nothing from now on, and forgets what else is kept here. */
const stop = () => {
  store.turn(false);
  store.damaged().forEach(store.drop);
  navigator.serviceWorker?.controller?.postMessage(["forget"]);
};

/** Deletes those of the copies that the person chooses, for a while with a way back; to `leave` is to
    keep nothing any more. The page gives `called`, what a copy is called, `tell`, which says in the
    panel how it is, and `show`, which shows what is left; that gets what came back. */
export const remove = async (copies, { leave, called, tell, show }) => {
  const gone = copies.length ? await chosen(copies, leave, called) : [];
  if (gone) {
    gone.forEach(store.remove);
    if (leave) stop();
    show();
    const text = told(gone, called);
    tell(store.state() || "Deleted", gone.length ? (leave ? `${text} ${say("Off")}` : text) : undefined);
    if (gone.length) {
      panel.focus();
      offer(text, () => {
        if (leave) store.turn(true);
        gone.forEach(store.write);
        off.checked = store.state() === "Off";
        show(gone);
        tell(store.state(), words.undone);
      });
    }
  }
  off.checked = store.state() === "Off";
};
