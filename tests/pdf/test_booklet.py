"""The whole toolkit as one PDF: contents, page numbers, bookmarks, each tool and its sheet."""

import io
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import word_sheets
from pdf_reading import fields, forms, owners, poppler, tags
from pdfua import validate

from mentoring_tools.pdf import binding, booklet, render, sheet_html
from mentoring_tools.pdf.booklet import Chapter, Part
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))
TEXT = "<p>Why.</p><h4>Steps</h4><ol><li>Do</li></ol>{}"
SHEETS = (
    (word_sheets.lifeline, "portrait"), (word_sheets.rating, "portrait"),
    (word_sheets.wide, "landscape"),
)  # fmt: skip
LINKS = '<p><a href="#rating">The rating</a> <a href="https://mentoring.example/">the site</a></p>'


def parts() -> list[Part]:
    instructions = dict.fromkeys(("fi", "en"), TEXT.format(LINKS))
    chapters = [
        Chapter(sheet("fi").slug, word_sheets.facts(paper), instructions)
        for sheet, paper in SHEETS
    ]  # fmt: skip
    start = Part(1, {"fi": "Aloitusvaihe", "en": "Start"}, {"fi": "Alku.", "en": "A start."},
                 tuple(chapters[:1]))  # fmt: skip
    work = Part(2, {"fi": "Työskentely", "en": "Work"}, {"fi": "Työ.", "en": "Work."},
                tuple(chapters[1:]))  # fmt: skip
    return [start, work]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The finished sheets by their tools."""
    folder, imprint = tmp_path_factory.mktemp("sheets"), Imprint("", "")
    found = {}
    for sheet, paper in SHEETS:
        twins = [sheet("fi"), sheet("en")]
        html = sheet_html.sheet(twins, word_sheets.facts(paper), WORDS, imprint, PRINT)
        path = found[twins[0].slug] = folder / f"{twins[0].slug}.pdf"
        path.write_bytes(render.sheet(html, twins, PRINT, path.name))
    return found


def made(sheets: dict[str, Path]) -> bytes:
    imprint = Imprint("https://mentoring.example/", "The publisher")
    leaves = {name: binding.leaves(path) for name, path in sheets.items()}
    html = booklet.booklet(parts(), ("fi", "en"), WORDS, imprint, PRINT, leaves)
    return render.booklet(html, sheets, PRINT, "fi-en/toolkit.pdf")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, sheets: dict[str, Path]) -> Path:
    path = tmp_path_factory.mktemp("booklet") / "toolkit.pdf"
    path.write_bytes(made(sheets))
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
    assert list(fields(opened)) == [c.key for sheet, _ in SHEETS for c in sheet("fi").controls]
    known, found = owners(opened), forms(opened)
    assert all(known[int(box.StructParent)].objgen == tag.objgen for tag, box in found)
    notes = [note for page in opened.pages for note in page.obj.get("/Annots", ())]
    on_pages = [note.objgen for note in notes if note.Subtype == pikepdf.Name.Widget]
    assert [box.objgen for _, box in found] == on_pages


def test_a_sheet_looks_as_it_does_alone(
    opened: pikepdf.Pdf, file: Path, sheets: dict[str, Path], tmp_path: Path
) -> None:
    for name, path in sheets.items():
        with pikepdf.open(path) as alone:
            field = next(iter(fields(alone).values()))
            first = next(n for n, page in enumerate(opened.pages, 1) if _holds(page, field))
        seen = [_above_foot(one, number, tmp_path) for one, number in ((path, 1), (file, first))]
        assert seen[0] == seen[1], name


def _holds(page: pikepdf.Page, field: Any) -> bool:
    notes: Any = page.obj.get("/Annots", [])
    return any(note.get("/Parent", note).get("/T") == field.T for note in notes)


def _above_foot(file: Path, page: int, folder: Path) -> bytes:
    """What a page shows, as grey dots, without the two centimetres at its foot."""
    poppler("pdftoppm", "-r", "40", "-gray", "-singlefile", "-f", str(page), file, folder / "page")
    head, content = (folder / "page.pgm").read_bytes().split(b"\n255\n", 1)
    width, height = map(int, head.split()[1:])
    return content[: width * (height - 30)]


def test_the_same_sheets_give_the_same_bytes(file: Path, sheets: dict[str, Path]) -> None:
    assert made(sheets) == file.read_bytes()


def test_one_title_and_no_level_of_headings_left_out(opened: pikepdf.Pdf) -> None:
    levels = [int(str(tag.S)[2:]) for tag in tags(opened) if str(tag.S)[:2] == "/H"]
    assert Counter(levels)[1] == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    # The contents and two phases; two phases in the contents, three tools in two languages and
    # their sheets.
    assert (Counter(levels)[2], Counter(levels)[3]) == (3, 2 + 3 * 3)


def test_tags_stand_in_the_order_of_the_pages(opened: pikepdf.Pdf) -> None:
    order = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
    parts: Any = opened.Root.StructTreeRoot.K[0].K
    numbers = [order[part.Pg.objgen] for part in parts]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers), "each part begins on a page of its own"


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
