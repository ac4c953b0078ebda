"""What the tests measure in an open page, each as a list of faults for a failure's message."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

# Text on what is behind it, at least 7:1 whatever its size: axe knows no stricter rule, and leaves
# text unjudged beside which something is drawn. Letters on a picture do not occur here.
CONTRAST = """() => {
  const parts = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map(one => (one /= 255) <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
  // A number to choose stands on its button, not in it.
  const ground = e => e.matches(".mt-numbers span") ? e.previousElementSibling : e;
  const behind = element => {
    for (let e = ground(element); e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) return colour;
      if (colour[3] > 0) return [NaN, NaN, NaN];
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    const pair = [light(parts(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(...pair) + .05) / (Math.min(...pair) + .05);
    if (!(ratio >= 7)) faults.add(`${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`);
  }
  return [...faults];
}"""

# Controls of less than 44 by 44 CSS pixels. A tick or a choice is pressed by its label too, and a
# link can stretch over its card. As in WCAG 2.5.8, a link within a sentence is as high as its line:
# it is inline, and its paragraph or list item has words outside of links.
SMALL = """() => {
  const said = e => e.textContent.replace(/\\s+/g, " ").trim().length;
  const sentence = link => {
    const block = link.closest("p, li, dd, td, blockquote");
    return block && getComputedStyle(link).display === "inline"
      && said(block) > [...block.querySelectorAll("a")].reduce((sum, a) => sum + said(a), 0) + 2;
  };
  const box = e => {
    const stretched = getComputedStyle(e, "::after").position === "absolute" && e.offsetParent;
    const all = [stretched || e, ...(e.labels || [])].map(one => one.getBoundingClientRect());
    const edge = (name, pick) => Math.max(...all.map(one => pick * one[name]));
    return [edge("right", 1) + edge("left", -1), edge("bottom", 1) + edge("top", -1)];
  };
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(e => e.checkVisibility({visibilityProperty: true}))
    .filter(e => e.localName !== "a" || !sentence(e))
    .map(e => [e, box(e)])
    .filter(([e, [width, height]]) => width < 43.9 || height < 43.9)
    .map(([e, size]) => `${size.map(Math.round).join(" × ")}: ${e.outerHTML.slice(0, 140)}`);
}"""

# Of a page with a sheet, in CSS pixels: how far down its title stands and how high it is, the same
# of its foot, what comes after the form, and the whole.
LENGTHS = """() => ["h1", ".mt-footer"]
  .map(one => document.querySelector(one).getBoundingClientRect())
  .flatMap(({top, height}) => [top + scrollY, height])
  .concat(document.documentElement.scrollHeight
    - document.getElementById("mt-sheet").getBoundingClientRect().bottom - scrollY)
  .concat(document.documentElement.scrollHeight)"""

# Links in a sentence that only their colour tells from its words.
PLAIN = """() => [...document.querySelectorAll(":is(p, li, dd, td, blockquote) a[href]")]
  .filter(link => link.checkVisibility() && getComputedStyle(link).display === "inline")
  .filter(link => link.closest("p, li, dd, td, blockquote").textContent.trim().length
    > link.textContent.trim().length)
  .filter(link => getComputedStyle(link).textDecorationLine !== "underline")
  .map(link => `not underlined: ${link.outerHTML.slice(0, 140)}`)"""

# Controls that lie on each other.
CROWDED = """() => {
  const all = [...document.querySelectorAll("button, input, select, textarea")]
    .filter(e => e.checkVisibility() && getComputedStyle(e).clipPath === "none")
    .map(e => [e, e.getBoundingClientRect()]);
  return all.slice(1).map(([e, box], at) => [e, box, ...all[at]])
    .filter(([e, box, before, its]) => its.right > box.left + 1 && box.right > its.left + 1
      && its.bottom > box.top + 1 && box.bottom > its.top + 1)
    .map(([e, box, before]) => `${before.id} lies on ${e.id || e.outerHTML.slice(0, 100)}`);
}"""

# What is wider than the screen, and text that its own box cuts off or breaks letter by letter.
LOST = """() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) {
    const out = [...document.body.querySelectorAll("*")]
      .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(-2)
      .map(e => e.outerHTML.slice(0, 140));
    faults.push(`${wide} px too wide: ${out.join(" … ")}`);
  }
  const unseen = [];
  for (const e of document.body.querySelectorAll("*")) {
    const {overflowX, overflowY, clipPath, opacity, display, fontSize} = getComputedStyle(e);
    if (clipPath !== "none" || opacity === "0") unseen.push(e);
    if (unseen.some(one => one.contains(e)) || e.matches("textarea, input, select")) continue;
    const cut = overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1
      || overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1;
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim().length > 6);
    const squeezed = own && e.checkVisibility() && display !== "inline"
      && e.clientWidth < 2.5 * parseFloat(fontSize);
    if (!(cut || squeezed) || !e.textContent.trim() || e.closest("svg, datalist")) continue;
    faults.push(`${cut ? "cut off" : "squeezed"}: ${e.outerHTML.slice(0, 140)}`);
  }
  return faults;
}"""

# The distances that WCAG 1.4.12 wants to be possible. A sheet that is adopted passes the policy.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""

# What a page began to fetch when it had loaded.
AFTER = """() => {
  const [{loadEventStart}] = performance.getEntriesByType("navigation");
  return performance.getEntriesByType("resource")
    .filter(({startTime}) => startTime >= loadEventStart).map(({name}) => name);
}"""

# Everything that is folded, open.
UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"

TAGS = [f"wcag{level}" for level in ("2a", "2aa", "2aaa", "21a", "21aa", "22aa")]
AXE: dict[str, Any] = {
    "runOnly": [*TAGS, "best-practice"],
    "resultTypes": ["violations"],
    "selectors": False,
    "preload": False,
}


@cache
def axe_script() -> str:
    """axe-core, as the package carries it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def add_axe(page: Page) -> None:
    """Brings axe into the open page."""
    page.evaluate(axe_script())


def axe(page: Page, *, without: tuple[str, ...] = (), only: tuple[str, ...] = ()) -> Iterator[str]:
    """What axe finds in a page that it was brought into; the two choose among its rules."""
    choice: dict[str, Any] = {"rules": {name: {"enabled": False} for name in without}}
    if only:
        choice = {"runOnly": {"type": "rule", "values": [*only]}}
    run = "options => axe.run(document, options).then(found => found.violations)"
    for fault in page.evaluate(run, {**AXE, **choice}):
        places = "\n    ".join(node["html"][:160] for node in fault["nodes"][:3])
        yield f"{page.url}\n  {fault['id']}: {fault['help']}\n    {places}"


def measured(page: Page, measure: str) -> Iterator[str]:
    """What one of the measures above finds in the open page."""
    for fault in page.evaluate(measure):
        yield f"{page.url}\n  {fault}"


def text_size(page: Page, times: int) -> None:
    """Sets the reader's own text size, as the browser's settings do: 1 is the usual one."""
    session = page.context.new_cdp_session(page)
    sizes = {"standard": 16 * times, "fixed": 13 * times}
    session.send("Page.setFontSizes", {"fontSizes": sizes})
    session.detach()
