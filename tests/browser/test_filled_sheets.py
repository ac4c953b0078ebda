"""Every sheet, filled in on its page and taken along: every language, both formats, every answer.

The page fills the files in; pikepdf, qpdf, poppler, python-docx and LibreOffice read them.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from built import Site
from filled import ANSWER, answers_for, fields, in_pdf, in_word, take_all
from pdfua import validate
from playwright.sync_api import Browser, Download, Page
from word_reading import printed, squeezed, text_of
from word_reading import shown as shown_in

from mentoring_tools.project import load
from mentoring_tools.worksheet.model import Control

PROJECT = Path(__file__).resolve().parents[2]

FILES = """() => [...document.querySelectorAll("#mt-links a")].map(({href, download}) => ({
  path: href.split("/downloads/")[1],
  name: download,
}))"""


@dataclass(frozen=True)
class Taken:
    """A filled file, the empty one that it was made from, its name on the device, its answers."""

    file: Path
    empty: Path
    name: str
    controls: tuple[Control, ...]

    @property
    def answers(self) -> dict[str, str]:
        return answers_for(self.controls)

    @property
    def language(self) -> str:
        """The file's first language."""
        return self.empty.parent.name.split("-")[0]

    def written(self) -> dict[str, str]:
        """The answers, dates as the file's language writes them; all are fifths of March."""
        shown = {"fi": "5.3.{}", "en": "5 March {}"}[self.language]
        return self.answers | {
            control.key: shown.format(self.answers[control.key][:4])
            for control in self.controls
            if control.leaf.kind == "date"
        }

    def lines(self) -> set[str]:
        """The lines of answers that have several."""
        several = (answer for answer in self.answers.values() if "\n" in answer)
        return {line for answer in several for line in answer.split("\n")}

    def seen(self) -> set[str]:
        """What a reader must see of the answers: all texts and, where words are shown, choices."""
        words = {
            f"{control.key}={option.id}": option.label
            for control in self.controls
            for option in control.options
            if self.file.suffix == ".docx" and not control.leaf.scale
        }
        texts = {self.written()[control.key] for control in self.controls if control.kind == "text"}
        return texts | {words.get(f"{key}={answer}", "") for key, answer in self.answers.items()}


@pytest.fixture(scope="module")
def taken(
    site: Site, address: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Taken]:
    """Every file of every sheet's page, by its path in the downloads."""
    folder = tmp_path_factory.mktemp("taken")
    files: dict[str, Taken] = {}
    library = load(PROJECT).library
    with browser.new_context(service_workers="block") as context:
        tab = context.new_page()
        for language in library.languages:
            easy = library.easy_of(language.code)
            for page in (*library.with_sheets(language.code), *easy):
                assert page.worksheet
                tab.goto(f"{address}{language.prefix}{page.url}")
                tab.evaluate(ANSWER, answers_for(page.worksheet.controls))
                for path, download in take(tab, set(files)):
                    file = folder / path.replace("/", "-")
                    download.save_as(file)
                    files[path] = Taken(
                        file,
                        site.root / "downloads" / path,
                        download.suggested_filename,
                        page.worksheet.controls,
                    )
    return files


def take(tab: Page, had: set[str]) -> Iterator[tuple[str, Download]]:
    """Takes along every file that is not had yet; gives each with its path."""
    wanted = [file for file in tab.evaluate(FILES) if file["path"] not in had]
    taken = take_all(tab, [file["path"] for file in wanted])
    for file in wanted:
        stem, _, ending = file["name"].rpartition(".")
        named = re.compile(rf"{re.escape(stem)} \d{{4}}-\d\d-\d\d\.{ending}")
        yield file["path"], next(d for d in taken if named.fullmatch(d.suggested_filename))


@pytest.fixture(scope="module")
def pdfs(taken: Mapping[str, Taken]) -> dict[str, Taken]:
    return {path: one for path, one in taken.items() if path.endswith(".pdf")}


@pytest.fixture(scope="module")
def words(taken: Mapping[str, Taken]) -> dict[str, Taken]:
    return {path: one for path, one in taken.items() if path.endswith(".docx")}


