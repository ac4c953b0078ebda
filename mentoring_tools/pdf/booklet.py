"""The whole toolkit as one document for paper: cover, contents, and each phase with its tools."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from pathlib import Path

from markdown import Markdown
from markupsafe import Markup

from mentoring_tools.pdf import sheet_html
from mentoring_tools.source.document import Document
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet import notation
from mentoring_tools.worksheet.facts import Facts, Imprint, Texts
from mentoring_tools.worksheet.model import Worksheet

_ID = re.compile(r'(<h[2-6][^>]*?)\s+id="[^"]*"')
_SHEET_HEADING = re.compile(r'<h2[^>]*id="worksheet"[^>]*>.*?</h2>', re.DOTALL)

_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]+)')
_EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:")

#: The same extensions as in mkdocs.yml, so that a page reads the same on screen and on paper.
EXTENSIONS = ("attr_list", "tables")


@dataclass(frozen=True)
class Chapter:
    """A tool: its instructions, then its sheet.

    `instructions` is the page's text as HTML without the sheet, by language; its headings begin
    at h2. A link to `#lifeline` leads to that tool in the booklet; other links are absolute.
    """

    worksheets: tuple[Worksheet, ...]
    facts: Facts
    instructions: Texts

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
        told=voice.told,
        phrase=lambda key: voice.told({code: words[code][key] for code in languages}),
        phase_line=lambda part: voice.told(_numbered(part, words)),
        body=lambda chapter: sheet_html.body(chapter.worksheets, chapter.facts, words, folder),
        line=lambda facts: sheet_html.phase_line(facts, words),
        time=lambda facts: sheet_html.time_line(facts, words),
        prose=_prose,
    )


def _numbered(part: Part, words: Mapping[str, Words]) -> Texts:
    return {code: words[code]["phase_number"].format(number=part.number) for code in part.title}


def _prose(html: str) -> Markup:
    """A page's text without the sheet's heading, and without ids: every tool has the same."""
    text = _ID.sub(r"\1", _SHEET_HEADING.sub("", html))
    return Markup(text)  # noqa: S704 - made from the project's own Markdown


def instructions(document: Document, target: Callable[[str], str]) -> str:
    """The page's text without its sheet; `target` turns a link between files into one that works.

    External links stay as they are.
    """
    text = _converted(document.body)
    return _LINK.sub(lambda match: match[1] + _led(unescape(match[2]), target), text)


# A page stands in the booklet of its language and in that of all, and `make serve` builds often.
@lru_cache(maxsize=1024)
def _converted(body: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(notation.without_sheet(body))


def _led(link: str, target: Callable[[str], str]) -> str:
    return escape(link if _EXTERNAL.match(link) else target(link))
