"""What a keystroke costs on a slow phone: on a sheet of 200 answers, at a sixth of the processor.

Needs a built site: `make site` first.
"""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from figures import Figure
from playwright.sync_api import CDPSession, Page, sync_playwright

SITE = Path(__file__).resolve().parent.parent / "site"
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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        """Says nothing: the bench prints figures."""


@contextmanager
def served() -> Iterator[str]:
    """The address at which the built site is served."""
    handler = functools.partial(_Quiet, directory=str(SITE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def opened() -> Iterator[Page]:
    """The sheet in a browser, with enough answers in it."""
    flags = ["--disable-gpu", "--disable-dev-shm-usage", *["--no-sandbox"] * (os.geteuid() == 0)]
    with served() as address, sync_playwright() as playwright:
        path = shutil.which(os.environ.get("CHROMIUM") or "chromium")
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(address + SHEET)
        while page.evaluate(COUNT) < ANSWERS:
            page.get_by_role("button", name="Add a row").first.click()
            page.evaluate(FILL)
        yield page
        browser.close()


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


def figures() -> Iterator[Figure]:
    """The share of scripts in a keystroke, and in a rest, when answers are kept and drawn."""
    with opened() as page:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.focus("#lifeline-events-1-event")
        typed(page, session, TYPIST_MS)
        flowing = typed(page, session, TYPIST_MS) / KEYS
        halting = typed(page, session, REST_MS) / KEYS
    yield Figure("script per keystroke, 200 answers, a sixth of the processor", flowing, "ms", 4)
    yield Figure("script in a rest after a keystroke, the same", halting - flowing, "ms")
