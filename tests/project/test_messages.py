"""What is said to those who write: in their language, whole, and with nothing left in English."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from mkdocs.exceptions import PluginError
from spoken_messages import left_in_english, untranslated

from mentoring_tools import messages
from mentoring_tools.__main__ import main
from mentoring_tools.messages import Message, as_is, language_of, listed, said, say
from mentoring_tools.plugin import stopping
from mentoring_tools.problems import Problem, Stop, annotations, report

PACKAGE = Path(messages.__file__).parent
LANGUAGES = sorted(path.suffixes[0][1:] for path in messages.FOLDER.glob("messages.*.po"))

UNREAD = Problem(
    "docs/fi/tools/lifeline.md",
    7,
    say("the key “{key}” is missing", key="goal"),
    say("one of: {listed}", listed="a, b"),
    "goal: …\nwho: both",
)


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                yield f"{file.name}:{node.lineno}", node


def patterns() -> dict[str, set[str]]:
    """Each pattern in code, with the values that it is given: those in its braces."""
    found = {}
    for place, call in calls():
        pattern = call.args[0]
        if isinstance(pattern, ast.Constant):
            given = {keyword.arg for keyword in call.keywords}
            # A pattern without values is filled in later, or has no braces to fill in.
            found[str(pattern.value)] = {name for name in given if name} or names(pattern.value)
            assert not given or given == names(pattern.value), place
    return found


def names(pattern: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(pattern)) if name}


def has_words(pattern: str) -> bool:
    return bool(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", pattern)))


def test_every_pattern_stands_in_the_code_as_it_is() -> None:
    others = [place for place, call in calls() if not isinstance(call.args[0], ast.Constant)]
    # The one that fills in a pattern which was given before.
    assert [place.partition(":")[0] for place in others] == ["messages.py"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_each_message_and_no_other(language: str) -> None:
    wanted, there = patterns(), messages.twins(language)
    assert {pattern for pattern in wanted if has_words(pattern)} - set(there) == set()
    assert set(there) - set(wanted) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_values_stand_in_every_language(language: str) -> None:
    there = messages.twins(language)
    wrong = {pattern for pattern, twin in there.items() if names(pattern) != names(twin)}
    assert wrong == set()


def test_finnish_is_one_of_them() -> None:
    assert LANGUAGES == ["fi"]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "fi"}, "fi"),
        ({"LANG": "fi_FI.UTF-8@euro"}, "fi"),
        ({"LANG": "FI_fi"}, "fi"),
        ({"LANG": "fil_PH.UTF-8"}, "en"),
        ({"LANG": "sv_FI.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "fi_FI"}, "fi"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": ""}, "fi"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fi:en"}, "fi"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "sv:fi:en"}, "fi"),
        ({"LANG": "C", "LANGUAGE": "fi"}, "en"),
        ({"LANG": "../fi"}, "en"),
    ],
)
def test_the_environment_says_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_a_problem_in_finnish() -> None:
    assert report([UNREAD], "fi") == (
        "docs/fi/tools/lifeline.md:7: avain ”goal” puuttuu\n"
        "  näin:      jokin näistä: a, b\n"
        "  esimerkki: goal: …\n"
        "             who: both\n"
        "Korjattavaa: 1 kohta."
    )
    assert report([UNREAD, UNREAD], "fi").endswith("\nKorjattavaa: 2 kohtaa.")


def test_what_stands_in_a_message_is_said_too() -> None:
    near = listed([say("a table"), "`#place`", say("a table")])
    assert near == "a table, `#place`, a table"
    assert said(near, "fi") == "taulukko, `#place`, taulukko"
    found = say("{aspect}: no {aspect} here", aspect=say("heading"))
    assert (found, said(found, "fi")) == ("heading: no heading here", "otsikko puuttuu tästä")


def test_braces_of_a_writer_are_left_as_they_are() -> None:
    message = say("the link “{target}” leads nowhere: {why}", target="{x}", why=say("{nothing}"))
    assert said(message, "fi") == "linkki ”{x}” ei vie mihinkään: {nothing}"
    assert as_is("{x}") == said(as_is("{x}"), "fi") == "{x}"


def test_what_has_no_twin_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(say("a word that nobody has said {n} times", n=2), "fi") == (
        "a word that nobody has said 2 times"
    )
    twins = {"a {b}": "c {d}", "a {b} e": "c {b} {"}
    monkeypatch.setattr(messages, "twins", lambda _: twins)
    assert said(say("a {b}", b=1), "fi") == "a 1"
    assert said(say("a {b} e", b=1), "fi") == "a 1 e"


def test_what_is_left_in_english_is_seen() -> None:
    assert untranslated(say("column {chip}", chip=say("lid")), "fi") == ["lid"]
    assert untranslated("plain words", "fi") == ["plain words"]
    assert untranslated(say("column {chip}", chip=say("link")), "fi") == []
    assert left_in_english(UNREAD, "fi") == []
    found = say("the link “{target}” leads nowhere: {why}", target="the x", why="is not there")
    left = left_in_english(replace(UNREAD, found=found), "fi")
    assert left == ["linkki  ei vie mihinkään: is not there"]


def test_commands_speak_the_language_of_the_machine(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    monkeypatch.chdir(project)
    assert main(["new", "tool", ""]) == 1
    assert main(["new", "tool", "lifeline"]) == 1
    told = capsys.readouterr().err
    assert told == (
        "Anna sivulle nimi: make new-tool SLUG=nimi-tähän\n"
        "docs/fi/tools/lifeline.md on jo olemassa: mitään ei kirjoitettu.\n"
    )


def test_marks_in_a_pull_request_too() -> None:
    environment = {"GITHUB_ACTIONS": "true", "LANG": "fi_FI.UTF-8"}
    (mark,) = annotations([UNREAD], environment)
    assert mark.startswith("::error file=docs/fi/tools/lifeline.md,line=7::avain ”goal” puuttuu%0A")
    assert annotations([UNREAD], {"LANG": "fi_FI.UTF-8"}) == []


def test_a_stop_is_in_english_for_programs() -> None:
    assert str(Stop([UNREAD])).endswith("1 problem to mend.")
    assert isinstance(UNREAD.found, Message)


def test_a_build_ends_in_the_language_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    told = r"avain ”goal” puuttuu\n(.*\n)+Korjattavaa: 1 kohta\.$"
    with pytest.raises(PluginError, match=told), stopping():
        raise Stop([UNREAD])
