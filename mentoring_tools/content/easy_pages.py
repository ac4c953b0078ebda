"""Easy pages: a page with a sheet, said once more in easy language, question by question.

What is no matter of words, such as phase and minutes, an easy page has from its standard page.
"""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from mentoring_tools.content.model import Page, kind_of
from mentoring_tools.content.schema import EasyFrontMatter, PairFrontMatter
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.worksheet import rules


def apart(
    pages: Mapping[str, Page],
) -> tuple[dict[str, Page], dict[str, Page], list[Problem]]:
    """A language's pages without the easy ones, these by their standard page's slug, and problems.

    `pages` are all by their own slugs. A problem is an easy page without a standard page, or one
    whose sheet does not fit its paper.
    """
    standard = {slug: page for slug, page in pages.items() if page.kind != "easy"}
    easy = {page.standard: page for page in pages.values() if page.kind == "easy"}
    problems = [
        problem
        for slug, page in easy.items()
        for problem in (_on_paper(page, standard[slug]) if slug in standard
                        else [_alone(page, standard)])
    ]  # fmt: skip
    joined = {
        slug: _joined(page, standard[slug]) if slug in standard else page
        for slug, page in easy.items()
    }
    return standard, joined, problems


def _joined(easy: Page, standard: Page) -> Page:
    """An easy page with what it has from its standard page; sources stay there."""
    written, other = easy.front_matter, standard.front_matter
    if not isinstance(written, EasyFrontMatter) or not isinstance(other, PairFrontMatter):
        return easy
    own = written.model_dump(exclude={"tested"})
    sheet = easy.worksheet and replace(easy.worksheet, slug=standard.name)
    return replace(
        easy,
        front_matter=other.model_copy(update={**own, "sources": ()}),
        worksheet=sheet,
        untested=not written.tested,
    )


def _on_paper(easy: Page, standard: Page) -> list[Problem]:
    """What does not fit the paper that the standard page chose."""
    file, written = easy.document.file, standard.front_matter
    if not easy.worksheet or not isinstance(written, PairFrontMatter):
        return []
    width = rules.check_width(file, easy.worksheet, written.paper)
    return [*width, *rules.check_drawings(file, easy.worksheet)]


def _alone(easy: Page, standard: Mapping[str, Page]) -> Problem:
    folder = f"docs/{easy.language}"
    known = [slug for slug in standard if kind_of(slug) in ("tool", "agreement")]
    near = "".join(get_close_matches(easy.standard, known, 1, cutoff=0))
    return Problem(
        easy.document.file, 1,
        say("an easy page of {file}, which is not there", file=f"{folder}/{easy.standard}.md"),
        say("an easy page only of a tool or of the agreement, in a folder of that page's name"),
        f"{folder}/{near}/easy.md",
    )  # fmt: skip
