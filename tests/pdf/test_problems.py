"""What can go wrong in making a PDF is a problem that names what to do, never silence."""

import builtins
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from mentoring_tools.pdf import render
from mentoring_tools.problems import Stop

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
PAGE = '<html lang="{lang}"><title>T</title><body>{body}</body></html>'


def stopped(body: str, lang: str = "fi") -> Stop:
    with pytest.raises(Stop) as stop:
        render.sheet(PAGE.format(body=body, lang=lang), [], PRINT, "fi/tool.pdf")
    return stop.value


@pytest.mark.parametrize("letter", "日☃ب")
def test_a_letter_that_no_bundled_font_has(letter: str) -> None:
    problem = stopped(f"<h1>{letter} Ä</h1>").problems[0]
    assert (problem.file, problem.line) == ("fi/tool.pdf", 1)
    assert letter in problem.found
    assert "make.py" in problem.example


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<img src="marks/1.svg">', "alt"),
        ('<img alt="x" src="marks/none.svg">', "Failed to load image"),
        ('<p style="colour: red">x</p>', "colour"),
    ],
)
def test_a_complaint_of_the_layout_engine(body: str, said: str) -> None:
    assert said in stopped(body).problems[0].found


def test_a_document_without_its_language() -> None:
    assert "lang" in stopped("<h1>x</h1>", "").problems[0].found


def test_pango_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *arguments: Any, **words: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return usual(name, *arguments, **words)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Stop) as stop:
        render.engine()
    assert "Pango" in stop.value.problems[0].found
    assert "apt-get install" in stop.value.problems[0].example


def test_words_in_a_drawing_have_the_papers_own_letters(tmp_path: Path) -> None:
    drawing = tmp_path / "line.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60">'
        '<style>text { font-family: "DejaVu Serif" }</style><circle cx="30" cy="30" r="20"/>'
        '<text x="60" y="20" font-family="Arial">Äiti</text>'
        '<text x="60" y="50"><tspan style="font-family: monospace">ja</tspan> isä</text></svg>',
        "utf-8",
    )
    body = f'<h1>x</h1><p><img alt="Kaksi sanaa" src="{drawing.as_uri()}"></p>'
    made = render.sheet(PAGE.format(body=body, lang="fi"), [], PRINT, "fi/tool.pdf")
    with pikepdf.open(BytesIO(made)) as pdf:
        tags = [element for element in pdf.objects if isinstance(element, pikepdf.Dictionary)]
        assert [str(tag.Alt) for tag in tags if tag.get("/S") == "/Figure"] == ["Kaksi sanaa"]
