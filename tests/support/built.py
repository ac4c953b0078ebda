"""The built site as tests read it: its pages, and what they refer to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

from lxml import html

# A base path as on a project's Pages: an address that forgets it is found out.
BASE = "/mentoring/"
SITE_URL = f"https://mentoring.example{BASE}"

# One page of each kind, by its path in the site.
KINDS = {
    "home": "",
    "phase": "phases/working/",
    "tools": "tools/",
    "tool": "tools/lifeline/",
    "wide-table": "tools/evaluation/",
    "easy": "tools/getting-ready/easy/",
    "agreement": "agreement/",
    "folder": "guides/",
    "guide": "guides/glossary/",
    "path": "paths/first-job/",
    "organisers": "organisers/",
    "form": "organisers/sheets/matching-matrix/",
    "training": "organisers/trainings/mentor-orientation/",
    "lost": "no/such/page/",
}

# Elements whose address the browser fetches by itself, and the attribute that holds it.
FETCHED = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "image": "href",
    "img": "src",
    "input": "src",
    "object": "data",
    "script": "src",
    "source": "src",
    "track": "src",
    "use": "href",
    "video": "src",
}
# Relations of <link> that only tell and fetch nothing.
TELLING = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True)
class Reference:
    """One address in a file of the site: as written, made absolute, and whether it is fetched."""

    written: str
    target: str
    fetched: bool

    @property
    def internal(self) -> bool:
        return self.target.startswith(SITE_URL)


@dataclass(frozen=True)
class Page:
    """One HTML file. `url` is absolute; the 404 page stands for an address deep in the site."""

    file: Path
    url: str

    @cached_property
    def tree(self) -> Any:
        return html.fromstring(self.file.read_bytes())

    @cached_property
    def ids(self) -> list[str]:
        return [str(name) for name in self.tree.xpath("//@id")]

    @property
    def language(self) -> str:
        return str(self.tree.get("lang"))

    @property
    def leads_on(self) -> bool:
        """Whether it stands at the old address of a page that has moved."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def canonical(self) -> list[str]:
        return [str(href) for href in self.tree.xpath("//link[@rel='canonical']/@href")]

    @property
    def alternates(self) -> dict[str, str]:
        links = self.tree.xpath("//link[@rel='alternate'][@hreflang]")
        return {str(link.get("hreflang")): str(link.get("href")) for link in links}

    def references(self) -> Iterator[Reference]:
        for element in self.tree.iter("*"):
            for written, fetched in _addresses(element):
                yield Reference(written, urljoin(self.url, written), fetched)


def _addresses(element: Any) -> Iterator[tuple[str, bool]]:
    if element.tag in {"a", "area"} and element.get("href") is not None:
        yield element.get("href"), False
    if element.tag == "link":
        yield element.get("href"), not set(element.get("rel", "").split()) & TELLING
    if element.tag == "form" and element.get("action"):
        yield element.get("action"), False
    if element.get("data-mt-app"):  # a script names it to the browser when the page is there
        yield element.get("data-mt-app"), True
    if element.get("property") in {"og:image", "og:url"}:
        yield element.get("content"), False
    fetched = element.get(FETCHED.get(element.tag, "src"))
    if fetched:
        yield fetched, True
    for candidate in filter(None, element.get("srcset", "").split(",")):
        yield candidate.split()[0], True
    for written in css_addresses(element.get("style", "")):
        yield written, True


def css_addresses(css: str) -> list[str]:
    """The addresses that a stylesheet fetches; its own `data:` pictures are none."""
    found = re.findall(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""", css)
    return [one or two for one, two in found if not (one or two).startswith("data:")]


def script_addresses(script: str) -> list[str]:
    """The modules that a script imports, at once or later, as written: `./name.js`."""
    return re.findall(r"""\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""", script)


@dataclass(frozen=True)
class Site:
    """The folder that was built."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML file by its absolute address, but the 404 pages and old addresses."""
        files = sorted(self.root.rglob("*.html"))
        pages = [Page(f, self.url(f)) for f in files if f.name != "404.html"]
        return {page.url: page for page in pages if not page.leads_on}

    @cached_property
    def lost(self) -> Page:
        """The 404 page, as it is shown for an address that is deeper than any page."""
        return Page(self.root / "404.html", SITE_URL + "no/such/page/")

    @cached_property
    def lost_in_english(self) -> Page:
        """The 404 page of hosts that show one for each language, deep in the English pages."""
        return Page(self.root / "en" / "404.html", SITE_URL + "en/no/such/page/")

    @cached_property
    def sitemap(self) -> list[str]:
        tree = ET.parse(self.root / "sitemap.xml")  # noqa: S314 - our own file
        return [str(place.text).strip() for place in tree.iter(f"{SITEMAP}loc")]

    def url(self, file: Path) -> str:
        path = file.relative_to(self.root).as_posix()
        return SITE_URL + (path.removesuffix("index.html") if file.name == "index.html" else path)

    def file(self, url: str) -> Path:
        """The file behind an internal address; it need not exist."""
        path = unquote(urlsplit(urldefrag(url).url).path).removeprefix(BASE)
        return self.root / (path + "index.html" if path.endswith("/") or not path else path)

    def references(self) -> Iterator[tuple[Path, Reference]]:
        """Every address of every page, stylesheet and script, with the file that has it."""
        for page in [*self.pages.values(), self.lost, self.lost_in_english]:
            for reference in page.references():
                yield page.file, reference
        for ending, addresses in (("css", css_addresses), ("js", script_addresses)):
            for file in sorted(self.root.rglob(f"*.{ending}")):
                for written in addresses(file.read_text("utf-8")):
                    yield file, Reference(written, urljoin(self.url(file), written), fetched=True)


def addresses(site: Site, address: str, language: str) -> list[str]:
    """The sitemap's addresses of a language as they are served here, and one that is not there."""
    known = [url for url in site.sitemap if site.pages[url].language == language]
    lost = {"fi": site.lost, "en": site.lost_in_english}[language]
    return [url.replace(SITE_URL, address) for url in [*known, lost.url]]
