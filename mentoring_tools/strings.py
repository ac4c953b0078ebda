"""The interface's words: one flat file per language, the same keys in each."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from mentoring_tools.problems import Problem

#: PyYAML's fast loader, where it was built with one.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FOLDER = Path(__file__).parent / "strings"

Words = Mapping[str, str]


def load(
    languages: tuple[str, ...], folder: Path = FOLDER
) -> tuple[dict[str, Words], list[Problem]]:
    """Each language's words by code, and a problem for every word that one of them lacks."""
    words: dict[str, Words] = {}
    problems: list[Problem] = []
    for code in languages:
        path = folder / f"{code}.yml"
        words[code] = _read(path)
    for key in sorted({key for mapping in words.values() for key in mapping}):
        problems += _missing(key, words)
    return words, problems


def _read(path: Path) -> Words:
    text = path.read_text("utf-8") if path.exists() else ""
    return yaml.load(text, _Loader) or {}  # noqa: S506 - it is a safe loader


def _missing(key: str, words: Mapping[str, Words]) -> list[Problem]:
    having = {code: mapping[key] for code, mapping in words.items() if key in mapping}
    where, text = next(iter(having.items()))
    return [
        Problem(
            f"mentoring_tools/strings/{code}.yml", 1,
            f"the interface word “{key}” is missing",
            f"the same keys in every language; {where}.yml has “{text}”",
            f"{key}: …",
        )
        for code in words
        if code not in having
    ]  # fmt: skip
