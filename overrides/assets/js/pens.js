// What is drawn from a table has a pen of its own, fetched before the sheet is seen where there is
// something to draw already, and else when the page has loaded.

import { answer, form } from "./page.js";

const PENS = {
  bars: () => import("./bars.js"),
  line: () => import("./line.js"),
  rings: () => import("./rings.js"),
  wheel: () => import("./wheel.js"),
};

const tables = [...form.querySelectorAll("[data-mt-draws]")];
const written = () =>
  tables.some((table) => [...table.querySelectorAll("input, textarea")].some((one) => answer(one)));

// Every pen needs the same module: it comes beside them, not after.
const bring = () => {
  const kinds = tables.map(({ dataset }) => PENS[dataset.mtDraws]());
  return Promise.all([import("./drawing.js"), ...kinds]).catch(() => {});
};

/** Calls back when the sheet may be seen: nothing that is drawn moves it afterwards. */
export const whenDrawn = (seen) => {
  if (tables.length && written()) return bring().then(seen);
  if (tables.length) addEventListener("load", bring);
  seen();
};
