// On home and on the page of all tools: whether anything is kept on this device, and then what. What
// stands under it is seen when that is known, so that nothing moves.

import { prefix } from "./prefix.js";

const kept = () => {
  // A toolkit without a page of all sheets has no place for it.
  if (!document.getElementById("mt-begun")) return;
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefix) && key !== prefix + "off");
  } catch {}
};
const seen = () => document.documentElement.classList.add("mt-on");

// Both at once: the list waits for the words.
if (kept()) Promise.all([import("./begun-list.js"), import("./rare-words.js")]).then(seen, seen);
else seen();
