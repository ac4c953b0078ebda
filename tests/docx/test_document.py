"""The Word files: read by python-docx, printed by LibreOffice, and right where Word is picky."""

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import codes
import docx
import pytest
import word_reading as reading
import word_sheets as sheets
from cases import replace as replace_in
from lxml import etree
from PIL import Image, ImageOps
from spoken_messages import left_in_english
from word_sheets import COMBINATIONS, LOOK, MAKERS, WORDS, made

from mentoring_tools.docx import content_controls, document
from mentoring_tools.docx import styles as word_styles
from mentoring_tools.docx.xml import NAMESPACES
from mentoring_tools.problems import Stop
from mentoring_tools.worksheet.facts import Imprint
from mentoring_tools.worksheet.model import Drawing, Field, Worksheet

PROJECT = Path(__file__).resolve().parents[2]
LOCALES = {"fi": "fi-FI", "en": "en-GB"}

#: What a prompt shows behind its words: room for a hand.
LINES = {"WritingLine", "FirstLine", "NextLine", "ChoiceLine"}


@pytest.fixture(params=[(n, c) for n in MAKERS for c in COMBINATIONS], ids=str)
def case(request: pytest.FixtureRequest) -> tuple[Worksheet, tuple[str, ...], bytes]:
    """A sheet in its first language, the file's languages, and the file."""
    name, languages = request.param
    return MAKERS[name](languages[0]), languages, made(name, languages)


Case = tuple[Worksheet, tuple[str, ...], bytes]


def test_every_question_has_one_control_with_its_tag_and_title(case: Case) -> None:
    sheet, _, file = case
    found = reading.controls(reading.part(file))
    assert list(found) == [control.key for control in sheet.controls]
    for control in sheet.controls:
        title = reading.value(found[control.key], "w:sdtPr/w:alias/@w:val")
        assert title == content_controls.title(control.question)
        assert 0 < len(title) <= 64


def test_every_control_is_of_its_kind(case: Case) -> None:
    sheet, _, file = case
    found = reading.controls(reading.part(file))
    kinds = {"choice": "dropDownList", "tick": "checkbox"}
    for control in sheet.controls:
        text = "text" if control.column else "richText"
        expected = "date" if control.leaf.kind == "date" else kinds.get(control.kind, text)
        assert reading.kind(found[control.key]) == expected
        several = reading.value(found[control.key], "w:sdtPr/w:text/@w:multiLine")
        assert several == ("1" if control.leaf.kind == "long" and control.column else "")


def test_a_choice_offers_its_options_by_their_ids(case: Case) -> None:
    sheet, _, file = case
    found = reading.controls(reading.part(file))
    for control in sheet.controls:
        values = reading.found(found[control.key], ".//w:listItem[@w:displayText]/@w:value")
        assert values == [option.id for option in control.options]
        shown = reading.found(found[control.key], ".//w:listItem/@w:displayText")
        assert len(set(shown)) == len(shown)


def test_controls_stand_in_a_paragraph_and_have_each_a_number(case: Case) -> None:
    root = reading.part(case[2])
    assert {sdt.getparent().tag for sdt in reading.found(root, "//w:sdt")} == {f"{reading.W}p"}
    numbers = reading.found(root, "//w:sdtPr/w:id/@w:val")
    assert len(set(numbers)) == len(numbers) == len(case[0].controls)


def test_an_empty_control_shows_its_placeholder_in_one_style(case: Case) -> None:
    for sdt in reading.found(reading.part(case[2]), "//w:sdt"):
        if reading.kind(sdt) != "checkbox":
            assert reading.found(sdt, "w:sdtPr/w:showingPlcHdr")
            styles = reading.found(sdt, "w:sdtContent//w:rStyle/@w:val")
            assert set(styles) - LINES == {"PlaceholderText"}


