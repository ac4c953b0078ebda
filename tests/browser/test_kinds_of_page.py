"""One page of each kind on nine screens, with everything on it that can be unfolded or appears."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import measures
import pytest
from built import KINDS
from filled import take
from on_a_sheet import FILL_ALL, do, notice, person, settle, sheet
from playwright.sync_api import Browser, Page, expect

WIDTHS = (320, 390, 1280)
COLOURS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
# What colours can change: the other rules see each width once. Of forced colours axe reads the
# text's fill, which stays the author's in Chromium; there only this project's own measure judges.
RULES: dict[str, tuple[str, ...]] = {
    "light": (),
    "dark": ("color-contrast", "color-contrast-enhanced", "link-in-text-block"),
    "forced": ("link-in-text-block",),
}
# Borders that tell where to write or press, and lines that are a phase's shape: their colours.
DRAWN = """() => [...document.querySelectorAll(
    ".mt-mark *, .mt-button, .mt-file, .mt-sheet :is([type=text], textarea), .mt-numbers input")]
  .filter(e => e.checkVisibility())
  .map(e => [e, getComputedStyle(e)])
  .map(([e, style]) => [e, e.closest("svg") ? style.stroke : style.borderBlockEndColor])
  .filter(([e, colour]) => colour !== "none" && !e.matches(".mt-fill"))
  .filter(([e, colour]) => colour === getComputedStyle(document.body).backgroundColor)
  .map(([e]) => e.outerHTML.slice(0, 140))"""


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[Page]:
    """A page with all its details open; a sheet is filled, has two copies, and says something."""
    heard: list[str] = []
    with person(browser, heard) as context:
        page = sheet(context, url)
        if page.locator("#mt-sheet").count():
            page.evaluate(FILL_ALL)
            settle(page)
            do(page, "begin")
            page.evaluate(FILL_ALL)
            settle(page)
            if not url.endswith("/easy/"):  # in one language only
                page.check("#mt-both")
            page.set_input_files("#mt-file", {"name": "a", "mimeType": "", "buffer": b"{"})
            notice(page, "opening_foreign")
        page.evaluate(measures.UNFOLD)
        measures.add_axe(page)
        yield page


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the open page, on each screen."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for name, colours in COLOURS.items():
            page.emulate_media(**colours)
            found = [*measures.axe(page, only=RULES[name])]
            found += measures.measured(page, measures.CONTRAST)
            for measure in (measures.SMALL, measures.CROWDED, measures.LOST):
                found += [] if name == "dark" else measures.measured(page, measure)
            found += measures.measured(page, DRAWN) if name == "forced" else []
            yield from (f"{width} px, {name}: {fault}" for fault in found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_on_every_screen(kind: str, address: str, browser: Browser) -> None:
    with opened(browser, address + KINDS[kind]) as page:
        found = [*faults(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("colours", COLOURS)
def test_the_question_before_a_file(colours: str, address: str, browser: Browser) -> None:
    """The dialog that says which answers a PDF cannot show."""
    with person(browser, **COLOURS[colours]) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-whose", "😀")
        take(page, "fi/lifeline.pdf")
        expect(page.locator("#mt-gaps li")).to_have_count(1)
        measures.add_axe(page)
        found = [
            *measures.axe(page, only=RULES[colours]),
            *measures.measured(page, measures.CONTRAST),
            *measures.measured(page, measures.LOST),
        ]
    assert not found, "\n".join(found)


def test_nothing_moves(address: str, browser: Browser) -> None:
    """No transition, no animation and no gliding, whether or not the reader asks for stillness."""
    moving = """() => [...document.querySelectorAll("*")].filter(e => {
      const style = getComputedStyle(e);
      return style.animationName !== "none" || style.scrollBehavior !== "auto"
        || style.transitionDuration.split(", ").some(time => time !== "0s");
    }).map(e => e.outerHTML.slice(0, 140))"""
    with person(browser, []) as context:  # The lost page is meant to be lost.
        page = context.new_page()
        for path in KINDS.values():
            page.goto(address + path)
            assert page.evaluate(moving) == [], path
            assert page.evaluate("document.getAnimations().length") == 0, path
