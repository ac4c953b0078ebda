"""What files are made from: of the interface's words only those that stand in them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from mentoring_tools.docx import document, styles
from mentoring_tools.downloads import targets
from mentoring_tools.downloads.tasks import Booklet, SheetWord, Task
from mentoring_tools.pdf import booklet, sheet_html
from mentoring_tools.project import Project, load
from mentoring_tools.worksheet import facts
from mentoring_tools.worksheet.facts import Imprint

PROJECT = Path(__file__).resolve().parents[2]
LOOKS = PROJECT / "downloads/print"
IMPRINT = Imprint("https://mentoring.example/", "Publisher", "2026-03-05", "1.0", coded=True)


class Words(dict[str, str]):
    """Words that know which of them were asked for."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


@pytest.fixture(scope="module")
def project() -> Project:
    return load(PROJECT)


def made_of(project: Project) -> Iterator[Task]:
    """The tasks whose words these are: each of Word side by side, and the booklet of all."""
    for task in targets.tasks(project, IMPRINT):
        if isinstance(task, SheetWord | Booklet) and len(task.download.languages) > 1:
            yield task


def with_word(project: Project, key: str) -> Project:
    """The project with another Finnish word there."""
    return replace(project, words={**project.words, "fi": {**project.words["fi"], key: "Toinen"}})


@pytest.mark.parametrize(
    ("key", "sheets", "booklets"),
    [("arrived_about", False, False), ("word_write", True, False), ("pack_about", False, True)],
)
def test_a_word_makes_the_files_again_in_which_it_stands(
    project: Project, key: str, sheets: bool, booklets: bool
) -> None:
    before = [repr(task) for task in made_of(project)]
    after = [repr(task) for task in made_of(with_word(project, key))]
    kinds = [isinstance(task, Booklet) for task in made_of(project)]
    for whole, old, new in zip(kinds, before, after, strict=True):
        assert (old != new) is (booklets if whole else sheets)


def test_every_word_of_a_sheet_is_asked_for(project: Project) -> None:
    asked: set[str] = set()
    for task in made_of(project):
        if isinstance(task, SheetWord):
            one = task.sheet
            words = {code: Words(said) for code, said in one.words}
            ready = (one.worksheets, one.facts, words, one.imprint)
            document.document(*ready, styles.read(LOOKS / "word.yml"), b"")
            sheet_html.sheet(*ready, LOOKS)
            asked |= {key for said in words.values() for key in said.asked}
    assert asked == set(facts.ON_A_SHEET)


def test_every_word_of_the_booklet_is_asked_for(project: Project) -> None:
    whole = next(task for task in made_of(project) if isinstance(task, Booklet))
    words = {code: Words(said) for code, said in whole.words}
    leaves = dict.fromkeys(whole.sheets, ())
    booklet.booklet(whole.parts, ("fi", "en"), words, whole.imprint, LOOKS, leaves)
    assert {key for said in words.values() for key in said.asked} == set(facts.IN_A_BOOKLET)
