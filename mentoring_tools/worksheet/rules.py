"""What must hold on a sheet: ids that work everywhere, tables that fit, drawings that have data."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.worksheet.model import Drawing, Field, Option, Row, Worksheet
from mentoring_tools.worksheet.widths import WIDTH_MM, needed_mm

#: Word's limit for the tag of a content control, in characters.
LONGEST_KEY = 64


def check_ids(file: str, sheet: Worksheet, reserved: Iterable[str]) -> list[Problem]:
    """Every mistake in the ids of a sheet that stands in `file`."""
    own = frozenset(reserved)
    problems = [_own(file, field) for field in sheet.fields if field.id in own]
    problems += _twice(file, sheet.fields)
    for field in sheet.fields:
        for group in (field.options, field.columns, field.rows):
            problems += _twice(file, group)
    return problems + list(_too_long(file, sheet))


def _own(file: str, field: Field) -> Problem:
    return Problem(
        file, field.line, say("the id #{id} is the machine's own", id=field.id),
        say("another id: every sheet gets date, whose, private and next-step by itself"),
        f"`#my-{field.id}`",
    )  # fmt: skip


def _twice(file: str, parts: Iterable[Field | Option | Row]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for part in parts:
        if part.id in seen:
            yield Problem(
                file, part.line,
                say("the id #{id} stands here and on line {line}", id=part.id, line=seen[part.id]),
                say("each id once"), f"`#{part.id}-2`",
            )  # fmt: skip
        seen.setdefault(part.id, part.line)


def _too_long(file: str, sheet: Worksheet) -> Iterator[Problem]:
    for control in sheet.controls:
        if len(control.key) > LONGEST_KEY:
            yield Problem(
                file, control.field.line,
                say("the key {key} has {count} characters",
                    key=control.key, count=len(control.key)),
                say("at most {most}, so shorter ids", most=LONGEST_KEY), "`#goal`",
            )  # fmt: skip


def check_drawings(file: str, sheet: Worksheet) -> Iterator[Problem]:
    """Every drawing of a sheet in `file` that could not be drawn."""
    for field in sheet.fields:
        if field.draws and not _NEEDS[field.draws][0](field):
            yield Problem(
                file, field.line,
                say("“{label}” cannot be drawn as {kind}", label=field.label, kind=field.draws),
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


_RATINGS = say("a table with rows of its own and a scale or `number 0..10`")

#: What each drawing is drawn from: a test, and the same in words.
_NEEDS: Mapping[Drawing, tuple[Callable[[Field], bool], Message]] = {
    "line": (_line, say("a table with a scale (how high) and a number or a date (how far along)")),
    "rings": (_rings, say("a table of empty rows with a scale that begins with 1 (the ring)")),
    "bars": (_ratings, _RATINGS),
    "wheel": (_ratings, _RATINGS),
}
_EXAMPLE = (
    "- Viivan tapahtumat `#events rows=6 draws=line`\n\n"
    "    | Tapahtuma `#event` | Vuosi `#year number` "
    "| Tunne (-5 = vaikea, 5 = hyvä) `#feeling scale -5..5` |\n"
    "    |---|---|---|"
)


def check_width(file: str, sheet: Worksheet, paper: str) -> Iterator[Problem]:
    """Every table of a sheet in `file` that is wider than `paper`: portrait or landscape."""
    for grid in sheet.fields:
        if grid.kind == "grid" and needed_mm(grid) > WIDTH_MM[paper]:
            yield Problem(
                file, grid.line,
                say("the table “{label}” needs about {width} mm of paper's width",
                    label=grid.label, width=needed_mm(grid)),
                say("at most {most} mm: fewer columns, shorter heading words, two tables, "
                    "or `paper: landscape` at the top of the page", most=WIDTH_MM[paper]),
                "paper: landscape",
            )  # fmt: skip
