"""Words and columns on paper are measured by the letters they are set in."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from mentoring_tools.worksheet.model import Field, Option, Scale
from mentoring_tools.worksheet.widths import (
    CELL,
    FONTS,
    HEAD,
    OF_WORD,
    Lettering,
    column_mm,
    needed_mm,
)

CARLITO = Path("/usr/share/fonts/truetype/crosextra")
WORDS = ["Mitä osasit silloin?", "Verkostoitumissuunnitelma", "WWW", "lilli", "5.3.2026", "Ÿö"]


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_as_wide_as_a_drawing_program_says(text: str, *, bold: bool) -> None:
    face = FONTS / ("semibold.ttf" if bold else "regular.ttf")
    drawn = ImageFont.truetype(face, 1000, layout_engine=ImageFont.Layout.BASIC)
    # One point is 0.3528 mm; the drawing has no kerning either.
    expected = drawn.getlength(text, features=None) / 1000 * 10 * 25.4 / 72
    assert Lettering(10, bold=bold).mm(text) == pytest.approx(expected, rel=0.05)


def test_a_soft_hyphen_takes_no_room_and_parts_a_long_heading() -> None:
    whole, parted = "Verkostokartta", "Verkosto\u00adkartta"
    assert HEAD.mm(parted) == HEAD.mm(whole)
    assert HEAD.longest_mm([parted]) == HEAD.mm("Verkosto-")


def test_a_letter_that_the_font_lacks_takes_an_em() -> None:
    assert Lettering(10).mm("漢") == pytest.approx(10 * 25.4 / 72)


def test_a_column_has_room_for_each_language_and_for_its_answers() -> None:
    fi, en = Field("when", "date", "Ajankohta"), Field("when", "date", "An extraordinary heading")
    assert column_mm([fi]) < column_mm([fi, en])
    narrow = Field("a", "check", "A")
    assert column_mm([narrow]) == 12
    scale = Field("b", "scale", "B", scale=Scale(1, 5, "", ""))
    assert column_mm([scale]) > 5 * 4.8


def test_a_table_needs_the_sum_of_its_columns() -> None:
    columns = tuple(Field(name, "text", name.title()) for name in ("what", "why"))
    grid = Field("table", "grid", "Table", columns=columns)
    assert needed_mm(grid) == round(sum(column_mm([column]) for column in columns))


def advances(file: Path) -> dict[str, float]:
    with TTFont(file, lazy=True) as font:
        metrics, units = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / units for code, name in font.getBestCmap().items()}


@pytest.mark.parametrize(("ours", "theirs"), [("regular", "Regular"), ("semibold", "Bold")])
def test_no_word_of_the_tools_is_wider_in_word_than_reckoned(
    project: Path, ours: str, theirs: str
) -> None:
    own, word = advances(FONTS / f"{ours}.ttf"), advances(CARLITO / f"Carlito-{theirs}.ttf")
    texts = (file.read_text("utf-8") for file in (project / "docs").glob("*/tools/*.md"))
    words = set(re.findall(r"[^\W\d_]{3,}", " ".join(texts)))
    assert len(words) > 1000

    def width(of: dict[str, float], text: str) -> float:
        return sum(of[letter] for letter in text)

    assert not [w for w in words if width(word, w) > OF_WORD * width(own, w)]


def test_a_choice_needs_room_for_its_longest_words() -> None:
    choices = (Option("a", "kyllä"), Option("b", "en osaa sanoa"))
    column = Field("c", "one", "C", options=choices)
    assert column_mm([column]) > CELL.mm("en osaa sanoa")
