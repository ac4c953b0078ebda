"""What the booklet of the whole toolkit is made of: phases and their tools."""

from dataclasses import dataclass

from mentoring_tools.worksheet.facts import Facts, Texts
from mentoring_tools.worksheet.model import Worksheet


@dataclass(frozen=True)
class Chapter:
    """A tool: its instructions, then its sheet.

    `instructions` is the page's text as HTML without the sheet, by language; its headings begin
    at h2 and have no ids. A link to `#lifeline` leads to that tool in the booklet; other links are
    absolute. `pictures` are hashes of the pictures in it.
    """

    worksheets: tuple[Worksheet, ...]
    facts: Facts
    instructions: Texts
    pictures: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """What the tool is called in links."""
        return self.worksheets[0].slug


@dataclass(frozen=True)
class Part:
    """A phase with its tools; `text` is a sentence or two about it."""

    number: int
    title: Texts
    text: Texts
    chapters: tuple[Chapter, ...]
