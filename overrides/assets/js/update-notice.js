// What is rarely told: in the line above the page's foot, that the site has a new version; at its
// link, what became of a file that was asked for without a network. Loaded only then.

const line = document.getElementById("mt-news");

/** Says something, with a button for it if one is named. */
const tell = (words, label, onclick) => {
  const text = Object.assign(document.createElement("p"), { textContent: words });
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "mt-button mt-quiet",
    textContent: label,
    onclick,
  });
  line.replaceChildren(text, ...(label ? [button] : []));
};

/** Offers the version that waits. It comes into use when the reader says so, and only then. */
export const offer = (site) =>
  tell(line.dataset.mtNew, line.dataset.mtTake, () => {
    // Another window may have taken it already.
    if (!site.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    site.waiting.postMessage(["take"]);
  });

/** Hands out a file that is kept, or says at its link that it is not. */
export const take = async (link, saveAs) => {
  link.nextElementSibling?.matches(".mt-missing") && link.nextElementSibling.remove();
  try {
    saveAs(await (await fetch(link.href)).blob(), link.download);
  } catch {
    const said = document.createElement("span");
    said.className = "mt-missing";
    link.after(said);
    said.setAttribute("role", "alert");
    said.textContent = line.dataset.mtMissing;
  }
};
