"""Do a path's meetings add up? Each names its tools, and minutes that are enough for them.

A meeting is what stands under a heading with the id `meeting-1`, `meeting-2` and so on.
In its list one item begins with the word for tools, and one with the word for the time:
`- **Aika:** 90 minuuttia`.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from posixpath import dirname, join, normpath

from mentoring_tools.content.model import Library, Page
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Heading, Link
from mentoring_tools.source.passages import Passage
from mentoring_tools.source.strings import Words

#: The interface's words that begin the two items, and those that say a number of minutes.
WORDS = ("meeting_tools", "meeting_time", "minutes")

#: How many tools a meeting has at most; the others are done at home.
MOST_TOOLS = 2

#: Minutes of each meeting for asking how you are and for the log: our own estimate.
BESIDES = 10

_MEETING = re.compile(r"meeting-(\d+)")
_MINUTES = re.compile(r"(\d+)\s+[^\W\d]")


@dataclass(frozen=True)
class Meeting:
    """One meeting as it is written.

    `tools` are links and the pages that they lead to, `minutes` how long it says that it takes.
    A line is None where the item is not there.
    """

    page: Page
    heading: Heading
    words: Words
    tools: tuple[tuple[Link, Page], ...]
    tools_line: int | None
    minutes: int | None
    minutes_line: int | None

    @property
    def needed(self) -> int:
        """The minutes of its tools, and those that every meeting needs."""
        return sum(page.sheet.minutes for _, page in self.tools) + BESIDES


def check(library: Library, words: Mapping[str, Words]) -> Iterator[Problem]:
    """Every meeting whose tools are too many, or whose minutes are too few or differ in a twin.

    `words` holds the interface's words named in `WORDS` by language.
    """
    said: dict[tuple[str, str], Meeting] = {}
    for code in library.codes:
        for page in library.kind(code, "path"):
            for meeting in of_page(page, library, words[code]):
                if any("front matter" in tool.unsure for _, tool in meeting.tools):
                    continue
                yield from _of_meeting(meeting)
                first = said.setdefault((page.slug, meeting.heading.id), meeting)
                yield from _unlike(meeting, first)


def of_page(page: Page, library: Library, words: Words) -> Iterator[Meeting]:
    """The meetings of a path, in the order of their headings."""
    for heading, end in pairwise([*page.document.headings, None]):
        if heading and _MEETING.fullmatch(heading.id):
            lines = range(heading.line, end.line if end else sys.maxsize)
            items = [passage for passage in page.passages if passage.line in lines]
            tools = _item(items, words["meeting_tools"])
            time = _item(items, words["meeting_time"])
            yield Meeting(
                page, heading, words, tuple(_sheets(tools, page, library)) if tools else (),
                tools.line if tools else None, _minutes(time), time.line if time else None,
            )  # fmt: skip


def _item(items: Iterable[Passage], label: str) -> Passage | None:
    return next((item for item in items if item.text.startswith(f"{label}:")), None)


def _minutes(item: Passage | None) -> int | None:
    """The number that the item begins with, after its label; nothing when it is a range."""
    said = _MINUTES.match(item.text.partition(":")[2].strip()) if item else None
    return int(said[1]) if said else None


def _sheets(item: Passage, page: Page, library: Library) -> Iterator[tuple[Link, Page]]:
    """The links of an item that lead to a page with a sheet, each with that page."""
    last = item.line + item.text.count("\n")
    for link in page.document.links:
        if item.line <= link.line <= last and not link.external:
            path = link.target.partition("#")[0].removesuffix(".md")
            slug = normpath(join(dirname(page.slug), path))
            target = library.of(page.language).get(slug)
            if target and target.worksheet:
                yield link, target


def _of_meeting(meeting: Meeting) -> Iterator[Problem]:
    tools, time = (f"- **{meeting.words[key]}:**" for key in ("meeting_tools", "meeting_time"))
    file, line, title = meeting.page.document.file, meeting.heading.line, meeting.heading.title
    if not meeting.tools:
        yield Problem(
            file, meeting.tools_line or line,
            say("the meeting “{title}” names no tool", title=title),
            say("an item of its list that begins with “{label}:” and links to one or two pages "
                "with a worksheet", label=meeting.words["meeting_tools"]),
            f"{tools} [Lifeline](../tools/lifeline.md)",
        )  # fmt: skip
    if len(meeting.tools) > MOST_TOOLS:
        links = [f"[{page.front_matter.title}]({link.target})" for link, page in meeting.tools]
        yield Problem(
            file, meeting.tools_line or line,
            say("the meeting “{title}” has {count} tools", title=title, count=len(links)),
            say("at most {most}; name the others among what is done at home", most=MOST_TOOLS),
            f"{tools} {', '.join(links[:MOST_TOOLS])}",
        )  # fmt: skip
    if meeting.minutes is None or meeting.minutes < meeting.needed:
        yield _too_short(meeting, time)


def _too_short(meeting: Meeting, label: str) -> Problem:
    named = [f"{page.front_matter.title} {page.sheet.minutes}" for _, page in meeting.tools]
    title, needed = meeting.heading.title, meeting.needed
    found = say("the meeting “{title}” does not say its minutes, and its parts need {needed}",
                title=title, needed=needed)  # fmt: skip
    if meeting.minutes:
        found = say("the meeting “{title}” takes {minutes} minutes, and its parts need {needed}",
                    title=title, minutes=meeting.minutes, needed=needed)  # fmt: skip
    return Problem(
        meeting.page.document.file, meeting.minutes_line or meeting.heading.line,
        found,
        say("one number of minutes, enough for all of {parts}how you are and the log {besides}",
            parts="".join(f"{part}, " for part in named), besides=BESIDES),
        f"{label} {meeting.words['minutes'].format(minutes=meeting.needed)}",
    )  # fmt: skip


def _unlike(meeting: Meeting, first: Meeting) -> Iterator[Problem]:
    """The meeting when it takes another time than its twin in the first language."""
    if meeting.minutes and first.minutes and meeting.minutes != first.minutes:
        label, words = meeting.words["meeting_time"], meeting.words["minutes"]
        yield Problem(
            meeting.page.document.file, meeting.minutes_line or meeting.heading.line,
            say("the meeting “{title}” takes {minutes} minutes",
                title=meeting.heading.title, minutes=meeting.minutes),
            say("as many as in {file}, line {line}",
                file=first.page.document.file, line=first.minutes_line),
            f"- **{label}:** {words.format(minutes=first.minutes)}",
        )  # fmt: skip
