"""The list of published questions: what is new is added, and nothing that was there is lost."""

import shutil
from pathlib import Path

import pytest
from cases import replace

from mentoring_tools.__main__ import main
from mentoring_tools.checks import question_ids
from mentoring_tools.project import load

HERE = Path(__file__).resolve().parents[1]


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, with the list that `make ids` makes of it."""
    small = Path(shutil.copytree(HERE / "small", tmp_path / "small"))
    monkeypatch.chdir(small)
    assert main(["ids"]) == 0
    return small


def rename(project: Path) -> None:
    for code in ("fi", "en"):
        file = project / f"docs/{code}/tools/lifeline.md"
        replace(file, "`#strengths long=4`", "`#powers long=4 was=strengths`")


def test_what_is_new_is_listed(listed: Path) -> None:
    text = (listed / question_ids.FILE).read_text("utf-8")
    assert (
        "lifeline:\n- span\n- span=career\n- span=other\n- events\n- events.event\n"
        "- events.feeling\n- strengths\n"
    ) in text
    load(listed)


def test_a_question_that_is_renamed_stays_listed_under_both_names(listed: Path) -> None:
    rename(listed)
    assert main(["ids"]) == 0
    assert "- strengths\n- powers\n" in (listed / question_ids.FILE).read_text("utf-8")
    load(listed)


def test_a_choice_that_is_renamed_is_followed(listed: Path) -> None:
    for code in ("fi", "en"):
        file = listed / f"docs/{code}/tools/lifeline.md"
        replace(file, "`#career`", "`#work was=career`")
        replace(file, "`#span one`", "`#about one was=span`")
    assert main(["ids"]) == 0
    text = (listed / question_ids.FILE).read_text("utf-8")
    assert "- span=career\n" in text
    assert "- about=work\n" in text
    load(listed)


def test_what_is_gone_stays_listed(listed: Path) -> None:
    file = listed / question_ids.FILE
    file.write_text(file.read_text("utf-8") + "- old gone\nold-sheet: gone\n", "utf-8")
    before = file.read_text("utf-8")
    assert main(["ids"]) == 0
    assert file.read_text("utf-8") == before
    load(listed)
