"""The script of what people try by hand: no line says a run that did not happen."""

from pathlib import Path

import pytest
from built import Site

from mentoring_tools.content import manual_tests

LINE = "- {id: a, what: {fi: Yksi, en: One}, meets: all, how: try"
WORDS = {"by_hand_date": "{date:%-d.%-m.%Y}"}


def read(folder: Path, text: str) -> tuple[tuple[manual_tests.Trial, ...], list[str]]:
    file = folder / manual_tests.FILE
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    trials, problems = manual_tests.read(folder, ("fi", "en"))
    return trials, [str(problem) for problem in problems]


def test_a_run_stands_with_its_day_and_place(tmp_path: Path) -> None:
    trials, problems = read(tmp_path, LINE + ", result: passed, date: 2026-11-23, where: Here}")
    assert not problems
    assert manual_tests.rows(trials, "en", WORDS) == {
        "passed": [{"what": "One", "date": "23.11.2026", "where": "Here"}],
        "failed": [],
        "owed": [],
    }


@pytest.mark.parametrize(
    "end",
    [
        ", result: passed}",
        ", result: passed, date: 2026-11-23}",
        ", result: owed, date: 2026-11-23, where: Here}",
        ", result: nearly}",
        ", result: owed, more: yes}",
    ],
)
def test_what_was_not_run_cannot_be_said_to_work(end: str, tmp_path: Path) -> None:
    trials, problems = read(tmp_path, LINE + end)
    assert not trials
    assert [problem.split(": ")[0] for problem in problems] == [f"{manual_tests.FILE}:1"]


def test_each_line_is_said_in_every_language(tmp_path: Path) -> None:
    _, problems = read(tmp_path, LINE.replace(", en: One", "") + ", result: owed}")
    assert "not said in every language" in problems[0]


def test_the_statement_says_every_line(site: Site, project: Path) -> None:
    trials, _ = manual_tests.read(project, ("fi", "en"))
    for code, folder in (("fi", ""), ("en", "en/")):
        page = (site.root / f"{folder}guides/accessibility/index.html").read_text("utf-8")
        faults, assessment = page.split('<h2 id="assessment"')
        for trial in trials:
            place = assessment if trial.result == "passed" else faults
            assert trial.what[code] in place, trial.id
