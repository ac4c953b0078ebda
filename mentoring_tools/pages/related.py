"""What comes before and after a tool on the paths, and which others are about the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice, pairwise

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


#: What of a sheet decides which others are like it: its phase and its themes.
About = tuple[str, tuple[str, ...]]


def of_language(library: Library, code: str, words: Words) -> Mapping[str, Related]:
    """What is related to each page with a sheet of a pair, by its slug."""
    pages = library.of_pairs(code)
    order = {page.slug: at for at, page in enumerate(pages)}
    steps = Counter(_steps(library, code, words))
    before = _most({(other, one): n for (one, other), n in steps.items()}, order)
    after = _most(steps, order)
    near = {about: _near(about, pages) for about in {_about(page) for page in pages}}
    by_slug = {page.slug: page for page in pages}
    found = {}
    for page in pages:
        one, other = before.get(page.slug, ""), after.get(page.slug, "")
        like = (p for p in near[_about(page)] if p.slug not in (page.slug, one, other))
        found[page.slug] = Related(by_slug.get(one), by_slug.get(other), tuple(islice(like, MOST)))
    return found


def _steps(library: Library, code: str, words: Words) -> Iterator[tuple[str, str]]:
    """Each two tools that follow each other in the meetings of a path."""
    for path in library.kind(code, "path"):
        held = meetings.of_page(path, library, words)
        tools = [tool.slug for meeting in held for _, tool in meeting.tools]
        yield from pairwise(dict.fromkeys(tools))


def _most(steps: Mapping[tuple[str, str], int], order: Mapping[str, int]) -> dict[str, str]:
    """For each page the one that most steps lead to; among equals the first in `order`."""
    found: dict[str, str] = {}
    for (one, other), _ in sorted(
        ((step, n) for step, n in steps.items() if step[1] in order),
        key=lambda counted: (-counted[1], order[counted[0][1]]),
    ):
        found.setdefault(one, other)
    return found


def _about(page: Page) -> About:
    return page.of_pair.phase, page.of_pair.themes


def _near(about: About, pages: Iterable[Page]) -> list[Page]:
    """The pages with a theme in common, the nearest first, as many as any of them needs."""
    phase, themes = about

    def far(page: Page) -> tuple[bool, bool, int]:
        """The same first theme and phase are near, and then the number of themes in common."""
        one, two = page.of_pair.themes, page.of_pair.phase
        return one[0] != themes[0], two != phase, -len(set(one) & set(themes))

    # The page itself, and those before and after it, are named elsewhere.
    return nsmallest(
        MOST + 3, (page for page in pages if set(page.of_pair.themes) & set(themes)), far
    )
