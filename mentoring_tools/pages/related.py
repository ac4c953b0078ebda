"""What comes before and after a tool on the paths, and which others are about the same."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mentoring_tools.checks import meetings
from mentoring_tools.content.model import Library, Page
from mentoring_tools.source.strings import Words

#: How many tools about the same are named.
MOST = 3


@dataclass(frozen=True)
class Related:
    """The tool that most paths have right before a tool, the one right after it, and its like."""

    before: Page | None = None
    after: Page | None = None
    like: tuple[Page, ...] = ()


def of_language(library: Library, code: str, words: Words) -> Mapping[str, Related]:
    """What is related to each page with a sheet of a pair, by its slug."""
    pages = library.of_pairs(code)
    steps = Counter(_steps(library, code, words))
    return {page.slug: _of_page(page, pages, steps) for page in pages}


def _steps(library: Library, code: str, words: Words) -> Iterator[tuple[str, str]]:
    """Each two tools that follow each other in the meetings of a path."""
    for path in library.kind(code, "path"):
        held = meetings.of_page(path, library, words)
        tools = [tool.slug for meeting in held for _, tool in meeting.tools]
        yield from pairwise(dict.fromkeys(tools))


def _of_page(page: Page, pages: tuple[Page, ...], steps: Counter[tuple[str, str]]) -> Related:
    """Of several, the one in most paths counts, and among equals the first in `nav`."""
    before = _most(pages, {one: n for (one, other), n in steps.items() if other == page.slug})
    after = _most(pages, {other: n for (one, other), n in steps.items() if one == page.slug})
    named = {page.slug, *(one.slug for one in (before, after) if one)}
    others = (one for one in pages if one.slug not in named)
    ranked = sorted((one for one in others if _shared(page, one)), key=lambda one: _far(page, one))
    return Related(before, after, tuple(ranked[:MOST]))


def _most(pages: tuple[Page, ...], counts: Mapping[str, int]) -> Page | None:
    among = [page for page in pages if page.slug in counts]
    return max(among, key=lambda page: counts[page.slug], default=None)


def _shared(page: Page, other: Page) -> int:
    return len(set(page.of_pair.themes) & set(other.of_pair.themes))


def _far(page: Page, other: Page) -> tuple[bool, bool, int]:
    """The same first theme and phase are near, and then the number of themes in common."""
    one, two = page.of_pair, other.of_pair
    return one.themes[0] != two.themes[0], one.phase != two.phase, -_shared(page, other)