def test_every_file_can_be_had_filled(site: Site, taken: Mapping[str, Taken]) -> None:
    folder = site.root / "downloads"
    files = {file.relative_to(folder).as_posix() for file in folder.glob("*/*")}
    others = re.compile(r".*/(toolkit|organisers|letterhead)\..*|.*-slides\..*")
    assert set(taken) == {path for path in files if not others.fullmatch(path)}


def test_pdfs_hold_every_answer(pdfs: Mapping[str, Taken]) -> None:
    for path, one in pdfs.items():
        assert in_pdf(one.file.read_bytes()) == one.written(), path


def test_word_files_hold_every_answer(words: Mapping[str, Taken]) -> None:
    for path, one in words.items():
        assert in_word(one.file.read_bytes()) == one.answers, path


def test_pdfs_are_sound_and_show_every_answer(pdfs: Mapping[str, Taken]) -> None:
    for path, one in pdfs.items():
        with pikepdf.open(one.file) as pdf:
            assert not pdf.check_pdf_syntax(), path  # As `qpdf --check` does.
        assert not run("pdftoppm", "-r", "20", "-gray", one.file, one.file.with_suffix("")), path
        text = text_of(one.file)
        assert not [said for said in one.seen() if squeezed(said) not in text], path


def run(*command: str | Path) -> str:
    """What a program complains of."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr


def test_pdfs_stay_accessible(pdfs: Mapping[str, Taken]) -> None:
    for path, one in pdfs.items():
        assert not validate(str(one.file)).findings, path


def test_a_filled_pdf_is_the_empty_one_and_an_appendix(pdfs: Mapping[str, Taken]) -> None:
    for path, one in pdfs.items():
        assert one.file.read_bytes().startswith(one.empty.read_bytes()), path
        with pikepdf.open(one.empty) as empty, pikepdf.open(one.file) as filled:
            changed = {ref for ref in refs(filled) & refs(empty) if differs(empty, filled, ref)}
            assert changed <= {widget.objgen for field in fields(filled) for widget in own(field)}
            assert all(drawn(field) for field in fields(filled)), path
            assert not filled.Root.AcroForm.NeedAppearances


def refs(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    return {item.objgen for item in pdf.objects if isinstance(item, pikepdf.Dictionary)}


def differs(empty: pikepdf.Pdf, filled: pikepdf.Pdf, ref: tuple[int, int]) -> bool:
    before, after = (pdf.get_object(ref).unparse() for pdf in (empty, filled))
    return bool(before != after)


def own(field: Any) -> list[Any]:
    """A field and the buttons in it."""
    return [field, *field.get("/Kids", [])]


def drawn(field: Any) -> bool:
    """Whether all of a field has an appearance, and the file's font where letters are shown."""
    widgets = list(field.get("/Kids", [field]))
    if field.FT == "/Btn":
        return all(str(widget.AS) in widget.AP.N for widget in widgets)
    return "/Answer" in field.AP.N.Resources.Font


def test_word_files_show_every_answer(
    words: Mapping[str, Taken], tmp_path_factory: pytest.TempPathFactory
) -> None:
    # Those side by side have all that others have, and easy ones are alone: LibreOffice is slow.
    named = {
        one.file.stem: one
        for path, one in words.items()
        if path.startswith("fi-en/") or path.endswith("-easy.docx")
    }
    files = {name: one.file.read_bytes() for name, one in named.items()}
    folder = tmp_path_factory.mktemp("printed")
    printed(folder, files)
    for name, one in named.items():
        shown = shown_in(folder / f"{name}.pdf")
        assert "__" not in shown, name  # No writing line is left behind.
        assert one.lines() <= set(shown.splitlines()), name
        text = squeezed(shown)
        assert not [said for said in one.seen() if squeezed(said) not in text], name
        ticked = sum(control.kind == "tick" for control in one.controls)
        assert text.count("☒") == ticked, name


def test_files_are_named_by_title_and_date(taken: Mapping[str, Taken]) -> None:
    assert taken["fi/lifeline.pdf"].name == "Elämänviiva 2010-03-05.pdf"
    assert taken["en/lifeline.docx"].name == "Lifeline 2010-03-05.docx"
    assert taken["fi-en/lifeline.pdf"].name == "Elämänviiva (fi-en) 2010-03-05.pdf"
