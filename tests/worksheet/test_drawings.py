"""The empty wheel, axis and rings that a table's frame has on paper."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from mentoring_tools.worksheet import drawings
from mentoring_tools.worksheet.model import Field, Row, Scale, Section, Worksheet

SVG = "{http://www.w3.org/2000/svg}"
FRAME = Field("frame", "drawing", "Draw it", height_mm=50)
NOW = Field("now", "number", "Now", span=(0, 10))
WHEEL = Field("parts", "grid", "Parts", draws="wheel", columns=(NOW,), rows=tuple(
    Row(name.lower(), name) for name in ("Work", "Home", "R&D", "Friends")
))  # fmt: skip
MOOD = Field("mood", "scale", "Mood", scale=Scale(-5, 5, "hard", "good"))
LINE = Field("events", "grid", "Events", draws="line", columns=(MOOD,), rows=(Row("1", ""),))
RING = replace(MOOD, scale=Scale(1, 3, "often", "seldom"))
RINGS = replace(LINE, draws="rings", columns=(RING,))


def drawn(table: Field) -> ET.Element:
    return ET.fromstring(drawings.svg(table, 180, 50, "Sans"))  # noqa: S314 - our own


def words(drawing: ET.Element) -> list[str | None]:
    return [text.text for text in drawing.iter(f"{SVG}text")]


def test_a_wheel_has_a_named_sector_for_each_row_and_five_rings() -> None:
    drawing = drawn(WHEEL)
    assert words(drawing) == ["Work", "Home", "R&D", "Friends"]
    assert len(drawing.findall(f"{SVG}path")) == 4
    radii = [float(circle.attrib["r"]) for circle in drawing.iter(f"{SVG}circle")]
    assert radii == pytest.approx([17 * ring / 5 for ring in range(1, 6)], abs=0.01)


def test_a_line_s_axis_tells_the_ends_and_zero() -> None:
    assert words(drawn(LINE)) == ["\N{MINUS SIGN}5", "0", "5"]


def test_an_axis_without_zero_begins_at_its_lowest_number() -> None:
    assert words(drawn(replace(LINE, columns=(RING,)))) == ["1", "3"]


def test_rings_are_numbered_round_a_point() -> None:
    drawing = drawn(RINGS)
    assert words(drawing) == ["1", "2", "3"]
    assert len(drawing.findall(f"{SVG}circle")) == 4


@pytest.mark.parametrize(
    ("fields", "table"),
    [
        ((WHEEL, FRAME), WHEEL),
        ((FRAME, WHEEL), None),
        ((replace(WHEEL, draws="bars"), FRAME), None),
    ],
)
def test_a_frame_belongs_to_the_drawn_table_before_it(
    fields: tuple[Field, ...], table: Field | None
) -> None:
    sheet = Worksheet("tool", "en", "Sheet", 1, (Section("", "", 1, fields),))
    assert drawings.of(sheet, FRAME) == table
