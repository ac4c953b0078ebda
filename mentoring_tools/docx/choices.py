"""Questions with choices on a Word sheet: choose one, choose any, a scale."""

from collections.abc import Iterator, Sequence

from mentoring_tools.docx.content_controls import choice, text, tick
from mentoring_tools.docx.runs import (
    BREAK,
    TAB,
    Said,
    Sheet,
    beside,
    label,
    millimetres,
    paragraph,
    run,
    said_ends,
    said_options,
)
from mentoring_tools.docx.xml import w
from mentoring_tools.worksheet.model import Field, controls

#: Choices are set one after the other when none has more letters than this.
_SHORT = 30

#: What a check box takes on a line, and what a line to write on needs, in millimetres.
_BOX_MM, _LINE_MM = 8, 60

#: What each number of a scale takes.
_NUMBER_MM = 7

_LIST = w("numPr", w("ilvl", val=0), w("numId", val=1))


def one(sheet: Sheet, fields: Sequence[Field]) -> Iterator[str]:
    """The drop-down list, then a line for each choice with text."""
    said = said_options(sheet, fields)
    control = next(controls(sheet.slug, fields[0]))
    yield paragraph("Answer", choice(sheet, control, said.values()))
    for option, line in _lines(sheet, fields[0]).items():
        yield paragraph("Choice", beside(sheet, said[option], second="Second"), line)


def ticks(sheet: Sheet, fields: Sequence[Field]) -> Iterator[str]:
    """A check box for each choice: short ones one after the other, else a list."""
    said = said_options(sheet, fields)
    boxes = {
        control.option.id: tick(sheet, control)
        for control in controls(sheet.slug, fields[0])
        if control.kind == "tick" and control.option
    }
    lines = _lines(sheet, fields[0])
    words = {
        option: box + _space(sheet) + beside(sheet, said[option], second="Second")
        for option, box in boxes.items()
    }
    whole = {option: text + lines.get(option, "") for option, text in words.items()}
    if max(len(text) for texts in said.values() for _, text in texts) > _SHORT:
        yield from _listed(list(whole.values()))
    else:
        for together in _packed(sheet, said, lines):
            gap = run(sheet, sheet.languages[0], "\u2003 ")
            yield paragraph("Choice", gap.join(whole[option] for option in together))


def scale(sheet: Sheet, fields: Sequence[Field]) -> str:
    """One line: the question, then the numbers between the words of both ends."""
    control = next(controls(sheet.slug, fields[0]))
    low, high = said_ends(sheet, [field.scale for field in fields if field.scale])
    numbers = choice(sheet, control, said_options(sheet, fields).values())
    said = sheet.say(field.label for field in fields)
    space = _space(sheet)
    ends = [beside(sheet, low, "Second"), space, numbers, space, beside(sheet, high, "Second")]
    room = sheet.width - millimetres(low, high) - _NUMBER_MM * len(control.options)
    question = label(sheet, said, "Strong", room)
    start = TAB if millimetres(said[-1:]) < room else BREAK + TAB
    return paragraph("Scale", question, start, *ends)


def _lines(sheet: Sheet, field: Field) -> dict[str, str]:
    """The lines of choices with text, by the choice's id."""
    return {
        control.option.id: _space(sheet) + text(sheet, control, ["ChoiceLine"])
        for control in controls(sheet.slug, field)
        if control.kind == "text" and control.option
    }


def _listed(items: Sequence[str]) -> Iterator[str]:
    """A list; neither its first nor its last item is left alone at a page's edge."""
    for number, item in enumerate(items, 1):
        keep = w("keepNext") if number in (1, len(items) - 1) else ""
        yield paragraph("Choice", item, more=keep + _LIST)


def _packed(sheet: Sheet, said: dict[str, Said], lines: dict[str, str]) -> Iterator[list[str]]:
    """Which choices share a line; one with text is the last of its line."""
    together: list[str] = []
    room = sheet.width
    for option, texts in said.items():
        needed = _BOX_MM + millimetres(texts) + (_LINE_MM if option in lines else 0)
        if together and needed > room:
            yield together
            together, room = [], sheet.width
        together.append(option)
        room -= sheet.width if option in lines else needed
    if together:
        yield together


def _space(sheet: Sheet) -> str:
    return run(sheet, sheet.languages[0], "\u00a0\u00a0")
