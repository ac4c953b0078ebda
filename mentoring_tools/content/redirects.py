"""Pages that have a new path: whoever comes to the old address is led to the new one."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from mentoring_tools.content import names
from mentoring_tools.content.model import Library, Page
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.text_files import Tree

FILE = "mkdocs.yml"

_EXPECTED = say("the old path of a page that is gone: the path of one that is there, without .md")
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
        Problem(FILE, tree.line, say("`moved` holds no paths"), _EXPECTED, _EXAMPLE)
        for tree in wrong
    ]


def check(moves: tuple[Move, ...], library: Library) -> Iterator[Problem]:
    """A problem for each move from a page that is still there, or to one that is not."""
    known = frozenset().union(*library.files.values())
    for move in moves:
        if found := _wrong(move, known, library.codes):
            yield _problem(move, library, found)


def _wrong(move: Move, known: frozenset[str], codes: tuple[str, ...]) -> Message | None:
    """What is wrong with a move; None where all is well."""
    old, new = (" ".join(path.split()) for path in (move.old, move.new))
    if move.old == move.new:
        return say("{old} is said to have moved to itself", old=old)
    if move.old in known:
        return say("the page {old} is said to have moved, but is there", old=old)
    if not names.is_right(move.old):
        return say("the old path {old} is not written like a path", old=old)
    if names.is_taken(move.old, codes):
        return say("the old path {old} is where no page can have been", old=old)
    if move.new not in known:
        return say("{old} is said to be {new}, which is no page", old=old, new=new)
    return None


def address(slug: str) -> str:
    """The address of a page that is no more, under its language's prefix."""
    return f"{slug.removesuffix('index').strip('/')}/"


def moved_pages(move: Move, library: Library, language: str) -> Iterator[tuple[str, Page]]:
    """The old paths that a move leaves behind, with what is there now: easy pages go along."""
    yield move.old, library.of(language)[move.new]
    if easy := library.easy.get(language, {}).get(move.new):
        yield f"{move.old}/easy", easy


def former_names(moves: tuple[Move, ...], page: Page) -> list[str]:
    """What a page's fields began with before it was renamed: kept answers follow it."""
    former = [move.old.rpartition("/")[2] for move in moves if move.new == page.standard]
    return [name for name in former if name != page.name]


def _problem(move: Move, library: Library, found: Message) -> Problem:
    known = frozenset().union(*library.files.values())
    near = get_close_matches(move.new, sorted(known), 1, cutoff=0)
    free = move.old not in known and not names.is_taken(move.old, library.codes)
    old = names.righted(move.old.removesuffix(".md")) if free else "tools/old-name"
    return Problem(FILE, move.line, found, _EXPECTED, f"        {old}: {''.join(near)}")
