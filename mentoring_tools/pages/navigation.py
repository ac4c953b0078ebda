"""Where a page stands: the pages above it, and those before and after it along the path.

The order is that of `nav`. Tools follow each other within a phase; before its first tool comes the
phase before, and after its last one the phase after. Easy pages follow each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.schema import Kind

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


def around(library: Library, page: Page) -> Neighbours:
    """Its neighbours; none for a page that stands alone."""
    if page.kind == "tool":
        phase, phases = page.of_pair.phase, library.kind(page.language, "phase")
        among = _beside(library.tools_of(phase, page.language), page.slug)
        beyond = _beside(phases, f"phases/{phase}")
        return Neighbours(among.before or beyond.before, among.after or beyond.after)
    if page.kind == "easy":
        return _beside(library.easy_of(page.language), page.slug)
    if page.kind in IN_A_ROW:
        return _beside(library.kind(page.language, page.kind), page.slug)
    return Neighbours()


def _beside(row: Sequence[Page], slug: str) -> Neighbours:
    before, after = (None, *row[:-1]), (*row[1:], None)
    found = (Neighbours(b, a) for b, p, a in zip(before, row, after, strict=True) if p.slug == slug)
    return next(found, Neighbours())
