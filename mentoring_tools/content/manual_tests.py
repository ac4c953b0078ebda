"""What people have tried by hand and what is owed: `words/by-hand.yml`, read for the statement."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.plain_words import Text
from mentoring_tools.source.strings import Words
from mentoring_tools.source.text_files import Form, Tree

FILE = "words/by-hand.yml"
_EXAMPLE = """\
- id: zoom
  what: {fi: …, en: …}
  meets: WCAG 1.4.10
  how: What to do, and what must be true.
  date: 2026-11-23
  result: passed
  where: Chromium 156"""
_FORM = Form("the script", "one run, or what is owed", _EXAMPLE)
_ONCE = "each run once, under a name of its own"


class Trial(BaseModel):
    """One line of the script; `what` goes by language code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    what: Mapping[str, Text]
    meets: Text
    how: Text
    result: Literal["passed", "failed", "owed"]
    date: dt.date | None = None
    where: str = ""

    @model_validator(mode="after")
    def _a_run_has_a_date(self) -> "Trial":
        if (self.result == "owed") != (self.date is None) or bool(self.where) != bool(self.date):
            raise ValueError("a run has a date and a place; what is owed has neither")
        if self.date and self.date > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
            raise ValueError("its date is still to come")
        return self


def read(project: Path, codes: Collection[str]) -> tuple[tuple[Trial, ...], list[Problem]]:
    """The script's lines, and every mistake in them; nothing when there is no file."""
    path = project / FILE
    if not path.is_file():
        return (), []
    text, problems = text_files.text_of(path, FILE)
    tree = None
    if text is not None:
        tree, problems = text_files.tree_of(text, FILE, _FORM)
    trials: dict[str, Trial] = {}
    for entry in tree.items if tree else ():
        try:
            trial = Trial.model_validate(entry.value)
        except ValidationError as error:
            problems += [_problem(entry, *_said(detail)) for detail in error.errors()]
            continue
        if set(trial.what) != set(codes):
            problems.append(_problem(entry, "it is not said in every language"))
        if trial.id in trials:
            problems.append(_problem(entry, "a run of this name is there already", _ONCE))
        trials[trial.id] = trial
    return tuple(trials.values()), problems


def _said(detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong with a part of a run, and what is expected."""
    place = ".".join(map(str, detail["loc"]))
    context = detail.get("ctx", {})
    missing = detail["type"] == "missing"
    found = "is missing" if missing else detail["msg"].removeprefix("Value error, ")
    return (f"{place}: {found}" if place else found), context.get("expected", _FORM.expected)


def _problem(entry: Tree, found: str, expected: str = _FORM.expected) -> Problem:
    name = entry.at("id").value or text_files.written(entry.value)
    return Problem(FILE, entry.line, f"{name}: {found}", expected, _FORM.example)


def rows(trials: Iterable[Trial], code: str, words: Words) -> dict[str, list[dict[str, str]]]:
    """The trials by result, for a page in a language."""
    found: dict[str, list[dict[str, str]]] = {"passed": [], "failed": [], "owed": []}
    for trial in trials:
        day = trial.date and words["by_hand_date"].format(date=trial.date)
        found[trial.result].append(
            {"what": trial.what[code], "date": day or "", "where": trial.where}
        )
    return found
