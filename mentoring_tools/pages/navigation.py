"""Where a page stands: the pages above it, and those before and after it along the path.

The order is that of `nav`. Tools follow each other within a phase; before its first tool comes the
phase before, and after its last one the phase after. Easy pages follow each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import get_args

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.schema import Kind, PhaseId

#: The kinds whose pages are read one after another.
IN_A_ROW: tuple[Kind, ...] = ("phase", "path", "guide", "organiser", "form", "training")


@dataclass(frozen=True)
class Neighbours:
    """The pages before and after a page; None where the path begins or ends."""

    before: Page | None = None
    after: Page | None = None


def above(library: Library, page: Page) -> tuple[Page, ...]:
    """The pages that lead to it, from the home page down; none for the home page itself."""
    pages = library.of(page.language)
    if page.kind == "home":
        return ()
    if page.kind == "easy":
        standard = pages[page.standard]
        return (*above(library, standard), standard)
    if page.kind in ("tool", "agreement"):
        over = f"phases/{page.of_pair.phase}"
    else:
        over = f"{page.slug.partition('/')[0]}/index"
    slugs = ("index", over)
    return tuple(pages[slug] for slug in slugs if slug in pages and slug != page.slug)


def of_language(library: Library, code: str) -> Mapping[str, Neighbours]:
    """The neighbours of each of a language's pages that has some, by its slug."""
    rows = [library.kind(code, kind) for kind in IN_A_ROW]
    found = dict(chain(*map(_beside, (*rows, library.easy_of(code)))))
    for phase in get_args(PhaseId):
        beyond = found.get(f"phases/{phase}", Neighbours())
        for slug, among in _beside(library.tools_of(phase, code)):
            found[slug] = Neighbours(among.before or beyond.before, among.after or beyond.after)
    return found


def _beside(row: Sequence[Page]) -> Iterator[tuple[str, Neighbours]]:
    """The slug of each page in a row, and what stands beside it there."""
    for before, page, after in zip((None, *row), row, (*row[1:], None), strict=False):
        yield page.slug, Neighbours(before, after)
