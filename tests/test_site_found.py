"""What search engines and lost readers find: the sitemap, robots, and the page for neither."""

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from built import BASE, SITE_URL, SITEMAP, Page, Site
from playwright.sync_api import Browser

from mentoring_tools import history

LINK = "{http://www.w3.org/1999/xhtml}link"
TITLES = {"fi": "Sivua ei löydy", "en": "Page not found"}


def entries(site: Site) -> dict[str, ET.Element]:
    tree = ET.parse(site.root / "sitemap.xml")  # noqa: S314 - our own file
    return {entry.findtext(f"{SITEMAP}loc", ""): entry for entry in tree.iter(f"{SITEMAP}url")}


def test_the_sitemap_names_each_page_and_its_twins_as_the_page_does(site: Site) -> None:
    assert set(entries(site)) == set(site.pages)
    for url, entry in entries(site).items():
        links = {link.get("hreflang"): link.get("href") for link in entry.iter(LINK)}
        assert links == site.pages[url].alternates


def source(url: str) -> str:
    """The file that a page is written in."""
    path = url.removeprefix(SITE_URL).strip("/")
    language, _, slug = path.partition("/") if path.split("/")[0] == "en" else ("fi", "", path)
    folder = slug in ("", "tools", "paths", "guides")
    return f"docs/{language}/{f'{slug}/index'.strip('/') if folder else slug}.md"


def test_the_sitemap_says_when_each_page_was_changed(site: Site, project: Path) -> None:
    known = history.dates(project, "docs")
    for url, entry in entries(site).items():
        assert (project / source(url)).is_file()
        assert entry.findtext(f"{SITEMAP}lastmod") == known.get(source(url)), url


def test_robots_are_welcome_and_told_where_the_sitemap_is(site: Site) -> None:
    lines = (site.root / "robots.txt").read_text("utf-8").split("\n")
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]


@pytest.mark.parametrize("code", ["fi", "en"])
def test_each_languages_lost_page_begins_with_that_language(site: Site, code: str) -> None:
    page = site.lost if code == "fi" else site.lost_in_english
    other = "en" if code == "fi" else "fi"
    assert page.language == code
    assert headings(page) == [("h1", TITLES[code]), ("h2", TITLES[other])]
    assert page.tree.xpath("//main//section/@lang") == [code, other]
    assert str(page.tree.findtext(".//title")) == f"{TITLES[code]} · {TITLES[other]}"
    assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.canonical
    assert urlsplit(page.tree.xpath("string(//main//a/@href)")).path == BASE + (
        "en/" if code == "en" else ""
    )


def headings(page: Page) -> list[tuple[str, str]]:
    return [(h.tag, str(h.text_content())) for h in page.tree.xpath("//h1 | //h2")]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", ["no/such/", "en/no/such/", "enough/"])
def test_where_there_is_one_lost_page_it_begins_in_the_addresss_language(
    address: str, browser: Browser, path: str, scripts: bool
) -> None:
    first = "en" if scripts and path.startswith("en/") else "fi"
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(address + path)
        assert page.locator("h1").all_inner_texts() == [TITLES[first]]
        assert page.locator("html").get_attribute("lang") == first
        assert page.title().startswith(TITLES[first])
        assert page.locator("section[lang]").first.get_attribute("lang") == first
        for title in TITLES.values():
            assert page.get_by_role("heading", name=title).is_visible()
