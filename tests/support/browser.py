"""The browsers that tests, pictures and the bench open: one way to start each."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, sync_playwright

#: A phone's screen at its narrowest.
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 740}, "color_scheme": "light"}

FLAGS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    # A container gives the shared memory that Chromium asks for only on request.
    "--disable-dev-shm-usage",
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
        running = playwright.chromium.launch(executable_path=path(), args=FLAGS)
        yield running
        running.close()
