"""Every address of the built site leads somewhere, and the site asks nobody else for anything."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import material
import pytest
from built import SITE_URL, Page, Site

MATERIAL = Path(material.__file__).parent / "templates"
# What a host or a search engine asks for by name, without a link.
ASKED_BY_NAME = {"_headers", "nginx.conf", "404.html", "en/404.html", "robots.txt", "sitemap.xml"}
ASKED_BY_NAME |= {"downloads/SHA256SUMS", "_redirects", "sw.js", "offline.json", "favicon.ico"}
ASKED_BY_NAME |= {
    f"assets/words/{code}{more}.json"
    for code in ("fi", "en")
    for more in ("", "-plan", "-organisers")
}
ASKED_BY_NAME |= {"assets/css/asked.css"}
UNITS = {"kB": 1e3, "kt": 1e3, "MB": 1e6, "Mt": 1e6}


def expected_addresses(project: Path) -> set[str]:
    """The addresses that docs/ promises: Finnish at the root, other languages in their folder."""
    addresses = set()
    for file in (project / "docs").glob("*/**/*.md"):
        language, *path = file.relative_to(project / "docs").with_suffix("").parts
        folders = [] if language == "fi" else [language]
        folders += path[:-1] if path[-1] == "index" else path
        addresses.add(SITE_URL + "".join(f"{folder}/" for folder in folders))
    return addresses


def test_every_page_of_docs_is_built_and_no_other(site: Site, project: Path) -> None:
    assert set(site.pages) == expected_addresses(project)


def test_the_sitemap_is_complete(site: Site) -> None:
    assert sorted(site.sitemap) == sorted(site.pages)


def test_internal_links_lead_to_files(site: Site) -> None:
    dead = [
        f"{site.url(file)}: {reference.written}"
        for file, reference in site.references()
        if reference.internal and not site.file(reference.target).is_file()
    ]
    assert not dead, "\n".join(dead)


def test_the_lost_page_works_at_any_depth(site: Site) -> None:
    wrong = [r.written for r in site.lost.references() if not r.written.startswith(("/", "http"))]
    assert not wrong, "A relative address breaks when the lost page is shown deeper: " + str(wrong)


def test_links_to_a_place_in_a_page_find_it(site: Site) -> None:
    places = {url: set(page.ids) for url, page in site.pages.items()}
    places[site.lost.url] = set(site.lost.ids)
    dead = []
    for file, reference in site.references():
        page, place = urldefrag(reference.target)
        if place and page in places and unquote(place) not in places[page]:
            dead.append(f"{site.url(file)}: {reference.written}")
    assert not dead, "\n".join(dead)


def test_an_id_stands_once_in_a_page(site: Site) -> None:
    twice = [
        f"{page.url}#{name}"
        for page in [*site.pages.values(), site.lost]
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert not twice, "\n".join(twice)


def test_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    foreign = [
        f"{site.url(file)}: {reference.written}"
        for file, reference in site.references()
        if reference.fetched and not reference.internal
    ]
    assert not foreign, "\n".join(foreign)


def test_links_do_not_point_to_the_machine_that_built_it(site: Site) -> None:
    hosts = {urlsplit(r.target).hostname for _, r in site.references()} - {None}
    assert not {host for host in hosts if re.match(r"localhost|127\.|0\.0\.0\.0", str(host))}


def test_pages_name_their_language(site: Site) -> None:
    for page in site.pages.values():
        expected = "en" if page.url.startswith(f"{SITE_URL}en/") else "fi"
        assert page.language == expected, page.url
    parts = {str(code) for code in site.lost.tree.xpath("//body//@lang")}
    assert parts | {site.lost.language} == {"fi", "en"}


# The language tag of a Finnish page in easy language.
EASY = "fi-simple"


def test_pages_name_themselves_and_their_twins(site: Site) -> None:
    for page in site.pages.values():
        assert page.canonical == [page.url]
        assert set(page.alternates) - {EASY} == {"fi", "en", "x-default"}, page.url
        assert page.url in (page.alternates[page.language], page.alternates.get(EASY))
        assert page.alternates["x-default"] == page.alternates["fi"]


def test_twins_name_each_other(site: Site) -> None:
    for page in site.pages.values():
        for target in page.alternates.values():
            assert target in site.pages, f"{page.url}: {target}"
            assert site.pages[target].alternates == page.alternates


def language_link(page: Page) -> list[str]:
    other = "fi" if page.language == "en" else "en"
    links = page.tree.xpath(f"//a[@hreflang='{other}'][@lang='{other}']")
    return [r for r in {str(link.get("href")) for link in links} if r]


def test_the_other_language_is_a_plain_link_to_the_same_page(site: Site) -> None:
    for page in site.pages.values():
        other = "fi" if page.language == "en" else "en"
        targets = {
            urldefrag(r.target).url for r in page.references() if r.written in language_link(page)
        }
        assert page.alternates[other] in targets, page.url


def test_titles_and_descriptions_tell_pages_apart(site: Site) -> None:
    for what in ("//title/text()", "//meta[@name='description']/@content"):
        said = Counter(str(page.tree.xpath(f"string({what})")) for page in site.pages.values())
        assert not [text for text, count in said.items() if count > 1 or not text.strip()]


def looked_up(site: Site) -> Iterator[Path]:
    """What the search page fetches: each language's index, its parts, and each page's sentences."""
    for begun in site.root.glob("lookup/*/index.json"):
        index = json.loads(begun.read_text("utf-8"))
        yield begun
        yield from (begun.with_name(f"words-{n}.json") for n in range(len(index["parts"])))
        yield from (begun.with_name(f"page-{n}.json") for n in range(len(index["pages"])))


def test_every_file_is_used(site: Site) -> None:
    used = {site.file(r.target) for _, r in site.references() if r.internal}
    used |= {page.file for page in site.pages.values()}
    used |= {site.root / name for name in ASKED_BY_NAME}
    for app in site.root.rglob("*.webmanifest"):
        icons = json.loads(app.read_text("utf-8"))["icons"]
        used |= {site.file(urljoin(site.url(app), icon["src"])) for icon in icons}
    old = [
        page for file in site.root.rglob("*.html") if (page := Page(file, site.url(file))).leads_on
    ]
    used |= {page.file for page in old}
    scripts = {urljoin(page.url, src) for page in old for src in page.tree.xpath("//script/@src")}
    used |= {site.file(script) for script in scripts}
    used |= set(looked_up(site))
    for page in site.pages.values():
        papers = page.tree.xpath("//@data-mt-paper")
        used |= {site.file(urljoin(page.url, paper)) for paper in papers}
    used |= {file.with_name(f"{file.name}.gz") for file in used}
    unused = {file for file in site.root.rglob("*") if file.is_file()} - used
    assert not unused, "\n".join(sorted(str(file.relative_to(site.root)) for file in unused))


def test_nothing_of_the_theme_is_left(site: Site) -> None:
    theirs = {f.relative_to(MATERIAL) for f in (MATERIAL / "assets").rglob("*") if f.is_file()}
    ours = {f.relative_to(site.root) for f in site.root.rglob("*") if f.is_file()}
    assert not theirs & ours
    for page in [*site.pages.values(), site.lost]:
        classes = " ".join(page.tree.xpath("//@class")).split()
        assert not [name for name in classes if name.startswith("md-")], page.url


def downloads(page: Page) -> list[tuple[str, str, str]]:
    """Each link to a file to take along: its address, its whole text, the saved file's name."""
    links = page.tree.xpath("//a[contains(@href, 'downloads/') or @download]")
    return [
        (str(a.get("href")), " ".join(str(a.text_content()).split()), str(a.get("download", "")))
        for a in links
    ]


