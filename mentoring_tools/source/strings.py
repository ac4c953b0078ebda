"""The interface's words: one flat file per language, the same keys in each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import plain_words, text_files
from mentoring_tools.source.plain_words import NOT_EMPTY
from mentoring_tools.source.text_files import Form, Tree

#: The folder of the interface's words in a project, and the project of this package itself.
FOLDER = "mentoring_tools/strings"
_PROJECT = Path(__file__).parents[2]

Words = Mapping[str, str]

_FORM = Form(
    say("the interface's words"),
    say("one `key: words` a line; words with a colon or a brace stand in quotes"),
    "question: 'Whose: mine'",
)


# How a placeholder may be written out: a number with its digits, a date by its parts.
_SPEC = re.compile(r"0?\d?|(?:%-?[dmBY]|[ .])+")

# A word in a template; what is followed by a bracket is a question to the whole mapping.
_ASKED = re.compile(r"\bt\.([a-z]\w*)\b(?!\()")


def load(
    languages: tuple[str, ...], root: Path = _PROJECT, needed: Iterable[str] = ()
) -> tuple[dict[str, Words], list[Problem]]:
    """Each language's words by code, and a problem for every word that one of them lacks.

    `root` is the project's folder; `needed` are keys that must be there even where no language has
    them.
    """
    trees: dict[str, Tree] = {}
    problems: list[Problem] = []
    for code in languages:
        tree, found = _read(root, file_of(code))
        problems += found
        if tree:
            trees[code] = tree
    words: dict[str, Words] = {
        code: dict(_words(trees[code])) if code in trees else {} for code in languages
    }
    keys = {key: None for tree in trees.values() for key in tree.lines}
    for key in dict.fromkeys([*keys, *needed]):
        problems += _of_key(key, trees, words)
    return words, problems


def asked_for(templates: Path) -> Iterator[str]:
    """The keys that the templates in a folder name as they are: `t.minutes`."""
    for path in sorted(templates.rglob("*.*")):
        if path.suffix in (".html", ".svg"):
            yield from _ASKED.findall(path.read_text("utf-8", errors="replace"))


def filled(words: Mapping[str, Words], needed: Iterable[str] = ()) -> dict[str, Words]:
    """The same, where what a language lacks stands in another's words, so that work can go on."""
    known = dict.fromkeys(needed, "…")
    for mapping in words.values():
        known = {**known, **mapping}
    return {code: {**known, **mapping} for code, mapping in words.items()}


def part(words: Words, name: str) -> Words:
    """The words whose keys begin with a name and `_`, by the rest of their keys."""
    begin = f"{name}_"
    return {key.removeprefix(begin): said for key, said in words.items() if key.startswith(begin)}


def file_of(code: str) -> str:
    """A language's file, by its path in the project."""
    return f"{FOLDER}/{code}.yml"


def _read(root: Path, file: str) -> tuple[Tree | None, list[Problem]]:
    tree, problems = text_files.read_tree(root / file, file, _FORM)
    if tree and not isinstance(tree.value, dict):
        found = say("the file holds no keys")
        return None, [Problem(file, 1, found, _FORM.expected, _FORM.example)]
    return tree, problems


def _words(tree: Tree) -> Iterator[tuple[str, str]]:
    """The words that can be used as they are."""
    for key, entry in tree.pairs:
        if isinstance(entry.value, str) and entry.value.strip():
            yield key, entry.value


def _of_key(key: str, trees: Mapping[str, Tree], words: Mapping[str, Words]) -> Iterator[Problem]:
    """What is wrong with a word in any language."""
    measure = next((code for code in words if _names(words[code].get(key)) is not None), "")
    for code, tree in trees.items():
        wrong = _wrong(key, code, tree, words, measure)
        if wrong:
            example = words[measure][key] if measure and key in words[code] else "…"
            line = tree.lines.get(key, 1)
            yield Problem(file_of(code), line, *wrong, _line_of(key, plain_words.mended(example)))


def _wrong(
    key: str, code: str, tree: Tree, words: Mapping[str, Words], measure: str
) -> tuple[Message, Message] | None:
    """What was found and what was expected, when a language's word is wrong."""
    right = words[measure][key] if measure else ""
    if key not in tree.lines:
        found = say("the interface word “{key}” is missing", key=key)
        return found, _as_in(measure, right, say("the same keys in every language"))
    text = words[code].get(key)
    if text is None:
        return _no_words(key, tree), _as_in(measure, right, NOT_EMPTY)
    if wrong := plain_words.wrong_in(text):
        return say("the interface word “{key}”: {what}", key=key, what=wrong[0]), wrong[1]
    names = _names(text)
    if names is None:
        found = say("the interface word “{key}” has a brace or a placeholder that cannot be read: "
                    "{text}", key=key, text=text)  # fmt: skip
        expected = say("placeholders such as {n}, each a name in two braces")
        return found, _as_in(measure, right, expected)
    if measure and names != _names(right):
        expected = say("the placeholders of every language")
        return _other_names(key, names), _as_in(measure, right, expected)
    return None


def _as_in(measure: str, right: str, expected: Message) -> Message:
    """What is expected, with what stands in the language that is the `measure`, if one is."""
    if not measure:
        return expected
    return say("{expected}; {file} has “{text}”",
               expected=expected, file=f"{measure}.yml", text=right)  # fmt: skip


def _no_words(key: str, tree: Tree) -> Message:
    given = tree.at(key).value
    if given in (None, ""):
        return say("the interface word “{key}” has no words", key=key)
    shown = text_files.written(given)
    return say("the interface word “{key}” is not words: {shown}", key=key, shown=shown)


def _other_names(key: str, names: Iterable[str]) -> Message:
    listed = ", ".join(f"{{{name}}}" for name in sorted(names))
    if not listed:
        return say("the interface word “{key}” has no placeholder", key=key)
    return say("the interface word “{key}” has the placeholders {listed}", key=key, listed=listed)


def _names(text: str | None) -> frozenset[str] | None:
    """The names of the placeholders in a text, or None where it cannot be filled in."""
    if text is None:
        return None
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    plain = all(
        str(name).isidentifier() and _SPEC.fullmatch(spec or "") and not conversion
        for _, name, spec, conversion in parts
    )
    return frozenset(str(name) for _, name, _, _ in parts) if plain else None


def _line_of(key: str, text: str) -> str:
    """A line for a word as it is written in its file."""
    return f'{key}: "{text}"' if re.search(r"[:{}#]", text) else f"{key}: {text}"
