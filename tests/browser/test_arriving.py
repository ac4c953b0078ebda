"""A page on its way: what is seen stays where it is while the rest arrives."""

import pytest
from on_a_sheet import person
from playwright.sync_api import Browser, Route

# One page of each kind, and the widest sheet.
KINDS = [
    *("", "phases/working/", "tools/", "tools/lifeline/", "tools/network-map/", "agreement/"),
    *("paths/", "paths/first-job/", "guides/", "guides/dialogue/", "guides/glossary/", "about/"),
    *("404.html", "en/", "en/tools/final-rating/"),
]

# Takes the page's nodes away from its end, as if they had not come yet, and tells which of the
# words and drawings that are seen then stand elsewhere than on the whole page. A browser shows a
# page after any piece of it, but hardly between two pieces of one link.
MOVED = """() => {
  const shown = e => e.checkVisibility({visibilityProperty: true});
  const holder = n => n.nodeType === 3 ? n.parentElement : n;
  const range = document.createRange();
  const place = n => {
    if (n.nodeType === 3) range.selectNodeContents(n);
    const [box] = (n.nodeType === 3 ? range : n).getClientRects();
    return box && [box.x, box.y];
  };
  const nodes = [];
  const walk = document.createTreeWalker(document.body, 5);
  while (walk.nextNode()) nodes.push(walk.currentNode);
  const seen = nodes
    .filter(n => n.nodeType === 3 ? n.data.trim() : n.localName === "svg")
    .filter(n => !holder(n).parentElement.closest("svg") && shown(holder(n)))
    .map(n => [n, place(n)]).filter(([, at]) => at && at[0] >= 0);
  const words = n => holder(n).outerHTML.slice(0, 100);
  const moved = new Map();
  const arriving = nodes.filter(n => !n.parentElement.closest("a, svg"));
  for (const element of arriving.reverse()) {
    element.remove();
    if (element.nodeType === 3) continue;
    for (const [n, [x, y]] of seen) {
      if (!n.isConnected || moved.has(n) || !shown(holder(n))) continue;
      const [nowX, nowY] = place(n);
      if (Math.hypot(nowX - x, nowY - y) > 1)
        moved.set(n, `${words(n)}\\n  moves by ${Math.round(x - nowX)}, ${Math.round(y - nowY)}`
          + ` when this comes: ${element.outerHTML.slice(0, 100)}`);
    }
  }
  return [seen.length, [...moved.values()]];
}"""

# What is held back until it is whole, and must not be held back for ever.
HELD = ".mt-header, .mt-contents, .mt-turn, .mt-footer-columns, .mt-paper"
HIDDEN = f"""() => [...document.querySelectorAll("{HELD}")]
  .filter(e => !e.checkVisibility({{visibilityProperty: true}})).map(e => e.className)"""


def lose(route: Route) -> None:
    """A script that never comes."""
    route.abort()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_that_is_seen_moves_while_the_rest_arrives(
    width: int, address: str, browser: Browser
) -> None:
    faults: list[str] = []
    with person(browser, [], viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.route("**/*.js*", lose)
        for path in KINDS:
            page.goto(address + path)
            seen, moved = page.evaluate(MOVED)
            assert seen > 5
            faults += [f"{path}: {fault}" for fault in moved]
    assert not faults, "\n".join(faults)


def test_what_is_whole_is_seen(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = context.new_page()
        for path in KINDS[: KINDS.index("404.html")]:
            page.goto(address + path)
            if page.query_selector("#mt-sheet"):
                page.wait_for_selector(".mt-on")
            assert page.evaluate(HIDDEN) == [], path


def test_the_look_at_what_moves_finds_it(address: str, browser: Browser) -> None:
    """Links that share a line's room move when the next one comes, were they shown by then."""
    with person(browser, []) as context:
        page = context.new_page()
        page.route("**/*.js*", lose)
        page.goto(address)
        page.evaluate(
            "() => document.querySelector('.mt-header').style"
            ".setProperty('visibility', 'visible', 'important')"
        )
        page.click(".mt-menu")
        _, moved = page.evaluate(MOVED)
    assert any("phases/working/" in fault for fault in moved), moved
