"""What the tests of the built site share: the site itself, a server for it, and a browser."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import serving
from browser import launched
from building import build
from built import BASE, Site
from filelock import FileLock
from nginx_serving import nginx
from playwright.sync_api import Browser
from serving import Host

PROJECT = Path(__file__).resolve().parent.parent

# What a build reads, and what it runs.
WHAT_BUILDS = [
    *("docs", "downloads", "mentoring_tools", "mkdocs.yml", "overrides", "setup", "words", ".venv")
]

# What a test needs that takes its time: the built site, a browser.
SLOW = {"site", "browser"}


def pytest_configure() -> None:
    """Lets all that is started speak English, whoever's machine it is."""
    os.environ["LC_ALL"] = "C.UTF-8"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that need the built site or a browser, by what they ask for."""
    for item in items:
        if SLOW & set(getattr(item, "fixturenames", ())):
            item.add_marker("built")


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


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The address at which the built site is served on this machine, ending in a slash."""
    with serving.served(Host(site.root, BASE)) as running:
        yield running


@pytest.fixture(scope="session")
def served(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx, with all the headers that a host sends."""
    with nginx(site.root, BASE, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    with launched() as running:
        yield running
