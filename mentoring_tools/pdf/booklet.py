"""The whole toolkit as one document for paper: cover, contents, and each phase with its tools."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from mentoring_tools.pdf import sheet_html
from mentoring_tools.pdf.parts import Part
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Imprint, Texts


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
        prose=Markup,
    )


def _numbered(part: Part, words: Mapping[str, Words]) -> Texts:
    return {code: words[code]["phase_number"].format(number=part.number) for code in part.title}
