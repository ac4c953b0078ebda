"""The Word files as LibreOffice prints them, blank and filled: sheets by hand and real ones."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import word_reading as reading
import word_sheets as sheets
from built import SITE_URL, Site
from filelock import FileLock
from word_sheets import COMBINATIONS, made

from mentoring_tools.downloads import targets, tasks
from mentoring_tools.project import load
from mentoring_tools.worksheet.facts import Imprint
from mentoring_tools.worksheet.model import Worksheet

pytestmark = pytest.mark.office

PROJECT = Path(__file__).resolve().parents[2]

#: Sheets of two pages; the others have one.
TWO_PAGES = {
    *("agreement", "evaluation", "network-map", "rating", "matching-matrix"),
    *("mentee-application", "mentor-application", "privacy-notice"),
}

#: These have one page more side by side.
MORE_BESIDE = {
    *("agreement", "rating", "getting-to-know", "skills-map", "work-culture", "list-of-pairs"),
}


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


def real(site: Site) -> Iterator[tuple[str, Case]]:
    project = load(PROJECT)
    for task in targets.tasks(project, Imprint(SITE_URL, "")):
        if isinstance(task, tasks.SheetWord):
            file = (site.root / "downloads" / task.download.path).read_bytes()
            name = task.download.path.removesuffix(".docx").replace("/", "-")
            landscape = task.sheet.facts.paper == "landscape"
            yield name, Case(file, task.sheet.worksheets, landscape)


@pytest.fixture(scope="module")
def cases(site: Site) -> Mapping[str, Case]:
    return {**dict(by_hand()), **dict(real(site))}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers share, so that LibreOffice prints each file once."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="module")
def blank(cases: Mapping[str, Case], shared: Path) -> dict[str, Path]:
    return printed_once(shared / "word-blank", {name: case.file for name, case in cases.items()})


@pytest.fixture(scope="module")
def filled(cases: Mapping[str, Case], shared: Path) -> dict[str, Path]:
    """Sheets by hand in every language; the page fills in real ones (test_filled_sheets)."""
    files = {
        name: reading.fill(case.file, case.answers)
        for name, case in cases.items()
        if name.startswith("hand-")
    }
    return printed_once(shared / "word-filled", files)


def printed_once(folder: Path, files: Mapping[str, bytes]) -> dict[str, Path]:
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            folder.mkdir()
            reading.printed(folder, files)
    return {name: folder / f"{name}.pdf" for name in files}


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
    for name, pdf in filled.items():
        case, text = cases[name], reading.text_of(pdf)
        missing = [said for said in answers(case) if reading.squeezed(said) not in text]
        assert not missing, name
        assert text.count("☒") == sum(c.kind == "tick" for c in case.sheets[0].controls)


def test_an_answer_leaves_no_writing_line_behind(filled: Mapping[str, Path]) -> None:
    assert not [name for name, pdf in filled.items() if "__" in reading.shown(pdf)]


def test_a_long_answer_takes_the_room_of_its_lines(
    cases: Mapping[str, Case], tmp_path: Path
) -> None:
    case = cases["hand-lifeline-fi"]
    answer = "\n".join(f"Rivi{number}" for number in range(1, 4))
    typed = {"lifeline-strengths": answer}
    reading.printed(tmp_path, {"blank": case.file, "typed": reading.fill(case.file, typed)})
    blank, full = (reading.tops(tmp_path / f"{name}.pdf") for name in ("blank", "typed"))
    assert full["Kerro"] <= blank["Kerro"]
    assert full["Rivi1"] - full["Vahvuuteni"] < 20
    assert full["Rivi3"] < full["Kerro"]


def test_the_lines_of_an_answer_stay_lines(
    cases: Mapping[str, Case], filled: Mapping[str, Path]
) -> None:
    for name, pdf in filled.items():
        lines, answers_ = reading.shown(pdf).splitlines(), cases[name].answers.values()
        several = [answer.split("\n") for answer in answers_ if "\n" in answer]
        assert not [pair for pair in several if not set(pair) <= set(lines)], name


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
        most = 1 + (slug in TWO_PAGES) + (len(case.sheets) > 1 and slug in MORE_BESIDE)
        assert pages <= most, name
        first, second = (round(float(part)) for part in size.split("pts")[0].split("x"))
        assert ((first, second) == (842, 595)) is case.landscape, name
        assert {first, second} == {842, 595}, name
