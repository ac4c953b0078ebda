"""Sheets as PDF: every field named, tagged and drawn, in reading order; the file sound, small."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import codes
import pikepdf
import pypdfium2
import pytest
import word_sheets
from pdf_reading import boxes, fields, forms, owners, poppler, tags, words
from pdfua import validate
from pikepdf import Name

from mentoring_tools.pdf import render, sheet_html
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Imprint
from mentoring_tools.worksheet.model import Field, Section, Worksheet

PRINT = Path(__file__).resolve().parents[2] / "downloads" / "print"
WORDS, _ = strings.load(("fi", "en"))
SHEETS: dict[str, Callable[[str], Worksheet]] = {
    "lifeline": word_sheets.lifeline,
    "rating": word_sheets.rating,
    "wide": word_sheets.wide,
}
LANGUAGES = [("fi",), ("en",), ("fi", "en")]


def twins(name: str, languages: tuple[str, ...]) -> list[Worksheet]:
    return [SHEETS[name](language) for language in languages]


def html(name: str, languages: tuple[str, ...]) -> str:
    facts = word_sheets.facts("landscape" if name == "wide" else "portrait")
    imprint = Imprint(word_sheets.ADDRESS, "The publisher", coded=True)
    return sheet_html.sheet(twins(name, languages), facts, WORDS, imprint, PRINT)


@cache
def made(name: str, languages: tuple[str, ...]) -> bytes:
    return render.sheet(html(name, languages), twins(name, languages), PRINT, f"{name}.pdf")


@pytest.fixture(params=SHEETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=LANGUAGES, ids="-".join)
def languages(request: pytest.FixtureRequest) -> tuple[str, ...]:
    chosen: tuple[str, ...] = request.param
    return chosen


@pytest.fixture
def file(name: str, languages: tuple[str, ...], tmp_path: Path) -> Path:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(made(name, languages))
    return path


@pytest.fixture
def opened(name: str, languages: tuple[str, ...]) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made(name, languages)))


def test_what_is_signed_shows_no_minutes_and_can_be_cut_from_what_follows() -> None:
    name, sign = Field("name", "text", "Nimi"), Field("sign", "signature", "Allekirjoitus")
    parts = tuple(Section(f.id, f.label, 1, (f,)) for f in (name, sign, replace(name, id="to")))
    card = Worksheet("card", "fi", "Kortti", 1, parts)
    text = sheet_html.sheet([card], word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
    assert text.count("<section") == 3
    assert text.index('name="card-sign"') < text.index('<section class="cut">')
    assert 'class="time"' not in text
    assert 'class="time"' in html("lifeline", ("fi",))


def test_what_is_signed_and_cut_off_has_a_frame_and_so_has_a_certificate() -> None:
    sign, card = Field("sign", "signature", "Signature"), Field("to", "text", "To")
    parts = tuple(Section(f.id, f.label, 1, (f,)) for f in (sign, card))
    alone = replace(parts[0], id="certificate")
    for sections, framed in ((parts, 1), (parts[:1], 0), ((alone,), 1)):
        sheet = Worksheet("card", "en", "Card", 1, sections)
        text = sheet_html.sheet([sheet], word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
        assert text.count('<section class="framed">') == framed


def test_every_control_is_a_field_in_the_same_order(
    opened: pikepdf.Pdf, name: str, languages: tuple[str, ...]
) -> None:
    assert list(fields(opened)) == [c.key for c in SHEETS[name](languages[0]).controls]


def test_a_field_is_read_aloud_as_the_whole_question(
    opened: pikepdf.Pdf, name: str, languages: tuple[str, ...]
) -> None:
    found = fields(opened)
    for controls in zip(*(sheet.controls for sheet in twins(name, languages)), strict=True):
        said = list(dict.fromkeys(control.question for control in controls))
        assert str(found[controls[0].key].TU) == " / ".join(said)


def test_a_choice_is_read_aloud_with_its_question(
    opened: pikepdf.Pdf, name: str, languages: tuple[str, ...]
) -> None:
    found, first = fields(opened), SHEETS[name](languages[0])
    for control in (c for c in first.controls if c.kind == "choice"):
        for box, option in zip(boxes(found[control.key]), control.options, strict=True):
            said = str(box.TU)
            assert said.startswith(control.question)
            # A number is said once, after its question in every language.
            assert f"{control.question}: {option.label}" in said or said.endswith(
                f": {option.label}"
            )


def test_a_group_is_one_field_whose_values_are_the_ids(
    opened: pikepdf.Pdf, name: str, languages: tuple[str, ...]
) -> None:
    for control in SHEETS[name](languages[0]).controls:
        field = fields(opened)[control.key]
        if control.kind == "choice":
            assert (field.FT, int(field.Ff), field.V) == (Name.Btn, 1 << 15, Name.Off)
            assert all("/T" not in kid and "/FT" not in kid for kid in field.Kids)
            states = [set(kid.AP.N.keys()) - {"/Off"} for kid in field.Kids]
            assert states == [{f"/{option.id}"} for option in control.options]
        elif control.kind == "tick":
            assert (str(field.FT), str(field.V)) == ("/Btn", "/Off")
            assert set(field.AP.N.keys()) == {"/Yes", "/Off"}
        else:
            assert str(field.FT) == "/Tx"


def test_what_is_several_lines_on_the_page_is_so_on_paper(opened: pikepdf.Pdf, name: str) -> None:
    for control in SHEETS[name]("fi").controls:
        if control.kind == "text":
            lines = bool(int(fields(opened)[control.key].get("/Ff", 0)) & 1 << 12)
            alone = not control.leaf.half and not control.option
            assert lines == (control.leaf.kind == "long" or (control.leaf.kind == "text" and alone))


def test_every_box_is_drawn_printed_and_inside_its_page(opened: pikepdf.Pdf) -> None:
    for field in fields(opened).values():
        for box in boxes(field):
            assert box.AP.N is not None
            assert int(box.F) == 1 << 2
            x1, y1, x2, y2 = map(float, box.Rect)
            left, bottom, right, top = map(float, opened.pages[0].mediabox)
            assert left < x1 < x2 < right
            assert bottom < y1 < y2 < top


def test_no_viewer_has_to_draw_anything(opened: pikepdf.Pdf) -> None:
    form: Any = opened.Root.AcroForm
    assert form.NeedAppearances is False
    for field in fields(opened).values():
        if str(field.FT) == "/Tx":
            assert str(field.DA).split()[0] in form.DR.Font
            assert field.AP.N.read_bytes() == b"/Tx BMC EMC"
            assert "/MaxLen" not in field
            assert "/AA" not in field


def test_every_box_has_its_tag_and_every_tag_its_box(opened: pikepdf.Pdf) -> None:
    known, found = owners(opened), forms(opened)
    everything = [box for field in fields(opened).values() for box in boxes(field)]
    assert len(found) == len(everything)
    for tag, box in found:
        assert known[int(box.StructParent)].objgen == tag.objgen


def test_tab_key_tags_and_fields_go_the_same_way(opened: pikepdf.Pdf) -> None:
    by_field = [box.objgen for field in fields(opened).values() for box in boxes(field)]
    by_page = [note.objgen for page in opened.pages for note in page.obj.get("/Annots", [])]
    by_tag = [box.objgen for _, box in forms(opened)]
    # A choice with a line has its line after it, before the next choice: only fields tell it apart.
    assert by_page == by_tag
    assert sorted(by_field) == sorted(by_tag)
    assert all(page.obj.Tabs == Name.S for page in opened.pages)


def test_each_language_is_tagged(opened: pikepdf.Pdf, languages: tuple[str, ...]) -> None:
    assert str(opened.Root.Lang) == languages[0]
    tagged = {str(tag.Lang) for tag in tags(opened) if "/Lang" in tag}
    assert tagged >= set(languages[1:])


def test_an_answer_in_another_language_is_tagged() -> None:
    with pikepdf.open(io.BytesIO(made("lifeline", ("fi",)))) as opened:
        said = {str(box.T): tag.get("/Lang") for tag, box in forms(opened) if "/T" in box}
    assert str(said.pop("lifeline-pitch")) == "en"
    assert not any(said.values())


def test_headings_begin_at_one_and_skip_no_level(opened: pikepdf.Pdf) -> None:
    levels = [int(str(tag.S)[2:]) for tag in tags(opened) if str(tag.S)[:2] == "/H"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_heading_and_no_paragraph_stands_in_itself(opened: pikepdf.Pdf) -> None:
    alone = {"/P", "/H1", "/H2", "/Caption", "/LI", "/Link"}
    assert not [tag.S for tag in tags(opened) if str(tag.S) in alone and tag.P.S == tag.S]


def test_a_list_holds_its_items_and_nothing_else(opened: pikepdf.Pdf) -> None:
    assert {str(tag.S) for tag in tags(opened) if tag.P.get("/S") == Name.L} <= {"/LI"}


def test_there_is_one_title(opened: pikepdf.Pdf) -> None:
    assert [str(tag.S) for tag in tags(opened)].count("/H1") == 1


def test_table_headings_say_what_they_head(opened: pikepdf.Pdf) -> None:
    scopes = [str(tag.A.Scope) for tag in tags(opened) if tag.S == Name.TH]
    assert set(scopes) == {"/Column", "/Row"}


def test_all_text_is_tagged_or_the_page_s_own(opened: pikepdf.Pdf) -> None:
    known = owners(opened)
    for page in opened.pages:
        content = page.obj.Contents.read_bytes()
        marked = [owner for owner in known[int(page.obj.StructParents)] if owner is not None]
        assert content.count(b"MCID") == len(marked)
        assert b"/Pagination" in content


def test_no_rule_of_pdf_ua_is_broken(file: Path) -> None:
    assert not validate(str(file)).findings


def test_poppler_and_qpdf_have_nothing_to_say(file: Path, name: str) -> None:
    poppler("qpdf", "--check", file)
    poppler("pdftoppm", "-r", "30", "-png", file, file.with_suffix(""))
    told = dict(line.split(":", 1) for line in poppler("pdfinfo", file).splitlines())
    title = told["Title"].strip()
    assert "Elämänviiva" in title or title == "Lifeline"
    assert told["Author"].strip() == "The publisher"
    assert (told["Tagged"].strip(), told["JavaScript"].strip()) == ("yes", "no")
    assert not {"CreationDate", "ModDate"} & set(told)
    assert ("841.89 x 595.276" in told["Page size"]) == (name == "wide")


def test_without_a_publisher_no_author_is_named() -> None:
    sheet = word_sheets.lifeline("en")
    text = sheet_html.sheet([sheet], word_sheets.facts(), WORDS, Imprint("", ""), PRINT)
    assert 'name="author"' not in text


def test_only_the_bundled_fonts_are_used(file: Path) -> None:
    rows = [line.split() for line in poppler("pdffonts", file).splitlines()[2:]]
    assert rows
    assert all("Mentoring-Sans" in row[0] and row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_every_word_of_the_sheet_is_on_paper(
    file: Path, name: str, languages: tuple[str, ...]
) -> None:
    text = words(file)
    for sheet in twins(name, languages):
        for field in sheet.fields:
            parts: list[Any] = [field, *field.options, *field.columns, *field.rows]
            assert all(word in text for part in parts for word in part.label.split())


@pytest.mark.parametrize("languages", LANGUAGES[:2], ids="-".join, indirect=True)
def test_a_usual_sheet_is_one_page(opened: pikepdf.Pdf, name: str) -> None:
    assert len(opened.pages) == 1, name


def test_a_phone_finds_the_page_from_paper(file: Path) -> None:
    """In print at 200 dots an inch; the foot says the same address in words."""
    with pypdfium2.PdfDocument(file) as opened:
        page = opened[0].render(scale=200 / 72, grayscale=True).to_pil()
    assert codes.read(page) == [word_sheets.ADDRESS]
    assert word_sheets.ADDRESS.removeprefix("https://").rstrip("/") in words(file)


def test_an_address_that_nobody_reaches_has_no_code() -> None:
    facts = word_sheets.facts()
    text = sheet_html.sheet(
        twins("lifeline", ("fi",)), facts, WORDS, Imprint("http://127.0.0.1:8000/", ""), PRINT
    )
    assert "data:image" not in text
    assert 'class="code' not in text


def test_a_sheet_is_small_and_open_to_additions(name: str, languages: tuple[str, ...]) -> None:
    file = made(name, languages)
    # The wide table is wider and longer than any: its 250 fields are more than a sheet has.
    assert len(file) <= (200_000 if name == "wide" else 150_000)
    assert b"/ObjStm" not in file
    assert b"\ntrailer " in file


def test_the_same_sheet_gives_the_same_bytes(name: str) -> None:
    again = render.sheet(html(name, ("fi", "en")), twins(name, ("fi", "en")), PRINT, "again.pdf")
    assert again == made(name, ("fi", "en"))


def test_what_is_filled_in_reads_back_by_name(opened: pikepdf.Pdf, tmp_path: Path) -> None:
    written = {}
    for key, field in fields(opened).items():
        if str(field.FT) == "/Tx":
            field.V = pikepdf.String(f"Vastaus – {key}")
        else:
            state = next(s for s in boxes(field)[-1].AP.N.keys() if s != "/Off")  # noqa: SIM118
            field.V = boxes(field)[-1].AS = Name(state)
        written[key] = str(field.V)
    opened.save(tmp_path / "filled.pdf")
    with pikepdf.open(tmp_path / "filled.pdf") as again:
        assert {key: str(field.V) for key, field in fields(again).items()} == written
    poppler("pdftoppm", "-r", "30", "-png", tmp_path / "filled.pdf", tmp_path / "filled")
