// What is drawn from a table has a pen of its own, fetched before the sheet is seen where there is
// something to draw already, and else when the page has loaded.

import { form, written } from "./page.js";

const PENS = {
  bars: () => import("./bars.js"),
  line: () => import("./line.js"),
  rings: () => import("./rings.js"),
  wheel: () => import("./wheel.js"),
};

const tables = [...form.querySelectorAll("[data-mt-draws]")];

/** Brings what draws; rejects when it cannot be had. Every pen needs the same module: it comes beside
    them, not after. */
export const bring = async () => {
  if (!tables.length) return;
  const kinds = tables.map(({ dataset }) => PENS[dataset.mtDraws]());
  return Promise.all([import("./drawing.js"), ...kinds]);
};

// The form does without.
const tried = () => bring().catch(() => {});

/** Resolves when the sheet may be seen: nothing that is drawn moves it afterwards. */
export const drawn = async () => {
  if (written(tables)) return tried();
  addEventListener("load", tried);
};
