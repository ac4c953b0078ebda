"""Whether a sheet's tables fit the paper's width: an estimate before anything is typeset."""

from mentoring_tools.worksheet.model import Field

#: Millimetres between the margins of A4.
WIDTH_MM = {"portrait": 180, "landscape": 267}

#: Millimetres a letter takes in a table's heading on paper.
LETTER_MM = 1.7

_LEAST_MM = {"text": 24, "long": 30, "date": 21, "number": 13, "check": 10}


def needed_mm(grid: Field) -> int:
    """The least width of a grid, in millimetres."""
    first = 30 if grid.named_rows else 0
    return first + sum(map(_column_mm, grid.columns))


def _column_mm(column: Field) -> int:
    longest = max(map(len, column.label.replace("\u00ad", " ").split()), default=0)
    return max(round(longest * LETTER_MM) + 3, _content_mm(column))


def _content_mm(column: Field) -> int:
    if column.kind == "scale":
        return 5 * len(column.choices)
    if column.kind == "one":
        return 8 + max(round(len(o.label) * LETTER_MM) for o in column.choices)
    return _LEAST_MM[column.kind]
