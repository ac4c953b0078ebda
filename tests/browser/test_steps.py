"""One question at a time: the same form and answers, with the place in the address."""

from typing import Any

import pytest
from links import faults
from on_a_sheet import ANSWERS, WORDS, answers, kept, person, press, settle, sheet
from playwright.sync_api import Browser, Page, expect

SHEET = "tools/lifeline/"
SAID = WORDS["fi"]
QUESTION = ".mt-asked"
COUNT = 8
IDS = "() => [...document.querySelectorAll('#mt-sheet [id]')].map(({id}) => id)"


def begin(page: Page) -> None:
    press(page, "stepping_start")
    expect(page.locator(QUESTION)).to_be_focused()


def at(page: Page, number: int) -> None:
    """Expects that one question is shown, and the address and the progress say which."""
    place = SAID["stepping_place"].format(n=number, all=COUNT)
    expect(page.locator("#mt-step-place")).to_have_text(place)
    expect(page.locator(QUESTION)).to_be_focused()
    expect(page.locator(".mt-sheet .mt-field:visible")).to_have_count(1)
    assert page.url.endswith(f"#step-{number}")


def test_a_question_stands_alone_in_large_words_with_the_focus(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        begin(page)
        at(page, 1)
        expect(page.get_by_role("heading", name="Päivä", level=3)).to_be_focused()
        assert page.evaluate("() => scrollY") == 0
        expect(page.get_by_role("banner")).to_have_count(0)
        expect(page.get_by_role("contentinfo")).to_have_count(0)
        expect(page.get_by_role("heading", level=1)).to_have_text("Elämänviiva")
        size = page.locator(QUESTION).evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size >= 24


def test_it_is_announced_once(address: str, browser: Browser) -> None:
    """With its place as the heading's description, and in no live region besides."""
    with person(browser) as context:
        page = sheet(context, f"{address}{SHEET}#step-2")
        at(page, 2)
        expect(page.locator(QUESTION)).to_have_accessible_description("Kysymys 2/8")
        live = page.locator("[role=status], [role=alert], [aria-live]").all_inner_texts()
        assert not "".join(live).strip()
        expect(page.locator("#lifeline-whose")).to_have_accessible_name("Kenen työpohja tämä on?")


def test_next_skip_back_and_done(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        begin(page)
        expect(page.get_by_role("button", name=SAID["stepping_back"])).to_be_disabled()
        press(page, "stepping_skip")
        at(page, 2)
        page.locator("#lifeline-whose").press_sequentially("Amina")
        press(page, "stepping_next")
        at(page, 3)
        press(page, "stepping_back")
        at(page, 2)
        expect(page.locator("#lifeline-whose")).to_have_value("Amina")
        for number in range(3, COUNT + 1):
            page.get_by_role("button", name=SAID["stepping_next"]).or_(
                page.get_by_role("button", name=SAID["stepping_skip"])
            ).click()
            at(page, number)
        press(page, "stepping_finish")
        expect(page.locator(".mt-step-head")).to_have_count(0)
        assert answers(page) == {"lifeline-whose": "Amina"}


def test_the_address_keeps_the_place(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        begin(page)
        press(page, "stepping_skip")
        at(page, 2)
        press(page, "stepping_skip")
        at(page, 3)
        page.go_back()
        at(page, 2)
        page.reload()
        at(page, 2)
        page.go_forward()
        at(page, 3)
        page.go_back()
        at(page, 2)
        page.go_back()
        at(page, 1)
        page.go_back()
        expect(page.locator(".mt-step-head")).to_have_count(0)
        expect(page.get_by_role("banner")).to_be_visible()


@pytest.mark.parametrize(("written", "shown"), [("99", 8), ("0", 1), ("-4", 1), ("x", 1), ("", 1)])
def test_an_odd_place_is_one_of_the_questions(
    written: str, shown: int, address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}{SHEET}#step-{written}")
        at(page, shown)


def test_it_goes_on_where_the_first_answer_is_missing(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.fill("#lifeline-date", "2026-03-05")
        page.fill("#lifeline-whose", "Amina")
        begin(page)
        at(page, 3)


def test_answers_are_the_whole_sheets_and_kept_alike(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}{SHEET}#step-6")
        at(page, 6)
        page.locator("#lifeline-hope").press_sequentially("Työpaikka")
        settle(page)
        assert [copy["answers"] for copy in kept(page)] == [{"lifeline-hope": "Työpaikka"}]
        before = page.evaluate(IDS)
        press(page, "stepping_whole")
        expect(page.locator("#lifeline-hope")).to_be_in_viewport()
        assert page.url == f"{address}{SHEET}#worksheet"
        assert page.evaluate("e => document.activeElement.contains(document.querySelector(e))",
                             "#lifeline-hope")  # fmt: skip
        expect(page.get_by_label("Mitä toivot seuraavaksi?")).to_have_value("Työpaikka")
        expect(page.locator(QUESTION)).to_have_count(0)
        shown = page.locator(".mt-sheet .mt-field:visible")
        expect(shown).to_have_count(COUNT)
        after = page.evaluate(IDS)
        assert after == before


def test_a_table_is_one_question(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}{SHEET}#step-4")
        at(page, 4)
        expect(page.get_by_role("heading", name="Viivan tapahtumat")).to_be_focused()
        page.locator("#lifeline-events-1-event").press_sequentially("Muutto")
        page.get_by_role("button", name=SAID["say_row_add"]).click()
        page.keyboard.type("Uusi rivi")
        assert "Uusi rivi" in answers(page).values()
        expect(page.get_by_role("button", name=SAID["stepping_next"])).to_be_visible()


def test_the_mentors_questions_are_at_hand(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}{SHEET}#step-2")
        at(page, 2)
        own = page.locator("#mentor ~ ul li")
        page.get_by_text("Mentorille", exact=True).locator("visible=true").click()
        told = page.locator(".mt-step-foot li")
        expect(told).to_have_text(own.all_text_contents())
        expect(told.first).to_be_visible()


def test_the_clock_is_quiet_and_can_be_hidden(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(f"{address}{SHEET}#step-2")
        clock = page.get_by_role("timer")
        expect(clock).to_have_text(SAID["stepping_left"].format(n=45))
        page.clock.fast_forward("10:30")
        expect(clock).to_have_text(SAID["stepping_left"].format(n=35))
        press(page, "stepping_clock_hide")
        expect(page.locator("#mt-clock")).to_be_hidden()
        press(page, "stepping_clock_show")
        page.clock.fast_forward("40:00")
        expect(clock).to_have_text(SAID["stepping_over"])
        assert page.url.endswith("#step-2")


def test_paper_gets_the_whole_sheet(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}{SHEET}#step-2")
        at(page, 2)
        page.emulate_media(media="print")
        expect(page.locator(".mt-sheet .mt-field:visible:not(.mt-drawing)")).to_have_count(COUNT)


def test_without_scripts_there_is_the_whole_sheet(address: str, browser: Browser) -> None:
    with person(browser, java_script_enabled=False) as context:
        page = sheet(context, f"{address}{SHEET}#step-2")
        expect(page.locator("[data-mt-do=steps]")).to_be_hidden()
        expect(page.locator(".mt-sheet .mt-field:visible")).to_have_count(COUNT)


def test_by_keyboard_alone(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.locator("[data-mt-do=steps]").focus()
        page.keyboard.press("Enter")
        at(page, 1)
        press_until(page, SAID["stepping_skip"])
        at(page, 2)
        page.keyboard.press("Tab")
        page.keyboard.type("Amina")
        press_until(page, SAID["stepping_next"])
        at(page, 3)
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".mt-step-head")).to_have_count(0)
        assert page.evaluate(ANSWERS) == {"lifeline-whose": "Amina"}


def press_until(page: Page, words: str) -> None:
    """Goes on by Tab to the button with these words, and presses it."""
    button = page.get_by_role("button", name=words, exact=True)
    for _ in range(12):
        page.keyboard.press("Tab")
        if button.evaluate("e => e === document.activeElement"):
            return page.keyboard.press("Enter")
    pytest.fail(f"{words} is not reached")


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "narrow": {"viewport": {"width": 320, "height": 256}},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", [SHEET, "en/tools/evaluation/"])
def test_all_of_it_is_for_everybody(path: str, look: str, address: str, browser: Browser) -> None:
    found: list[str] = []
    with person(browser, **LOOKS[look]) as context:
        page = sheet(context, address + path)
        for number in (1, 4, 7):
            page.evaluate("hash => { location.hash = hash; }", f"step-{number}")
            expect(page.locator("#mt-step-place")).to_contain_text(f" {number}/")
            expect(page.locator(QUESTION)).to_be_focused()
            found += faults(page, contrast=look in ("light", "dark"))
    assert not found
