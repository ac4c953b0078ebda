"""What a plan of meetings is made of: the meetings of paths, and the holidays of Finland."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentoring_tools.checks import meetings
from mentoring_tools.checks.meetings import Meeting
from mentoring_tools.pages.cards import card
from mentoring_tools.pages.site import Site
from mentoring_tools.source import checksums, kept_files

#: The years in which a plan may begin; the last of its meetings may come two years later.
FIRST_YEAR, LAST_YEAR = 2024, 2040

#: What the library calls its words in a language of ours; in any other it says them in English.
_LANGUAGES = {"fi": "fi", "sv": "sv_FI"}


def planned(site: Site, code: str, cache: Path) -> dict[str, Any]:
    """What the planner fetches in a language: `paths` by name, `holidays` by date (2026-12-06).

    `cache` is the project's `.cache`.
    """
    return {
        "paths": {path["name"]: {"meetings": path["plan"]} for path in paths(site, code)},
        "holidays": _kept_holidays(code, cache / "holidays" / code),
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


def _kept_holidays(code: str, file: Path) -> Any:
    """The holidays, reckoned again only for another version: the library takes a tenth second."""
    current = checksums.of_code(("pages/planning.py",), ("holidays",))
    said = kept_files.kept_for(file, current)
    if said is None:
        said = json.dumps(holidays_of(code)).encode()
        kept_files.keep_for(file, current, said)
    return json.loads(said)


def holidays_of(code: str) -> Mapping[str, str]:
    """Finland's public holidays and the two eves on which nothing is open, in the language."""
    import holidays  # noqa: PLC0415 - three hundred modules, seldom asked for

    years = range(FIRST_YEAR, LAST_YEAR + 3)
    days = holidays.country_holidays("FI", years=years, language=_LANGUAGES.get(code, "en_US"))
    return {day.isoformat(): str(name) for day, name in sorted(days.items())}
