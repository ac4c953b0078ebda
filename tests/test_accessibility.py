"""Machine checks of accessibility in a real browser, at a phone's width and on a wide dark screen.

They find perhaps a third of what can be wrong: people's own checks are another matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from built import SITE_URL, Site
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}


def addresses(site: Site, address: str) -> list[str]:
    """The sitemap's addresses as they are served here, and one that does not exist."""
    known = [url.replace(SITE_URL, address) for url in site.sitemap]
    return [*known, f"{address}no/such/page/"]


@dataclass
class Visit:
    """What one walk through all pages on one screen found, as lines for a failure's message."""

    axe: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["360-light", "1280-dark"])
def visit(
    site: Site, address: str, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Every address opened once, on each of the two screens."""
    found = Visit()
    with browser.new_context(**request.param) as context:
        listen(context, found.complaints)
        page = context.new_page()
        for url in addresses(site, address):
            page.goto(url)
            found.axe += violations(page)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > request.param["viewport"]["width"]:
                found.too_wide.append(f"{url}: {width} px")
        yield found


def listen(context: BrowserContext, complaints: list[str]) -> None:
    """Notes what the browser's console says and each request that fails; a lost page is meant."""

    def said(message: ConsoleMessage) -> None:
        if "no/such" not in str(message.location):
            complaints.append(message.text)

    context.on("console", said)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
    return [
        f"{page.url}\n  {fault['id']}: {fault['help']}\n    {places(fault)}"
        for fault in found.response["violations"]
    ]


def places(fault: dict[str, Any]) -> str:
    return "\n    ".join(node["html"][:160] for node in fault["nodes"][:3])


def test_axe_finds_nothing(visit: Visit) -> None:
    assert not visit.axe, "\n".join(visit.axe)


def test_pages_do_not_scroll_sideways(visit: Visit) -> None:
    assert not visit.too_wide, "\n".join(visit.too_wide)


def test_pages_load_without_a_complaint(visit: Visit) -> None:
    assert not visit.complaints, "\n".join(visit.complaints)
