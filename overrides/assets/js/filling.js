// The copy that is being filled in: from the store into the form, and back as it is typed.

import { form, panel, say, slug } from "./page.js";
import { notice } from "./notice.js";
import { fit } from "./rows.js";
import * as store from "./store.js";

const WAIT = 300; // milliseconds of rest before what was typed is kept

let copy; // as the store has it
let timer;
let torn = false; // the same answer was changed in two windows, and nobody has chosen yet
const changes = new Map(); // what was typed since, by the control's name

const renames = JSON.parse(form.dataset.mtRenamed ?? "[]").map(([old, now]) => [RegExp(old), now]);

/** Lets answers follow their questions that have been renamed. */
const followed = (kept) => {
  for (const [old, now] of renames)
    for (const name of Object.keys(kept?.answers ?? {})) {
      const next = name.replace(old, now);
      if (next in kept.answers) continue;
      kept.answers[next] = kept.answers[name];
      delete kept.answers[name];
    }
  return kept;
};

/** The copy as it stands on the page; answers without a question stay in it. */
export const current = () => {
  const answers = { ...copy.answers };
  for (const [name, value] of changes) {
    if (value) answers[name] = value;
    else delete answers[name];
  }
  return { ...copy, at: new Date().toISOString(), answers };
};

const show = () => {
  const { answers } = current();
  fit(answers);
  for (const control of form.elements) {
    if (!control.name) continue;
    const value = answers[control.name] ?? "";
    if (/radio|checkbox/.test(control.type)) control.checked = control.value === value;
    else if (control.value !== value) control.value = value;
  }
  form.dispatchEvent(new Event("mt-shown"));
};

const tell = (state) => {
  panel.dataset.mtState = state;
  const line = document.getElementById("mt-status");
  if (line.textContent !== say(state)) line.textContent = say(state);
};

/** Opens a copy: the given one, the one this tab had open, the last one, or a new one. */
export const open = (wanted) => {
  const all = store.copies(slug);
  const last = all.reduce((a, b) => (a?.at > b.at ? a : b), undefined);
  const had = all.find((one) => one.id === store.opened(slug));
  copy = followed(wanted ?? had ?? last ?? store.blank(slug));
  changes.clear();
  torn = false;
  store.open(copy);
  show();
};

/** Puts answers into the form as if they had been typed. */
export const take = (answers) => {
  for (const name in answers) changes.set(name, answers[name]);
  show();
  save();
};

/** Takes in what another window has kept. False when both changed the same answer. */
export const meet = () => {
  const kept = followed(store.read(slug, copy.id));
  if (torn) return false;
  if (!kept) {
    if (!changes.size) open();
    return true;
  }
  const names = Object.keys({ ...kept.answers, ...copy.answers });
  const moved = names.filter((name) => kept.answers[name] !== copy.answers[name]);
  const both = moved.filter(
    (name) => changes.has(name) && changes.get(name) !== (kept.answers[name] ?? ""),
  );
  if (both.length) return tear(kept, both);
  copy = kept;
  if (moved.length) show();
  return true;
};

const tear = (kept, both) => {
  torn = true;
  const mend = (theirs) => {
    torn = false;
    copy = kept;
    if (theirs) both.forEach((name) => changes.delete(name));
    show();
    save();
  };
  notice(say("Torn"), { [say("TornMine")]: () => mend(), [say("TornTheirs")]: () => mend(true) });
  return false;
};

/** Keeps what has changed, at once. */
export const save = (all) => {
  clearTimeout(timer);
  if ((!changes.size && !all) || !meet()) return;
  const next = current();
  const state = store.write(next);
  if (state === "Saved") {
    copy = next;
    changes.clear();
  }
  tell(state);
  form.dispatchEvent(new CustomEvent("mt-kept", { detail: state }));
};

/** Whether something would be lost if the page were closed now. */
export const unkept = () => changes.size > 0;

/** Stops or begins keeping; what stands on the page stays there. */
export const keep = (on) => {
  store.turn(on);
  if (on) return save(true);
  changes.clear();
  const { answers } = current();
  store.remove(copy);
  Object.entries(answers).forEach(([name, value]) => changes.set(name, value));
  tell("Off");
};

export const rename = (name) => {
  copy = { ...copy, name };
  save(true);
};

form.addEventListener("input", ({ target }) => {
  if (!target.name) return;
  const empty = /radio|checkbox/.test(target.type) && !target.checked;
  changes.set(target.name, empty ? "" : target.value);
  clearTimeout(timer);
  timer = setTimeout(save, WAIT);
});
