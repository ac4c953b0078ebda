"""What is drawn from a table, empty: the wheel, the axis and the rings to draw on by hand."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from math import cos, pi, sin

from mentoring_tools.worksheet.model import Drawing, Field, Worksheet, signed

#: Space round a drawing, and what its numbers need, in millimetres.
_ROOM, _NUMBER = 2, 6

#: How many rings a wheel has at the most; then each stands for two numbers.
_MOST_RINGS = 6

#: How far a sector's middle may lie beside the top for its name to stand over it.
_UPRIGHT = 0.1


def of(sheet: Worksheet, frame: Field) -> Field | None:
    """The table that is drawn in a frame: the last one before it that is drawn at all."""
    before = sheet.fields[: sheet.fields.index(frame)]
    tables = [field for field in before if field.draws in _MAKERS]
    return tables[-1] if tables else None


def has_frame(sheet: Worksheet, table: Field) -> bool:
    """Whether a table is drawn on paper too, in a frame of its sheet."""
    return any(of(sheet, field) == table for field in sheet.fields if field.kind == "drawing")


def svg(table: Field, width: float, height: float, font: str) -> str:
    """The empty drawing of a table as SVG, in millimetres; `font` is the family of its numbers."""
    parts = "".join(_MAKERS[table.draws](table, width, height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}mm" height="{height:g}mm" fill="none" stroke="#7a857f"'
        f' stroke-width=".25" font-family="{font}" font-size="3.2">{parts}</svg>'
    )


def _wheel(table: Field, width: float, height: float) -> Iterator[str]:
    """A circle with a sector for each row, named at its rim, and rings for the numbers."""
    x, y, rim = width / 2, height / 2, height / 2 - _ROOM - _NUMBER
    low, high = next(column.bounds for column in table.columns if column.bounds)
    numbers = high - low + (low > 0)
    rings = numbers if numbers <= _MOST_RINGS else numbers // 2
    yield from (_circle(x, y, rim * ring / rings) for ring in range(1, rings + 1))
    count = len(table.rows)
    for place in range(count):
        turn = 2 * pi * place / count
        yield _line(x, y, x + rim * sin(turn), y - rim * cos(turn))
        middle, out = turn + pi / count, rim + _NUMBER / 2
        across = sin(middle)
        side = "middle" if abs(across) < _UPRIGHT else "start" if across > 0 else "end"
        name = table.rows[place].label or str(place + 1)
        yield _text(x + out * across, y - out * cos(middle), name, side)


def _axis(table: Field, width: float, height: float) -> Iterator[str]:
    """How high on the left, how far along on the line in the middle."""
    low, high = next(column.scale for column in table.columns if column.scale).ends
    left, top, bottom = _ROOM + _NUMBER, _ROOM + 3, height - _ROOM - 3
    yield _line(left, top, left, bottom)
    for number in sorted({low, max(low, min(high, 0)), high}):
        y = bottom - (number - low) / (high - low) * (bottom - top)
        yield _text(left - _NUMBER / 2, y, signed(number))
        yield _line(left - 1, y, left, y)
        if number == max(low, min(high, 0)):
            yield _line(left, y, width - _ROOM, y, ' stroke-dasharray="1.5"')


def _rings(table: Field, width: float, height: float) -> Iterator[str]:
    """Rings round the one in the middle, the closest first."""
    _, high = next(column.scale for column in table.columns if column.scale).ends
    x, y, rim = width / 2, height / 2, height / 2 - _ROOM
    yield f'<circle cx="{x:g}" cy="{y:g}" r="1.2" fill="#1d2a26"/>'
    for ring in range(1, high + 1):
        radius = rim * ring / high
        yield _circle(x, y, radius)
        yield _text(x, y - radius + 2.6, str(ring))


def _circle(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:.2f}"/>'


def _line(x1: float, y1: float, x2: float, y2: float, more: str = "") -> str:
    return f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}"{more}/>'


def _text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    """Words whose middle, start or end stands at a point."""
    place = f'x="{x:.2f}" y="{y + 1.1:.2f}" text-anchor="{anchor}"'
    return f'<text {place} fill="#44524c" stroke="none">{escape(words)}</text>'


_MAKERS: Mapping[Drawing, Callable[[Field, float, float], Iterator[str]]] = {
    "wheel": _wheel, "line": _axis, "rings": _rings,
}  # fmt: skip
