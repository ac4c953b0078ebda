"""The site as an app: its manifests, its icons, and what a browser says of them."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from built import BASE, SITE_URL, Site
from on_a_sheet import person
from PIL import Image
from playwright.sync_api import Browser

from mentoring_tools.publishing import assets, manifest

HOMES = {"fi": "", "en": "en/"}
SAFE = 0.4  # of its width: so far from its middle a maskable icon is never cut


def told(site: Site, code: str) -> dict[str, Any]:
    text = (site.root / HOMES[code] / manifest.NAME).read_text("utf-8")
    return dict(json.loads(text))


def test_each_page_names_the_manifest_of_its_language(site: Site) -> None:
    for page in site.pages.values():
        [named] = page.tree.xpath("//@data-mt-app")
        assert urljoin(page.url, named) == SITE_URL + HOMES[page.language] + manifest.NAME


@pytest.mark.parametrize("code", HOMES)
def test_an_app_has_its_languages_names_and_begins_at_its_home(site: Site, code: str) -> None:
    app = told(site, code)
    home = site.pages[SITE_URL + HOMES[code]]
    itself = home.url + manifest.NAME
    assert (app["lang"], app["name"]) == (code, home.tree.findtext(".//title"))
    assert app["description"] == home.tree.xpath("string(//meta[@name='description']/@content)")
    assert len(app["short_name"]) <= 12, "phones cut longer names under an icon"
    assert urljoin(itself, app["start_url"]) == home.url
    assert urljoin(itself, app["scope"]) == SITE_URL
    assert app["id"] == urlsplit(home.url).path


def test_apps_differ_by_language(site: Site) -> None:
    apps = [told(site, code) for code in HOMES]
    for key in ("id", "name", "short_name", "description", "lang"):
        assert len({app[key] for app in apps}) == len(apps)


def test_the_apps_colour_is_the_papers(site: Site) -> None:
    style = site.pages[SITE_URL].file.read_text("utf-8")
    assert re.search(r"--mt-paper: ?(#\w+)", style)[1] == manifest.PAPER  # type: ignore[index]
    app = told(site, "fi")
    assert app["theme_color"] == app["background_color"] == manifest.PAPER


@pytest.mark.parametrize("code", HOMES)
def test_icons_are_what_they_are_said_to_be(site: Site, code: str) -> None:
    for icon in told(site, code)["icons"]:
        file = site.file(urljoin(SITE_URL + HOMES[code] + manifest.NAME, icon["src"]))
        assert file.is_file()
        if file.suffix == ".png":
            with Image.open(file) as image:
                assert f"{image.width}x{image.height}" == icon["sizes"]


def test_the_icon_beside_files_is_there(site: Site) -> None:
    with Image.open(site.root / "favicon.ico") as image:
        assert (image.format, image.size) == ("ICO", (32, 32))


def test_nothing_of_a_maskable_icon_is_cut(site: Site) -> None:
    with Image.open(site.root / "assets/img/icon-maskable.png") as file:
        image = file.convert("RGB")
    middle, paper = image.width / 2, image.getpixel((0, 0))
    drawn = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if image.getpixel((x, y)) != paper
    ]
    assert drawn
    farthest = max((x - middle) ** 2 + (y - middle) ** 2 for x, y in drawn)
    assert farthest <= (SAFE * image.width) ** 2


@pytest.mark.parametrize("code", HOMES)
def test_a_browser_finds_that_it_can_be_installed(
    code: str, address: str, browser: Browser
) -> None:
    with person(browser, service_workers="allow") as context:
        page = context.new_page()
        page.goto(address + HOMES[code])
        browser_says = context.new_cdp_session(page)
        app = browser_says.send("Page.getAppManifest")
        assert app["url"] == address + HOMES[code] + manifest.NAME
        assert not app["errors"]
        wrong = browser_says.send("Page.getInstallabilityErrors")["installabilityErrors"]
        # A test's window is one of those in which Chromium installs nothing.
        assert [error["errorId"] for error in wrong] in ([], ["in-incognito"])
    assert urlsplit(address).path == BASE


def test_a_stamp_follows_all_that_it_stands_for(tmp_path: Path) -> None:
    picture = tmp_path / "icon.svg"
    stamps = []
    for drawn in ("one", "two", "one"):
        picture.write_text(drawn, "utf-8")
        stamps.append(assets.stamp(tmp_path, {"page.css": "a {}"}))
    assert stamps[0] == stamps[2] != stamps[1]
    assert assets.stamp(tmp_path, {"page.css": "b {}"}) != stamps[0]
    assert assets.stamp(tmp_path, {"other.css": "a {}"}) != stamps[0]
    picture.rename(tmp_path / "other.svg")
    assert assets.stamp(tmp_path, {"page.css": "a {}"}) != stamps[0]


def test_published_scripts_ask_for_the_modules_of_their_version() -> None:
    source = 'import{say}from"./page.js";export const a=()=>import("./b.js");'
    assert assets.stamped(source, "?12ab3") == (
        'import{say}from"./page.js?12ab3";export const a=()=>import("./b.js?12ab3");'
    )
