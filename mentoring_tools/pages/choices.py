"""The finder on the page of all tools: by what one may choose, and how many tools each leaves."""

from collections.abc import Iterable
from typing import Any, get_args

from mentoring_tools.content.model import Page
from mentoring_tools.content.schema import Theme, Who
from mentoring_tools.pages.site import Site

#: A phase with more tools than this has them by theme.
MANY = 12
#: How many minutes a pair may have: choices of the finder.
BOUNDS = (30, 45, 60, 90)


def by_theme(tools: Iterable[Page]) -> list[tuple[str, list[Page]]]:
    """Tools by the first of their themes, in the themes' order; nothing where they are few."""
    tools = list(tools)
    if len(tools) <= MANY:
        return []
    groups = {theme: [one for one in tools if one.of_pair.themes[0] == theme] for theme in themes()}
    return [(theme, group) for theme, group in groups.items() if group]


def themes() -> tuple[str, ...]:
    """All themes, in the order of their list."""
    return get_args(Theme)


def choices(site: Site, code: str) -> dict[str, list[dict[str, Any]]]:
    """For each question of the finder its options: value, label, and how many tools it leaves."""
    library, words = site.project.library, site.project.words[code]
    sheets = [page.of_pair for page in library.kind(code, "tool")]
    phases = [page.name for page in library.kind(code, "phase")]
    found = {
        "phases": [
            _option(one, words[f"nav_{one}"], [s.phase == one for s in sheets]) for one in phases
        ],
        "themes": [
            _option(one, words[f"theme_{one}"], [one in s.themes for s in sheets])
            for one in themes()
        ],
        "minutes": [
            _option(
                str(most),
                words["choose_most"].format(minutes=most),
                [s.minutes <= most for s in sheets],
            )
            for most in BOUNDS
        ],
        "who": [
            _option(one, words[f"who_{one}"], [s.who == one for s in sheets])
            for one in get_args(Who)
        ],
    }
    return {name: [one for one in options if one["count"]] for name, options in found.items()}


def _option(value: str, label: str, fit: list[bool]) -> dict[str, Any]:
    return {"value": value, "label": label, "count": sum(fit)}
