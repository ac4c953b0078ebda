"""The fonts in a PDF: only the bundled ones, and nothing in them that only the layout needs."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Pdf

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.worksheet.widths import FAMILY

#: The only family of letters on paper, as its fonts are named in a PDF.
_FAMILY = FAMILY.replace(" ", "-")

#: Tables that place letters or tell a system of the font: in a PDF every letter has its place
#: already, and the file itself names the font and its measures.
_NEEDLESS = ("BASE", "GDEF", "GPOS", "GSUB", "STAT", "name", "gasp", "OS/2", "post")


def tidy(pdf: Pdf, html: str, name: str) -> None:
    """Makes the fonts smaller in place.

    Raises Stop for a letter that came from a font of this machine: another machine has others.
    """
    foreign = set()
    for font in _fonts(pdf):
        if _FAMILY not in str(font.BaseFont):
            foreign.add(str(font.BaseFont))
        else:
            file = font.DescendantFonts[0].FontDescriptor.FontFile2
            small = _smaller(file.read_bytes())
            file.write(small)
            file.Length1 = len(small)
    if foreign:
        raise Stop([_foreign_letters(foreign, html, name)])


def name(pdf: Pdf) -> None:
    """Names the letters of all pages `/Answer` and, those that are heavier, `/Strong`."""
    resources: Any = pdf.pages[0].obj.Resources
    for font in list(_fonts(pdf)):
        resources.Font["/Strong" if "Bold" in str(font.BaseFont) else "/Answer"] = font


def _fonts(pdf: Pdf) -> Iterator[Any]:
    """All pages share the fonts of the first."""
    resources: Any = pdf.pages[0].obj.Resources
    return iter(dict(resources.get("/Font", {})).values())


@cache
def _smaller(file: bytes) -> bytes:
    font = TTFont(BytesIO(file), recalcTimestamp=False, lazy=True)
    for table in _NEEDLESS:
        if table in font:
            del font[table]
    small = BytesIO()
    font.save(small, reorderTables=None)
    return small.getvalue()


def _foreign_letters(fonts: set[str], html: str, name: str) -> Problem:
    letters = "".join(sorted({c for c in re.sub(r"<[^>]*>", "", html) if ord(c) > 0x7F}))
    found = say("letters from other fonts, {listed}; one or more of: {letters}",
                listed=", ".join(sorted(fonts)), letters=letters)  # fmt: skip
    return missing_letters(name, found)


def missing_letters(name: str, found: Message) -> Problem:
    """The problem of a letter that no bundled font has."""
    return Problem(
        name, 1, found,
        say("only letters that downloads/print/fonts/ has"),
        say("Add their range to LETTERS in downloads/print/fonts/make.py and run it."),
    )  # fmt: skip
