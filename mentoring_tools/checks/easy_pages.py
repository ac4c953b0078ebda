"""Compares each easy page with its standard page: answers are kept by question for both together.

An easy page says less, so it may leave out headings, notes and links; it may not leave out or
change a question.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from mentoring_tools.checks import parity
from mentoring_tools.checks.aspects import NOTE, Comparable, fields_of
from mentoring_tools.content.model import Library, Page
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem


def compare(library: Library) -> Iterator[Problem]:
    """Every question of an easy page that is not its standard page's, and every other heading."""
    for code in library.codes:
        for easy in library.easy_of(code):
            if standard := library.of(code).get(easy.standard):
                yield from _of_pages(standard, easy)


def _of_pages(standard: Page, easy: Page) -> Iterator[Problem]:
    unsure = standard.unsure | easy.unsure
    if "field" not in unsure:
        ours, theirs = _questions(standard), _questions(easy)
        yield from parity.differences(say("field"), ours, theirs, standard, easy)
    if "heading" not in unsure:
        yield from _headings(standard, easy)


def _questions(page: Page) -> list[Comparable]:
    """The sheet's questions with their choices, columns and rows, without its notes."""
    return [part for part in fields_of(page) if part.key != NOTE]


def _headings(standard: Page, easy: Page) -> Iterator[Problem]:
    """Every heading that the standard page lacks: a link from a twin would find it nowhere."""
    known = sorted(standard.document.anchors)
    for heading in easy.document.headings:
        if heading.id not in known:
            near = "".join(get_close_matches(heading.id, known, 1, cutoff=0))
            mark = "#" * heading.level
            yield Problem(
                easy.document.file, heading.line,
                say("heading: {heading}", heading=f"{mark} {{#{heading.id}}}"),
                say("an id that a heading of {file} has: {ids}",
                    file=standard.document.file, ids=", ".join(known)),
                f"{mark} … {{#{near}}}",
            )  # fmt: skip
