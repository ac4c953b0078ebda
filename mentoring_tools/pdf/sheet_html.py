"""Sheets as HTML for paper: what the print templates in `downloads/print/` are given.

The page's form has buttons, scripts and one language at a time; paper has neither, so it has
templates of its own. Both read the same `Worksheet`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet import drawings, page_code, widths
from mentoring_tools.worksheet.common_fields import ENDING
from mentoring_tools.worksheet.facts import Facts, Imprint, Texts
from mentoring_tools.worksheet.model import Field, Note, Section, Worksheet, key, signed

#: Keeps a number and its word on one line.
_EQUALS = "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"

#: The same question, note or choice in each language of the sheet.
Twins = tuple[Any, ...]

#: How a part of a sheet is called that is a certificate, by its heading's id.
_CERTIFICATE = "certificate"

#: Letters of a choice that takes half a line, with room for its box.
_BRIEF = 38

#: The least millimetres to write beside a choice, and what its box takes.
_LEAST_REST_MM, _BOX_MM = 45, 8


def sheet(
    sheets: Sequence[Worksheet],
    facts: Facts,
    words: Mapping[str, Words],
    imprint: Imprint,
    folder: Path,
) -> str:
    """The HTML of one sheet; two worksheets are the same one in two languages, side by side.

    `facts` and `words` hold every language of the sheets, by its code.
    `folder` holds the print templates.
    """
    languages = tuple(sheet.language for sheet in sheets)
    made = render(
        folder,
        "sheet.html",
        body=body(sheets, facts, words, folder, imprint),
        languages=languages,
        title=" / ".join(Voice(languages).texts(facts.title)),
        facts=facts,
        foot=foot(facts, imprint, languages[0]),
        publisher=imprint.publisher,
    )
    # No longer markup, which would take what is put into it for words.
    return str(made)


def body(
    sheets: Sequence[Worksheet],
    facts: Facts,
    words: Mapping[str, Words],
    folder: Path,
    imprint: Imprint,
) -> Markup:
    """A sheet's head and its questions, to stand inside a form."""
    voice = Voice(tuple(sheet.language for sheet in sheets))
    return render(
        folder,
        "body.html",
        sheets=sheets,
        facts=facts,
        code=page_code.svg(imprint.address) if imprint.coded else "",
        code_mm=page_code.SIDE_MM,
        phase=phase_line(facts, words),
        time=time_line(facts, words),
        said=voice.said,
        told=voice.told,
        ends=voice.ends,
        across=across,
        brief=brief,
        width=width,
        rest_of_line=rest_of_line,
        lines=lines,
        ground=lambda frame: _ground(sheets[0], frame, facts.paper),
        key=key,
        imprint=imprint,
    )


def _ground(sheet: Worksheet, frame: Field, paper: str) -> str:
    """The style of a frame in which a table is drawn: the empty drawing lies in it."""
    table = drawings.of(sheet, frame)
    if table is None:
        return ""
    picture = drawings.svg(table, widths.WIDTH_MM[paper], frame.height_mm, widths.FAMILY)
    return f"background-image: url('data:image/svg+xml,{quote(picture)}')"


def phase_line(facts: Facts, words: Mapping[str, Words]) -> Texts:
    """`1. vaihe · Aloitusvaihe` in each language, or the bare words where there is no number."""
    number = facts.phase_number
    return {
        code: f"{words[code]['phase_number'].format(number=number)} · {phase}" if number else phase
        for code, phase in facts.phase.items()
    }


def foot(facts: Facts, imprint: Imprint, code: str) -> str:
    """The publisher, the service's name and the page's address without `https://`."""
    address = imprint.address.partition("://")[2].rstrip("/")
    return " · ".join(filter(None, (imprint.publisher, facts.site[code], address)))


def time_line(facts: Facts, words: Mapping[str, Words]) -> Texts:
    """`45 minuuttia · Kuka täyttää: aktori` in each language."""
    return {
        code: f"{words[code]['minutes'].format(minutes=facts.minutes)}"
        f" · {words[code]['who']}: {who}"
        for code, who in facts.who.items()
    }


