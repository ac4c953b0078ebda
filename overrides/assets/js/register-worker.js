// Pages that were read open without a network, too: sw.js, in the site's root, keeps them.
// What is rarely needed is fetched then: update-notice.js tells of a new version, and hands out kept
// files.

import { saveAs } from "./download.js";

const { serviceWorker } = navigator;
const news = () => import("./update-notice.js");

const watch = (site) => {
  // The first version of all waits for nobody.
  const look = async () => site.active && site.waiting && (await news()).offer(site);
  // It may have been found before this ran.
  const follow = () => (site.installing?.addEventListener("statechange", look), look());
  site.onupdatefound = follow;
  follow();
  // A browser would ask by itself, but as late as it likes.
  return site.update();
};

// Nothing waits for these, so they begin when the page is there: what the browser needs to install
// the site, and the worker. A browser may refuse it, and there may be no network.
const begin = () => {
  const href = document.getElementById("mt-news").dataset.mtApp;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href }));
  serviceWorker?.register(new URL("../../sw.js", import.meta.url)).then(watch).catch(() => {});
};
if (document.readyState === "complete") begin();
else addEventListener("load", begin);

// A browser fetches a file to save by itself, past the worker that has it.
addEventListener("click", async (event) => {
  const link = event.target.closest("[download]");
  if (!link || navigator.onLine) return;
  event.preventDefault();
  (await news()).take(link, saveAs);
});
