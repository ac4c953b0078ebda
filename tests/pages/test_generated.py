"""What search engines, those who get a shared link, and lost readers find."""

import struct
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from built import BASE, SITE_URL, SITEMAP, Page, Site
from playwright.sync_api import Browser

from mentoring_tools.publishing import git_dates

LINK = "{http://www.w3.org/1999/xhtml}link"
HOMES = {"fi": SITE_URL, "en": f"{SITE_URL}en/"}
LOCALES = {"fi": "fi_FI", "en": "en_GB"}
#: Of a picture that only the servers of messages and posts fetch.
MOST_BYTES = 60_000
TITLES = {"fi": "Sivua ei löydy", "en": "Page not found"}


def told(page: Page) -> dict[str, str]:
    """What a page tells those that show a shared link."""
    tags = page.tree.xpath("//head/meta[@property]")
    found = {str(tag.get("property")): str(tag.get("content")) for tag in tags}
    assert len(found) == len(tags), page.url
    return found


def test_a_shared_link_says_what_it_leads_to(site: Site) -> None:
    names = {code: site.pages[url].tree for code, url in HOMES.items()}
    for page in site.pages.values():
        said, code = told(page), page.language
        assert said["og:site_name"] == str(names[code].findtext(".//title"))
        assert said["og:title"] == page.tree.xpath("string(//h1)").replace("\u00ad", "")
        assert said["og:description"] == page.tree.xpath(
            "string(//meta[@name='description']/@content)"
        )
        assert said["og:url"] == page.url
        assert said["og:type"] == ("website" if page.url in HOMES.values() else "article")
        assert said["og:locale"] == LOCALES[code]
        assert said["og:locale:alternate"] in set(LOCALES.values()) - {LOCALES[code]}


@pytest.mark.parametrize("code", ["fi", "en"])
def test_a_shared_link_has_a_small_picture_in_its_language(site: Site, code: str) -> None:
    pages = [page for page in site.pages.values() if page.language == code]
    (said,) = {told(page)["og:image"] for page in pages}
    assert said == f"{SITE_URL}assets/img/share-{code}.png"
    for page in pages:
        assert told(page)["og:site_name"] in told(page)["og:image:alt"]
        assert page.tree.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    picture = site.file(said).read_bytes()
    assert len(picture) < MOST_BYTES
    size = struct.unpack(">II", picture[16:24])
    sides = ("og:image:width", "og:image:height")
    assert size == tuple(int(told(pages[0])[side]) for side in sides) == (1200, 630)


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
    folder = slug in ("", "tools", "paths", "guides", "organisers")
    return f"docs/{language}/{f'{slug}/index'.strip('/') if folder else slug}.md"


def test_the_sitemap_says_when_each_page_was_changed(site: Site, project: Path) -> None:
    known = git_dates.dates(project, "docs")
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
