"""The whole toolkit as one document for paper: cover, contents, and each phase with its tools."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from mentoring_tools.pdf import sheet_html
from mentoring_tools.source.document import Document
from mentoring_tools.source.html import SHEET, PageSection, Place
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Imprint, Texts
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



def booklet(
    parts: Sequence[Part],
    languages: tuple[str, ...],
    words: Mapping[str, Words],
    imprint: Imprint,
    folder: Path,
) -> str:
    """The HTML of the toolkit, in one language or two side by side.

    `words` holds every language's interface words, by its code.
    """
    voice = sheet_html.Voice(languages)
    facts = parts[0].chapters[0].facts
    return sheet_html.render(
        folder,
        "booklet.html",
        parts=parts,
        languages=languages,
        words=words,
        facts=facts,
        title=" / ".join(voice.texts(facts.site)),
        foot=sheet_html.foot(facts, imprint, languages[0]),
        address=imprint.address,
        publisher=imprint.publisher,
        edition={code: imprint.edition(words[code]) for code in languages},
        told=voice.told,
        phrase=lambda key: voice.told({code: words[code][key] for code in languages}),
        phase_line=lambda part: voice.told(_numbered(part, words)),
        body=lambda chapter: sheet_html.body(chapter.worksheets, chapter.facts, words, folder),
        line=lambda facts: sheet_html.phase_line(facts, words),
        time=lambda facts: sheet_html.time_line(facts, words),
        prose=Markup,
    )


def _numbered(part: Part, words: Mapping[str, Words]) -> Texts:
    return {code: words[code]["phase_number"].format(number=part.number) for code in part.title}


def instructions(document: Document, place: Place) -> str:
    """A page's text under h2 headings, without its sheet; `place` says where its links lead."""
    texts = (_section(one, place) for one in document.sections if one.id != SHEET)
    return "\n".join(filter(None, texts))


def _section(section: PageSection, place: Place) -> str:
    heading = f"<h2>{section.title.filled(place)}</h2>\n" if section.id else ""
    return heading + section.html.filled(place)
