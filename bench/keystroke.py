"""What a keystroke costs on a slow phone: a sheet of 200 answers, a sixth of the processor."""

from collections.abc import Iterator
from contextlib import contextmanager

from browser import launched
from figures import Figure
from playwright.sync_api import CDPSession, Page
from report import progress
from workshop import Workshop

SHEET = "en/tools/lifeline/"
ANSWERS = 200
KEYS = 40
TYPIST_MS = 120  # between two letters of somebody who types in one flow
REST_MS = 1200  # longer than the page waits before it keeps and draws what was typed
SLOWER = 6

# Answers every question; the form hears of each.
FILL = """() => {
  for (const control of document.getElementById("mt-sheet").elements) {
    if (/text/.test(control.type)) control.value = "An answer of some length";
    else if (control.type === "radio") control.checked = true;
    control.dispatchEvent(new Event("input", {bubbles: true}));
  }
}"""
COUNT = """() => [...new FormData(document.getElementById("mt-sheet"))]
  .filter(([, value]) => value).length"""


@contextmanager
def opened(workshop: Workshop) -> Iterator[Page]:
    """The sheet in a browser, with enough answers in it."""
    with launched() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(workshop.address + SHEET)
        while page.evaluate(COUNT) < ANSWERS:
            page.get_by_role("button", name="Add a row").first.click()
            page.evaluate(FILL)
        yield page


def script_ms(session: CDPSession) -> float:
    """Milliseconds that scripts have run on the page so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "ScriptDuration")) * 1000


def typed(page: Page, session: CDPSession, delay_ms: int) -> float:
    """Milliseconds of script while KEYS letters are typed, and in the rest after them."""
    before = script_ms(session)
    page.keyboard.type("x" * KEYS, delay=delay_ms)
    page.wait_for_timeout(REST_MS)
    return script_ms(session) - before


def figures(workshop: Workshop) -> Iterator[Figure]:
    """The share of scripts in a keystroke, and in a rest, when answers are kept and drawn."""
    progress("a keystroke")
    with opened(workshop) as page:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.focus("#lifeline-events-1-event")
        typed(page, session, TYPIST_MS)
        flowing = typed(page, session, TYPIST_MS) / KEYS
        halting = typed(page, session, REST_MS) / KEYS
    yield Figure("script per keystroke, 200 answers, a sixth of the processor", flowing, "ms", 4)
    yield Figure("script in a rest after a keystroke, the same", halting - flowing, "ms")
