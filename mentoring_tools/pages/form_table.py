"""A grid of questions: a table on a wide screen, a card for each row on a phone.

It stays a table where it is shown as cards: browsers keep its parts' roles (Safari since 17, 2023),
and the HTML standard forbids saying them again.
"""

from collections.abc import Sequence

from mentoring_tools.pages import form_controls as controls
from mentoring_tools.pages.form_controls import Speech
from mentoring_tools.worksheet.model import Field, Row, key, signed


def grid(speech: Speech, id_: str, fields: Sequence[Field]) -> str:
    """The table of a grid and its twins; `id_` is its key."""
    columns = list(zip(*(field.columns for field in fields), strict=True))
    heads = "".join(_head(speech, _name(id_, twins), twins) for twins in columns)
    rows = "".join(
        _row(speech, id_, twins, columns)
        for twins in zip(*(field.rows for field in fields), strict=True)
    )
    return (
        f'<table class="mt-grid" id="{id_}"{_powers(fields[0])}>'
        f'<caption class="mt-label">{speech.labels(fields)}{_hint(speech, fields)}</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _hint(speech: Speech, fields: Sequence[Field]) -> str:
    """The hint, under the question in the table's caption."""
    if not fields[0].hint:
        return ""
    return f'<span class="mt-hint">{speech.said([field.hint for field in fields])}</span>'


def _powers(grid: Field) -> str:
    """What scripts add to the table: a drawing of what it holds, and more rows."""
    draws = f' data-mt-draws="{grid.draws}"' if grid.draws else ""
    return draws + ("" if grid.named_rows else " data-mt-grows")


def _name(grid: str, columns: Sequence[Field]) -> str:
    """The id of a column's words: no row's, for those begin with the sheet's name."""
    return f"mt-{grid}-{columns[0].id}"


def _head(speech: Speech, id_: str, columns: Sequence[Field]) -> str:
    ends = ""
    if scales := [column.scale for column in columns if column.scale]:
        words = [f"{_end(s.low, s.low_word)}, {_end(s.high, s.high_word)}" for s in scales]
        ends = f'<span class="mt-ends-words">{speech.said(words)}</span>'
    return (
        f'<th scope="col" class="mt-col-{columns[0].kind}"{controls.bounds(columns[0])}>'
        f'<span id="{id_}">{speech.labels(columns)}</span>{ends}</th>'
    )


def _end(number: int, word: str) -> str:
    """What a number at a scale's end means; the two are not torn apart at a line's end."""
    return f"{signed(number)}\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{word}"


def _row(speech: Speech, grid: str, rows: Sequence[Row], columns: Sequence[Sequence[Field]]) -> str:
    id_ = key(grid, rows[0].id)
    words = speech.labels(rows) if rows[0].label else f"{rows[0].id}."
    named = " mt-row-named" if rows[0].label else ""
    cells = "".join(_cell(speech, id_, _name(grid, twins), twins) for twins in columns)
    head = f'<th scope="row" id="{id_}" class="mt-row{named}">{words}</th>'
    return f"<tr>{head}{cells}</tr>"


def _cell(speech: Speech, row: str, head: str, columns: Sequence[Field]) -> str:
    """A cell with its own label, which a phone shows and a wide screen lets one press.

    Its control is called after its row and the `head` of its column.
    """
    column, id_ = columns[0], key(row, columns[0].id)
    named = f' aria-labelledby="{row} {head}"'
    label = 'class="mt-cell-label"'
    words = speech.labels(columns)
    if column.choices:
        inner = (
            f'<fieldset class="mt-cell-{column.kind}"{named}>'
            f"<legend {label}>{words}</legend>{_choices(speech, id_, columns)}</fieldset>"
        )
    else:
        inner = f'<label for="{id_}" {label}>{words}</label>' + _write(id_, column, named)
    origin = controls.origin(column)
    return f'<td class="mt-cell mt-col-{column.kind}"{origin}>{inner}</td>'


def _choices(speech: Speech, id_: str, columns: Sequence[Field]) -> str:
    if scales := [column.scale for column in columns if column.scale]:
        return speech.ends(id_, scales)
    return "".join(
        f'<div class="mt-option">{controls.radio(id_, twins[0].id)} '
        f'<label for="{id_}-{twins[0].id}">{speech.labels(twins)}</label></div>'
        for twins in zip(*(column.options for column in columns), strict=True)
    )


def _write(id_: str, column: Field, named: str) -> str:
    if column.kind == "check":
        return controls.tick(id_, named)
    if column.kind == "long":
        return controls.lines(id_, column, named)
    return controls.line(id_, column, named)
