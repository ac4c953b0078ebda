"""A page on a slow network, and what moves while it arrives."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route

SEEN = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
#: Notes what moves from the page's first moment on.
WATCH = """() => {
  window.moved = [];
  const told = ({node, previousRect, currentRect}) =>
    `${node?.outerHTML?.slice(0, 100)} from ${previousRect.y} to ${currentRect.y}`;
  new PerformanceObserver(list => {
    for (const {value, sources} of list.getEntries()) moved.push([value, sources.map(told)]);
  }).observe({type: "layout-shift", buffered: true});
}"""
#: All of it, when what was asked for is drawn.
MOVED = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(window.moved))))"""


class Held:
    """Requests that wait until they are let go; those that come after that wait no more."""

    def __init__(self, page: Page, addresses: str) -> None:
        self.waiting: list[Route] | None = []
        page.route(addresses, self._hold)

    def _hold(self, route: Route) -> None:
        if self.waiting is None:
            route.continue_()
        else:
            self.waiting.append(route)

    def let_go(self) -> None:
        waiting, self.waiting = self.waiting or [], None
        for route in waiting:
            route.continue_()


@contextmanager
def late(page: Page, script: str) -> Iterator[None]:
    """Holds one script of a page back until the block ends."""
    held = Held(page, f"**/{script}.js*")
    yield
    held.let_go()


def arrives_slowly(page: Page, url: str) -> None:
    """Opens a page whose later styles, and then its scripts, come when all else has been seen.

    However long that takes here: the page's own time, after which it shows itself without them,
    stands still.
    """
    session = page.context.new_cdp_session(page)
    session.send("Animation.enable")
    session.send("Animation.setPlaybackRate", {"playbackRate": 0})
    styles, scripts = Held(page, "**/assets/css/**"), Held(page, "**/assets/js/**")
    page.goto(url, wait_until="commit")
    page.wait_for_function(SEEN)
    styles.let_go()
    page.wait_for_selector(".mt-footer", state="attached")
    page.evaluate(MOVED)
    scripts.let_go()
    page.wait_for_load_state("networkidle")
