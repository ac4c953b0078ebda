"""What the tests of the built site share: the site itself, a server for it, and a browser."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from built import BASE, SITE_URL, Site
from filelock import FileLock
from nginx_serving import nginx
from playwright.sync_api import Browser, sync_playwright
from serving import handler

PROJECT = Path(__file__).resolve().parent.parent

# What a build reads, and what it runs.
WHAT_BUILDS = [
    *("docs", "downloads", "mentoring_tools", "mkdocs.yml", "overrides", "setup", "words", ".venv")
]

CHROMIUM_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A container gives the shared memory that Chromium asks for only on request.
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def workshop() -> Path:
    """A folder that looks like the project, with a cache of its own.

    The tests build for another address, and a cache holds the files of one address: without this,
    every test run would make `make serve` make all of its files again.
    """
    folder = PROJECT / ".cache" / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    for name in WHAT_BUILDS:
        with suppress(FileExistsError):
            (folder / name).symlink_to(PROJECT / name)
    return folder


@pytest.fixture(scope="session")
def site(workshop: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The real site as `make site` builds it, once for all workers, under a base path."""
    shared = tmp_path_factory.getbasetemp()
    target = (shared if worker_id == "master" else shared.parent) / "site"
    with FileLock(workshop / "lock"):
        if not target.exists():
            build(workshop, ["setup/site.sh", target])
    return Site(target)


def build(workshop: Path, command: list[str | Path]) -> None:
    """Runs a command that builds the site; its words are the message when it fails."""
    run = subprocess.run(
        command,
        cwd=workshop,
        env={**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.fail(f"The site does not build:\n{run.stdout}\n{run.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The address at which the built site is served on this machine, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site.root, BASE))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def served(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx, with all the headers that a host sends."""
    with nginx(site.root, BASE, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    root = os.geteuid() == 0
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=shutil.which(os.environ.get("CHROMIUM") or "chromium"),
            args=CHROMIUM_FLAGS + ["--no-sandbox"] * root,
        )
        yield running
        running.close()
