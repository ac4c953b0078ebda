"""The Word files as LibreOffice prints them, blank and filled: sheets by hand and real ones."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import word_reading as reading
import word_sheets as sheets
from test_word import COMBINATIONS, made

from mentoring_tools import check, tasks
from mentoring_tools.worksheet import Worksheet

PROJECT = Path(__file__).resolve().parent.parent

#: Sheets of two pages; the others have one. Side by side, one page more is allowed.
TWO_PAGES = {"agreement", "evaluation", "rating"}


@dataclass(frozen=True)
class Case:
    """A file, and the sheets that it holds, one for each language."""

    file: bytes
    sheets: tuple[Worksheet, ...]
    landscape: bool = False

    @property
    def answers(self) -> dict[str, str]:
        return reading.answers_for(self.sheets[0].controls)


def by_hand() -> Iterator[tuple[str, Case]]:
    for name, maker in [("lifeline", sheets.lifeline), ("rating", sheets.rating)]:
        for languages in COMBINATIONS:
            twins = tuple(maker(code) for code in languages)
            yield f"hand-{name}-{'-'.join(languages)}", Case(made(name, languages), twins)
    wide = made("wide", ["fi"], "landscape")
    yield "hand-wide-fi", Case(wide, (sheets.wide("fi"),), landscape=True)


def real() -> Iterator[tuple[str, Case]]:
    address = tasks.Address("https://mentoring.example/", "")
    material = check.material(PROJECT)
    for task in tasks.sheet_tasks(material.library, material.words, address):
        if task.download.ending == "docx":
            file = task.make(PROJECT / "downloads" / "print")
            name = task.download.path.removesuffix(".docx").replace("/", "-")
            landscape = task.facts.paper == "landscape"
            yield name, Case(file, task.sheets, landscape)


@pytest.fixture(scope="module")
def cases() -> Mapping[str, Case]:
    return {**dict(by_hand()), **dict(real())}


@pytest.fixture(scope="module")
def blank(cases: Mapping[str, Case], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    files = {name: case.file for name, case in cases.items()}
    return reading.printed(tmp_path_factory.mktemp("blank"), files)


@pytest.fixture(scope="module")
def filled(cases: Mapping[str, Case], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    files = {name: reading.fill(case.file, case.answers) for name, case in cases.items()}
    return reading.printed(tmp_path_factory.mktemp("filled"), files)


def test_every_word_of_the_sheet_is_seen(
    cases: Mapping[str, Case], blank: Mapping[str, Path]
) -> None:
    for name, case in cases.items():
        text = reading.text_of(blank[name])
        missing = [said for said in labels(case) if reading.squeezed(said) not in text]
        assert not missing, name


def labels(case: Case) -> Iterator[str]:
    """All the words of a sheet that a reader must see."""
    for sheet in case.sheets:
        for field in sheet.fields:
            yield from (field.label, field.hint)
            yield from (option.label for option in field.options)
            yield from (row.label for row in field.rows)
            yield from (column.label for column in field.columns)
            yield from (scale.low_word for scale in [field.scale] if scale)


def test_every_answer_is_seen(cases: Mapping[str, Case], filled: Mapping[str, Path]) -> None:
    for name, case in cases.items():
        text = reading.text_of(filled[name])
        missing = [said for said in answers(case) if reading.squeezed(said) not in text]
        assert not missing, name
        assert text.count("☒") == sum(c.kind == "tick" for c in case.sheets[0].controls)


def answers(case: Case) -> Iterator[str]:
    """What stands on the filled sheet; a choice shows its words."""
    for control in case.sheets[0].controls:
        chosen = {option.id: option.label for option in control.options}
        if control.kind != "tick":
            answer = case.answers[control.key]
            yield from chosen.get(answer, answer).split("\n")


@pytest.mark.skipif(
    "Carlito" not in subprocess.run(["fc-match", "Calibri"], capture_output=True, text=True,
                                    check=False).stdout,
    reason="Pages are counted with Carlito, whose letters are as wide as Calibri's "
    "(fonts-crosextra-carlito).",
)  # fmt: skip
def test_a_sheet_fits_its_pages(cases: Mapping[str, Case], blank: Mapping[str, Path]) -> None:
    for name, case in cases.items():
        pages, size = reading.pages_of(blank[name])
        slug = case.sheets[0].slug
        most = 1 + (slug in TWO_PAGES) + (len(case.sheets) > 1)
        assert pages <= most, name
        first, second = (round(float(part)) for part in size.split("pts")[0].split("x"))
        assert ((first, second) == (842, 595)) is case.landscape, name
        assert {first, second} == {842, 595}, name
