"""What the fields of the real sheets are called when they are read aloud."""

from collections import Counter
from pathlib import Path

import pytest

from mentoring_tools.content.download_paths import combinations
from mentoring_tools.pdf import form_fields
from mentoring_tools.project import load
from mentoring_tools.worksheet.model import Field, Option, Section, Worksheet

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def sheets() -> list[list[Worksheet]]:
    """Every sheet in every combination of languages."""
    library = load(PROJECT).library
    return [
        [sheet for code in languages if (sheet := library.of(code)[page.slug].worksheet)]
        for languages in combinations(library)
        for page in library.with_sheets(languages[0])
    ]


def test_no_two_fields_of_a_sheet_have_the_same_name(sheets: list[list[Worksheet]]) -> None:
    assert sheets
    for twins in sheets:
        asked = form_fields.asked(twins).values()
        names = Counter(said for one in asked for said in (one.question, *one.choices.values()))
        assert not [name for name, times in names.items() if times > 1], twins[0].slug


def test_the_same_question_in_two_parts_is_said_with_its_part() -> None:
    parts = [
        Section(who, f"For the {who}", 1, (Field(f"{who}-place", "text", "Where?"),))
        for who in ("mentor", "mentee")
    ]
    asked = form_fields.asked([Worksheet("tool", "en", "Sheet", 1, tuple(parts))])
    assert [one.question for one in asked.values()] == [
        "For the mentor: Where?", "For the mentee: Where?"
    ]  # fmt: skip


def test_the_same_question_in_one_part_is_said_with_a_number() -> None:
    fields = (Field("date", "date", "Date"), Field("day", "date", "Date"))
    sheet = Worksheet("tool", "en", "Sheet", 1, (Section("", "", 1, fields),))
    asked = form_fields.asked([sheet])
    assert [one.question for one in asked.values()] == ["Date", "Date (2)"]


def test_a_line_to_write_on_is_told_from_its_choice() -> None:
    options = (Option("home", "at home"), Option("other", "elsewhere: where?", text=True))
    field = Field("place", "one", "Where do you meet?", options=options)
    sheet = Worksheet("tool", "en", "Sheet", 1, (Section("", "", 1, (field,)),))
    choice, line = form_fields.asked([sheet]).values()
    assert choice.choices["other"] == "Where do you meet?: elsewhere: where?"
    assert line.question == "elsewhere: where? (Where do you meet?)"