def test_a_deleted_answer_brings_back_what_the_empty_control_shows(case: Case) -> None:
    glossary = reading.part(case[2], "word/glossary/document.xml")
    prompts = {
        reading.value(part, "w:docPartPr/w:name/@w:val"): runs_of(part, "w:docPartBody/w:p/w:r")
        for part in reading.found(glossary, "//w:docPart")
    }
    assert len(set(map(tuple, prompts.values()))) == len(prompts)
    for sdt in reading.found(reading.part(case[2]), "//w:sdt[w:sdtPr/w:showingPlcHdr]"):
        name = reading.value(sdt, "w:sdtPr/w:placeholder/w:docPart/@w:val")
        assert prompts[name] == runs_of(sdt, "w:sdtContent/w:r")


def runs_of(node: Any, path: str) -> list[bytes]:
    return [etree.tostring(run, method="c14n", exclusive=True) for run in reading.found(node, path)]


def test_writing_lines_go_with_the_prompt_when_somebody_types(case: Case) -> None:
    root = reading.part(case[2])
    lines = reading.found(root, "//w:r[w:rPr/w:rStyle/@w:val='WritingLine']")
    assert all(line.getparent().tag == f"{reading.W}sdtContent" for line in lines)
    long = [c for c in case[0].controls if c.leaf.kind == "long" and not c.column]
    for control in long:
        sdt = reading.controls(root)[control.key]
        assert len(reading.found(sdt, "w:sdtContent/w:r/w:tab")) == control.leaf.lines
        assert sdt.getnext() is None


def test_a_choice_can_be_taken_back() -> None:
    found = reading.controls(reading.part(made("lifeline", ["fi", "en"])))
    items = reading.found(found["lifeline-span"], ".//w:listItem[not(@w:displayText)]/@w:value")
    assert items == ["ei valintaa / no choice"]


def test_rows_without_words_have_numbers_and_may_stand_on_two_pages() -> None:
    root = reading.part(made("lifeline", ["fi"]))
    table = reading.found(root, "//w:tbl[w:tblPr/w:tblStyle/@w:val='SheetTable']")[0]
    first = reading.found(table, "w:tr/w:tc[1]/w:p")
    numbers = [f"{number}." for number in range(1, 7)]
    assert [reading.words(paragraph) for paragraph in first] == ["", *numbers]
    styles = [reading.value(paragraph, "w:pPr/w:pStyle/@w:val") for paragraph in first[1:]]
    assert set(styles) == {"CellNumber"}


def test_a_date_is_written_as_its_language_writes_it() -> None:
    for language, form in (("fi", "d.M.yyyy"), ("en", "d MMMM yyyy")):
        dates = reading.found(reading.part(made("lifeline", [language])), "//w:date")
        assert [reading.value(date, "w:dateFormat/@w:val") for date in dates] == [form]
        assert [reading.value(date, "w:lid/@w:val") for date in dates] == [LOCALES[language]]


def test_every_word_says_its_language(case: Case) -> None:
    _, languages, file = case
    for name in ("word/document.xml", "word/footer.xml"):
        spoken = {language for language, _ in reading.runs(reading.part(file, name))}
        assert spoken <= {LOCALES[code] for code in languages}
    everything = list(reading.runs(reading.part(file)))
    for code in languages:
        said = " ".join(text for language, text in everything if language == LOCALES[code])
        assert sheets.facts().title[code] in said


def test_an_answer_in_another_language_is_marked_so() -> None:
    found = reading.controls(reading.part(made("lifeline", ["fi"])))
    language = reading.value(found["lifeline-pitch"], "w:sdtPr/w:rPr/w:lang/@w:val")
    assert language == "en-GB"
    assert reading.value(found["lifeline-whose"], "w:sdtPr/w:rPr/w:lang/@w:val") == "fi-FI"


def test_python_docx_reads_headings_tables_and_properties(case: Case) -> None:
    sheet, languages, file = case
    read = docx.Document(io.BytesIO(file))
    headings = [
        (p.style.name, p.text) for p in read.paragraphs if p.style and "ead" in p.style.name
    ]
    title = " / ".join(sheets.facts().title[code] for code in languages)
    assert headings[0] == ("Heading 1", title)
    assert [name for name, _ in headings[1:]] == ["Heading 2"] * sum(
        bool(part.title) for part in sheet.sections
    )
    assert read.core_properties.title == title
    assert read.core_properties.author.startswith(sheets.facts().site[languages[0]])
    assert read.core_properties.language == ", ".join(LOCALES[code] for code in languages)