def render(folder: Path, template: str, **values: Any) -> Markup:
    """A print template with its values filled in."""
    html = _templates(folder).get_template(template).render(values)
    return Markup(html)  # noqa: S704 - made by a template that escapes


class Voice:
    """Says the same thing in each language of a sheet."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = languages

    def texts(self, texts: Texts) -> list[str]:
        """What is said in the sheet's languages, the same words only once."""
        return list(dict.fromkeys(texts[code] for code in self.languages))

    def told(self, texts: Texts) -> Markup:
        """The first language's words, then each other's below them."""
        first, *others = self.languages
        spans = (
            Markup(' <span class="other" lang="{}">{}</span>').format(code, texts[code])
            for code in others
            if texts[code] != texts[first]
        )
        return Markup("<span>{}</span>").format(texts[first]) + Markup("").join(spans)

    def said(self, twins: Twins, attribute: str) -> Markup:
        """The same for an attribute of twins: `label`, `scale.low_word`."""
        values = map(attrgetter(attribute), twins)
        return self.told(dict(zip(self.languages, values, strict=True)))

    def ends(self, twins: Twins) -> Markup:
        """What the two ends of a scale mean: `-5 = vaikea, 5 = hyvä`."""
        ends = (
            f"{signed(s.low)}{_EQUALS}{s.low_word}, {signed(s.high)}{_EQUALS}{s.high_word}"
            for s in map(attrgetter("scale"), twins)
        )
        return self.told(dict(zip(self.languages, ends, strict=True)))


@cache
def _templates(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.tests["note"] = is_note
    environment.tests["signed"] = is_signed
    environment.tests["certificate"] = is_certificate
    return environment


def across(twins: Iterable[Any], attribute: str) -> list[Twins]:
    """The parts of twins, as twins: each section, choice, row or column in every language."""
    return list(zip(*map(attrgetter(attribute), twins), strict=True))


def lines(sections: Sequence[Section]) -> Iterator[tuple[Twins, ...]]:
    """The questions and notes of a part, two by two where short ones share a line."""
    waiting: tuple[Twins, ...] = ()
    for twins in across(sections, "items"):
        half = _is_half(twins[0])
        if waiting:
            yield (*waiting, twins) if half else waiting
        if half:
            waiting = () if waiting else (twins,)
        else:
            waiting = ()
            yield (twins,)
    if waiting:
        yield waiting


def _is_half(item: Field | Note) -> bool:
    return isinstance(item, Field) and (item.half or item.id in ENDING)


def brief(twins: Twins) -> bool:
    """Whether the choices of a question are short enough to stand two on a line."""
    labels = [option.label for field in twins for option in field.options]
    return max(map(len, labels), default=0) <= _BRIEF


def rest_of_line(options: Twins, paper: str) -> float:
    """Millimetres for writing beside a choice, right of its words.

    An estimate, for a box that takes what is left costs the layout engine a second pass.
    """
    words = sum(widths.TEXT.mm(f"{label} /") for label in {option.label for option in options})
    return round(max(_LEAST_REST_MM, widths.WIDTH_MM[paper] - _BOX_MM - words), 1)


def width(columns: Twins) -> float:
    """A column's width in millimetres, or 0 where it takes its share of what is left."""
    fixed = columns[0].kind in ("scale", "number", "date", "check")
    return round(widths.column_mm(columns), 1) if fixed else 0


def is_signed(part: Section | Worksheet) -> bool:
    """A test for templates: what is signed is given to others, and can be cut from what follows."""
    return any(field.kind == "signature" for field in part.fields)


def is_certificate(part: Section) -> bool:
    """A test for templates: a certificate is hung up, even where nothing is to be cut off."""
    return part.id == _CERTIFICATE and is_signed(part)


def is_note(item: Field | Note) -> bool:
    """A test for templates."""
    return isinstance(item, Note)
