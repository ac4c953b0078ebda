"""The whole toolkit as one PDF: contents, page numbers, bookmarks, each tool and its sheet."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import word_sheets
from pdf_reading import fields, poppler, tags
from pdfua import validate

from mentoring_tools.pdf import booklet, render
from mentoring_tools.pdf.booklet import Chapter, Part
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))
TEXT = "<p>Why.</p><h2>Steps</h2><ol><li>Do</li></ol>{}"
LINKS = '<p><a href="#rating">The rating</a> <a href="https://mentoring.example/">the site</a></p>'


def parts() -> list[Part]:
    instructions = dict.fromkeys(("fi", "en"), TEXT.format(LINKS))
    chapters = [
        Chapter(
            (sheet("fi"), sheet("en")), word_sheets.facts(paper), instructions
        )
        for sheet, paper in (
            (word_sheets.lifeline, "portrait"),
            (word_sheets.rating, "portrait"),
            (word_sheets.wide, "landscape"),
        )
    ]  # fmt: skip
    start = Part(1, {"fi": "Aloitusvaihe", "en": "Start"}, {"fi": "Alku.", "en": "A start."},
                 tuple(chapters[:1]))  # fmt: skip
    work = Part(2, {"fi": "Työskentely", "en": "Work"}, {"fi": "Työ.", "en": "Work."},
                tuple(chapters[1:]))  # fmt: skip
    return [start, work]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    imprint = Imprint("https://mentoring.example/", "The publisher")
    html = booklet.booklet(parts(), ("fi", "en"), WORDS, imprint, PRINT)
    sheets = [chapter.worksheets for part in parts() for chapter in part.chapters]
    path = tmp_path_factory.mktemp("booklet") / "toolkit.pdf"
    path.write_bytes(render.sheets(html, sheets, PRINT, "fi-en/toolkit.pdf"))
    return path


@pytest.fixture(scope="module")
def opened(file: Path) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file.read_bytes()))


def pages(file: Path) -> list[str]:
    return poppler("pdftotext", "-layout", file, "-").split("\f")


def test_contents_tell_the_page_of_each_tool(file: Path) -> None:
    _, contents, *_ = read = pages(file)
    lines = [line for line in contents.splitlines() if "Lifeline" in line]
    for line in lines:
        page = read[int(line.split()[-1]) - 1]
        assert "Elämänviiva" in page
        assert "Why." in page
    assert len(lines) == 3


def test_every_page_but_the_cover_has_its_number(file: Path) -> None:
    cover, *others = [page for page in pages(file) if page.strip()]
    assert "Sivu" not in cover
    for number, page in enumerate(others, 2):
        assert f"{number} / {len(others) + 1}" in page


def test_bookmarks_follow_phases_and_tools(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        found = {str(top.title): len(top.children) for top in outline.root}
    assert [title.split()[0] for title in found] == ["Aloitusvaihe", "Työskentely"]
    assert list(found.values()) == [1, 2]


def test_every_sheet_s_fields_are_there_once(opened: pikepdf.Pdf) -> None:
    made = (word_sheets.lifeline, word_sheets.rating, word_sheets.wide)
    assert list(fields(opened)) == [c.key for sheet in made for c in sheet("fi").controls]


def test_each_line_of_the_contents_is_one_link_without_dots(opened: pikepdf.Pdf) -> None:
    notes: list[Any] = list(opened.pages[1].obj.Annots)
    assert [str(note.Contents) for note in notes] == [
        "1. Aloitusvaihe Start", "Elämänviiva Lifeline",
        "2. Työskentely Work", "Elämänviiva Lifeline", "Elämänviiva Lifeline",
    ]  # fmt: skip
    assert all(note.Rect[2] - note.Rect[0] > 500 for note in notes), "as wide as the page"


def test_contents_are_read_without_their_dots(file: Path) -> None:
    assert ". ." not in pages(file)[1]


def test_links_are_named_after_their_words_and_lead_somewhere(opened: pikepdf.Pdf) -> None:
    notes: list[Any] = [n for page in opened.pages for n in page.obj.get("/Annots", [])]
    links = [note for note in notes if note.Subtype == pikepdf.Name.Link]
    names = {str(link.Contents) for link in links}
    assert {"The rating", "the site"} <= names
    dests: Any = opened.Root.Names.Dests.Names
    known = {str(name) for name in list(dests)[::2]}
    assert {str(link.Dest) for link in links if "/Dest" in link} <= known


def test_instructions_of_each_language_are_tagged(opened: pikepdf.Pdf) -> None:
    sections = [tag for tag in tags(opened) if pikepdf.Name.Sect == tag.S and "/Lang" in tag]
    assert {str(tag.Lang) for tag in sections} == {"fi", "en"}


def test_wide_sheets_lie_on_their_side(opened: pikepdf.Pdf) -> None:
    shapes = {round(float(page.mediabox[2])) for page in opened.pages}
    assert shapes == {595, 842}


def test_the_file_is_sound(file: Path) -> None:
    assert not validate(str(file)).findings
    poppler("qpdf", "--check", file)
    poppler("pdftoppm", "-r", "20", "-png", file, file.with_suffix(""))
