"""The smallest parts of a form: what one writes, ticks and chooses in, and words in languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from mentoring_tools.worksheet.model import Field, Option, Row, Scale, signed

_TYPES = {"date": 'type="date"', "number": 'type="text" inputmode="numeric"'}

_RANGE = re.compile(r"(?<=\d)–(?=\d)")


@dataclass(frozen=True)
class Speech:
    """Says things in the form's languages, given in the same order each time."""

    languages: tuple[str, ...]

    def said(self, texts: Sequence[str]) -> str:
        """The first language's words, then each other's in an element of its own."""
        seconds = zip(self.languages[1:], texts[1:], strict=True)
        return whole(texts[0]) + "".join(
            f' <span lang="{code}">{whole(text)}</span>'
            for code, text in seconds
            if text != texts[0]
        )

    def labels(self, parts: Sequence[Field | Option | Row]) -> str:
        """The labels of a field, a choice or a row and of its twins."""
        return self.said([part.label for part in parts])

    def ends(self, id_: str, scales: Sequence[Scale]) -> str:
        """A row of numbers to choose from, between the words for both ends."""
        low = self.said([f"{signed(s.low)} = {s.low_word}" for s in scales])
        high = self.said([f"{signed(s.high)} = {s.high_word}" for s in scales])
        return (
            f'<div class="mt-ends"><span class="mt-low">{low}</span>{numbers(id_, scales[0])}'
            f'<span class="mt-high">{high}</span></div>'
        )


def whole(text: str) -> str:
    """Text in which a range of numbers, such as 0–10, is not torn at its dash."""
    return _RANGE.sub("\N{WORD JOINER}–\N{WORD JOINER}", escape(text))


def line(id_: str, field: Field, more: str = "") -> str:
    """One line to write on; the phone's keyboard follows the field's kind.

    A long answer on a line of its own makes the line grow: it is never cut off.
    """
    if field.kind == "text" and not field.half:
        return lines(id_, field, more)
    kind = _TYPES.get(field.kind, 'type="text"')
    return f'<input {kind} id="{id_}" name="{id_}"{_lang(field)}{more}{bounds(field)}>'


def bounds(field: Field) -> str:
    """The attributes that say the least and the most of a number, for scripts."""
    low, high = field.bounds or ("", "")
    return f' data-mt-low="{low}" data-mt-high="{high}"' if field.bounds else ""


def lines(id_: str, field: Field, more: str = "") -> str:
    """Several lines to write on."""
    return f'<textarea id="{id_}" name="{id_}" rows="{field.lines}"{_lang(field)}{more}></textarea>'


def tick(id_: str, more: str = "") -> str:
    """A box to tick."""
    return f'<input type="checkbox" id="{id_}" name="{id_}" value="yes"{more}>'


def radio(id_: str, value: str) -> str:
    """One of a group of buttons named `id_`."""
    return f'<input type="radio" id="{id_}-{value}" name="{id_}" value="{value}">'


def numbers(id_: str, scale: Scale) -> str:
    """A radio button for each number of a scale, in its label: a sheet may have 150 of them."""
    buttons = (
        f'<label><input type="radio" name="{id_}" value="{option.id}">'
        f"<span>{option.label}</span></label>"
        for option in scale.options
    )
    return f'<span class="mt-numbers">{"".join(buttons)}</span>'


def origin(field: Field) -> str:
    """The attribute that names the sheet whose answer is offered here, or nothing."""
    return f' data-mt-from="{field.origin}"' if field.origin else ""


def _lang(field: Field) -> str:
    return f' lang="{field.language}"' if field.language else ""
