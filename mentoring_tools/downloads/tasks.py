"""One file to take along: what it is, what it is made from, and how.

The `repr` of a task stands for its file: it holds everything that the file depends on.
"""

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import ClassVar, Literal

from mentoring_tools.content.download_paths import LETTERHEAD, SLIDES
from mentoring_tools.content.slides import Deck
from mentoring_tools.pdf.booklet import Part
from mentoring_tools.source import checksums
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Imprint, Logo, ReportPaper
from mentoring_tools.worksheet.model import Worksheet

Ending = Literal["pdf", "docx", "pptx", "zip"]

#: A fixed moment, so that the same files make the same bytes; zip knows none before 1980.
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Download:
    """A file's published path under `downloads/`, and what it is.

    `slug` is the page whose sheet or slides it holds, empty for a file of the whole toolkit; for
    an empty letterhead it is that file's name.
    With two languages both stand side by side.
    """

    path: str
    slug: str
    languages: tuple[str, ...]
    ending: Ending

    @property
    def kind(self) -> Literal["sheet", "slides", "kit", "pack", "letterhead"]:
        """Whether it holds a sheet, slides, all for organisers, all for pairs, or no words yet."""
        if not self.slug:
            return "pack"
        if self.slug == LETTERHEAD:
            return "letterhead"
        if self.ending == "zip":
            return "kit"
        return "slides" if self.path.endswith(f"{SLIDES}.{self.ending}") else "sheet"


@dataclass(frozen=True)
class Makers:
    """What a kind of file is made by: when one of these changes, just these files are made again.

    `code` are rooms and modules of this package, `looks` names in the folder of print templates
    (a pattern may stand there), `libraries` the packages that lay the file out.
    """

    code: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()

    def checksum(self, looks: Path) -> str:
        """A checksum of them all; `looks` is the folder of print templates."""
        files = [file for name in self.looks for file in sorted(looks.glob(name))]
        return checksums.of_files(files) + checksums.of_code(self.code, self.libraries)


_FONTS = "fonts/*.ttf"
_OF_PDF = Makers(
    ("worksheet", "pdf", "downloads/tasks.py"),
    ("*.html", "*.css", "marks", _FONTS),
    ("weasyprint", "pydyf", "pikepdf", "fonttools", "segno"),
)
# Columns are measured by the fonts.
_OF_WORD = Makers(
    ("worksheet", "docx", "downloads/tasks.py"),
    ("word.yml", _FONTS),
    ("fonttools", "resvg-py", "pillow", "segno"),
)
_OF_SLIDES = Makers(
    (*_OF_PDF.code, "content/slides.py"), _OF_PDF.looks, _OF_PDF.libraries,
)  # fmt: skip
_OF_DECK = Makers(
    ("pptx", "docx/picture.py", "content/slides.py", "downloads/tasks.py"),
    (),
    ("python-pptx", "lxml", "resvg-py"),
)
_OF_ZIP = Makers(("downloads/tasks.py",))


def _png(logo: Logo | None, looks: Path) -> bytes:
    """A publisher's picture as PNG, which office programs of all ages show; empty without one."""
    if logo is None:
        return b""
    from mentoring_tools.docx import picture  # noqa: PLC0415 - few publishers have one

    return picture.png_of(looks.parent.parent / "docs" / logo.path)


@dataclass(frozen=True)
class Task:
    """A file to make; each kind of file has a task of its own."""

    makers: ClassVar[Makers] = Makers()

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
class SheetContent:
    """A worksheet in one language or several side by side, with all the words around it."""

    worksheets: tuple[Worksheet, ...]
    facts: Facts
    words: tuple[tuple[str, Words], ...]
    imprint: Imprint


@dataclass(frozen=True)
class SheetPdf(Task):
    """A sheet as a PDF to fill in."""

    makers = _OF_PDF

    sheet: SheetContent

    def make(self, looks: Path, made: Path) -> bytes:
        """The PDF's bytes."""
        # Loaded only here: pages alone need not wait for what makes PDF.
        from mentoring_tools.pdf import render, sheet_html  # noqa: PLC0415

        one = self.sheet
        html = sheet_html.sheet(one.worksheets, one.facts, dict(one.words), one.imprint, looks)
        return render.sheet(html, one.worksheets, looks, self.download.path)


