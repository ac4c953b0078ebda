"""How kept answers follow a renamed question: patterns for the keys of old, and what they become.

The patterns are regular expressions that JavaScript reads; `$1` and `$2` in a new key are what the
brackets of the old one matched. They are followed one after the other.
A pattern names every row, choice and column, so that no other question's key is taken along.
"""

from collections.abc import Iterator

from mentoring_tools.worksheet.model import Field, Worksheet, key


def renames(sheet: Worksheet) -> list[tuple[str, str]]:
    """Pairs of an old key's pattern and its new key: `^sheet-old()$` and `sheet-new$1`."""
    return [pair for field in sheet.fields for pair in _pairs(sheet.slug, field)]


def _pairs(slug: str, field: Field) -> Iterator[tuple[str, str]]:
    """The field's own pair, then those of a grid's columns under the grid's new name."""
    new = key(slug, field.id)
    if field.was:
        yield f"^{key(slug, field.was)}({_endings(field)})$", f"{new}$1"
    for column in field.columns:
        if column.was:
            yield f"^{new}-({_rows(field)})-{column.was}$", f"{new}-$1-{column.id}"


def _endings(field: Field) -> str:
    """What may follow a question's id in the keys of its controls."""
    if field.kind == "grid":
        ids = [id_ for column in field.columns for id_ in (column.id, column.was) if id_]
        return f"-(?:{_rows(field)})-(?:{'|'.join(ids)})"
    texts = [f"-{option.id}-text" for option in field.options if option.text]
    ticks = [f"-{option.id}" for option in field.options if field.kind == "any"]
    return "|".join([*texts, *ticks] if ticks else ["", *texts])


def _rows(grid: Field) -> str:
    """The ids of a grid's rows; a grid of empty rows may have gained some."""
    return "|".join(row.id for row in grid.rows) if grid.named_rows else r"\d+"
