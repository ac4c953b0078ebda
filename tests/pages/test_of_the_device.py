"""What the pages of the device are made of: the questions that their scripts name are there."""

import re
from datetime import date
from pathlib import Path

import pytest

from mentoring_tools.content.model import Library
from mentoring_tools.content.schema import PathFrontMatter
from mentoring_tools.pages import journey, planning
from mentoring_tools.pages.site import Site, Wish, prepare
from mentoring_tools.worksheet.model import Worksheet

PROJECT = Path(__file__).resolve().parents[2]
# What journey.js shows of each sheet, by the names of its answers.
SHOWN = {
    "agreement": ("goals-1-goal", "goals-1-sign"),
    "tools/smart-goal": ("goal",),
    "tools/action-plan": ("plan-1-step", "plan-1-done"),
    "tools/mid-way-review": ("rating-goals-mentee", "rating-goals-mentor"),
    "tools/evaluation": ("mentee-goal",),
    "tools/starting-point": ("rating-cv-before",),
    "tools/final-rating": ("rating-cv-before", "rating-cv-after"),
}
SETTINGS = {"publisher": "", "feedback": "", "repository": "", "strict_transport": ""}


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    wish = Wish("https://mentoring.example/", serving=True, downloads=False)
    return prepare(project, SETTINGS, wish, lambda _: None)


def sheet(library: Library, slug: str) -> Worksheet:
    found = library.of("fi")[slug].worksheet
    assert found
    return found


@pytest.mark.parametrize("slug", SHOWN)
def test_the_answers_that_the_journey_shows_are_asked_for(site: Site, slug: str) -> None:
    own = sheet(site.project.library, slug)
    keys = {control.key for control in own.controls}
    assert {f"{own.slug}-{name}" for name in SHOWN[slug]} <= keys
    script = (PROJECT / "overrides/assets/js/journey.js").read_text("utf-8")
    assert f'"{own.slug}"' in script


def test_both_ratings_have_the_same_statements(site: Site) -> None:
    rated = journey.ratings(site, "fi")
    first = sheet(site.project.library, journey.FIRST).fields
    table = next(one for one in first if one.id == journey.TABLE)
    assert [row["id"] for row in rated["rows"]] == [row.id for row in table.rows]
    assert (rated["low"], rated["high"]) == (1, 5)


def test_a_plan_knows_the_meetings_of_every_path(site: Site, tmp_path: Path) -> None:
    for code in ("fi", "en"):
        planned = planning.planned(site, code, tmp_path)["paths"]
        paths = site.project.library.kind(code, "path")
        assert [*planned] == [path.name for path in paths]
        for path in paths:
            held = planned[path.name]["meetings"]
            assert isinstance(path.front_matter, PathFrontMatter)
            assert len(held) == path.front_matter.meetings
            assert all(one["tools"] and one["minutes"] and one["title"] for one in held)
    first = planning.planned(site, "en", tmp_path)["paths"]["first-job"]["meetings"][1]
    assert first["title"] == "Strengths and a goal"
    assert first["tools"] == ["strength-cards", "smart-goal"]


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("fi", "2026-12-06", "Itsenäisyyspäivä"), ("en", "2026-12-06", "Independence Day"),
        ("fi", "2027-06-25", "Juhannusaatto"), ("fi", "2038-04-25", "Pääsiäispäivä"),
        ("sv", "2026-12-06", "Självständighetsdagen"),
    ],
)  # fmt: skip
def test_holidays_are_finlands_in_the_readers_language(code: str, day: str, name: str) -> None:
    assert planning.holidays_of(code)[day] == name


def test_holidays_reach_over_every_plan() -> None:
    days = [date.fromisoformat(day) for day in planning.holidays_of("fi")]
    assert (days[0].year, days[-1].year) == (2024, 2042)


def test_a_plan_may_begin_in_the_years_that_have_holidays() -> None:
    template = (PROJECT / "overrides/partials/planner.html").read_text("utf-8")
    assert re.search(
        rf'min="{planning.FIRST_YEAR}-01-01" max="{planning.LAST_YEAR}-12-31"', template
    )
