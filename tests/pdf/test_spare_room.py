"""The blank end of a sheet becomes writing lines of its open questions, and of nothing else."""

import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import word_sheets
from pdf_reading import fields

from mentoring_tools.pdf import render, sheet_html
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint
from mentoring_tools.worksheet.model import Field

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))
RULE = 9 * 72 / 25.4


def made(*questions: Field) -> dict[str, list[float]]:
    """Where the fields of a sheet with these questions stand, in points from the page's foot."""
    sheet = word_sheets.sheet("open", "en", list(questions))
    html = sheet_html.sheet([sheet], word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
    file = render.sheet(html, [sheet], PRINT, "open.pdf")
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert len(pdf.pages) == 1
        return {key.removeprefix("open-"): _rect(field) for key, field in fields(pdf).items()}


def _rect(field: Any) -> list[float]:
    return [float(corner) for corner in field.Rect]


def height(rect: list[float]) -> float:
    return rect[3] - rect[1]


def test_open_questions_get_the_room_and_dates_stay_as_they_are() -> None:
    found = made(
        Field("when", "date", "When?"), Field("why", "text", "Why?"), Field("more", "long", "More?")
    )
    assert height(found["when"]) == pytest.approx(6.6 * 72 / 25.4, abs=1)
    assert height(found["why"]) == pytest.approx(6.6 * 72 / 25.4 + 7 * RULE, abs=1)
    assert height(found["more"]) == pytest.approx(8 * RULE, abs=1)


def test_no_question_is_covered_and_all_stay_on_the_page() -> None:
    found = made(*(Field(f"q{n}", "text", f"Question {n}?") for n in range(12)))
    rects = list(found.values())
    assert all(one[1] > other[3] for one, other in pairwise(rects))
    assert all(rect[1] > 14 * 72 / 25.4 for rect in rects)


def test_those_with_fewest_lines_come_first() -> None:
    found = made(*(Field(f"q{n}", "text", f"Question {n}?") for n in range(12)))
    lines = [round((height(rect) - 6.6 * 72 / 25.4) / RULE) for rect in found.values()]
    assert max(lines) - min(lines) <= 1
    assert lines == sorted(lines, reverse=True)
    assert max(lines) > 0


def test_a_page_without_open_questions_stays_as_it_is() -> None:
    assert height(made(Field("when", "date", "When?"))["when"]) < RULE