def test_pages_offer_downloads(site: Site) -> None:
    with_sheets = [p for u, p in site.pages.items() if re.search(r"/tools/.+|/agreement/", u)]
    assert with_sheets
    for page in with_sheets:
        endings = {Path(urlsplit(href).path).suffix for href, _, _ in downloads(page)}
        assert endings >= {".pdf", ".docx"}, page.url


@pytest.mark.parametrize(("ending", "word"), [(".pdf", "PDF"), (".docx", "Word"), (".zip", "zip")])
def test_download_links_say_format_and_size(site: Site, ending: str, word: str) -> None:
    seen = 0
    for page in site.pages.values():
        written = {r.written: r.target for r in page.references()}
        for href, text, saved_as in downloads(page):
            if not urlsplit(href).path.endswith(ending):
                continue
            seen += 1
            assert word.lower() in text.lower(), f"{page.url}: {text}"
            size = site.file(written[href]).stat().st_size
            assert said_size(text) == pytest.approx(size, rel=0.1), f"{page.url}: {text}"
            assert saved_as.endswith(ending), f"{page.url}: {href}"
    assert seen


def said_size(text: str) -> float:
    """The size in bytes that a link tells its reader."""
    found = re.search(r"(\d+(?:[.,]\d+)?)\s(kB|kt|MB|Mt)\b", text)
    assert found, f"no size in: {text}"
    return float(found[1].replace(",", ".")) * UNITS[found[2]]
