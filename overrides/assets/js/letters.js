// Larger letters on every page, for whoever has asked for them; the choice is kept on this device.

const key = `mt-letters:${new URL("../..", import.meta.url).pathname}`;
const root = document.documentElement;

// A browser may forbid storage: even to look at it is then an error.
const kept = () => {
  try {
    return localStorage;
  } catch {
    return {};
  }
};

const show = (large) => {
  root.classList.toggle("mt-large", large);
  for (const one of document.querySelectorAll("[data-mt-do=letters]")) one.ariaPressed = large;
};

/** Makes the letters larger, or as they were. */
export const turn = () => {
  const large = !root.classList.contains("mt-large");
  if (large) kept()[key] = "large";
  else delete kept()[key];
  show(large);
};

if (kept()[key]) show(true);
