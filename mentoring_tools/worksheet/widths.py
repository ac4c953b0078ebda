"""How wide words and columns are on paper: one measure for the check, the PDF and the Word file.

Words are measured by the bundled font's own metrics. The page needs none of this: a browser lays
out tables by the letters that it really has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mentoring_tools.worksheet.model import Field

#: The family of all letters on paper, as print styles name it, and the folder of its fonts.
FAMILY = "Mentoring Sans"
FONTS = Path(__file__).parents[2] / "downloads" / "print" / "fonts"

#: Millimetres between the margins of A4.
WIDTH_MM = {"portrait": 180, "landscape": 267}

#: A point in millimetres.
_POINT_MM = 25.4 / 72

#: What a letter takes that the font lacks, as a share of the type's size: an em, to be safe.
_UNKNOWN = 1.0

#: Millimetres of a digit's circle in a table, of a choice's box with its gap.
_DIGIT_MM, _CHOICE_MM = 4.8, 6.6

#: The least millimetres to write in, by kind of column.
_LEAST_MM = {"text": 24.0, "long": 30.0, "date": 22.0, "number": 13.0, "check": 12.0}

#: A heading of so few letters stays on one line.
_ONE_LINE = 11


@dataclass(frozen=True)
class Lettering:
    """How words are set: the type's size in points, its weight, its share of our font's widths.

    `sides` is what stands beside the words in a cell, in millimetres.
    """

    points: float
    bold: bool = False
    share: float = 1.0
    sides: float = 2.6

    def mm(self, text: str) -> float:
        """The width of a text on one line, in millimetres."""
        widths = _advances("semibold" if self.bold else "regular")
        ems = sum(widths.get(letter, _UNKNOWN) for letter in text if letter != "\u00ad")
        return ems * self.points * _POINT_MM * self.share

    def longest_mm(self, texts: Iterable[str]) -> float:
        """The least width of a column with these headings, in millimetres: no word is cut."""
        return max((self.mm(word) for text in texts for word in _pieces(text)), default=0.0)


#: The words of the PDF files, as `downloads/print/sheet.css` sets them: a table's heading, a
#: table's other words, and those outside of tables.
HEAD, CELL, TEXT = Lettering(9.5, bold=True), Lettering(9.5), Lettering(10.5)


#: Word's letters are wider than ours by so much at most, word by word (Calibri, by the measures of
#: Carlito, which has the same; a test compares them).
OF_WORD = 1.06


@cache
def _advances(face: str) -> dict[str, float]:
    """The width of each letter of a face, as a share of the type's size."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a quarter of a second, for sheets only

    with TTFont(FONTS / f"{face}.ttf", lazy=True) as font:
        metrics, units = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / units for code, name in font.getBestCmap().items()}


def _pieces(heading: str) -> list[str]:
    """A short heading stays on one line; a longer one may break between words, and at its seams."""
    return [heading] if len(heading) <= _ONE_LINE else heading.replace("\u00ad", "- ").split()


def content_mm(column: Field) -> float:
    """The least width of a column's places for answers, in millimetres."""
    if column.kind == "scale":
        return _DIGIT_MM * len(column.choices) + 1
    if column.kind == "one":
        return _CHOICE_MM + max((CELL.mm(one.label) for one in column.choices), default=0.0)
    return _LEAST_MM[column.kind]


def column_mm(twins: Iterable[Field]) -> float:
    """The least width of a column, the same in each language, in millimetres."""
    columns = list(twins)
    named = HEAD.longest_mm(column.label for column in columns) + HEAD.sides
    return max(named, *map(content_mm, columns))


def needed_mm(grid: Field) -> int:
    """The least width of a grid, in millimetres."""
    first = 30 if grid.named_rows else 0
    return round(first + sum(column_mm([column]) for column in grid.columns))
