"""What a page weighs until it is seen: ours, stock Material's, and a bare page of the same text.

What counts is what a phone fetches until the page has loaded, as for the tests' budgets
(tests/browser/test_weights.py); what it fetches then, such as what folds tables, is told beside it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import bare
from browser import launched
from figures import Figure, Found, Table
from measures import AFTER
from playwright.sync_api import Browser, Request
from report import progress
from serving import nearby, served
from workshop import Workshop

PAGES = {"home": "", "tool": "tools/lifeline/", "guide": "guides/dialogue/"}
_HEAD = ("page", "HTML", "CSS", "script", "other", "together, kB", "requests", "afterwards, kB")
_KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "script"}


@dataclass
class Weight:
    """Compressed bytes by kind, the number of requests, and the bytes that come afterwards."""

    kinds: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    later: int = 0

    @property
    def kilobytes(self) -> float:
        """All bodies together, in kB of 1,000 bytes."""
        return self.kinds.total() / 1000


def figures(workshop: Workshop) -> Iterator[Found]:
    """Weights with the limits of our own pages, then the table of all three."""
    folder = workshop.folder / "bare"
    bare.write(workshop.folder / "docs", folder, list(PAGES.values()))
    sites = {"ours": workshop.site, "stock Material": workshop.stock, "bare": folder}
    weights: dict[tuple[str, str], Weight] = {}
    with launched() as browser:
        for name, site in sites.items():
            progress(f"weights of pages: {name}")
            weights |= {(kind, name): weight for kind, weight in _of_site(browser, site)}
    for kind in PAGES:
        own = weights[kind, "ours"]
        yield Figure(f"first view, {kind}, compressed", own.kilobytes, "kB", 25)
        yield Figure(f"first view, {kind}, requests", own.requests, "", 5)
        yield Figure(f"script, {kind}, compressed", own.kinds["script"], "bytes", 8192)
        stock = weights[kind, "stock Material"]
        yield Figure(f"first view, {kind}, beside stock", own.kilobytes / stock.kilobytes, "×")
    order = [(kind, name) for kind in PAGES for name in sites]
    yield Table(_HEAD, tuple(_row(f"{kind}, {name}", weights[kind, name]) for kind, name in order))


def _of_site(browser: Browser, site: Path) -> Iterator[tuple[str, Weight]]:
    with served(nearby(site)) as address:
        for kind, path in PAGES.items():
            yield kind, _of_page(browser, address + path)


def _of_page(browser: Browser, address: str) -> Weight:
    """What a phone fetches, with nothing kept from before, until nothing more comes."""
    page = browser.new_page(viewport={"width": 390, "height": 740})
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks it
    page.goto(address, wait_until="networkidle")
    weight, later = Weight(), set(page.evaluate(AFTER))
    for request in (one for one in asked if one.url.startswith("http")):
        size = request.sizes()["responseBodySize"]
        if request.url in later:
            weight.later += size
        else:
            weight.kinds[_KINDS.get(request.resource_type, "other")] += size
            weight.requests += 1
    page.close()
    return weight


def _row(name: str, weight: Weight) -> tuple[str, ...]:
    kinds = (f"{weight.kinds[of] / 1000:.1f}" for of in _HEAD[1:5])
    together, later = f"{weight.kilobytes:.1f}", f"{weight.later / 1000:.1f}"
    return name, *kinds, together, str(weight.requests), later
