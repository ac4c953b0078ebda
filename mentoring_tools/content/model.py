"""What the site is made of, as values: languages, pages, and the library of them all.

What a person writes at the top of a page is in `schema.py`; what the machine derives from it is a
property of `Page`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from mentoring_tools.content.schema import FrontMatter, Kind, PairFrontMatter, SheetFrontMatter
from mentoring_tools.content.slides import Slide
from mentoring_tools.source.document import Document
from mentoring_tools.source.passages import Passage
from mentoring_tools.worksheet.model import Worksheet

#: The kinds of pages that have a worksheet with a name of its own; an easy page shares one.
WITH_SHEETS: tuple[Kind, ...] = ("tool", "agreement", "form")

#: The pages that show what a person keeps on this device: on paper they would be empty.
ON_THE_DEVICE = ("my-sheets", "planner", "journey")

#: The pages on which an organiser works with files of others, on this device alone.
FOR_ORGANISERS = ("organisers/matching", "organisers/results")

_EASY = re.compile(r"(agreement|tools/[^/]+)/easy")


@dataclass(frozen=True)
class Language:
    """A language of the site, by its two-letter code.

    `name` is its own name for itself, `site` the service's name in it.
    """

    code: str
    name: str
    site: str
    default: bool = False

    @property
    def prefix(self) -> str:
        """What its addresses begin with."""
        return "" if self.default else f"{self.code}/"


@dataclass(frozen=True)
class Page:
    """A page in one language: what was written, the text around it, and the sheet if it has one.

    `passages` is all that it says in words.
    `unsure` names what could not be read whole, such as its "front matter": twins are not compared
    in it. `untested` is an easy page that no reader of easy language has tried yet.
    `slides` are those of a training.
    """

    kind: Kind
    front_matter: FrontMatter
    document: Document
    passages: tuple[Passage, ...] = field(repr=False)
    worksheet: Worksheet | None = None
    unsure: frozenset[str] = frozenset()
    untested: bool = False
    slides: tuple[Slide, ...] = ()

    @property
    def slug(self) -> str:
        """Its path under the language's folder, without ending: the page's identity."""
        return self.document.slug

    @property
    def standard(self) -> str:
        """The slug of the page that it says in easy language; its own where it is no easy page."""
        return standard_of(self.slug) or self.slug

    @property
    def name(self) -> str:
        """The last part of the slug, which begins the names of its fields and files.

        An easy page has that of its standard page: answers are the same on both.
        """
        return self.standard.rpartition("/")[2]

    @property
    def language(self) -> str:
        """Its language's code."""
        return self.document.language

    @property
    def is_for_paper(self) -> bool:
        """Whether the page as one reads it has a PDF: a sheet has its own, a search none."""
        return not self.worksheet and self.kind != "search" and not self.is_of_the_device

    @property
    def is_of_the_device(self) -> bool:
        """Whether the page works with what is on this device: kept there, or in files."""
        return self.slug in (*ON_THE_DEVICE, *FOR_ORGANISERS)

    @property
    def url(self) -> str:
        """Its address under the language's prefix: `tools/lifeline/`."""
        stem = self.slug.removesuffix("index").strip("/")
        return f"{stem}/" if stem else ""

    @property
    def sheet(self) -> SheetFrontMatter:
        """What was written at the top of a page with a worksheet.

        Raises TypeError for a page without one.
        """
        if not isinstance(self.front_matter, SheetFrontMatter):
            raise TypeError(f"{self.document.file} has no worksheet")
        return self.front_matter

    @property
    def of_pair(self) -> PairFrontMatter:
        """The same of a sheet that a mentee and a mentor use: its phase and themes too.

        Raises TypeError for any other page.
        """
        if not isinstance(self.front_matter, PairFrontMatter):
            raise TypeError(f"{self.document.file} has no sheet of a pair")
        return self.front_matter


