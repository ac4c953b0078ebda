"""Whether a grid has what its drawing is drawn from: `draws=line` and its like."""

from collections.abc import Callable, Iterator, Mapping

from mentoring_tools.problems import Problem
from mentoring_tools.worksheet.model import Drawing, Field, Worksheet


def check(file: str, sheet: Worksheet) -> Iterator[Problem]:
    """Every drawing of a sheet in `file` that could not be drawn."""
    for field in sheet.fields:
        if field.draws and not _NEEDS[field.draws][0](field):
            yield Problem(
                file, field.line, f"“{field.label}” cannot be drawn as {field.draws}",
                _NEEDS[field.draws][1], _EXAMPLE,
            )  # fmt: skip


def _line(grid: Field) -> bool:
    kinds = [column.kind for column in grid.columns]
    return "scale" in kinds and ("number" in kinds or "date" in kinds)


def _rings(grid: Field) -> bool:
    scales = [column.scale for column in grid.columns if column.scale]
    return bool(scales) and scales[0].low == 1 and not grid.named_rows


def _ratings(grid: Field) -> bool:
    return grid.named_rows and any(column.bounds for column in grid.columns)


#: What each drawing is drawn from: a test, and the same in words.
_NEEDS: Mapping[Drawing, tuple[Callable[[Field], bool], str]] = {
    "line": (_line, "a table with a scale (how high) and a number or a date (how far along)"),
    "rings": (_rings, "a table of empty rows with a scale that begins with 1 (the ring)"),
    "bars": (_ratings, "a table with rows of its own and a scale or `number 0..10`"),
    "wheel": (_ratings, "a table with rows of its own and a scale or `number 0..10`"),
}
_EXAMPLE = (
    "- Viivan tapahtumat `#events rows=6 draws=line`\n\n"
    "    | Tapahtuma `#event` | Vuosi `#year number` "
    "| Tunne (-5 = vaikea, 5 = hyvä) `#feeling scale -5..5` |\n"
    "    |---|---|---|"
)
