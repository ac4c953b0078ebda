"""One file to take along: what it is, what it is made from, and how.

The `repr` of a task stands for its file: it holds everything that the file depends on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Literal

from mentoring_tools.downloads import pack
from mentoring_tools.pdf.booklet import Part
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Imprint
from mentoring_tools.worksheet.model import Worksheet

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
class Task:
    """A file to make; each kind of file has a task of its own."""

    download: Download

    @property
    def needs(self) -> tuple[str, ...]:
        """The paths of the files that are read in the making of this one."""
        return ()

    def make(self, looks: Path, made: Path) -> bytes:
        """The file's bytes.

        `looks` holds the print templates, `made` the files that were made before this one.
        Raises Stop with problems that show only in the making.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Sheet:
    """A worksheet in one language or several side by side, with all the words around it."""

    worksheets: tuple[Worksheet, ...]
    facts: Facts
    words: tuple[tuple[str, Words], ...]
    imprint: Imprint


@dataclass(frozen=True)
class SheetPdf(Task):
    """A sheet as a PDF to fill in."""

    sheet: Sheet

    def make(self, looks: Path, made: Path) -> bytes:  # noqa: ARG002 - needs nothing made before
        """The PDF's bytes."""
        # Loaded only here: pages alone need not wait for what makes PDF.
        from mentoring_tools.pdf import render, sheet_html  # noqa: PLC0415

        one = self.sheet
        html = sheet_html.sheet(one.worksheets, one.facts, dict(one.words), one.imprint, looks)
        return render.sheets(html, [one.worksheets], looks, self.download.path)


@dataclass(frozen=True)
class SheetWord(Task):
    """A sheet as a Word file to fill in."""

    sheet: Sheet

    def make(self, looks: Path, made: Path) -> bytes:  # noqa: ARG002 - needs nothing made before
        """The Word file's bytes."""
        from mentoring_tools.docx import document, styles  # noqa: PLC0415 - as for PDF

        one, look = self.sheet, styles.read(looks / "word.yml")
        return document.document(
            one.worksheets, one.facts, dict(one.words), one.imprint.address, look
        )


@dataclass(frozen=True)
class Booklet(Task):
    """The whole toolkit as one PDF: its phases, each with tools and sheets."""

    parts: tuple[Part, ...]
    words: tuple[tuple[str, Words], ...]
    imprint: Imprint
    #: The path of each sheet's own PDF. What is in it, `parts` says.
    sheets: Mapping[str, str] = field(repr=False)

    @property
    def needs(self) -> tuple[str, ...]:
        """The sheets' own PDFs: each shows how close its lines stand."""
        return tuple(self.sheets.values())

    def make(self, looks: Path, made: Path) -> bytes:
        """The PDF's bytes."""
        from mentoring_tools.pdf import booklet, copyfit, render  # noqa: PLC0415 - as for one sheet

        file = self.download
        tight = {name for name, path in self.sheets.items() if copyfit.is_tight(made / path)}
        html = booklet.booklet(self.parts, file.languages, dict(self.words), self.imprint, looks)
        forms = [chapter.worksheets for part in self.parts for chapter in part.chapters]
        return render.sheets(html, forms, looks, file.path, tight)


@dataclass(frozen=True)
class Zip(Task):
    """Many files in one; `entries` are the name inside and the task that makes the file."""

    readme: str
    entries: tuple[tuple[str, Task], ...]

    @property
    def needs(self) -> tuple[str, ...]:
        """All that goes into it."""
        return tuple(task.download.path for _, task in self.entries)

    def make(self, looks: Path, made: Path) -> bytes:  # noqa: ARG002 - no looks of its own
        """The zip's bytes; all that goes into it was made before."""
        files = [(name, (made / task.download.path).read_bytes()) for name, task in self.entries]
        sums = pack.sums((name, sha256(content).hexdigest()) for name, content in files)
        first = [("README.txt", self.readme.encode()), ("SHA256SUMS", sums.encode())]
        return pack.archive([*first, *files])
