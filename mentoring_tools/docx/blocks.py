"""The blocks of a Word sheet: headings, notes, and questions with room for their answers."""

from collections.abc import Iterator, Sequence

from mentoring_tools.docx.choices import one, scale, ticks
from mentoring_tools.docx.content_controls import text
from mentoring_tools.docx.picture import frame
from mentoring_tools.docx.runs import Sheet, beside, label, paragraph
from mentoring_tools.docx.tables import grid, pair
from mentoring_tools.worksheet.model import Field, Note, Section, controls

#: The same question or note in each language.
Twins = Sequence[Field | Note]

_SHORT = ("text", "date", "number", "signature")


def section(sheet: Sheet, twins: Sequence[Section]) -> Iterator[str]:
    """A part of the sheet, the same in each language."""
    if twins[0].title:
        title = beside(sheet, sheet.say(part.title for part in twins), second="Second")
        yield paragraph("Heading2", title)
    for group in _lines(list(zip(*(part.items for part in twins), strict=True))):
        yield from _pair(sheet, group) if len(group) > 1 else _item(sheet, group[0])


def _lines(items: Sequence[Twins]) -> Iterator[Sequence[Twins]]:
    """Two half questions that follow each other share a line."""
    start = 0
    while start < len(items):
        both = items[start : start + 2]
        size = 2 if len(both) == 2 and all(map(_half, both)) else 1
        yield items[start : start + size]
        start += size


def _half(twins: Twins) -> bool:
    first = twins[0]
    return isinstance(first, Field) and first.half and first.kind in _SHORT


def _fields(twins: Twins) -> list[Field]:
    return [item for item in twins if isinstance(item, Field)]


def _pair(sheet: Sheet, group: Sequence[Twins]) -> Iterator[str]:
    return pair(sheet, [_fields(twins) for twins in group])


def _item(sheet: Sheet, twins: Twins) -> Iterator[str]:
    fields = _fields(twins)
    if not fields:
        notes = sheet.say(item.text for item in twins if isinstance(item, Note))
        yield paragraph("Note", label(sheet, notes))
    elif fields[0].kind == "scale":
        yield scale(sheet, fields)
        yield from _hint(sheet, fields)
    else:
        yield paragraph("Question", label(sheet, sheet.say(field.label for field in fields)))
        yield from _hint(sheet, fields)
        yield from _answer(sheet, fields)


def _hint(sheet: Sheet, fields: Sequence[Field]) -> Iterator[str]:
    if fields[0].hint:
        yield paragraph("Hint", label(sheet, sheet.say(field.hint for field in fields)))


def _answer(sheet: Sheet, fields: Sequence[Field]) -> Iterator[str]:
    field = fields[0]
    if field.kind == "grid":
        yield from grid(sheet, fields)
    elif field.kind == "drawing":
        yield paragraph("Answer", frame(sheet, fields))
    elif field.kind == "any":
        yield from ticks(sheet, fields)
    elif field.kind == "one":
        yield from one(sheet, fields)
    else:
        lines = ["FirstLine"] + ["NextLine"] * (field.lines - 1)
        control = next(controls(sheet.slug, field))
        yield paragraph("AnswerHalf" if field.half else "Answer", text(sheet, control, lines))
