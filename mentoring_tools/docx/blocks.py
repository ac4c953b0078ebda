"""The blocks of a Word sheet: headings, notes, and questions with room for their answers."""

from collections.abc import Iterator, Sequence

from mentoring_tools.docx.content_controls import choice, text, tick
from mentoring_tools.docx.picture import HIDDEN, frame, hidden
from mentoring_tools.docx.runs import (
    BREAK,
    TAB,
    Context,
    Said,
    beside,
    label,
    millimetres,
    paragraph,
    run,
    said_ends,
    said_options,
)
from mentoring_tools.docx.tables import grid, pair
from mentoring_tools.docx.xml import w
from mentoring_tools.worksheet import drawings
from mentoring_tools.worksheet.common_fields import ENDING
from mentoring_tools.worksheet.model import Field, Note, Section, controls

#: The same question or note in each language.
Twins = Sequence[Field | Note]

#: Choices are set one after the other when none has more letters than this.
_BRIEF = 30

#: What a check box takes on a line, and what a line to write on needs, in millimetres.
_BOX_MM, _LINE_MM = 8, 60

#: What each number of a scale takes.
_NUMBER_MM = 7

_LIST = w("numPr", w("ilvl", val=0), w("numId", val=1))

#: Questions whose answer is one line.
_SHORT = ("text", "date", "number", "signature")


def section(context: Context, twins: Sequence[Section]) -> Iterator[str]:
    """A part of the sheet, the same in each language."""
    if twins[0].title:
        title = beside(context, context.say(part.title for part in twins), second="Second")
        yield paragraph("Heading2", title)
    for group in _lines(list(zip(*(part.items for part in twins), strict=True))):
        yield from _pair(context, group) if len(group) > 1 else _item(context, group[0])


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
    if not isinstance(first, Field) or first.kind not in _SHORT:
        return False
    return first.half or first.id in ENDING


def _fields(twins: Twins) -> list[Field]:
    return [item for item in twins if isinstance(item, Field)]


def _pair(context: Context, group: Sequence[Twins]) -> Iterator[str]:
    return pair(context, [_fields(twins) for twins in group])


def _item(context: Context, twins: Twins) -> Iterator[str]:
    fields = _fields(twins)
    if not fields:
        notes = context.say(item.text for item in twins if isinstance(item, Note))
        yield paragraph("Note", label(context, notes))
    elif fields[0].kind == "scale":
        yield _scale(context, fields)
        yield from _hint(context, fields)
    else:
        yield paragraph("Question", label(context, context.say(field.label for field in fields)))
        yield from _hint(context, fields)
        yield from _answer(context, fields)


def _hint(context: Context, fields: Sequence[Field]) -> Iterator[str]:
    if fields[0].hint:
        yield paragraph("Hint", label(context, context.say(field.hint for field in fields)))


def _answer(context: Context, fields: Sequence[Field]) -> Iterator[str]:
    field = fields[0]
    if field.kind == "grid":
        yield from grid(context, fields)
        if field.draws and not drawings.has_frame(context.sheet, field):
            yield paragraph("Answer", hidden(context, fields), more=HIDDEN)
    elif field.kind == "drawing":
        yield paragraph("Answer", frame(context, fields))
    elif field.kind == "any":
        yield from _ticks(context, fields)
    elif field.kind == "one":
        yield from _one(context, fields)
    else:
        lines = ["FirstLine"] + ["NextLine"] * (field.lines - 1)
        control = next(controls(context.slug, field))
        yield paragraph("AnswerHalf" if field.half else "Answer", text(context, control, lines))


def _one(context: Context, fields: Sequence[Field]) -> Iterator[str]:
    """The drop-down list, then a line for each choice with text."""
    said = said_options(context, fields)
    control = next(controls(context.slug, fields[0]))
    yield paragraph("Answer", choice(context, control, said.values()))
    for option, line in _open_lines(context, fields[0]).items():
        yield paragraph("Choice", beside(context, said[option], second="Second"), line)


def _ticks(context: Context, fields: Sequence[Field]) -> Iterator[str]:
    """A check box for each choice: short ones one after the other, else a list."""
    said = said_options(context, fields)
    boxes = {
        control.option.id: tick(context, control)
        for control in controls(context.slug, fields[0])
        if control.kind == "tick" and control.option
    }
    lines = _open_lines(context, fields[0])
    words = {
        option: box + _space(context) + beside(context, said[option], second="Second")
        for option, box in boxes.items()
    }
    whole = {option: text + lines.get(option, "") for option, text in words.items()}
    if max(len(text) for texts in said.values() for _, text in texts) > _BRIEF:
        yield from _listed(list(whole.values()))
    else:
        for together in _packed(context, said, lines):
            gap = run(context, context.languages[0], "\u2003 ")
            yield paragraph("Choice", gap.join(whole[option] for option in together))


def _scale(context: Context, fields: Sequence[Field]) -> str:
    """One line: the question, then the numbers between the words of both ends."""
    control = next(controls(context.slug, fields[0]))
    low, high = said_ends(context, [field.scale for field in fields if field.scale])
    numbers = choice(context, control, said_options(context, fields).values())
    said = context.say(field.label for field in fields)
    space = _space(context)
    ends = [beside(context, low, "Second"), space, numbers, space, beside(context, high, "Second")]
    room = context.width - millimetres(low, high) - _NUMBER_MM * len(control.options)
    question = label(context, said, "Strong", room)
    start = TAB if millimetres(said[-1:]) < room else BREAK + TAB
    return paragraph("Scale", question, start, *ends)


def _open_lines(context: Context, field: Field) -> dict[str, str]:
    """The lines of choices with text, by the choice's id."""
    return {
        control.option.id: _space(context) + text(context, control, ["ChoiceLine"])
        for control in controls(context.slug, field)
        if control.kind == "text" and control.option
    }


def _listed(items: Sequence[str]) -> Iterator[str]:
    """A list; neither its first nor its last item is left alone at a page's edge."""
    for number, item in enumerate(items, 1):
        keep = w("keepNext") if number in (1, len(items) - 1) else ""
        yield paragraph("Choice", item, more=keep + _LIST)


def _packed(context: Context, said: dict[str, Said], lines: dict[str, str]) -> Iterator[list[str]]:
    """Which choices share a line; one with text is the last of its line."""
    together: list[str] = []
    room = context.width
    for option, texts in said.items():
        needed = _BOX_MM + millimetres(texts) + (_LINE_MM if option in lines else 0)
        if together and needed > room:
            yield together
            together, room = [], context.width
        together.append(option)
        room -= context.width if option in lines else needed
    if together:
        yield together


def _space(context: Context) -> str:
    return run(context, context.languages[0], "\u00a0\u00a0")