def test_every_table_has_a_head_that_repeats_and_says_what_it_holds(case: Case) -> None:
    root = reading.part(case[2])
    for table in reading.found(root, "//w:tbl"):
        assert reading.found(table, "w:tr[1]/w:trPr/w:tblHeader")
        assert reading.value(table, "w:tblPr/w:tblCaption/@w:val")
        assert reading.value(table, "w:tblPr/w:tblDescription/@w:val")
        assert all(cell.tag.endswith("}p") for cell in reading.found(table, "w:tr/w:tc/*[last()]"))
    grids = reading.found(root, "//w:tbl[w:tblPr/w:tblStyle/@w:val='SheetTable']")
    for height in (h for grid in grids for h in reading.found(grid, ".//w:trHeight")):
        assert int(height.get(f"{reading.W}val")) >= 9 / 25.4 * 1440 - 1
        assert height.get(f"{reading.W}hRule") == "atLeast"


def test_tables_are_no_wider_than_the_text(case: Case) -> None:
    _, languages, _ = case
    for paper, width in (("portrait", 180), ("landscape", 267)):
        root = reading.part(made("wide", languages, paper))
        for table in reading.found(root, "//w:tbl"):
            columns = [int(w) for w in reading.found(table, "w:tblGrid/w:gridCol/@w:w")]
            assert sum(columns) <= width / 25.4 * 1440 + len(columns)
            assert min(columns[1:]) >= 12 / 25.4 * 1440


def test_a_drawing_area_has_its_height_and_words_for_who_does_not_see_it() -> None:
    root = reading.part(made("lifeline", ["fi", "en"]))
    frame = reading.found(root, "//wp:inline")[0]
    assert reading.value(frame, "wp:extent/@cy") == str(40 * 36000)
    assert reading.value(frame, "wp:docPr/@descr").endswith("Piirrä viiva / Draw the line")


def test_a_phone_finds_the_page_from_paper(case: Case) -> None:
    _, _, file = case
    text = reading.part(file)
    places = text.xpath("//wp:anchor[wp:docPr/@name='code']", namespaces=NAMESPACES)
    assert len(places) == 1
    about = places[0].xpath("string(wp:docPr/@descr)", namespaces=NAMESPACES)
    assert about.endswith(f": {sheets.ADDRESS}")
    assert codes.read(with_edge(reading.raw(file, "word/code.png"))) == [sheets.ADDRESS]


def with_edge(picture: bytes) -> Image.Image:
    """A picture on white paper."""
    with Image.open(io.BytesIO(picture)) as drawn:
        return ImageOps.expand(drawn.convert("L"), 40, 255)


def test_an_address_that_nobody_reaches_has_no_code() -> None:
    imprint = Imprint("http://127.0.0.1:8000/tools/lifeline/", "")
    file = document.document([sheets.lifeline("fi")], sheets.facts(), WORDS, imprint, LOOK)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert "word/code.png" not in archive.namelist()


def test_a_frame_holds_what_is_to_be_drawn_in_it() -> None:
    file = made("lifeline", ["fi"])
    assert reading.found(reading.part(file), "//wp:inline//a:blip/@r:embed") == ["dot"]
    empty = darkest_and_size(reading.raw(file, "word/dot.png"))
    assert empty == (255, (1, 1))
    darkest, (width, height) = darkest_and_size(drawn("fi", "line"))
    assert darkest < 200
    assert width / height == pytest.approx(180 / 40, rel=0.01)
    assert drawn("fi", "line") == drawn("fi", "line")


