"""What is made sooner is the same, to the last byte, as WeasyPrint makes it by itself."""

from pathlib import Path

import pytest
import word_sheets

from mentoring_tools.pdf import render, sheet_html
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))


def made(name: str) -> bytes:
    """A sheet in two languages."""
    sheets = [word_sheets.MAKERS[name](code) for code in ("fi", "en")]
    html = sheet_html.sheet(sheets, word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
    return render.sheet(html, sheets, PRINT, f"{name}.pdf")


@pytest.mark.parametrize("name", word_sheets.MAKERS)
def test_a_sheet_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = render.engine()
    sooner = made(name)
    for place, function in (
        (engine.css.ComputedStyle, "__missing__"),
        (engine.layout.preferred, "split_first_line"),
    ):
        monkeypatch.setattr(place, function, getattr(place, function).__wrapped__)
    assert made(name) == sooner


def test_to_mend_it_twice_changes_nothing() -> None:
    engine = render.engine()
    before = engine.layout.preferred.split_first_line
    assert render.engine().layout.preferred.split_first_line is before
