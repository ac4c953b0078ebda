"""What the page's form tells the scripts: renamed questions, drawings, where answers are from."""

import html
import json
import re
from dataclasses import replace

import pytest

from mentoring_tools.pages import form as markup
from mentoring_tools.pages.form_controls import Speech, numbers
from mentoring_tools.source import strings
from mentoring_tools.worksheet.model import Field, Kind, Option, Row, Scale, Section, Worksheet
from mentoring_tools.worksheet.renames import renames

WORDS, _ = strings.load(("fi", "en"))


def sheet(*fields: Field) -> Worksheet:
    return Worksheet("tool", "en", "Tool", 1, (Section("", "", 1, fields),))


def followed(field: Field, key: str, answer: str = "") -> tuple[str, str]:
    """Where an answer is found after the field's rename, and what it is, as a script finds it."""
    for old, new, *values in renames(sheet(field)):
        if values and re.fullmatch(old, key):
            answer = values[1] if answer == values[0] else answer
        else:
            key = re.sub(old, re.sub(r"\$(\d)", r"\\\1", new), key)
    return key, answer


def scaled(most: int) -> Field:
    return Field("mark", "scale", "Mark", scale=Scale(1, most, "no", "yes"))


def grid(*columns: Field, rows: tuple[Row, ...] = (Row("1", ""),), was: str = "") -> Field:
    return Field("steps", "grid", "Steps", columns=columns, rows=rows, was=was)


def choice(kind: Kind) -> Field:
    options = (Option("home", "at home"), Option("other", "elsewhere", text=True))
    return Field("place", kind, "Where?", options=options, was="site")


def renamed(kind: Kind) -> Field:
    """A choice whose choices are renamed too."""
    home, other = choice(kind).options
    options = (replace(home, was="house"), replace(other, was="else"))
    return replace(choice(kind), options=options)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        (Field("aim", "text", "Aim", was="goal"), "tool-goal", "tool-aim"),
        (Field("aim", "text", "Aim", was="goal"), "tool-goal-2", "tool-goal-2"),
        (choice("one"), "tool-site", "tool-place"),
        (choice("one"), "tool-site-other-text", "tool-place-other-text"),
        (choice("any"), "tool-site-home", "tool-place-home"),
        (choice("any"), "tool-site-other-text", "tool-place-other-text"),
        (choice("any"), "tool-site-map", "tool-site-map"),
        (grid(Field("who", "text", "Who"), was="tasks"), "tool-tasks-12-who", "tool-steps-12-who"),
        (grid(Field("who", "text", "Who", was="doer")), "tool-steps-3-doer", "tool-steps-3-who"),
        (grid(Field("who", "text", "Who", was="doer"), was="tasks"),
         "tool-tasks-3-doer", "tool-steps-3-who"),
        (grid(Field("score", "text", "Score", was="mark"), rows=(Row("job-search", "Jobs"),)),
         "tool-steps-job-search-mark", "tool-steps-job-search-score"),
        (grid(Field("score", "text", "Score", was="mark"), rows=(Row("job-search", "Jobs"),)),
         "tool-steps-9-mark", "tool-steps-9-mark"),
        (grid(Field("who", "text", "Who", was="doer"), rows=(Row("job", "Jobs", was="work"),),
              was="tasks"), "tool-tasks-work-doer", "tool-steps-job-who"),
        (grid(Field("who", "text", "Who"), rows=(Row("job", "Jobs", was="work"),)),
         "tool-steps-work-map", "tool-steps-work-map"),
        (renamed("any"), "tool-site-house", "tool-place-home"),
        (renamed("any"), "tool-place-else-text", "tool-place-other-text"),
        (renamed("one"), "tool-site-else-text", "tool-place-other-text"),
        (renamed("one"), "tool-place-house", "tool-place-house"),
    ],
)  # fmt: skip
def test_a_kept_answer_follows_its_question(field: Field, old: str, new: str) -> None:
    assert followed(field, old) == (new, "")


@pytest.mark.parametrize(
    ("old", "kept", "answer"), [("tool-site", "house", "home"), ("tool-site", "other", "other"),
                                ("tool-place", "house", "home")]
)  # fmt: skip
def test_a_kept_choice_follows_its_choice(old: str, kept: str, answer: str) -> None:
    assert followed(renamed("one"), old, kept) == ("tool-place", answer)
    beside = replace(renamed("one"), id="other", was="")
    assert followed(beside, "tool-place", "house") == ("tool-place", "house")


def attribute(name: str, form: str) -> str | None:
    found = re.search(rf'{name}="([^"]*)"', form)
    return html.unescape(found[1]) if found else None


def test_the_form_carries_its_renames_only_when_it_has_any() -> None:
    old = Field("aim", "text", "Aim", was="goal")
    told = attribute("data-mt-renamed", markup.form([sheet(old)], WORDS["en"]))
    assert json.loads(told or "") == [["^tool-goal()$", "tool-aim$1"]]
    form = markup.form([sheet(replace(old, was=""))], WORDS["en"])
    assert attribute("data-mt-renamed", form) is None


def test_a_table_of_empty_rows_may_grow_and_one_of_named_rows_may_not() -> None:
    column = Field("who", "text", "Who")
    assert "data-mt-grows" in markup.form([sheet(grid(column))], WORDS["en"])
    named = grid(column, rows=(Row("first", "First"),))
    assert "data-mt-grows" not in markup.form([sheet(named)], WORDS["en"])


def test_drawings_and_origins_stand_in_the_form() -> None:
    drawn = replace(grid(Field("before", "text", "Before", origin="start")), draws="bars")
    form = markup.form([sheet(drawn)], WORDS["en"])
    assert attribute("data-mt-draws", form) == "bars"
    assert attribute("data-mt-from", form) == "start"


def test_a_drawing_makes_the_paper_again_for_its_frame_is_printed() -> None:
    plain = grid(Field("before", "text", "Before"))
    assert repr(plain) != repr(replace(plain, draws="bars"))


def test_a_range_of_numbers_is_not_torn() -> None:
    said = Speech(("fi", "en")).said(["Nyt, 0–10 – tai <ei>", "Now, 0–10"])
    assert "0\N{WORD JOINER}–\N{WORD JOINER}10 – tai &lt;ei&gt;" in said
    assert "Now, 0\N{WORD JOINER}–\N{WORD JOINER}10" in said


def test_a_number_below_zero_has_a_real_minus_and_keeps_its_id() -> None:
    scale = Scale(-1, 0, "vaikea", "hyvä")
    assert 'value="-1"><span>−1</span>' in numbers("a", scale)
    assert '<span class="mt-low">−1 = vaikea</span>' in Speech(("fi",)).ends("a", [scale])
    # What Word's lists show is the same.
    assert [(one.id, one.label) for one in scale.options] == [("-1", "−1"), ("0", "0")]


@pytest.mark.parametrize(
    ("fields", "lists"),
    [
        ([scaled(7), grid(scaled(5), scaled(5))], False),
        ([scaled(8)], True),
        ([grid(scaled(8))], True),
        ([grid(scaled(4), scaled(4), scaled(4))], False),
        ([grid(Field("who", "text", "Who"), scaled(4), scaled(4), scaled(4))], True),
        ([grid(scaled(4), scaled(4)), grid(scaled(4))], False),
        ([], False),
    ],
)
def test_numbers_that_have_no_room_in_a_row_are_lists(fields: list[Field], *, lists: bool) -> None:
    assert markup.crowded(sheet(*fields)) is lists
