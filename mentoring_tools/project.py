"""Loads all that is written, or stops with every problem: `make check` and the build both do."""

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from mentoring_tools.checks import (
    easy_pages,
    links,
    meetings,
    parity,
    parts,
    question_ids,
    repeats,
)
from mentoring_tools.content import (
    attached,
    branding,
    download_paths,
    manual_tests,
    names,
    pictures,
    reader,
    redirects,
    settings,
)
from mentoring_tools.content.manual_tests import Trial
from mentoring_tools.content.model import Library
from mentoring_tools.content.pictures import Picture
from mentoring_tools.content.redirects import Move
from mentoring_tools.content.settings import Settings
from mentoring_tools.language import checks, glossary
from mentoring_tools.language.glossary import Term
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.search import synonyms
from mentoring_tools.search.synonyms import Synonyms
from mentoring_tools.source import strings
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet import common_fields

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Project:
    """All that is written, without a problem: pages, words, glossary, trials, moves, pictures.

    `synonyms` are words of daily speech by language and by the page that they lead to.
    """

    library: Library
    words: Mapping[str, Words]
    glossary: tuple[Term, ...] = ()
    trials: tuple[Trial, ...] = ()
    moved: tuple[Move, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    synonyms: Mapping[str, Synonyms] = field(default_factory=dict)


class _Gathered(list[Problem]):
    """The problems of a run as they come up."""

    def without(self, read: tuple[_Value, Iterable[Problem]]) -> _Value:
        """What was read; the problems with it are gathered."""
        value, problems = read
        self += problems
        return value


def load(root: Path) -> Project:
    """All that is written under the folder `root`.

    Raises Stop with all problems of all files when there is any.
    """
    problems = _Gathered()
    given = problems.without(settings.read(root))
    codes = tuple(language.code for language in given.languages)
    # Where a language cannot be read, its pages are not told to be in the wrong place.
    unread = {path.name for path in (root / "docs").glob("[a-z][a-z]")} if problems else set()
    needed = _needed_words(root)
    words, in_words = strings.load(codes, root, needed)
    filled = strings.filled(words, needed)
    library = problems.without(reader.read(root, given, filled))
    shown = problems.without(pictures.read(root))
    problems += [*in_words, *_in_pages(root, library, filled, shown)]
    problems += [*_in_files(root, library, {*codes, *unread}), *_in_settings(given, library, shown)]
    listed = problems.without(question_ids.read(root))
    problems += question_ids.check(listed, library, given.moved)
    terms, in_terms = glossary.read(root, codes)
    # What could not be read may hold words that seem to stand nowhere.
    whole = library.whole and not in_words and not in_terms
    problems += [*in_terms, *checks.check(root, library, words, terms, whole=whole)]
    trials = problems.without(manual_tests.read(root, codes))
    said = problems.without(synonyms.read(root, library))
    if problems:
        raise Stop(problems)
    left_out = frozenset(given.own.left_out)
    moved = tuple(move for move in given.moved if move.new not in left_out)
    return Project(library.without(left_out), words, terms, trials, moved, shown, said)


def _in_pages(
    root: Path, library: Library, words: Mapping[str, Words], shown: Mapping[str, Picture]
) -> Iterator[Problem]:
    """What is wrong with pages beside each other, and with what they name."""
    broken = [*links.check(library, published(root, library)), *pictures.check(library, shown)]
    yield from broken
    yield from parity.compare(library, {problem.file for problem in broken})
    yield from easy_pages.compare(library)
    yield from repeats.check(library)
    yield from meetings.check(library, words)
    yield from links.offers(library)
    yield from names.check(library)


def _in_files(root: Path, library: Library, codes: Collection[str]) -> Iterator[Problem]:
    """What is wrong with files that are no pages; `codes` are folders of languages."""
    yield from parity.compare_files(hand_made(root, library))
    yield from parts.check(root, library)
    yield from hidden(root, library)
    yield from attached.check(root, codes)


def _in_settings(
    given: Settings, library: Library, shown: Mapping[str, Picture]
) -> Iterator[Problem]:
    """What the settings say that the pages and pictures do not bear out."""
    yield from branding.check(given.own, library, shown)
    yield from redirects.check(given.moved, library)


def _needed_words(root: Path) -> tuple[str, ...]:
    """The keys of the interface's words that the pages which are there cannot do without."""
    tools = common_fields.WORDS if any(root.glob("docs/*/tools/*.md")) else ()
    paths = meetings.WORDS if any(root.glob("docs/*/paths/*.md")) else ()
    return (*tools, *paths, *strings.asked_for(root / "overrides"))


def hand_made_files(root: Path, library: Library) -> Iterator[tuple[str, Path]]:
    """Each hand-made file to take along: its address in the site, and where it lies."""
    for code in library.codes:
        for path in sorted((root / "downloads" / code).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix(), path


def hand_made(root: Path, library: Library) -> dict[str, frozenset[str]]:
    """The names of the hand-made files by language."""
    names: dict[str, set[str]] = {code: set() for code in library.codes}
    for address, _ in hand_made_files(root, library):
        _, code, name = address.split("/", 2)
        names[code].add(name)
    return {code: frozenset(found) for code, found in names.items()}


def published(root: Path, library: Library) -> frozenset[str]:
    """The addresses of all downloads, made ones and hand-made ones."""
    made = (f"downloads/{path}" for path in download_paths.made(library))
    return frozenset([*made, *(address for address, _ in hand_made_files(root, library))])


def hidden(root: Path, library: Library) -> Iterator[Problem]:
    """Every hand-made file in whose place the site has one that is made."""
    made = {f"downloads/{path}".casefold() for path in download_paths.made(library)}
    for address, path in hand_made_files(root, library):
        if address.casefold() in made:
            yield Problem(
                address, 1, say("a file of this name is made by the site itself"),
                say("another name: neither file may take the other's place"),
                path.with_stem(f"{path.stem}-2").relative_to(root).as_posix(),
            )  # fmt: skip


@contextmanager
def kept_for_good() -> Iterator[None]:
    """What is read stays until the end: collecting garbage in it takes a tenth of a build."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
