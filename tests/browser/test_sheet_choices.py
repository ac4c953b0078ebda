"""A choice can be taken back, and typing behind "something else" is one."""

from on_a_sheet import WORDS, answers, kept, person, settle, sheet
from playwright.sync_api import Browser, expect

FEELING = "[name=lifeline-events-1-feeling][value='2']"


def test_a_choice_pressed_again_is_taken_back_and_a_double_click_is_not(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.dblclick(FEELING)
        assert answers(page) == {"lifeline-events-1-feeling": "2"}
        expect(page.locator(".mt-dot")).to_have_count(1)
        page.click(FEELING)
        settle(page)
        assert not answers(page)
        assert not kept(page)[0]["answers"]
        expect(page.locator(".mt-picture")).to_be_hidden()


def test_a_choice_that_was_kept_can_be_taken_back_too(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.click(FEELING)
        page.reload()
        page.focus(FEELING)
        page.keyboard.press("Space")
        assert not answers(page)
        page.keyboard.press("ArrowRight")
        assert len(answers(page)) == 1


def test_how_it_is_done_is_said_once_before_the_first_choice(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.get_by_text(WORDS["fi"]["choice_again"])).to_be_visible()
        page = sheet(context, f"{address}tools/life-wheel/")
        expect(page.get_by_text(WORDS["fi"]["choice_again"])).to_have_count(0)


def test_typing_behind_something_else_chooses_it(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-span-other-text", "muutoksista")
        given = {"lifeline-span": "other", "lifeline-span-other-text": "muutoksista"}
        assert answers(page) == given
        settle(page)
        page.reload()
        assert answers(page) == given
