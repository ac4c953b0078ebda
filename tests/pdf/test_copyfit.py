"""A sheet that spills a little over a page stands closer."""

from itertools import count
from pathlib import Path

import pikepdf
import pytest
import word_sheets

from mentoring_tools.pdf import copyfit, render, sheet_html
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint
from mentoring_tools.worksheet.model import Field, Worksheet

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))


def sheet(questions: int) -> Worksheet:
    fields = [Field(f"q{n}", "text", f"Question {n}?") for n in range(questions)]
    return word_sheets.sheet("long", "en", fields)


def made(folder: Path, sheet: Worksheet) -> Path:
    html = sheet_html.sheet([sheet], word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
    path = folder / "long.pdf"
    path.write_bytes(render.sheet(html, [sheet], PRINT, path.name))
    return path


def pages(path: Path) -> int:
    with pikepdf.open(path) as opened:
        return len(opened.pages)


@pytest.fixture(scope="module")
def spilling(tmp_path_factory: pytest.TempPathFactory) -> Worksheet:
    """The shortest sheet that does not stand as usual."""
    folder = tmp_path_factory.mktemp("tight")
    return next(s for n in count(12) if copyfit.level(made(folder, s := sheet(n))))


def test_it_would_take_two_pages(
    spilling: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copyfit, "LEVELS", ())
    assert pages(made(tmp_path, spilling)) == 2


def test_it_takes_one_page_and_says_so(spilling: Worksheet, tmp_path: Path) -> None:
    file = made(tmp_path, spilling)
    assert pages(file) == 1
    assert copyfit.level(file) == "tight"


def test_one_that_spills_more_stands_closer_still(
    spilling: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    longer = sheet(len(spilling.fields) + 3)
    file = made(tmp_path, longer)
    assert pages(file) == 1
    assert copyfit.level(file) == "tight dense"
    monkeypatch.setattr(copyfit, "LEVELS", ("tight", "tight"))
    assert pages(made(tmp_path, longer)) == 2


def test_one_that_fits_stands_as_usual(tmp_path: Path) -> None:
    file = made(tmp_path, sheet(3))
    assert pages(file) == 1
    assert not copyfit.level(file)
