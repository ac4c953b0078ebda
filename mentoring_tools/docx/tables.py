"""Tables of a Word sheet: grids, and pairs of short questions that share a line."""

from collections.abc import Iterator, Sequence

from mentoring_tools.docx.content_controls import MOST_NUMBERS, cell, choice, text, tick
from mentoring_tools.docx.runs import (
    BREAK,
    Context,
    Said,
    beside,
    label,
    paragraph,
    run,
    said_ends,
    said_options,
)
from mentoring_tools.docx.xml import twips, w
from mentoring_tools.worksheet.model import Control, Field, controls, signed
from mentoring_tools.worksheet.widths import OF_WORD, Lettering

#: A table's heading, as `downloads/print/word.yml` sets it, and its other words.
_HEAD = Lettering(10, bold=True, share=OF_WORD, sides=4.0)
_CELL = Lettering(10, share=OF_WORD, sides=4.0)

#: A column's least width in millimetres, whatever its heading says.
_LEAST_MM = {"date": 22, "number": 15, "scale": 18, "check": 14}

#: How much a column gets of the width that is left.
_WEIGHTS = {"long": 4.0, "text": 3.0, "one": 1.0, "scale": 0.5, "number": 0.5, "date": 0.5}
_SIDE_WEIGHT = 2.0


def grid(context: Context, fields: Sequence[Field]) -> Iterator[str]:
    """A table whose head repeats on each page; `fields` is the same grid in each language."""
    columns = list(zip(*(field.columns for field in fields), strict=True))
    heads = [context.say(column.label for column in twins) for twins in columns]
    sides = _sides(context, fields)
    widths = _widths(context, fields[0], heads, sides)
    cells = [
        paragraph("CellHead", _label(context, said, width), *_ends(context, twins))
        for said, twins, width in zip(heads, columns, widths[-len(heads) :], strict=True)
    ]
    rows = [_row(widths, [paragraph("CellHead"), *cells], head=True)]
    height = context.look.writing_line * max(column.lines for column in fields[0].columns)
    for number, answers in enumerate(_answers(context, fields)):
        rows.append(_row(widths, [_side(context, fields[0], sides[number], widths[0]), *answers],
                         height))  # fmt: skip
    title = context.say(field.label for field in fields)
    yield _table(widths, rows, title, side=True, style="SheetTable")
    yield paragraph("Gap")


def pair(context: Context, both: Sequence[Sequence[Field]]) -> Iterator[str]:
    """Two short questions side by side: a table of one row under their labels."""
    widths = [context.width / 2] * 2
    said = [context.say(field.label for field in fields) for fields in both]
    heads = [paragraph("Question", _label(context, words, widths[0])) for words in said]
    answers = [_half_line(context, fields[0]) for fields in both]
    rows = [_row(widths, heads, head=True), _row(widths, answers)]
    yield _table(widths, rows, said[0] + said[1], side=False, style="SheetPair")
    yield paragraph("Gap")


def _label(context: Context, said: Said, width: float) -> str:
    return label(context, said, room=width - _HEAD.sides)


def _ends(context: Context, columns: Sequence[Field]) -> Iterator[str]:
    """What the two ends of a scale mean, each on a line."""
    scales = [column.scale for column in columns if column.scale]
    if scales:
        numbers = (signed(scales[0].low), signed(scales[0].high))
        for number, said in zip(numbers, said_ends(context, scales), strict=True):
            start = run(context, context.languages[0], f"{number}\u00a0=\u00a0", "Second")
            yield BREAK + start + beside(context, said, "Second")


def _half_line(context: Context, field: Field) -> str:
    control = next(controls(context.slug, field))
    return paragraph("AnswerHalf", text(context, control, ["FirstLine"]))


def _sides(context: Context, fields: Sequence[Field]) -> list[Said]:
    """The words of named rows; empty rows have numbers."""
    rows = zip(*(field.rows for field in fields), strict=True)
    return [context.say(row.label or f"{row.id}." for row in twins) for twins in rows]


def _side(context: Context, field: Field, said: Said, width: float) -> str:
    """The cell before a row's answers; only the rows of a named table are kept together."""
    words = _label(context, said, width)
    return paragraph("CellHead" if field.named_rows else "CellNumber", words)


def _answers(context: Context, fields: Sequence[Field]) -> Iterator[list[str]]:
    """Each row's answers."""
    all_controls = list(controls(context.slug, fields[0]))
    size = len(fields[0].columns)
    for start in range(0, len(all_controls), size):
        yield [_answer(context, c, fields) for c in all_controls[start : start + size]]


def _answer(context: Context, control: Control, fields: Sequence[Field]) -> str:
    if control.kind == "tick":
        return paragraph("Cell", tick(context, control), more=w("jc", val="center"))
    if control.kind == "text":
        return paragraph("Cell", cell(context, control))
    columns = [next(c for c in field.columns if c.id == control.leaf.id) for field in fields]
    return paragraph("Cell", choice(context, control, said_options(context, columns).values()))


def _widths(
    context: Context, field: Field, heads: Sequence[Said], sides: Sequence[Said]
) -> list[float]:
    """Each column's width in millimetres: room for its longest word, the rest by weight."""
    least = [max(_word_mm(h), _content_mm(c)) for h, c in zip(heads, field.columns, strict=True)]
    weights = [_WEIGHTS.get(column.kind, 0.2) for column in field.columns]
    least.insert(0, max(map(_word_mm, sides)))
    weights.insert(0, _SIDE_WEIGHT if field.named_rows else 0)
    left = (context.width - sum(least)) / sum(weights)
    return [width + left * weight for width, weight in zip(least, weights, strict=True)]


def _word_mm(said: Said) -> float:
    return _HEAD.longest_mm(text for _, text in said) + _HEAD.sides


def _content_mm(column: Field) -> float:
    lines = [f"○ {option.label}" for option in column.options]
    if column.scale:
        lines = [f"{column.scale.low} = {column.scale.low_word}",
                 f"{column.scale.high} = {column.scale.high_word}"]  # fmt: skip
        if len(column.choices) <= MOST_NUMBERS:
            lines.append("  ".join(option.label for option in column.choices))
    longest = max(map(_CELL.mm, lines), default=0)
    return max(_LEAST_MM.get(column.kind, 24), longest + _CELL.sides)


def _table(
    widths: Sequence[float], rows: Sequence[str], title: Said, *, side: bool, style: str
) -> str:
    """`title` says to those who cannot see the table which questions it holds."""
    total = sum(map(twips, widths))
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=total, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0" if side else "0420", firstRow=1, lastRow=0,
          firstColumn=int(side), lastColumn=0, noHBand=0, noVBand=1),
        w("tblCaption", val=title[0][1]),
        w("tblDescription", val=" / ".join(text for _, text in title)),
    )  # fmt: skip
    columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))
    return w("tbl", properties, columns, *rows)


def _row(
    widths: Sequence[float], paragraphs: Sequence[str], height: float = 0, *, head: bool = False
) -> str:
    """A row of at least this height in millimetres; a head repeats on each page."""
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=twips(height), hRule="atLeast") if height else "",
        w("tblHeader") if head else "",
    )
    cells = (
        w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), content)
        for width, content in zip(widths, paragraphs, strict=True)
    )
    return w("tr", properties, *cells)
