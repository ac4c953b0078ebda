"""How the parts of a sheet are laid on paper: what shares a line, how wide a column is."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from mentoring_tools.worksheet.model import Field, Note, Section, Worksheet
from mentoring_tools.worksheet.widths import WIDTH_MM

#: The same question, note or choice in each language of the sheet.
Twins = tuple[Any, ...]

#: What the machine asks at the end of each sheet shares a line on paper.
_ENDING = ("private", "next-step")

#: Letters of a choice that takes half a line, with room for its box.
_BRIEF = 38

#: Millimetres that a number of a scale takes, and a letter of a column's heading at its widest.
_DIGIT_MM, _LETTER_MM = 4.8, 1.8

#: The least millimetres of columns that do not grow, and what a heading has at its sides.
_LEAST_MM = {"number": 13, "date": 22, "check": 12}
_SIDES_MM = 3
_ONE_LINE = 11

#: The least millimetres to write beside a choice, what its box takes, and a letter of its words.
_LEAST_REST_MM, _BOX_MM, _WORD_LETTER_MM = 45, 8, 1.72


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


def rest_of_line(options: Twins, paper: str) -> float:
    """Millimetres for writing beside a choice, right of its words.

    An estimate, for a box that takes what is left costs the layout engine a second pass.
    """
    letters = sum(len(label) + 2 for label in {option.label for option in options})
    return max(_LEAST_REST_MM, WIDTH_MM[paper] - _BOX_MM - letters * _WORD_LETTER_MM)


def width(columns: Twins) -> float:
    """A column's width in millimetres, or 0 where it takes its share of what is left."""
    first = columns[0]
    if first.scale:
        least = _DIGIT_MM * len(first.choices) + 1
    elif first.kind in _LEAST_MM:
        least = _LEAST_MM[first.kind]
    else:
        return 0
    longest = max(len(word) for column in columns for word in _pieces(column.label))
    return max(least, longest * _LETTER_MM + _SIDES_MM)


def _pieces(heading: str) -> list[str]:
    """A short heading stays on one line, a longer one may break between words."""
    return [heading] if len(heading) <= _ONE_LINE else heading.split()


def is_signed(part: Section | Worksheet) -> bool:
    """A test for templates: what is signed is given to others, and can be cut from what follows."""
    return any(field.kind == "signature" for field in part.fields)


def is_note(item: Field | Note) -> bool:
    """A test for templates."""
    return isinstance(item, Note)
