"""The ids of a sheet: each once, none of the machine's own, no key too long."""

from collections.abc import Iterable, Iterator

from mentoring_tools.problems import Problem
from mentoring_tools.worksheet.model import Field, Option, Row, Worksheet

#: Word's limit for the tag of a content control, in characters.
LONGEST_KEY = 64


def check(file: str, sheet: Worksheet, reserved: Iterable[str]) -> list[Problem]:
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
        file, field.line, f"the id #{field.id} is the machine's own",
        "another id: every sheet gets date, whose, private and next-step by itself",
        f"`#my-{field.id}`",
    )  # fmt: skip


def _twice(file: str, parts: Iterable[Field | Option | Row]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for part in parts:
        if part.id in seen:
            yield Problem(
                file, part.line, f"the id #{part.id} stands here and on line {seen[part.id]}",
                "each id once", f"`#{part.id}-2`",
            )  # fmt: skip
        seen.setdefault(part.id, part.line)


def _too_long(file: str, sheet: Worksheet) -> Iterator[Problem]:
    for control in sheet.controls:
        if len(control.key) > LONGEST_KEY:
            yield Problem(
                file, control.field.line,
                f"the key {control.key} has {len(control.key)} characters",
                f"at most {LONGEST_KEY}, so shorter ids", "`#goal`",
            )  # fmt: skip
