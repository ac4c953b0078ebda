// What is begun on this device, on home and on the page of all tools: the sheets that were last
// written in, the next meeting, and a mark on the tools' cards. Fetched where something is kept.

import { nextOf } from "./plan.js";
import { latest, shown } from "./progress.js";
import * as store from "./store.js";

const MOST = 3; // sheets that are named; the page of all sheets has the others

const site = new URL("../..", import.meta.url).href;
const place = document.getElementById("mt-begun");
const { rareWords } = await import("./rare-words.js");
const rare = await rareWords();
const { begun: words, pages, sheets } = rare;

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const link = (path, text, onclick) => make("a", { href: site + path, onclick }, text);

const item = (copy) => {
  const { name, place, told } = shown(copy, rare);
  const to = link(place + "#worksheet", name, () => store.open(copy));
  return make("li", {}, to, make("p", { className: "mt-meta" }, told));
};

/** The next meeting of the plan, if there is one. */
const meeting = (copies) => {
  const found = nextOf(copies, rare.locale);
  return found ? [make("p", {}, make("b", {}, words.next), " ", link(pages.planner, found))] : [];
};

const show = () => {
  const copies = latest(store.copies());
  const begun = copies.filter(({ sheet }) => sheets[sheet]?.[2].length);
  const title = make("h2", { id: "mt-begun-title" }, words.title);
  const all = words.all.replace("{n}", begun.length);
  const list = make("ul", { className: "mt-plain" }, ...begun.slice(0, MOST).map(item));
  const sheetsBegun = begun.length ? [list, make("p", {}, link(pages["my-sheets"], all))] : [];
  const box = make("section", { className: "mt-offer" }, title, ...meeting(copies), ...sheetsBegun);
  box.setAttribute("aria-labelledby", title.id);
  place.replaceChildren(...(box.children.length > 1 ? [box] : []));
  mark(new Set(begun.map(({ sheet }) => site + sheets[sheet][1])));
};

/** Marks the cards of tools that are begun. */
const mark = (addresses) => {
  for (const card of document.querySelectorAll("[data-mt-is]")) {
    card.querySelector(".mt-begun-mark")?.remove();
    if (addresses.has(card.querySelector("a").href))
      card.querySelector(".mt-meta").prepend(make("b", { className: "mt-begun-mark" }, words.mark, " · "));
  }
};

show();
// A page that comes back from the browser's memory shows what has been written since.
addEventListener("pageshow", ({ persisted }) => persisted && show());
