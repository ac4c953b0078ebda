"""The project's own word lists: what a spelling checker cannot know.

`words/<language>.txt` holds one word a line; `words/names.txt` the names of people, places and
services, which are the same in every language.
A word may say after `=` another that inflects like it, where the checker knows that one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files

#: The list that all languages share.
NAMES = "names"


@dataclass(frozen=True)
class Entry:
    """A listed word; `model` is a known word that inflects like it, or empty."""

    word: str
    model: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class WordList:
    """One list, in the order of its file; `unread` says why it could not be read."""

    file: str
    entries: tuple[Entry, ...] = ()
    unread: tuple[Problem, ...] = ()


def languages(root: Path) -> frozenset[str]:
    """The codes of the languages that have a list; only these are checked."""
    return frozenset(p.stem for p in (root / "words").glob("*.txt")) - {NAMES}


def read(root: Path, name: str) -> WordList:
    """A list by name; one without words when there is no file."""
    file = f"words/{name}.txt"
    path = root / file
    text, problems = text_files.text_of(path, file) if path.is_file() else ("", [])
    return WordList(file, tuple(_entries(text or "")), tuple(problems))


def _entries(text: str) -> Iterator[Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        word, _, model = line.strip().partition("=")
        if word:
            yield Entry(word, model, number)


def order(word: str) -> str:
    """What a list is sorted by: capitals and small letters are equal."""
    return word.casefold()


def check(words: WordList) -> list[Problem]:
    """Every word that is listed twice or does not stand in alphabetical order."""
    return [
        _unsorted(words.file, one, other)
        for one, other in pairwise(words.entries)
        if order(one.word) >= order(other.word)
    ]


def unused(words: WordList, used: Iterable[Entry]) -> list[Problem]:
    """Every word of the list that no page needed."""
    return [
        Problem(
            words.file, entry.line,
            say("“{word}” is not needed: no page has it, or the checker knows it already",
                word=entry.word),
            say("a short list: only words that stand on a page and that the checker does not know"),
        )
        for entry in words.entries
        if entry not in frozenset(used)
    ]  # fmt: skip


def _unsorted(file: str, one: Entry, other: Entry) -> Problem:
    same = order(one.word) == order(other.word)
    found = say("“{word}” is out of order", word=other.word)
    if same:
        found = say("“{word}” stands there twice", word=other.word)
    right = sorted({one.word, other.word}, key=lambda word: (order(word), word))
    expected = say("one word a line, in alphabetical order, each once")
    return Problem(file, other.line, found, expected, "\n".join(right))
