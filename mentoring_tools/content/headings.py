"""The headings of a page: each with an id of its own, and those that its kind needs."""

import re
from collections.abc import Iterator

from mentoring_tools.content.schema import HEADINGS, Kind, Written, WrittenRoute
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Document

_ID = re.compile(r"[a-z0-9-]+")


def ids(text: Document) -> list[Problem]:
    """Every heading whose id is missing, cannot be used, or stands on the page twice."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for heading in text.headings:
        wrong = _wrong(heading.id, heading.title, seen)
        if wrong:
            found, expected, id_ = wrong
            example = f"{'#' * heading.level} {heading.title} {{#{id_}}}"
            problems.append(Problem(text.file, heading.line, found, expected, example))
        seen.setdefault(heading.id, heading.line)
    return problems


def _wrong(id_: str, title: str, seen: dict[str, int]) -> tuple[str, str, str] | None:
    """What was found, what was expected and a right id, when a heading's id is wrong."""
    if not id_:
        expected = "an id in braces after each heading's words, the same in every language"
        return f"the heading “{title}” has no id", expected, "steps"
    if not _ID.fullmatch(id_):
        expected = "an id in small letters a–z, digits and hyphens, the same in every language"
        right = id_.lower() if _ID.fullmatch(id_.lower()) else "steps"
        return f"the id #{id_} of the heading “{title}”", expected, right
    if id_ in seen:
        expected = "each id once on a page: links and parts of the page are found by it"
        return f"the id #{id_} stands here and on line {seen[id_]}", expected, f"{id_}-2"
    return None


def missing(text: Document, kind: Kind, written: Written | None) -> list[Problem]:
    """Every heading that a page of this kind needs and that is not there."""
    needed = HEADINGS.get(kind, ())
    if isinstance(written, WrittenRoute):
        needed += tuple(f"meeting-{number}" for number in range(1, written.meetings + 1))
    return [
        Problem(text.file, text.body_line, f"no heading with the id #{id_}",
                "the headings of a page of this kind: "
                + " ".join(f"#{name}" for name in needed),
                f"## … {{#{id_}}}")
        for id_ in needed
        if not text.heading(id_) and all(_ID.fullmatch(heading.id) for heading in text.headings)
    ]  # fmt: skip


def first_level(text: Document) -> Iterator[Problem]:
    """Every heading that stands as high as the page's title."""
    for heading in text.headings:
        if heading.level == 1:
            found = f"a heading of the first level: “{heading.title}”"
            expected = "two number signs or more; the page's first heading is its `title`"
            example = f"## {heading.title} {{#{heading.id or 'steps'}}}"
            yield Problem(text.file, heading.line, found, expected, example)
