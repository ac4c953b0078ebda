"""What people have tried by hand and what is owed: `words/by-hand.yml`, read for the statement."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from mentoring_tools.messages import Message, as_is, say
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
_FORM = Form(say("the script"), say("one run, or what is owed"), _EXAMPLE)
_FOUND = {"missing": say("is missing"), "extra_forbidden": say("is unknown")}
_ONCE = say("each run once, under a name of its own")


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
            raise _error(say("a run has a date and a place; what is owed has neither"))
        if self.date and self.date > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
            raise _error(say("its date is still to come"))
        return self


def _error(found: Message) -> PydanticCustomError:
    return PydanticCustomError("trial", "{found}", {"found": found})


def read(root: Path, codes: Collection[str]) -> tuple[tuple[Trial, ...], list[Problem]]:
    """The script's lines, and every mistake in them; nothing when there is no file."""
    path = root / FILE
    if not path.is_file():
        return (), []
    tree, problems = text_files.read_tree(path, FILE, _FORM)
    trials: dict[str, Trial] = {}
    for entry in tree.items if tree else ():
        try:
            trial = Trial.model_validate(entry.value)
        except ValidationError as error:
            problems += [_problem(entry, *_said(detail)) for detail in error.errors()]
            continue
        if set(trial.what) != set(codes):
            problems.append(_problem(entry, say("it is not said in every language")))
        if trial.id in trials:
            problems.append(_problem(entry, say("a run of this name is there already"), _ONCE))
        trials[trial.id] = trial
    return tuple(trials.values()), problems


def _said(detail: ErrorDetails) -> tuple[Message, Message]:
    """What is wrong with a part of a run, and what is expected."""
    place, context = ".".join(map(str, detail["loc"])), detail.get("ctx", {})
    found = _FOUND.get(detail["type"]) or context.get("found")
    what = found or as_is(text_files.written(detail["input"]))
    said = say("{place}: {what}", place=place, what=what) if place else what
    return said, context.get("expected", _FORM.expected)


def _problem(entry: Tree, found: Message, expected: Message = _FORM.expected) -> Problem:
    name = entry.at("id").value or text_files.written(entry.value)
    said = say("{place}: {what}", place=name, what=found)
    return Problem(FILE, entry.line, said, expected, _FORM.example)


def rows(trials: Iterable[Trial], code: str, words: Words) -> dict[str, list[dict[str, str]]]:
    """The trials by result, for a page in a language."""
    found: dict[str, list[dict[str, str]]] = {"passed": [], "failed": [], "owed": []}
    for trial in trials:
        day = trial.date and words["by_hand_date"].format(date=trial.date)
        found[trial.result].append(
            {"what": trial.what[code], "date": day or "", "where": trial.where}
        )
    return found
