"""What the site is made of, as values: languages, pages, and the library of them all.

What a person writes at the top of a page is in `schema.py`; what the machine derives from it is a
property of `Page`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring_tools.content.schema import FrontMatter, Kind, SheetFrontMatter
from mentoring_tools.source.document import Document
from mentoring_tools.source.passages import Passage
from mentoring_tools.worksheet.model import Worksheet


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
    in it.
    """

    kind: Kind
    front_matter: FrontMatter
    document: Document
    passages: tuple[Passage, ...] = field(repr=False)
    worksheet: Worksheet | None = None
    unsure: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        """Its path under the language's folder, without ending: the page's identity."""
        return self.document.slug

    @property
    def name(self) -> str:
        """The last part of the slug, which begins the names of its fields and files."""
        return self.slug.rpartition("/")[2]

    @property
    def language(self) -> str:
        """Its language's code."""
        return self.document.language

    @property
    def url(self) -> str:
        """Its address under the language's prefix: `tools/lifeline/`."""
        stem = self.slug.removesuffix("index").strip("/")
        return f"{stem}/" if stem else ""

    @property
    def draws(self) -> tuple[str, ...]:
        """The kinds of drawings that are made from its sheet, each once."""
        fields = self.worksheet.fields if self.worksheet else ()
        return tuple(sorted({field.draws for field in fields if field.draws}))

    @property
    def sheet(self) -> SheetFrontMatter:
        """What was written at the top of a page with a worksheet.

        Raises TypeError for a page without one.
        """
        if not isinstance(self.front_matter, SheetFrontMatter):
            raise TypeError(f"{self.document.file} has no worksheet")
        return self.front_matter


@dataclass(frozen=True)
class Library:
    """All pages in all languages; `nav` is the order of slugs.

    `files` holds the slugs of all files by language, those too whose text could not be read.
    """

    languages: tuple[Language, ...]
    nav: tuple[str, ...]
    pages: Mapping[str, Mapping[str, Page]]
    files: Mapping[str, frozenset[str]]

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, the default one first."""
        return tuple(language.code for language in self.languages)

    @property
    def whole(self) -> bool:
        """Whether every page could be read, and is there in every language."""
        read = {frozenset(self.pages[code]) for code in self.codes}
        return len(read | set(self.files.values())) == 1

    def of(self, language: str) -> Mapping[str, Page]:
        """A language's pages by slug."""
        return self.pages[language]

    def kind(self, language: str, *kinds: Kind) -> tuple[Page, ...]:
        """A language's pages of these kinds, in the order of `nav`."""
        pages = self.of(language)
        return tuple(pages[s] for s in self.nav if s in pages and pages[s].kind in kinds)

    def with_sheets(self, language: str) -> tuple[Page, ...]:
        """The pages that have a worksheet, in the order of `nav`."""
        return tuple(p for p in self.kind(language, "tool", "agreement") if p.worksheet)

    @property
    def drawings(self) -> frozenset[tuple[str, ...]]:
        """What is drawn from sheets: the kinds of each sheet together, each such group once."""
        return frozenset(page.draws for code in self.codes for page in self.with_sheets(code))

    def tools_of(self, phase: str, language: str) -> tuple[Page, ...]:
        """A phase's tools, in the order of `nav`."""
        return tuple(p for p in self.kind(language, "tool") if p.sheet.phase == phase)


def kind_of(slug: str) -> Kind:
    """The kind that a page's folder decides; a few pages are named here."""
    named: dict[str, Kind] = {
        "index": "home", "agreement": "agreement", "tools/index": "tools",
        "paths/index": "folder", "guides/index": "folder", "search": "search",
    }  # fmt: skip
    folders: dict[str, Kind] = {
        "phases": "phase", "tools": "tool", "paths": "path", "guides": "guide"
    }  # fmt: skip
    return named.get(slug) or folders.get(slug.partition("/")[0], "page")
