"""Words of daily speech and where they lead: `words/synonyms-<language>.yml`.

Each key is a page, by its path under `docs/<language>/` without ending; under it stand the words
that people look for and that the page does not say in its title.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mentoring_tools.content.model import Library
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.search.lexicon import words_of
from mentoring_tools.source import text_files
from mentoring_tools.source.text_files import Form, Tree

#: For a language, the words that lead to each page, by its slug.
Synonyms = Mapping[str, tuple[str, ...]]

_EXPECTED = say(
    "a page, by its path without docs, language and ending, and a list of words under it"
)
_EXAMPLE = "tools/mock-interview:\n- haastis"
_FORM = Form(say("the list of synonyms"), _EXPECTED, _EXAMPLE)


def file_of(code: str) -> str:
    """A language's file, by its path in the project."""
    return f"words/synonyms-{code}.yml"


def read(root: Path, library: Library) -> tuple[dict[str, Synonyms], list[Problem]]:
    """Every language's words, and every mistake in them; where there is no file at all, nothing."""
    found: dict[str, Synonyms] = {code: {} for code in library.codes}
    problems: list[Problem] = []
    if not any((root / file_of(code)).is_file() for code in library.codes):
        return found, []
    trees: dict[str, Tree] = {}
    for code in library.codes:
        tree, wrong = _tree(root, file_of(code))
        problems += wrong
        if tree:
            trees[code] = tree
            problems += _of_tree(tree, code, library)
            found[code] = {key: tuple(one.value or ()) for key, one in tree.pairs}
    problems += _unlike(trees)
    return found, problems


def _tree(root: Path, file: str) -> tuple[Tree | None, list[Problem]]:
    tree, problems = text_files.read_tree(root / file, file, _FORM)
    if tree and not (isinstance(tree.value, dict) and all(map(_is_list, tree.value.values()))):
        found = say("a page has no list of words")
        return None, [Problem(file, tree.line, found, _EXPECTED, _EXAMPLE)]
    return tree, problems


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _of_tree(tree: Tree, code: str, library: Library) -> Iterator[Problem]:
    file = file_of(code)
    for key, listed in tree.pairs:
        if key not in library.files[code]:
            found = say("“{key}” is no page", key=key)
            yield Problem(file, tree.lines[key], found, _EXPECTED, _EXAMPLE)
        yield from _of_words(listed, file)


def _of_words(listed: Tree, file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in listed.items:
        word = entry.value.casefold()
        if not words_of(word):
            found = say("“{word}” is no word", word=entry.value)
            yield Problem(file, entry.line, found, _EXPECTED, _EXAMPLE)
        elif word in seen:
            found = say("“{word}” stands twice under the same page", word=entry.value)
            yield Problem(file, entry.line, found, say("each word once"), _EXAMPLE)
        seen.add(word)


def _unlike(trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Every page that has words in one language and none in another."""
    for code, tree in trees.items():
        for other, twin in trees.items():
            there = dict(twin.pairs)
            for key, _ in tree.pairs:
                if key not in there:
                    found = say(
                        "“{key}” has words here and none in {file}", key=key, file=file_of(other)
                    )
                    expected = say("words in every language, for who looks for it in each")
                    yield Problem(file_of(code), tree.lines[key], found, expected, f"{key}:\n- …")
