// The page of all sheets that are kept on this device: a list to search in, all of them as a file,
// and deleting.

import { button, fetched, make, panel, say } from "./page.js";
import { saveAs } from "./download.js";
import { fileOf } from "./files.js";
import { latest, shown } from "./progress.js";
import * as store from "./store.js";

const AT_ONCE = 50; // sheets that are shown before one asks for more

const find = (id) => document.getElementById(id);
const [list, status, field, more, off] = ["mt-kept", "mt-count", "mt-in-sheets", "mt-more", "mt-off"].map(find);
const site = new URL("../..", import.meta.url).href;
const { rareWords } = await import("./rare-words.js");
const rare = await rareWords();
const { mine: words } = rare;

const look = (copy) => shown(copy, rare);
const nameOf = (copy) => look(copy).name;

/** Says in the panel whether answers are kept. */
const tell = (state, text = say(state) ?? "") => {
  panel.dataset.mtState = state;
  find("mt-status").textContent = text;
};

const save = (copy) => {
  const file = fileOf([copy], nameOf(copy));
  saveAs(file, file.name);
};

/** The answer in which the words were found, with a little around them. */
const found = (copy, asked) => {
  const text = Object.values(copy.answers).find((answer) => answer.toLowerCase().includes(asked));
  if (!asked || !text) return [];
  const at = text.toLowerCase().indexOf(asked);
  const [from, to] = [Math.max(0, at - 40), at + asked.length];
  const mark = make("mark", {}, text.slice(at, to));
  return [make("p", {}, from ? "…" : "", text.slice(from, at), mark, text.slice(to, to + 40), text[to + 40] ? "…" : "")];
};

const item = (copy, asked) => {
  const { name, place, told } = look(copy);
  const open = () => store.open(copy);
  const title = place ? make("a", { href: `${site}${place}#worksheet`, onclick: open }, name) : name;
  const named = (label, act) => {
    const made = button(label, act);
    made.setAttribute("aria-label", `${label}: ${name}`);
    return made;
  };
  const away = named(words.remove, () => remove([copy]));
  away.classList.add("mt-delete");
  const ways = make("p", { className: "mt-actions" }, named(words.save, () => save(copy)), away);
  const head = make("h3", {}, title);
  return make("li", { className: "mt-card" }, head, make("p", { className: "mt-meta" }, told), ...found(copy, asked), ways);
};

const matches = (copy, asked) =>
  [nameOf(copy), ...Object.values(copy.answers)].some((text) => text.toLowerCase().includes(asked));

/** Shows the sheets that have what is asked for; `all` shows more than the first ones. */
const show = (all) => {
  const asked = field.value.trim().toLowerCase();
  const kept = latest(store.copies());
  const fitting = kept.filter((copy) => matches(copy, asked));
  const first = all ? fitting : fitting.slice(0, AT_ONCE);
  list.replaceChildren(...first.map((copy) => item(copy, asked)));
  more.hidden = first.length === fitting.length;
  find("mt-some").hidden = !kept.length;
  find("mt-none").hidden = kept.length > 0;
  const told = asked ? (fitting.length ? words.found : words.missing) : words.count;
  const text = kept.length ? told.replace("{n}", fitting.length) : "";
  if (status.textContent !== text) status.textContent = text;
};

const page = { called: nameOf, tell, show: () => show() };
const remove = (copies, leave) =>
  fetched(import("./delete-kept.js"), (deleting) => deleting.remove(copies, { ...page, leave }));

const acts = {
  removeAll: () => remove(store.copies()),
  saveAll: () => fetched(import("./save-all.js"), ({ saveAll }) => saveAll()),
};

document.addEventListener("click", ({ target }) => acts[target.dataset.mtDo]?.());
field.addEventListener("input", () => show());
find("mt-search").addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => {
  show(true);
  list.children[AT_ONCE]?.querySelector("a, button").focus();
});
off.addEventListener("change", () => {
  if (off.checked) return remove(store.copies(), true);
  store.turn(true);
  tell("");
});
addEventListener("storage", ({ key }) => store.touches(key) && show());
addEventListener("pageshow", ({ persisted }) => persisted && show());

show();
tell(store.state());
off.checked = store.state() === "Off";
if (store.damaged().length) import("./set-aside.js");
document.documentElement.classList.add("mt-on");