@dataclass(frozen=True)
class SheetWord(Task):
    """A sheet as a Word file to fill in."""

    makers = _OF_WORD

    sheet: SheetContent

    def make(self, looks: Path, made: Path) -> bytes:
        """The Word file's bytes."""
        from mentoring_tools.docx import document, styles  # noqa: PLC0415 - as for PDF

        one, look = self.sheet, styles.read(looks / "word.yml")
        logo = _png(one.imprint.logo, looks)
        return document.document(
            one.worksheets, one.facts, dict(one.words), one.imprint, look, logo
        )


@dataclass(frozen=True)
class SlidesPdf(Task):
    """A training's slides as a PDF to show."""

    makers = _OF_SLIDES

    deck: Deck

    def make(self, looks: Path, made: Path) -> bytes:
        """The PDF's bytes."""
        from mentoring_tools.pdf import render, slides  # noqa: PLC0415 - as for one sheet

        return render.slides(slides.html(self.deck, looks), looks, self.download.path)


@dataclass(frozen=True)
class Letterhead(Task):
    """The empty paper of a report, which is written on a reader's device."""

    makers = _OF_PDF

    paper: ReportPaper

    def make(self, looks: Path, made: Path) -> bytes:
        """The PDF's bytes."""
        from mentoring_tools.pdf import render, sheet_html  # noqa: PLC0415 - as for one sheet

        html = str(sheet_html.render(looks, "letterhead.html", paper=self.paper))
        return render.letterhead(html, looks, self.download.path)


@dataclass(frozen=True)
class SlidesDeck(Task):
    """A training's slides as a presentation to edit."""

    makers = _OF_DECK

    deck: Deck

    def make(self, looks: Path, made: Path) -> bytes:
        """The presentation's bytes; those of its parts stand in a zip that is always the same."""
        from mentoring_tools.pptx import presentation  # noqa: PLC0415 - as for PDF

        with zipfile.ZipFile(
            BytesIO(presentation.bytes_of(self.deck, _png(self.deck.logo, looks)))
        ) as parts:
            return archive((name, parts.read(name)) for name in parts.namelist())


@dataclass(frozen=True)
class Booklet(Task):
    """The whole toolkit as one PDF: its phases, each with its tools, and their finished sheets."""

    makers = _OF_PDF

    parts: tuple[Part, ...]
    words: tuple[tuple[str, Words], ...]
    imprint: Imprint
    #: The path of each sheet's own PDF, by its tool.
    sheets: Mapping[str, str]

    @property
    def needs(self) -> tuple[str, ...]:
        """The sheets' own PDFs, which are bound into it."""
        return tuple(self.sheets.values())

    def make(self, looks: Path, made: Path) -> bytes:
        """The PDF's bytes."""
        from mentoring_tools.pdf import binding, booklet, render  # noqa: PLC0415 - as for one sheet

        file, words = self.download, dict(self.words)
        sheets = {name: made / path for name, path in self.sheets.items()}
        leaves = {name: binding.leaves(path) for name, path in sheets.items()}
        html = booklet.booklet(self.parts, file.languages, words, self.imprint, looks, leaves)
        return render.booklet(html, sheets, looks, file.path)


@dataclass(frozen=True)
class Zip(Task):
    """Many files in one; `entries` are each one's name inside and its path in the downloads."""

    makers = _OF_ZIP

    readme: str
    entries: tuple[tuple[str, str], ...]

    @property
    def needs(self) -> tuple[str, ...]:
        """All that goes into it."""
        return tuple(path for _, path in self.entries)

    def make(self, looks: Path, made: Path) -> bytes:
        """The zip's bytes; all that goes into it was made before."""
        files = [(name, (made / path).read_bytes()) for name, path in self.entries]
        sums = sums_of((name, sha256(content).hexdigest()) for name, content in files)
        first = [("README.txt", self.readme.encode()), ("SHA256SUMS", sums.encode())]
        return archive([*first, *files])


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of the files, each with its path inside; the same files make the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as whole:
        for path, content in files:
            info = zipfile.ZipInfo(path, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            whole.writestr(info, content)
    return buffer.getvalue()


def sums_of(files: Iterable[tuple[str, str]]) -> str:
    """Lines for `sha256sum --check`: each file's hash and path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(files))
