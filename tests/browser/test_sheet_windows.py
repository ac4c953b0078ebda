"""Two windows on the same sheet: neither overwrites the other silently."""

from collections.abc import Iterator

import pytest
from on_a_sheet import (
    answers,
    copies,
    do,
    kept,
    notice,
    person,
    press,
    settle,
    sheet,
    still,
    sure,
)
from playwright.sync_api import Browser, Page, expect

HOPE, STRENGTHS = "#lifeline-hope", "#lifeline-strengths"


@pytest.fixture
def windows(address: str, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Two windows on a sheet that has an answer; time stands still in the second one."""
    with person(browser) as context:
        first = sheet(context, f"{address}tools/lifeline/")
        first.fill(HOPE, "Työpaikka")
        settle(first)
        yield first, still(context, f"{address}tools/lifeline/")


def test_answers_to_different_questions_are_put_together(windows: tuple[Page, Page]) -> None:
    first, second = windows
    second.fill(STRENGTHS, "Tarkka")
    first.fill("#lifeline-next-step", "Soitan")
    settle(first)
    expect(second.locator("#lifeline-next-step")).to_have_value("Soitan")
    settle(second)
    expect(first.locator(STRENGTHS)).to_have_value("Tarkka")
    assert kept(first)[0]["answers"] == answers(first) == answers(second)
    assert not second.locator(".mt-notice").count()


@pytest.mark.parametrize(
    ("word", "left"), [("say_torn_mine", "Oma työ"), ("say_torn_theirs", "Opiskelupaikka")]
)
def test_two_answers_to_one_question_are_chosen_from(
    windows: tuple[Page, Page], word: str, left: str
) -> None:
    first, second = windows
    second.fill(HOPE, "Oma työ")
    first.fill(HOPE, "Opiskelupaikka")
    settle(first)
    notice(second, "say_torn")
    settle(second)
    assert kept(first)[0]["answers"] == {"lifeline-hope": "Opiskelupaikka"}
    second.fill(STRENGTHS, "Tarkka")
    settle(second)
    press(second, word)
    expect(first.locator(HOPE)).to_have_value(left)
    assert answers(first) == answers(second)
    assert kept(first)[0]["answers"] == {"lifeline-hope": left, "lifeline-strengths": "Tarkka"}


def test_the_same_answer_in_both_windows_asks_nothing(windows: tuple[Page, Page]) -> None:
    first, second = windows
    second.fill(HOPE, "Oma työ")
    first.fill(HOPE, "Oma työ")
    settle(first)
    settle(second)
    assert not second.locator(".mt-notice").count()


def test_a_window_that_was_opened_first_joins_the_copy_begun_in_another(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        waiting = sheet(context, f"{address}tools/lifeline/")
        typing = sheet(context, f"{address}tools/lifeline/")
        typing.fill(HOPE, "Työpaikka")
        settle(typing)
        expect(waiting.locator(HOPE)).to_have_value("Työpaikka")
        waiting.fill(STRENGTHS, "Tarkka")
        settle(waiting)
        assert len(kept(waiting)) == 1
        expect(typing.locator(STRENGTHS)).to_have_value("Tarkka")


def test_a_copy_deleted_in_another_window_is_gone_here_too(windows: tuple[Page, Page]) -> None:
    first, second = windows
    do(first, "remove")
    sure(first)
    expect(second.locator(HOPE)).to_have_value("")


def test_what_is_being_typed_survives_a_deletion_in_another_window(
    windows: tuple[Page, Page],
) -> None:
    first, second = windows
    second.fill(STRENGTHS, "Tarkka")
    do(first, "remove")
    sure(first)
    settle(second)
    both = {"lifeline-hope": "Työpaikka", "lifeline-strengths": "Tarkka"}
    assert kept(second)[0]["answers"] == both


def test_a_window_that_comes_back_takes_in_what_was_kept_meanwhile(
    windows: tuple[Page, Page],
) -> None:
    first, second = windows
    first.fill(HOPE, "Opiskelupaikka")
    settle(first)
    second.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(second.locator(HOPE)).to_have_value("Opiskelupaikka")


def test_a_copy_begun_in_one_window_can_be_opened_in_the_other(
    windows: tuple[Page, Page],
) -> None:
    first, second = windows
    do(first, "begin")
    first.fill("#lifeline-whose", "Minh")
    settle(first)
    expect(second.locator("#mt-copy option")).to_have_count(2)
    assert copies(second) == ["Elämänviiva", "Elämänviiva 2 · Minh"]
    assert answers(second) == {"lifeline-hope": "Työpaikka"}
