"""Sheets as HTML for paper: what the print templates in `downloads/print/` are given.

The page's form has buttons, scripts and one language at a time; paper has neither, so it has
templates of its own. Both read the same `Worksheet`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mentoring_tools.facts import Facts, Imprint, Texts
from mentoring_tools.strings import Words
from mentoring_tools.worksheet import Field, Note, Section, Worksheet, key

#: The same question, note or choice in each language of the sheet.
Twins = tuple[Any, ...]

#: What the machine asks at the end of each sheet shares a line on paper.
_ENDING = ("private", "next-step")

#: Keeps a number and its word on one line.
_EQUALS = "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"

#: Letters of a choice that takes half a line, with room for its box.
_BRIEF = 38


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
    template = _templates(folder).get_template("sheet.html")
    return template.render(
        body=body(sheets, facts, words, folder),
        languages=languages,
        title=" / ".join(_Voice(languages).texts(facts.title)),
        facts=facts,
        foot=_foot(facts, imprint, languages[0]),
        publisher=imprint.publisher,
    )


def body(
    sheets: Sequence[Worksheet], facts: Facts, words: Mapping[str, Words], folder: Path
) -> Markup:
    """A sheet's head and its questions, to stand inside a form."""
    voice = _Voice(tuple(sheet.language for sheet in sheets))
    html = _templates(folder).get_template("body.html").render(
        sheets=sheets,
        facts=facts,
        phase=phase_line(facts, words),
        time={code: _time_line(facts, words[code], code) for code in voice.languages},
        said=voice.said,
        told=voice.told,
        ends=voice.ends,
        across=across,
        brief=brief,
        lines=lines,
        key=key,
        signed=signed,
    )  # fmt: skip
    return Markup(html)  # noqa: S704 - made by a template that escapes


def phase_line(facts: Facts, words: Mapping[str, Words]) -> Texts:
    """`1. vaihe · Aloitusvaihe` in each language."""
    number = facts.phase_number
    return {
        code: f"{words[code]['phase_number'].format(number=number)} · {phase}"
        for code, phase in facts.phase.items()
    }


def _foot(facts: Facts, imprint: Imprint, code: str) -> str:
    address = imprint.address.partition("://")[2].rstrip("/")
    return " · ".join(filter(None, (facts.site[code], address)))


def _time_line(facts: Facts, words: Words, code: str) -> str:
    minutes = words["minutes"].format(minutes=facts.minutes)
    return f"{minutes} · {words['who']}: {facts.who[code]}"


class _Voice:
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
    return isinstance(item, Field) and (item.half or item.id in _ENDING)


def brief(twins: Twins) -> bool:
    """Whether the choices of a question are short enough to stand two on a line."""
    labels = [option.label for field in twins for option in field.options]
    return max(map(len, labels), default=0) <= _BRIEF


def is_note(item: Field | Note) -> bool:
    """A test for templates."""
    return isinstance(item, Note)


def signed(number: int | str) -> str:
    """A number with a real minus."""
    return str(number).replace("-", "\N{MINUS SIGN}")


@cache
def _templates(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.tests["note"] = is_note
    return environment
