"""Pages that have a new path: whoever comes to the old address is led to the new one."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from mentoring_tools.content.model import Library, Page
from mentoring_tools.problems import Problem
from mentoring_tools.source.text_files import Tree

FILE = "mkdocs.yml"

_EXPECTED = "the old path of a page that is gone: the path of one that is there, without .md"
_EXAMPLE = "      moved:\n        tools/old-name: tools/new-name"


@dataclass(frozen=True)
class Move:
    """A page's old path and its new one, the same in every language, with the settings' line."""

    old: str
    new: str
    line: int = 1


def read(plugins: Tree) -> tuple[tuple[Move, ...], list[Problem]]:
    """The moves that the plugin's settings tell, and a mistake where they are no such list."""
    options = [plugin.at("mentoring-tools", "moved") for plugin in plugins.items]
    moves = [
        Move(old, str(new.value), tree.lines[old]) for tree in options for old, new in tree.pairs
    ]
    wrong = [tree for tree in options if not isinstance(tree.value, dict | None)]
    return tuple(moves), [
        Problem(FILE, tree.line, "`moved` holds no paths", _EXPECTED, _EXAMPLE)
        for tree in wrong
    ]


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


def former_names(moves: tuple[Move, ...], page: Page) -> list[str]:
    """What a page's fields began with before it was renamed: kept answers follow it."""
    names = [move.old.rpartition("/")[2] for move in moves if move.new == page.slug]
    return [name for name in names if name != page.name]


def _problem(move: Move, known: frozenset[str], found: str) -> Problem:
    near = get_close_matches(move.new, sorted(known), 1, cutoff=0)
    old = "tools/old-name" if move.old in known else move.old.removesuffix(".md").strip("/")
    return Problem(FILE, move.line, found, _EXPECTED, f"        {old}: {''.join(near)}")

