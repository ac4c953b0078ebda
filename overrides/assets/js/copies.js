// A sheet's page: which copy is open ("Meeting log 2 · Amina"), and what each button does.

import { fetched, form, make, notice, panel, say, slug } from "./page.js";
import { fileOf } from "./files.js";
import { current, keep, open, rename, save, tell } from "./autosave.js";
import { saveAs } from "./download.js";
import { called, owner } from "./label.js";
import { turn } from "./letters.js";
import { drawn } from "./pens.js";
import { folded, listed } from "./rows.js";
import { wished } from "./wish.js";
import * as store from "./store.js";

const find = (id) => document.getElementById(id);
const whose = form.elements[slug + "-whose"];
const repeats = "mtRepeats" in panel.dataset;
const people = make("datalist", { id: "mt-people" });
const [picker, off, chosen] = ["mt-copy", "mt-off", "mt-file"].map(find);

/** What a copy is called; one that is filled in many times always has its number here. */
export const label = (copy, title = say("Title")) =>
  called(copy, title, repeats && copy.sheet === slug);

/** Lists the kept copies and the one on the page, and whom they belong to. */
const list = (event) => {
  const here = current();
  // While one copy is typed in, its own label is all that can change.
  const [shown] = picker.selectedOptions;
  if (event.type === "mt-kept" && shown.value === here.id && shown.text === label(here)) return;
  const kept = store.copies(slug).filter(({ id }) => id !== here.id);
  const all = [...kept, here].sort((a, b) => a.n - b.n);
  picker.replaceChildren(...all.map((copy) => new Option(label(copy), copy.id)));
  picker.value = here.id;
  const names = new Set(store.copies().map(owner).filter(Boolean));
  people.replaceChildren(...[...names].map((name) => new Option(name)));
};

const begin = () => {
  save();
  const copy = store.blank(slug);
  const name = owner(current());
  // The next meeting is with the same person; another lifeline is another person's.
  if (repeats && name) copy.answers[whose.name] = name;
  open(copy);
  form.querySelector("[name]").focus();
};

const name = () => {
  const given = prompt(say("NamePrompt"), current().name);
  if (given !== null) rename(given.trim());
};

/** Removes copies. When nothing more is to be kept, what stands on the page stays there. */
export const clear = (copies, off) => {
  const here = copies.some(({ id }) => id === current().id);
  copies.forEach(store.remove);
  if (off) keep(false);
  else if (here) open();
};

/** Asks what is to be deleted, and deletes it. */
const remove = async (what) => {
  save();
  await fetched(import("./delete-answers.js"), ({ ask }) => ask(what));
  off.checked = store.state() === "Off";
};

const ofSheet = () => fileOf([current()], say("Title"));

const saveSheet = () => {
  const file = ofSheet();
  saveAs(file, file.name);
};

const share = () => {
  navigator.share({ files: [ofSheet()] }).catch(() => {});
};

/** Hands out what stands chosen now. Not waited for: another choice may be pressed for meanwhile. */
const take = () => {
  const wish = wished();
  fetched(import("./take-along.js"), ({ hand }) => hand(wish));
};

const acts = {
  aloud: (asked) => fetched(import("./read-aloud.js"), ({ offer }) => offer(asked)),
  begin,
  letters: turn,
  link: () => fetched(import("./share-link.js"), ({ offer }) => offer()),
  name,
  remove: () => remove("one"),
  removeAll: () => remove("all"),
  saveAll: () => fetched(import("./save-all.js"), ({ saveAll }) => saveAll(current())),
  saveSheet,
  share,
  steps: () => (location.hash = "step-"),
  take,
};

// On a slow network one presses again: what is on its way comes once.
const doing = new Set();
document.addEventListener("click", async ({ target }) => {
  const act = target.dataset.mtDo;
  const coming = !doing.has(act) && acts[act]?.(target);
  if (!coming) return;
  doing.add(act);
  await coming;
  doing.delete(act);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("mt-shown", list);
form.addEventListener("mt-kept", list);
addEventListener("storage", list);

picker.addEventListener("change", () => {
  const id = picker.value;
  save();
  open(store.read({ sheet: slug, id }));
});
off.addEventListener("change", () => (off.checked ? remove("off") : keep(true)));
chosen.addEventListener("change", () => {
  const [given] = chosen.files;
  chosen.value = "";
  if (given) fetched(import("./import-answers.js"), ({ open }) => open(given));
});

// What could not be kept is offered as a file, once, where the person is writing.
let offered;
form.addEventListener("mt-kept", () => {
  const { mtState } = panel.dataset;
  if (!/Full|Blocked/.test(mtState)) offered = false;
  else if (!offered) {
    offered = true;
    notice(say(mtState), { [say("FileSave")]: saveSheet });
  }
});

whose?.setAttribute("list", people.id);
form.append(people);
open();
// At the start, the panel alone says it.
offered = store.state() === "Blocked";
if (store.state()) tell(store.state());
offered = false;
off.checked = store.state() === "Off";
find("mt-share").hidden = !navigator.canShare?.({ files: [ofSheet()] });
// Safari, and every browser of iPhones, forgets after seven days.
if (/^Apple/.test(navigator.vendor)) panel.prepend(find("mt-seven"));
if (form.dataset.mtWas) import("./former-names.js").then(({ adopt }) => adopt());
const others = store.copies().some(({ sheet }) => sheet !== slug);
if (others && form.querySelector("[data-mt-from]")) import("./prefill.js");
if (store.damaged().length) import("./set-aside.js");
// What is needed only later
addEventListener("load", () => [import("./take-along.js"), import("./paper.js")]);
// Behind the address's # there may be the other person's sheet, or the one question to be shown.
const arrive = () => {
  const { hash } = location;
  if (/^#answers=/.test(hash)) fetched(import("./open-link.js"), ({ read }) => read());
  if (/^#step-/.test(hash)) fetched(import("./steps.js"), ({ show }) => show());
};
addEventListener("hashchange", arrive);
arrive();
Promise.all([drawn(), folded(), listed()]).then(() => document.documentElement.classList.add("mt-on"));
