"""How kept answers follow a renamed question: patterns for the keys of old, and what they become.

The patterns are regular expressions that JavaScript reads; `$1` and `$2` in a new key are what the
brackets of the old one matched. They are followed one after the other.
A pattern names every row, choice and column, so that no other question's key is taken along.
A choice of one is the answer itself: its rename has the old answer and the new one too.
"""

from collections.abc import Iterator, Sequence

from mentoring_tools.worksheet.model import Field, Option, Row, Worksheet, key

#: An old key's pattern and the new key; of a choice the old answer and the new one too.
Rename = tuple[str, str] | tuple[str, str, str, str]


def renames(sheet: Worksheet) -> list[Rename]:
    """All renames of a sheet: `^sheet-old()$` and `sheet-new$1`, for one."""
    return [pair for field in sheet.fields for pair in _pairs(sheet.slug, field)]


def _pairs(slug: str, field: Field) -> Iterator[Rename]:
    """The field's own pair, then those of its columns, rows and choices under its new name."""
    new = key(slug, field.id)
    if field.was:
        yield f"^{key(slug, field.was)}({_endings(field)})$", f"{new}$1"
    for column in field.columns:
        if column.was:
            yield f"^{new}-({_rows(field)})-{column.was}$", f"{new}-$1-{column.id}"
    for row in field.rows:
        if row.was:
            yield f"^{new}-{row.was}-({_any(field.columns)})$", f"{new}-{row.id}-$1"
    for option in field.options:
        if option.was and field.kind == "one":
            yield f"^{new}$", new, option.was, option.id
        if option.was and (endings := _of_option(field, option)):
            yield f"^{new}-{option.was}({'|'.join(endings)})$", f"{new}-{option.id}$1"


def _endings(field: Field) -> str:
    """What may follow a question's id in the keys of its controls."""
    if field.kind == "grid":
        return f"-(?:{_rows(field)})-(?:{_any(field.columns)})"
    endings = [
        f"-{id_}{ending}"
        for option in field.options
        for id_ in _ids(option)
        for ending in _of_option(field, option)
    ]
    return "|".join(endings if field.kind == "any" else ["", *endings])


def _of_option(field: Field, option: Option) -> list[str]:
    """What may follow a choice's id in the keys of its controls."""
    return [""] * (field.kind == "any") + ["-text"] * option.text


def _rows(grid: Field) -> str:
    """The ids of a grid's rows; a grid of empty rows may have gained some."""
    return _any(grid.rows) if grid.named_rows else r"\d+"


def _any(parts: Sequence[Field | Row]) -> str:
    """The ids of parts, those of old too, as a pattern."""
    return "|".join(id_ for part in parts for id_ in _ids(part))


def _ids(part: Field | Option | Row) -> list[str]:
    return [id_ for id_ in (part.id, part.was) if id_]
