"""What the page of the journey shows beside what is kept: the statements that are rated twice."""

from typing import Any

from mentoring_tools.pages.site import Site

#: The sheets of the first and the last rating, and the table in both. The page's script names them
#: too, and the questions of other sheets that it shows; `tests/pages` holds that they are there.
FIRST, LAST, TABLE = "tools/starting-point", "tools/final-rating", "rating"


def ratings(site: Site, code: str) -> dict[str, Any]:
    """The statements with their ids, as `rows`, and how far their numbers go: `low` and `high`.

    Empty where the last rating has no such table.
    """
    page = site.project.library.of(code).get(LAST)
    fields = page.worksheet.fields if page and page.worksheet else ()
    for table in (one for one in fields if one.id == TABLE):
        scale = next((column.scale for column in table.columns if column.scale), None)
        if scale:
            rows = [{"id": row.id, "label": row.label} for row in table.rows]
            return {"rows": rows, "low": scale.low, "high": scale.high}
    return {}
