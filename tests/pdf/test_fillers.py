"""Whatever program fills in a sheet, each answer shows in its own field, and there only."""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import word_sheets
from fillers import FILLERS
from pdf_reading import poppler

from mentoring_tools.pdf import render, sheet_html
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))
_WORD = re.compile(r'xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(Ä\d+)<')

Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet with texts of every kind, many of them of one size."""
    sheet = word_sheets.lifeline("fi")
    html = sheet_html.sheet([sheet], word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
    path = tmp_path_factory.mktemp("empty") / "lifeline.pdf"
    path.write_bytes(render.sheet(html, [sheet], PRINT, path.name))
    return path


def boxes(file: Path) -> dict[str, Box]:
    """The place of each text by its field's name, from the page's upper left corner."""
    with pikepdf.open(file) as pdf:
        form: Any = pdf.Root.AcroForm
        height = float(pdf.pages[0].mediabox[3])
        texts = [field for field in form.Fields if field.FT == "/Tx"]
        return {str(f.T): _box([float(x) for x in f.Rect], height) for f in texts}


def _box(rect: list[float], height: float) -> Box:
    left, low, right, high = rect
    return left, height - high, right, height - low


def seen(file: Path) -> list[tuple[str, Box]]:
    """The answers that poppler shows on the page, each with its place."""
    found = _WORD.findall(poppler("pdftotext", "-bbox", file, "-"))
    return [(word, (float(a), float(b), float(c), float(d))) for a, b, c, d, word in found]


def inside(word: Box, box: Box) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


@pytest.fixture(scope="module")
def answers(empty: Path) -> dict[str, str]:
    """A text of its own for every field."""
    return {name: f"Ä{number}" for number, name in enumerate(boxes(empty))}


@pytest.fixture(scope="module", params=FILLERS)
def filled(
    request: pytest.FixtureRequest,
    empty: Path,
    answers: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The sheet, filled in by one of the programs."""
    path = tmp_path_factory.mktemp("filled") / "filled.pdf"
    FILLERS[request.param](empty, answers, path)
    return path


def test_each_answer_shows_in_its_own_field(
    empty: Path, answers: dict[str, str], filled: Path
) -> None:
    places, words = boxes(empty), seen(filled)
    assert sorted(word for word, _ in words) == sorted(answers.values())
    assert all(inside(dict(words)[text], places[name]) for name, text in answers.items())


def test_what_is_filled_in_is_kept_under_its_name(answers: dict[str, str], filled: Path) -> None:
    with pikepdf.open(filled) as pdf:
        form: Any = pdf.Root.AcroForm
        kept = {str(f.T): str(f.V) for f in form.Fields if f.FT == "/Tx" and "/V" in f}
    assert kept == answers


def test_no_stream_is_empty(empty: Path) -> None:
    with pikepdf.open(empty) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert streams
        assert all(len(stream.read_raw_bytes()) for stream in streams)
