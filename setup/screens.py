"""Pictures of every kind of page for contributors: phone and desk, light and dark, from `site/`.

Each picture shows one kind of page four times: what a person sees first, without scrolling.
"""

import functools
import os
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
TARGET = PROJECT / "pictures" / "screens"

#: One page of each kind, by the name of its picture; `sheet` is a tool's page at its worksheet.
PAGES = {
    "home": "",
    "phase": "phases/working/",
    "tool": "tools/lifeline/",
    "sheet": "tools/lifeline/#worksheet",
    "agreement": "agreement/",
    "tools": "tools/",
    "path": "paths/first-job/",
    "guide": "guides/dialogue/",
    "glossary": "guides/glossary/",
    "lost": "404.html",
    "home-english": "en/",
}
#: Widths in CSS pixels, and the colours that the system asks for.
SCREENS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
HEIGHT = 800  # CSS pixels
GAP = 16  # pixels between two screens
COLOURS = 128  # flat drawings and text need no more, and the files stay small


def main() -> None:
    """Serves the built site for as long as the pictures take."""
    TARGET.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(Quiet, directory=PROJECT / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        take_all(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """A server that does not tell of each file."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def take_all(address: str) -> None:
    """Writes the picture of each kind of page of the site at this address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
            chromium_sandbox=False,
        )
        for name, path in PAGES.items():
            file = TARGET / f"{name}.png"
            side_by_side([shot(browser, address + path, *screen) for screen in SCREENS]).save(
                file, optimize=True
            )
            print(f"{file.relative_to(PROJECT)}: {file.stat().st_size // 1000} kB")
        browser.close()


def shot(browser: Browser, url: str, width: int, scheme: str) -> Image.Image:
    """What stands on one screen; `scheme` is light or dark."""
    dark = scheme == "dark"
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHT}, color_scheme="dark" if dark else "light"
    )
    page.goto(url)
    picture = Image.open(BytesIO(page.screenshot()))
    page.close()
    return picture


def side_by_side(screens: list[Image.Image]) -> Image.Image:
    """All screens in one row, at half their size and in few colours."""
    width = sum(screen.width for screen in screens) + GAP * (len(screens) - 1)
    row = Image.new("RGB", (width, HEIGHT), "white")
    left = 0
    for screen in screens:
        row.paste(screen, (left, 0))
        left += screen.width + GAP
    small = row.resize((width // 2, HEIGHT // 2), Image.Resampling.LANCZOS)
    return small.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