def test_a_table_that_is_drawn_on_the_page_alone_has_a_hidden_place(tmp_path: Path) -> None:
    """A browser puts the drawing there, into the picture that is called as the table."""
    (tmp_path / "bars.docx").write_bytes(of_drawn("fi", "bars"))
    assert reading.picture_in(tmp_path / "bars.docx", "lifeline-events").hidden
    (tmp_path / "line.docx").write_bytes(of_drawn("fi", "line"))
    assert not reading.picture_in(tmp_path / "line.docx", "lifeline-events").hidden


def drawn(language: str, draws: Drawing) -> bytes:
    """The picture in the frame of a sheet whose table is drawn."""
    file = of_drawn(language, draws)
    assert reading.found(reading.part(file), "//a:blip/@r:embed") == ["drawing-line"]
    return reading.raw(file, "word/drawing-line.png")


def of_drawn(language: str, draws: Drawing) -> bytes:
    """The file of a sheet whose table is drawn."""
    sheet = sheets.lifeline(language)
    items = [
        replace(item, draws=draws) if isinstance(item, Field) and item.kind == "grid" else item
        for item in sheet.sections[0].items
    ]
    twins = [sheets.sheet("lifeline", language, items)]
    return document.document(twins, sheets.facts(), WORDS, Imprint("", ""), LOOK)


def darkest_and_size(picture: bytes) -> tuple[int, tuple[int, int]]:
    with Image.open(io.BytesIO(picture)) as image:
        return min(image.convert("L").tobytes()), image.size


def test_the_second_persons_part_is_not_torn_apart(case: Case) -> None:
    root = reading.part(made("rating", case[1]))
    paragraphs = reading.found(root, "//w:body//w:p")
    start = next(n for n, p in enumerate(paragraphs) if "Mentor" in reading.words(p)[:12])
    kept = [bool(reading.found(p, "w:pPr/w:keepNext")) for p in paragraphs]
    last = reading.found(root, "//w:body/w:tbl[last()]/following-sibling::w:p")
    assert all(kept[start : len(paragraphs) - len(last)])
    assert not kept[-1]


def test_the_same_sheet_gives_the_same_bytes(case: Case) -> None:
    sheet, languages, file = case
    assert made(sheet.slug, languages) == file


def test_the_browser_finds_the_text_without_inflating_it(case: Case) -> None:
    with zipfile.ZipFile(io.BytesIO(case[2])) as archive:
        assert archive.getinfo("word/document.xml").compress_type == zipfile.ZIP_STORED
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert len(case[2]) < 100_000


def test_what_word_cannot_hold_is_left_out() -> None:
    note = Field("a", "text", "Pää\u00adte <b>&\x0c ”x”")
    file = document.document(
        [sheets.sheet("s", "fi", [note])], sheets.facts(), WORDS, Imprint("", ""), LOOK
    )
    assert "Pääte <b>& ”x”" in reading.words(reading.part(file))
    assert reading.value(reading.part(file), "//w:alias/@w:val") == "Pääte <b>& ”x”"


def test_a_long_question_is_cut_for_the_title() -> None:
    assert content_controls.title("Miksi? " * 20) == ("Miksi? " * 9).rstrip() + "…"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("font: Calibri", "font: Calibri\ncolour: red", "8: the key “colour” is unknown"),
        ("first_line: 7.5", "first_lin: 7.5", "10: the key “first_lin” is unknown"),
        ("{top: 12,", "{top: wide,", "8: margins.top: wide"),
        ("font: Calibri", "font: &a Calibri", "7: “&a” is read as a reference"),
        ("font: Calibri", "font: [", "7: the look of Word files cannot be read from here on"),
    ],
)
def test_a_wrong_setting_of_the_look_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = tmp_path / "word.yml"
    shutil.copy(PROJECT / "downloads/print/word.yml", file)
    replace_in(file, old, new)
    with pytest.raises(Stop) as stop:
        word_styles.read(file)
    assert f"downloads/print/word.yml:{told}" in str(stop.value)
    assert not [x for one in stop.value.problems for x in left_in_english(one, "fi")]
