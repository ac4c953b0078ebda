"""Makes README's picture: the top of the home page in `site/`, as a browser shows it."""

import functools
import os
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
TARGET = PROJECT / "pictures" / "home.png"


def main() -> None:
    """Serves the built site for as long as the picture takes."""
    handler = functools.partial(SimpleHTTPRequestHandler, directory=PROJECT / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        take(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
    print(f"{TARGET.relative_to(PROJECT)}: {TARGET.stat().st_size // 1000} kB")


def take(address: str) -> None:
    """Writes the picture of the page at this address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
            chromium_sandbox=False,
        )
        page = browser.new_page(viewport={"width": 1100, "height": 780})
        page.goto(address)
        page.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
