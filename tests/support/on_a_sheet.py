"""What the tests of a sheet's page share: a person's browser, and what they see and do there."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from built import BASE
from measures import UNFOLD
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mentoring_tools.source import strings

WORDS, _ = strings.load(("fi", "en"))
PREFIX = f"mt1:{BASE}:"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}

# Gives every control of the form an answer, as a person would: the form hears of each.
FILL_ALL = """() => {
  for (const control of document.getElementById("mt-sheet").elements) {
    if (!control.name) continue;
    if (control.type === "radio" || control.type === "checkbox") control.checked = true;
    else if (control.type === "date") control.value = "2026-03-05";
    else if (control.inputMode === "numeric") control.value = "7";
    else control.value = control.rows > 1 ? `${control.name}\\nÄÖ "<b>" 🙂` : control.name;
    control.dispatchEvent(new Event("input", {bubbles: true}));
  }
}"""
PAPER = "() => [...document.styleSheets].some(({href}) => href?.includes('form-print.css'))"
# A sheet while its tables wait for folding.js, which comes when the page has loaded.
UNFOLDED = ".mt-brief"
# Leaves no room in the storage: first in large pieces, then letter by letter.
FILL_UP = """() => {
  for (let size = 2 ** 20, n = 0; size >= 1; n += 1) {
    try { localStorage[`another-site-${n}`] = "x".repeat(size); } catch { size /= 2; }
  }
}"""
ANSWERS = """() => Object.fromEntries(
  [...new FormData(document.getElementById("mt-sheet"))].filter(([, value]) => value))"""


@contextmanager
def person(browser: Browser, complaints: list[str] | None = None, **more: Any) -> Iterator[Any]:
    """A browser of one's own, on a phone; an error on a page fails the test.

    What a browser said, and what it did not get, is told with any other failure too.
    """
    heard: list[str] = []
    with browser.new_context(**{**PHONE, "service_workers": "block", **more}) as context:
        unmet = listen(context, heard)
        try:
            yield context
        except BaseException as failure:
            failure.add_note(f"Said in the browser: {heard}. Not had: {unmet}.")
            raise
    if complaints is None:
        assert not heard
    else:
        complaints.extend(heard)


def listen(context: BrowserContext, heard: list[str]) -> list[str]:
    """Gathers the errors of a browser's pages in `heard`, and gives the requests that fail."""
    unmet: list[str] = []
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    context.on("requestfailed", lambda asked: unmet.append(f"{asked.url} ({asked.failure})"))
    return unmet


@contextmanager
def opened(browser: Browser, url: str, **how: Any) -> Iterator[Page]:
    """A page on a phone, in a browser of its own, which may complain."""
    with browser.new_context(**{**PHONE, **how}) as context:
        page = context.new_page()
        page.goto(url)
        yield page


def sheet(context: BrowserContext, url: str) -> Page:
    """A new tab with a sheet's page, as it stays."""
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(UNFOLDED, state="detached")
    return page


def stand_on(page: Page, selector: str) -> None:
    """Gives the focus to something once it is there: until what it draws is had, a sheet is not."""
    place = page.locator(selector)
    expect(place).to_be_visible()
    place.focus()
    expect(place).to_be_focused()


def still(context: BrowserContext, url: str) -> Page:
    """A new tab where time stands still: nothing is kept there until it is told to."""
    page = context.new_page()
    page.clock.install()
    page.goto(url)
    # Only now: a page that loads needs time, and an installed clock runs like any other.
    page.clock.pause_at(time.time() + 2)
    return page


def answers(page: Page) -> dict[str, str]:
    """What stands in the form, by the controls' names."""
    return dict(page.evaluate(ANSWERS))


def settle(page: Page) -> None:
    """Lets the page keep what was typed now, as it does when it is left."""
    page.evaluate("() => dispatchEvent(new Event('pagehide'))")


def kept(page: Page) -> list[dict[str, Any]]:
    """The copies that the browser keeps, in the order in which they were begun."""
    stored = page.evaluate("() => ({...localStorage})")
    copies = [json.loads(text) for key, text in stored.items() if key != f"{PREFIX}off"]
    return sorted(copies, key=lambda copy: copy["n"])


def do(page: Page, act: str) -> None:
    """Presses one of the page's own buttons by what it does; it may be folded away."""
    page.evaluate(UNFOLD)
    page.click(f"[data-mt-do={act}]")


def keep_nothing(page: Page) -> None:
    """Ticks that nothing is to be kept; what is asked then is still open."""
    page.evaluate(UNFOLD)
    page.check("#mt-off")


def sure(page: Page, choice: str = "yes") -> None:
    """Answers the question that comes before anything is deleted: "yes" or "no"."""
    page.click(f"dialog[open] button[value={choice}]")
    expect(page.locator("dialog[open]")).to_have_count(0)


def on_paper(page: Page) -> None:
    """Waits for how the sheet looks on paper, which comes when its page has loaded."""
    page.wait_for_function(PAPER)


def notice(page: Page, word: str) -> None:
    """Expects a notice that says a word of the interface."""
    expect(page.locator(".mt-notice p")).to_have_text(WORDS["fi"][word])


def press(page: Page, word: str) -> None:
    """Presses the button that has this word of the interface."""
    page.get_by_role("button", name=WORDS["fi"][word], exact=True).click()


def copies(page: Page) -> list[str]:
    """The copies that can be opened, as the page calls them."""
    return page.locator("#mt-copy option").all_inner_texts()
