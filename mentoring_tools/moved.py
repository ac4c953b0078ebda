"""Pages that have a new path: whoever comes to the old address is led to the new one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from mentoring_tools.model import Library
from mentoring_tools.problems import Problem

FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Move:
    """A page's old path and its new one, the same in every language, with the settings' line."""

    old: str
    new: str
    line: int = 1


def read(config: Mapping[str, Any], text: str) -> tuple[Move, ...]:
    """The moves that the plugin's settings tell; `text` is their file, for the lines."""
    plugins = [p["mentoring-tools"] for p in config["plugins"] if "mentoring-tools" in p]
    options = next((p for p in plugins if isinstance(p, dict)), {})
    moves = (options.get("moved") or {}).items()
    return tuple(Move(str(old), str(new), _line(str(old), text)) for old, new in moves)


def check(moves: tuple[Move, ...], library: Library) -> Iterator[Problem]:
    """A problem for each move from a page that is still there, or to one that is not."""
    known = frozenset().union(*library.files.values())
    for move in moves:
        if move.old in known:
            yield _problem(move, known, f"the page {move.old} is said to have moved, but is there")
        elif move.old.removesuffix(".md") != move.old or move.old.strip("/") != move.old:
            yield _problem(move, known, f"the old path {move.old} is not written like a path")
        elif move.new not in known:
            yield _problem(move, known, f"{move.old} is said to be {move.new}, which is no page")


def address(slug: str) -> str:
    """The address of a page that is no more, under its language's prefix."""
    return f"{slug.removesuffix('index').strip('/')}/"


def _problem(move: Move, known: frozenset[str], found: str) -> Problem:
    near = get_close_matches(move.new, sorted(known), 1, cutoff=0)
    old = "tools/old-name" if move.old in known else move.old.removesuffix(".md").strip("/")
    expected = "the old path of a page that is gone: the path of one that is there, without .md"
    return Problem(FILE, move.line, found, expected, f"        {old}: {''.join(near)}")


def _line(old: str, text: str) -> int:
    key = re.compile(rf"""\s*["']?{re.escape(old)}["']?\s*:""")
    return next((n for n, line in enumerate(text.splitlines(), 1) if key.match(line)), 1)
