"""What a plan of meetings is made of: the meetings of paths, and the holidays of Finland."""

from collections.abc import Mapping
from typing import Any

import holidays

from mentoring_tools.checks import meetings
from mentoring_tools.checks.meetings import Meeting
from mentoring_tools.pages.cards import card
from mentoring_tools.pages.site import Site

#: The years in which a plan may begin; the last of its meetings may come two years later.
FIRST_YEAR, LAST_YEAR = 2024, 2040

#: What the library calls its words in a language of ours; in any other it says them in English.
_LANGUAGES = {"fi": "fi", "sv": "sv_FI"}


def planned(site: Site, code: str) -> dict[str, Any]:
    """What the planner fetches in a language: `paths` by name, `holidays` by date (2026-12-06)."""
    return {
        "paths": {path["name"]: {"meetings": path["plan"]} for path in paths(site, code)},
        "holidays": holidays_of(code),
    }


def paths(site: Site, code: str) -> list[dict[str, Any]]:
    """Each path's card, with the topic, minutes and tools of its meetings as `plan`."""
    library, words = site.project.library, site.project.words[code]
    return [
        {
            **card(site, path),
            "plan": [_meeting(one) for one in meetings.of_page(path, library, words)],
        }
        for path in library.kind(code, "path")
    ]


def _meeting(meeting: Meeting) -> dict[str, Any]:
    """A meeting's topic is its heading behind the colon: “Meeting 2: strengths and a goal”."""
    before, _, after = meeting.heading.title.partition(": ")
    topic = after or before
    tools = [page.name for _, page in meeting.tools]
    return {"title": topic[:1].upper() + topic[1:], "minutes": meeting.minutes, "tools": tools}


def holidays_of(code: str) -> Mapping[str, str]:
    """Finland's public holidays and the two eves on which nothing is open, in the language."""
    years = range(FIRST_YEAR, LAST_YEAR + 3)
    days = holidays.country_holidays("FI", years=years, language=_LANGUAGES.get(code, "en_US"))
    return {day.isoformat(): name for day, name in sorted(days.items())}
