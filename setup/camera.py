"""What the scripts that make pictures share: a browser, the built site's address, few colours."""

import functools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of each file."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
            chromium_sandbox=False,
        )
        yield running
        running.close()


@contextmanager
def site() -> Iterator[str]:
    """The address at which `site/` is served meanwhile, ending in a slash."""
    handler = functools.partial(_Quiet, directory=PROJECT / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def picture(page: Page) -> Image.Image:
    """What the page shows now."""
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def few_colours(drawn: Image.Image, colours: int) -> Image.Image:
    """The same in so many colours: flat drawings and text need no more, and weigh a third.

    Small things keep their colours too: a phase's word in the menu has one that nothing else has.
    """
    return drawn.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)


def tell(file: Path) -> None:
    """Says what was made."""
    print(f"{file.relative_to(PROJECT)}: {file.stat().st_size // 1000} kB")
