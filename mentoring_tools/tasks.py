"""One file to take along: which pages and words it is made from, and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mentoring_tools import word, word_styles
from mentoring_tools.check import Material
from mentoring_tools.facts import Facts
from mentoring_tools.model import Library, Page
from mentoring_tools.strings import Words
from mentoring_tools.worksheet import Worksheet

ENDINGS: tuple["Ending", ...] = ("docx",)
Ending = Literal["pdf", "docx", "zip"]


@dataclass(frozen=True)
class Download:
    """A file's published path under `downloads/`, and what it is.

    `slug` is the page whose sheet it holds, empty for a file of the whole toolkit.
    With two languages both stand side by side.
    """

    path: str
    slug: str
    languages: tuple[str, ...]
    ending: Ending

    @property
    def kind(self) -> Literal["sheet", "pack"]:
        """Whether it holds one sheet or the whole toolkit."""
        return "sheet" if self.slug else "pack"


@dataclass(frozen=True)
class Address:
    """Where the files say they come from: the site's address and its publisher, either empty."""

    site: str
    publisher: str


@dataclass(frozen=True)
class Task:
    """Everything one file depends on, so that its `repr` can stand for the file."""

    download: Download
    sheets: tuple[Worksheet, ...]
    facts: Facts
    words: tuple[tuple[str, Words], ...]
    address: Address

    def make(self, print_folder: Path) -> bytes:
        """The file. Raises Stop with problems that show only in the making."""
        look = word_styles.read(print_folder / "word.yml")
        return word.document(self.sheets, self.facts, dict(self.words), self.address.site, look)


def of(material: Material, address: Address) -> Iterator[Task]:
    """All the files of the material."""
    yield from sheet_tasks(material.library, material.words, address)


def combinations(library: Library) -> Iterator[tuple[str, ...]]:
    """Each language alone, then the default one side by side with each other one."""
    first, *others = library.codes
    yield from ((code,) for code in library.codes)
    yield from ((first, code) for code in others)


def sheet_tasks(
    library: Library, words: Mapping[str, Words], address: Address
) -> Iterator[Task]:
    """A PDF and a Word file of every sheet in every combination of languages."""
    for languages in combinations(library):
        for page in library.with_sheets(languages[0]):
            twins = [library.of(code)[page.slug] for code in languages]
            sheets = tuple(twin.worksheet for twin in twins if twin.worksheet)
            facts = facts_of(library, twins, words)
            spoken = tuple((code, words[code]) for code in languages)
            for ending in ENDINGS:
                path = f"{'-'.join(languages)}/{page.name}.{ending}"
                file = Download(path, page.slug, languages, ending)
                yield Task(file, sheets, facts, spoken, address)


def facts_of(library: Library, twins: list[Page], words: Mapping[str, Words]) -> Facts:
    """What a sheet says at its head and foot, in the languages of these twins."""
    first = twins[0].sheet
    phases = [page.name for page in library.kind(twins[0].language, "phase")]
    return Facts(
        title={twin.language: twin.written.title for twin in twins},
        goal={twin.language: twin.sheet.goal for twin in twins},
        phase={
            twin.language: library.of(twin.language)[f"phases/{first.phase}"].written.title
            for twin in twins
        },
        phase_number=phases.index(first.phase) + 1,
        minutes=first.minutes,
        who={twin.language: words[twin.language][f"who_{first.who}"] for twin in twins},
        site={language.code: language.site for language in library.languages},
        licence="CC BY 4.0",
        paper=first.paper,
    )
