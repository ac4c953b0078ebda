"""What a machine can measure in a real browser at every address, on narrow and wide screens.

Its checks of accessibility find perhaps a third of what can be wrong; the rest is in
words/by-hand.yml. axe judges every page as a phone has it, and one of each kind on nine screens
(test_kinds_of_page): what it looks at hardly differs between them, and it takes most of the time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import measures
import pytest
from browser import NARROW
from built import Site, addresses
from on_a_sheet import PHONE, UNFOLDED
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}
# Two thirds of axe's time go into these. Here the same is measured more strictly in a twentieth of
# that; axe's own rules judge one page of each kind (test_kinds_of_page).
MEASURED = ("color-contrast", "color-contrast-enhanced", "link-in-text-block", "target-size")


# CSS pixels, at a width of 360: what stands above a sheet's title, and the foot.
HIGHEST_TITLE, LONGEST_FOOT, LONGEST_MEDIAN = 180, 400, 6_000
# What comes after the form until the page ends, its foot too.
MEDIAN_AFTER, MOST_AFTER = 1_300, 1_520


@dataclass
class Visit:
    """What one walk through all pages on both screens found, as lines for a failure's message."""

    axe: list[str] = field(default_factory=list)
    contrast: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    lengths: dict[str, list[float]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=["fi", "en"])
def visit(request: pytest.FixtureRequest, site: Site, address: str, browser: Browser) -> Visit:
    """Every address of a language, with all that is folded open, and looked at on both screens."""
    found = Visit()
    with browser.new_context(service_workers="block") as context:
        listen(context, found.complaints)
        page = context.new_page()
        for url in addresses(site, address, request.param):
            show(page, {**NARROW, **PHONE})
            page.goto(url)
            page.wait_for_selector(UNFOLDED, state="detached")
            if page.locator("#mt-sheet").count():
                page.wait_for_selector(".mt-on")
                found.lengths[url] = page.evaluate(measures.LENGTHS)
            show(page, NARROW)
            page.evaluate(measures.UNFOLD)
            measures.add_axe(page)
            found.axe += measures.axe(page, without=MEASURED)
            look(page, found)
            found.lost += stretched(page)
            show(page, DESK)
            look(page, found)
    return found


def show(page: Page, screen: dict[str, Any]) -> None:
    page.set_viewport_size(screen["viewport"])
    page.emulate_media(color_scheme=screen["color_scheme"])
    # What changes with the width hears of it with the next picture.
    page.evaluate("() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)))")


def look(page: Page, found: Visit) -> None:
    found.contrast += measures.measured(page, measures.CONTRAST)
    found.small += measures.measured(page, measures.SMALL)
    found.small += measures.measured(page, measures.CROWDED)
    found.lost += measures.measured(page, measures.LOST)
    found.plain += measures.measured(page, measures.PLAIN)


def stretched(page: Page) -> Iterator[str]:
    """What is lost with the reader's own text size doubled, and with wider distances.

    A screen of 320 pixels is also what is left of 1280 at a zoom of 400 %.
    """
    measures.text_size(page, 2)
    for fault in measures.measured(page, measures.LOST):
        yield f"doubled: {fault}"
    measures.text_size(page, 1)
    page.evaluate(measures.SPACED)
    for fault in measures.measured(page, measures.LOST):
        yield f"spaced: {fault}"
    page.evaluate("() => { document.adoptedStyleSheets = [] }")


def listen(context: BrowserContext, complaints: list[str]) -> None:
    """Notes what the browser's console says and each request that fails; a lost page is meant.

    Playwright, which keeps the site's worker away here, says so on every page.
    """

    def said(message: ConsoleMessage) -> None:
        if "no/such" not in str(message.location) and "by Playwright" not in message.text:
            complaints.append(message.text)

    context.on("console", said)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))


def test_axe_finds_nothing(visit: Visit) -> None:
    assert not visit.axe, "\n".join(visit.axe)


def test_all_text_is_seven_times_as_light_or_dark_as_its_ground(visit: Visit) -> None:
    assert not visit.contrast, "\n".join(visit.contrast)


def test_everything_to_press_has_44_pixels_of_its_own(visit: Visit) -> None:
    assert not visit.small, "\n".join(visit.small)


def test_nothing_is_cut_off_or_scrolls_sideways(visit: Visit) -> None:
    assert not visit.lost, "\n".join(visit.lost)


def test_a_sheets_page_is_no_longer_than_a_thumb_wants(visit: Visit) -> None:
    lengths = visit.lengths
    low = {path: title for path, (title, *_) in lengths.items() if title > HIGHEST_TITLE}
    long = {path: foot for path, (_, _, _, foot, *_) in lengths.items() if foot > LONGEST_FOOT}
    after = {path: after for path, (*_, after, _) in lengths.items()}
    longer = {path: most for path, most in after.items() if most > MOST_AFTER}
    assert (low, long, longer) == ({}, {}, {})
    assert median(after.values()) <= MEDIAN_AFTER
    assert median(whole for *_, whole in lengths.values()) <= LONGEST_MEDIAN


def test_links_in_sentences_are_underlined(visit: Visit) -> None:
    assert not visit.plain, "\n".join(visit.plain)


def test_pages_load_without_a_complaint(visit: Visit) -> None:
    assert not visit.complaints, "\n".join(visit.complaints)
