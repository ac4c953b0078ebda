"""The meetings of paths as values: what each names and needs, and that the real ones agree."""

from pathlib import Path

import pytest

from mentoring_tools.checks import meetings
from mentoring_tools.content.model import Language, Library, Page
from mentoring_tools.content.schema import PathFrontMatter, ToolFrontMatter
from mentoring_tools.project import load
from mentoring_tools.source import document, passages
from mentoring_tools.worksheet.model import Worksheet

WORDS = {"meeting_tools": "Tools", "meeting_time": "Time", "minutes": "{minutes} minutes"}
TOOL = "---\ntitle: Line\ndescription: Draw.\n---\n"
PATH = """---
title: A path
description: Three meetings.
---

## Who {#for-whom}

- **Time:** 10 minutes

## First {#meeting-1}

- **Tools:** [Line](../tools/line.md#worksheet),
  [Map](../tools/map.md), [Guide](../guides/guide.md), [Elsewhere](https://example.org/)
- **Time:** 100 minutes.
  Of these 30 are for the line.
- **At home:** [Line](../tools/line.md)

## Second {#meeting-2}

- **Tools:** [Map](../tools/map.md)
- **Time:** 45–60 minutes

## Third {#meeting-3}

- **At home:** [Map](../tools/map.md)
"""


def tool(slug: str, minutes: int) -> Page:
    text, _ = document.parse(TOOL, f"docs/en/{slug}.md", "en", slug)
    assert text
    facts = {"goal": "Drawn.", "phase": "working", "themes": ["goals"], "who": "both"}
    written = ToolFrontMatter.model_validate({**text.meta, **facts, "minutes": minutes})
    return Page("tool", written, text, (), Worksheet(slug, "en", "Line", 1, ()))


@pytest.fixture
def library() -> Library:
    """A path with three meetings, and two tools of 45 and 20 minutes."""
    text, _ = document.parse(PATH, "docs/en/paths/a.md", "en", "paths/a")
    assert text
    written = PathFrontMatter(title="A path", description="Three.", goal="Met.", meetings=3)
    path = Page("path", written, text, passages.of_document(text))
    pages = {p.slug: p for p in (path, tool("tools/line", 45), tool("tools/map", 20))}
    languages = (Language("en", "English", "Small", default=True),)
    return Library(languages, tuple(pages), {"en": pages}, {"en": frozenset(pages)})


def test_a_meeting_names_its_tools_and_needs_their_minutes_and_ten(library: Library) -> None:
    first, second, third = meetings.of_page(library.of("en")["paths/a"], library, WORDS)
    assert [page.name for _, page in first.tools] == ["line", "map"]
    assert (first.minutes, first.needed, first.minutes_line) == (100, 75, 14)
    assert (second.minutes, second.needed) == (None, 30)
    assert (third.tools, third.minutes, third.tools_line) == ((), None, None)


def test_what_is_wrong_is_told_at_its_line(library: Library) -> None:
    told = [(problem.line, problem.found) for problem in meetings.check(library, {"en": WORDS})]
    assert told == [
        (21, "the meeting “Second” does not say its minutes, and its parts need 30"),
        (23, "the meeting “Third” names no tool"),
        (23, "the meeting “Third” does not say its minutes, and its parts need 10"),
    ]


def test_every_real_meeting_is_read(project: Path) -> None:
    loaded = load(project)
    for code in loaded.library.codes:
        paths = loaded.library.kind(code, "path")
        assert paths
        for page in paths:
            read = list(meetings.of_page(page, loaded.library, loaded.words[code]))
            assert isinstance(page.front_matter, PathFrontMatter)
            assert len(read) == page.front_matter.meetings, page.slug
            assert all(meeting.tools and meeting.minutes for meeting in read), page.slug
