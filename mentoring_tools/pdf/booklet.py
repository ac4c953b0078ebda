"""The whole toolkit as one document for paper: cover, contents, and each phase with its tools."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from mentoring_tools.pdf import sheet_html
from mentoring_tools.source.document import Document
from mentoring_tools.source.html import SHEET, PageSection, Place
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Imprint, Texts

_HEADING = re.compile(r"(</?h)([2-4])\b")


@dataclass(frozen=True)
class Chapter:
    """A tool: its instructions, then its sheet.

    `slug` is what it is called in links: one to `#lifeline` leads to that tool in the booklet;
    other links are absolute. `instructions` is the page's text as HTML without the sheet, by
    language, under headings from h4 on. `pictures` are hashes of the pictures in it.
    """

    slug: str
    facts: Facts
    instructions: Texts
    pictures: tuple[str, ...] = ()


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
    leaves: Mapping[str, Sequence[str]],
) -> str:
    """The HTML of the toolkit, in one language or two side by side, without its sheets.

    `words` holds every language's interface words, by its code.
    `leaves` holds the looks of each page of a tool's sheet, by the tool's slug.
    """
    voice = sheet_html.Voice(languages)
    facts = parts[0].chapters[0].facts
    made = sheet_html.render(
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
        leaves=leaves,
        line=lambda facts: sheet_html.phase_line(facts, words),
        time=lambda facts: sheet_html.time_line(facts, words),
        prose=Markup,
    )
    return str(made)


def _numbered(part: Part, words: Mapping[str, Words]) -> Texts:
    return {code: words[code]["phase_number"].format(number=part.number) for code in part.title}


def instructions(document: Document, place: Place) -> str:
    """A page's text without its sheet; `place` says where its links lead.

    Phases are h2 in the booklet and tools h3, so the text's own headings stand two levels deeper.
    """
    texts = (_section(one, place) for one in document.sections if one.id != SHEET)
    return _HEADING.sub(_deeper, "\n".join(filter(None, texts)))


def _deeper(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 2}"


def _section(section: PageSection, place: Place) -> str:
    heading = f"<h2>{section.title.filled(place)}</h2>\n" if section.id else ""
    return heading + section.html.filled(place)
