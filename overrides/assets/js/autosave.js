// The copy that is being filled in: from the store into the form, and back as it is typed.

import { answer, form, notice, panel, say, slug } from "./page.js";
import * as store from "./store.js";

const WAIT = 500; // milliseconds of rest before what was typed is kept

let copy; // as the store has it
let timer;
let torn; // the same answer was changed in two windows, and nobody has chosen yet
const changes = new Map(); // what was typed since, by the control's name
let named; // a name given since

/** What was typed before this script came, on a slow network: it stays. */
const early = [...form.elements].filter(
  (control) =>
    control.name &&
    (control.value !== control.defaultValue || control.checked !== control.defaultChecked),
);

const renames = JSON.parse(form.dataset.mtRenamed ?? "[]");

/** Lets answers follow their questions that have been renamed, and a choice its new id. */
export const followed = (kept) => {
  const answers = kept?.answers;
  for (const [old, now, text, to] of renames)
    for (const name in answers) {
      const next = name.replace(RegExp(old), now);
      if (next === now && answers[name] === text) answers[name] = to;
      if (next in answers) continue;
      answers[next] = answers[name];
      delete answers[name];
    }
  return kept;
};

/** The copy as it stands on the page; answers without a question stay in it. */
export const current = () => {
  const answers = { ...copy.answers, ...Object.fromEntries(changes) };
  for (const key in answers) if (!answers[key]) delete answers[key];
  return { ...copy, name: named ?? copy.name, at: new Date().toISOString(), answers };
};

/** Fills the form. A copy that was just opened is `fresh`: its tables have no rows to spare. */
const show = (fresh) => {
  const { answers } = current();
  form.dispatchEvent(new CustomEvent("mt-show", { detail: { answers, fresh } }));
  for (const control of form.elements)
    if (control.name) answer(control, answers[control.name] ?? "");
  form.dispatchEvent(new Event("mt-shown"));
};

/** Says in the panel what is kept; the same words are not said twice. */
export const tell = (state, text = say(state) ?? "") => {
  panel.dataset.mtState = state;
  const line = document.getElementById("mt-status");
  if (line.textContent !== text) line.textContent = text;
  form.dispatchEvent(new Event("mt-kept"));
};

/** Notes an answer, and keeps it soon. */
const typed = (control) => {
  if (!control.name) return;
  changes.set(control.name, answer(control));
  clearTimeout(timer);
  timer = setTimeout(save, WAIT);
};

/** Opens a copy: the given one, the one this tab had open, the last one, or a new one. */
export const open = (wanted) => {
  const all = store.copies(slug);
  const had = all.find(({ id }) => id === store.opened(slug));
  const last = all.sort((a, b) => (a.at > b.at ? -1 : 1))[0];
  copy = followed(wanted ?? had ?? last ?? store.blank(slug));
  changes.clear();
  for (const control of early.splice(0)) typed(control);
  named = undefined;
  torn = false;
  store.open(copy);
  show(true);
};

/** Puts answers into the form as if they had been typed. */
export const take = (answers) => {
  for (const name in answers) changes.set(name, answers[name]);
  show();
  save();
};

/** Takes in what another window has kept. False when both changed the same answer. */
const meet = () => {
  const kept = followed(store.read(copy));
  if (torn) return false;
  if (!kept) {
    if (!changes.size) open();
    return true;
  }
  const moved = Object.keys({ ...kept.answers, ...copy.answers }).filter(
    (name) => kept.answers[name] !== copy.answers[name],
  );
  const both = moved.filter(
    (name) => changes.has(name) && changes.get(name) !== (kept.answers[name] ?? ""),
  );
  if (both.length) tear(kept, both);
  else {
    copy = kept;
    if (moved.length) show();
  }
  return !torn;
};

/** Lets the person choose between two answers to the same question. */
const tear = (kept, both) => {
  torn = true;
  const mend = (mine) => {
    torn = false;
    copy = kept;
    if (!mine) both.forEach((name) => changes.delete(name));
    show();
    save(true);
  };
  notice(say("Torn"), { [say("TornMine")]: () => mend(true), [say("TornTheirs")]: () => mend() });
  tell("Waits");
};

/** Keeps what has changed, or everything, at once. */
export const save = (all) => {
  clearTimeout(timer);
  if ((!changes.size && !all) || !meet()) return;
  const next = current();
  const first = !store.copies().length;
  const state = store.write(next);
  if (state === "Saved") {
    // Some browsers ask the person, so it is asked only when there is something to lose.
    if (first) navigator.storage?.persist?.();
    copy = next;
    changes.clear();
    named = undefined;
  }
  tell(state, say(/Full|Blocked/.test(state) ? "Unkept" : state));
};

/** Stops keeping, or begins again; what stands on the page stays there. */
export const keep = (on) => {
  const { answers } = current();
  store.turn(on);
  if (on) tell("");
  take(answers);
  if (!on) tell("Off");
};

export const rename = (given) => {
  named = given;
  save(true);
};

/** Makes what stands in the form what it begins with: WebKit goes back to that a moment after a
    page has come back from its memory. */
const stand = () => {
  for (const control of form.elements) {
    control.defaultValue = control.value;
    control.defaultChecked = control.checked;
  }
};

form.addEventListener("input", ({ target }) => typed(target));

// Other windows, and leaving this one: nothing is lost silently.
addEventListener("storage", ({ key }) => {
  if (store.touches(key)) meet();
});
document.addEventListener("visibilitychange", () => (document.hidden ? save() : meet()));
addEventListener("pagehide", () => {
  save();
  stand();
});
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  meet();
  stand();
});
addEventListener("beforeunload", (event) => {
  save();
  if (changes.size) event.preventDefault();
});