@dataclass(frozen=True)
class Library:
    """All pages in all languages; `nav` is the order of slugs.

    `files` holds the slugs of all files by language, those too whose text could not be read.
    `easy` holds the easy pages apart, by language and by the slug of the page that each says in
    easy language: a language may have any of them, and none has to have a twin.
    `left_out` are slugs of pages that a publisher does without: words of links to them stay.
    """

    languages: tuple[Language, ...]
    nav: tuple[str, ...]
    pages: Mapping[str, Mapping[str, Page]]
    files: Mapping[str, frozenset[str]]
    easy: Mapping[str, Mapping[str, Page]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, the default one first."""
        return tuple(language.code for language in self.languages)

    def language(self, code: str) -> Language:
        """The language with this code."""
        return next(one for one in self.languages if one.code == code)

    def address(self, page: Page) -> str:
        """A page's address under the site's own: `en/tools/lifeline/`."""
        return self.language(page.language).prefix + page.url

    @property
    def whole(self) -> bool:
        """Whether every page could be read, and is there in every language."""
        read = {frozenset(self.pages[code]) for code in self.codes}
        return len(read | set(self.files.values())) == 1

    def of(self, language: str) -> Mapping[str, Page]:
        """A language's pages by slug."""
        return self.pages[language]

    def every(self, language: str) -> Iterator[Page]:
        """A language's pages, then its easy ones in the order of `nav`."""
        yield from self.of(language).values()
        yield from self.easy_of(language)

    def easy_of(self, language: str) -> tuple[Page, ...]:
        """A language's easy pages, in the order of `nav`; those outside of it come last."""
        easy = self.easy.get(language, {})
        order = dict.fromkeys([*(slug for slug in self.nav if slug in easy), *easy])
        return tuple(easy[slug] for slug in order)

    def find(self, language: str, slug: str) -> Page | None:
        """A page by its own slug, easy or not; None where there is none."""
        easy = self.easy.get(language, {})
        return self.of(language).get(slug) or easy.get(standard_of(slug))

    def page(self, language: str, slug: str) -> Page:
        """A page by its own slug, easy or not. Raises KeyError where there is none."""
        if page := self.find(language, slug):
            return page
        raise KeyError(slug)

    def without(self, slugs: frozenset[str]) -> "Library":
        """The same without these pages, and without the easy pages of these."""

        def kept(pages: Mapping[str, Page]) -> dict[str, Page]:
            return {slug: page for slug, page in pages.items() if slug not in slugs}

        return replace(
            self,
            nav=tuple(slug for slug in self.nav if slug not in slugs),
            pages={code: kept(pages) for code, pages in self.pages.items()},
            files={code: files - slugs for code, files in self.files.items()},
            easy={code: kept(pages) for code, pages in self.easy.items()},
            left_out=slugs,
        )

    def leaves_out(self, slug: str) -> bool:
        """Whether the publisher does without this page, or without its standard page."""
        return (standard_of(slug) or slug) in self.left_out

    def kind(self, language: str, *kinds: Kind) -> tuple[Page, ...]:
        """A language's pages of these kinds, in the order of `nav`."""
        pages = self.of(language)
        return tuple(pages[s] for s in self.nav if s in pages and pages[s].kind in kinds)

    def with_sheets(self, language: str) -> tuple[Page, ...]:
        """The pages that have a worksheet, in the order of `nav`."""
        return tuple(p for p in self.kind(language, *WITH_SHEETS) if p.worksheet)

    def of_pairs(self, language: str) -> tuple[Page, ...]:
        """Those of them that a mentee and a mentor use, in the order of `nav`."""
        return tuple(p for p in self.kind(language, "tool", "agreement") if p.worksheet)

    def tools_of(self, phase: str, language: str) -> tuple[Page, ...]:
        """A phase's tools, in the order of `nav`."""
        return tuple(p for p in self.kind(language, "tool") if p.of_pair.phase == phase)


def standard_of(slug: str) -> str:
    """The slug of the page that the one of this slug says in easy language; empty for all others.

    It lies in a folder of that page's name: `tools/lifeline/easy`.
    """
    match = _EASY.fullmatch(slug)
    return match.group(1) if match else ""


def kind_of(slug: str) -> Kind:
    """The kind that a page's folder decides; a few pages are named here."""
    if standard_of(slug):
        return "easy"
    named: dict[str, Kind] = {
        "index": "home", "agreement": "agreement", "tools/index": "tools",
        "paths/index": "folder", "guides/index": "folder", "search": "search",
        "organisers/index": "organisers",
    }  # fmt: skip
    folders: dict[str, Kind] = {
        "phases": "phase", "tools": "tool", "paths": "path", "guides": "guide",
        "organisers/sheets": "form", "organisers/trainings": "training", "organisers": "organiser",
    }  # fmt: skip
    first, inner = slug.partition("/")[0], slug.rpartition("/")[0]
    return named.get(slug) or folders.get(inner) or folders.get(first, "page")
