"""Slides as a presentation, opened again by LibreOffice and by python-pptx."""

import re
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from word_reading import printed, shown

from mentoring_tools.content.slides import Deck, Slide
from mentoring_tools.docx import picture
from mentoring_tools.downloads.tasks import Download, SlidesDeck
from mentoring_tools.pptx import presentation
from mentoring_tools.worksheet.facts import Logo

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10">'
    '<rect width="20" height="10" fill="#5a1a6b"/></svg>'
)
SLIDES = (
    Slide("Kuuntele ensin", ("Anna toisen puhua loppuun.", "Kysy lisää."), ("Kerro esimerkki.",)),
    Slide("Kysymyksiä?", ("Kysy aina.",)),
)
DECK = Deck(
    SLIDES, "Valmennus", "Mitä mentori tekee.", "Yhdistys · mentoring.example", "fi", "fi-FI",
    "Yhdistys", "#5a1a6b",
)  # fmt: skip


def test_it_says_what_the_slides_say_and_the_notes_hold_the_rest() -> None:
    opened = Presentation(BytesIO(presentation.bytes_of(DECK)))
    texts = [[shape.text_frame.text for shape in one.shapes] for one in opened.slides]
    assert texts == [
        ["Valmennus", "Mitä mentori tekee.", "Yhdistys · mentoring.example · 1"],
        ["Kuuntele ensin", "Anna toisen puhua loppuun.\nKysy lisää.",
         "Yhdistys · mentoring.example · 2"],
        ["Kysymyksiä?", "Kysy aina.", "Yhdistys · mentoring.example · 3"],
    ]  # fmt: skip
    assert [one.has_notes_slide for one in opened.slides] == [False, True, False]
    assert opened.slides[1].notes_slide.notes_text_frame.text == "Kerro esimerkki."
    title = opened.slides[1].shapes.title.text_frame.paragraphs[0].runs[0]
    assert str(title.font.color.rgb) == "5A1A6B"
    assert title.font._element.get("lang") == "fi-FI"
    band = opened.slide_master.shapes[0]
    assert str(band.fill.fore_color.rgb) == "5A1A6B"
    wide = opened.slide_width - opened.slide_layouts[1].placeholders[1].width
    assert 0 < wide < opened.slide_width / 5


def test_the_same_slides_make_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "docs/pictures").mkdir(parents=True)
    (tmp_path / "docs/pictures/logo.svg").write_text(LOGO, "utf-8")
    logo = Logo("pictures/logo.svg", 20, 10, "")
    deck = replace(DECK, logo=logo)
    task = SlidesDeck(Download("fi/one-slides.pptx", "one", ("fi",), "pptx"), deck)
    first, second = (task.make(tmp_path / "downloads/print", tmp_path) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as parts:
        assert [name for name in parts.namelist() if name.startswith("ppt/media/")]


def test_a_drawing_becomes_a_png(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO, "utf-8")
    assert picture.png_of(tmp_path / "logo.svg").startswith(b"\x89PNG")


@pytest.mark.office
def test_libreoffice_shows_each_slide(tmp_path: Path) -> None:
    printed(tmp_path, {"one": presentation.bytes_of(DECK)}, ending="pptx")
    pages = shown(tmp_path / "one.pdf").rstrip("\f\n").split("\f")
    assert [page.split("\n")[0].strip() for page in pages] == [
        "Valmennus", "Kuuntele ensin", "Kysymyksiä?",
    ]  # fmt: skip
    size = subprocess.run(
        ["pdfinfo", tmp_path / "one.pdf"], check=True, capture_output=True, text=True
    ).stdout
    assert re.search(r"Page size: +960(\.\d+)? x 540 pts", size)
