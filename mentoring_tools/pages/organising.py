"""What the pages for organisers fetch: their words, what the counted sheets ask, choices' words."""

from collections.abc import Iterator
from typing import Any

from mentoring_tools.content.model import Page
from mentoring_tools.pages.site import Site
from mentoring_tools.source import strings
from mentoring_tools.worksheet import common_fields
from mentoring_tools.worksheet.model import Field, Row, key

#: The sheets whose answers are counted, in the order in which results are shown.
COUNTED = (
    "organisers/sheets/programme-evaluation", "tools/final-rating", "tools/evaluation",
    "tools/starting-point",
)  # fmt: skip

#: The sheets of those who apply. `people.js` names them and their questions too.
APPLICATIONS = ("organisers/sheets/mentee-application", "organisers/sheets/mentor-application")

#: Their questions whose choices are compared.
_CHOICES = ("help", "times", "way")
_WORDS = ("matching", "results", "receiving")


def organised(site: Site, code: str) -> dict[str, Any]:
    """What the scripts fetch: words, `applications` and `counted` by the names of sheets."""
    words = site.project.words[code]
    parts: dict[str, Any] = {name: strings.part(words, name) for name in _WORDS}
    pages = [page for slug in COUNTED if (page := site.project.library.of(code).get(slug))]
    counted = {page.name: list(asked(page)) for page in pages}
    return parts | {"applications": _applications(site, code), "counted": counted}


def _applications(site: Site, code: str) -> dict[str, Any]:
    """The sheets' names as keys of `sheets`, and [id, words] of the choices by question."""
    pages = [page for slug in APPLICATIONS if (page := site.project.library.of(code).get(slug))]
    choices: dict[str, dict[str, str]] = {name: {} for name in _CHOICES}
    for page in pages:
        for one in page.worksheet.fields if page.worksheet else ():
            if one.id in choices:
                choices[one.id] |= {option.id: option.label for option in one.options}
    return {
        "sheets": {page.name: True for page in pages},
        **{name: [[*pair] for pair in labels.items()] for name, labels in choices.items()},
    }


def asked(page: Page) -> Iterator[dict[str, Any]]:
    """What a sheet asks and can be counted or read: see `_question` for each one's keys."""
    for section in page.worksheet.sections if page.worksheet else ():
        # In parts of their own, a mentee and a mentor may be asked the same.
        part = {"part": section.title} if section.title else {}
        for one in section.fields:
            if one.kind == "grid" and one.named_rows:
                yield from _table(page.name, one)
            elif one.kind != "grid" and one.id not in common_fields.IDS:
                yield from (
                    made | part for made in _question(one, key(page.name, one.id), one.label)
                )


def _table(slug: str, grid: Field) -> Iterator[dict[str, Any]]:
    """The columns of a table, each with its rows; ticks of a column are choices of one question."""
    for column in grid.columns:
        part = f"{grid.label} – {column.label}" if len(grid.columns) > 1 else grid.label
        if column.kind == "check":
            ticks = [[key(slug, grid.id, row.id, column.id), row.label] for row in grid.rows]
            yield {
                "kind": "any",
                "key": key(slug, grid.id, column.id),
                "label": part,
                "options": ticks,
            }
        else:
            for row in grid.rows:
                yield from _cell(slug, grid, row, column, part)


def _cell(slug: str, grid: Field, row: Row, column: Field, part: str) -> Iterator[dict[str, Any]]:
    for made in _question(column, key(slug, grid.id, row.id, column.id), row.label):
        yield made | {"part": part, "row": key(slug, grid.id, row.id), "column": column.id}


def _question(one: Field, name: str, label: str) -> Iterator[dict[str, Any]]:
    """A question's `kind` (number, one, any, text), its answer's `key`, `label`, choices or ends.

    A question of a table has the `part` to which it belongs too, its `row` and its `column`; any
    other has the part of the sheet in which it stands, where that has a title.
    """
    made: dict[str, Any] = {"key": name, "label": label}
    if one.kind in ("scale", "number"):
        low, high = one.bounds or (None, None)
        yield made | {"kind": "number", "low": low, "high": high, "scale": one.kind == "scale"}
    elif one.kind == "one":
        yield made | {"kind": "one", "options": [[each.id, each.label] for each in one.options]}
    elif one.kind == "any":
        options = [[f"{name}-{each.id}", each.label] for each in one.options]
        yield made | {"kind": "any", "options": options}
    elif one.kind in ("text", "long"):
        yield made | {"kind": "text"}
