"""Loads all that is written, or stops with every problem: `make check` and the build both do."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

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
from mentoring_tools.language import checks, glossary
from mentoring_tools.language.glossary import Term
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.search import synonyms
from mentoring_tools.search.synonyms import Synonyms
from mentoring_tools.source import strings
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet import common_fields


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


def load(root: Path) -> Project:
    """All that is written under the folder `root`.

    Raises Stop with all problems of all files when there is any.
    """
    given, problems = settings.read(root)
    codes = tuple(language.code for language in given.languages)
    # Where a language cannot be read, its pages are not told to be in the wrong place.
    folders = {path.name for path in (root / "docs").glob("[a-z][a-z]")} if problems else set()
    needed = _needed_words(root)
    words, found = strings.load(codes, root, needed)
    problems_of_words = bool(found)
    problems += found
    words_to_read = strings.filled(words, needed)
    library, found = reader.read(root, given, words_to_read)
    problems += found
    shown, found = pictures.read(root)
    problems += found
    broken = [*links.check(library, published(root, library)), *pictures.check(library, shown)]
    problems += [*broken, *parity.compare(library, {problem.file for problem in broken})]
    problems += [*parity.compare_files(hand_made(root, library)), *easy_pages.compare(library)]
    problems += [*repeats.check(library), *parts.check(root, library)]
    problems += [*meetings.check(library, words_to_read), *links.offers(library)]
    problems += [*hidden(root, library), *attached.check(root, {*codes, *folders})]
    listed, found = question_ids.read(root)
    problems += branding.check(given.own, library, shown)
    problems += [*names.check(library), *redirects.check(given.moved, library), *found]
    problems += question_ids.check(listed, library, given.moved)
    terms, found = glossary.read(root, codes)
    # What could not be read may hold words that seem to stand nowhere.
    whole = library.whole and not problems_of_words and not found
    problems += found + checks.check(root, library, words, terms, whole=whole)
    trials, found = manual_tests.read(root, codes)
    said, unlike = synonyms.read(root, library)
    problems += [*found, *unlike]
    if problems:
        raise Stop(problems)
    left_out = frozenset(given.own.left_out)
    moved = tuple(move for move in given.moved if move.new not in left_out)
    return Project(library.without(left_out), words, terms, trials, moved, shown, said)


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
    """What is read stays until the end: looking for rubbish in it takes a tenth of a build."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
