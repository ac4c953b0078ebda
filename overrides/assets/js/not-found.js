// The page for addresses that are not there: puts the language of the address first, where a host
// has one such page for all languages.

const parts = [...document.querySelectorAll("[data-mt-under]")];
const depth = (part) => part.dataset.mtUnder.length;
const own = parts
  .filter((part) => location.pathname.startsWith(part.dataset.mtUnder))
  .sort((one, other) => depth(other) - depth(one))[0];

if (own && own !== parts[0]) {
  const inOrder = [own, ...parts.filter((part) => part !== own)];
  for (const part of inOrder) {
    const heading = document.createElement(part === own ? "h1" : "h2");
    heading.textContent = part.firstElementChild.textContent;
    part.firstElementChild.replaceWith(heading);
  }
  own.parentElement.prepend(own);
  document.documentElement.lang = own.lang;
  document.title = inOrder.map((part) => part.firstElementChild.textContent).join(" \u00b7 ");
}
