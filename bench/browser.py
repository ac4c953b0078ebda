"""Chromium, as it is opened for every measurement."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

FLAGS = (
    *("--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *["--no-sandbox"] * (os.geteuid() == 0),
)


def path() -> str:
    """Where the browser lies: CHROMIUM names another than Debian's.

    Raises SystemExit where there is none.
    """
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if not found:
        raise SystemExit("There is no Chromium here; CHROMIUM=… names another browser.")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path(), args=FLAGS)
        yield browser
        browser.close()
