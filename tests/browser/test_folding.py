"""A table on a phone: a few open rows, the others a line each that opens again."""

import pytest
from on_a_sheet import FILL_ALL, WORDS, answers, person, press, settle, sheet
from playwright.sync_api import Browser, Locator, Page, Route, expect

EVENT = {
    "lifeline-events-1-event": "Muutin Suomeen",
    "lifeline-events-1-year": "2015",
    "lifeline-events-1-feeling": "-2",
}
LINE = "1. 2015 · Muutin Suomeen · −2"
# Where something lies on the controls that are seen, or is lower than a finger needs.
LOW = """() => [...document.querySelectorAll(".mt-line")]
  .map(one => one.getBoundingClientRect().height).filter(height => height && height < 44)"""


def rows(page: Page, table: str) -> Locator:
    return page.locator(f"#{table} tbody tr:visible")


def lines(page: Page) -> list[str]:
    """What the folded rows say."""
    folded = page.locator(".mt-line[aria-expanded=false]:visible")
    return [" ".join(text.split()) for text in folded.all_inner_texts()]


def write(page: Page) -> None:
    """An event, as a person types it."""
    page.focus("#lifeline-events-1-event")
    page.keyboard.type("Muutin Suomeen")
    page.keyboard.press("Tab")
    page.keyboard.type("2015")
    page.select_option("tr:has(#lifeline-events-1) .mt-list", "-2")


def test_a_phone_shows_two_empty_rows_and_more_when_asked(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(rows(page, "lifeline-events")).to_have_count(2)
        write(page)
        press(page, "say_row_add")
        expect(page.locator("#lifeline-events-3-event")).to_be_focused()
        expect(rows(page, "lifeline-events")).to_have_count(3)
        assert lines(page) == [LINE]
        assert answers(page) == EVENT
        assert page.evaluate(LOW) == []


def test_a_finished_row_is_a_line_that_opens_again(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        write(page)
        settle(page)
        page.reload()
        page.wait_for_selector(".mt-on")
        assert lines(page) == [LINE]
        expect(rows(page, "lifeline-events")).to_have_count(2)
        line = page.get_by_role("button", name=LINE)
        line.focus()
        page.keyboard.press("Enter")
        opened = page.locator(".mt-line").first
        expect(opened).to_be_focused()
        expect(opened).to_have_attribute("aria-expanded", "true")
        expect(opened).to_have_accessible_name("1.")
        expect(page.get_by_role("textbox", name="1. Tapahtuma")).to_have_value("Muutin Suomeen")
        page.keyboard.press("Space")
        expect(opened).to_be_focused()
        assert lines(page) == [LINE]


# Where the parts of tables are, as far as they are seen.
PLACES = """() => [...document.querySelectorAll(
    ".mt-grid tr, .mt-grid th, .mt-grid td, .mt-rows, .mt-take, .mt-footer")]
  .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())
  .filter(({height}) => height).map(({x, y, width, height}) => [x, y, width, height])"""


@pytest.mark.parametrize("tool", ["lifeline", "life-wheel", "network-map", "final-rating"])
def test_nothing_moves_when_the_script_that_folds_comes(
    tool: str, address: str, browser: Browser
) -> None:
    held: list[Route] = []
    with person(browser) as context:
        page = context.new_page()
        page.route("**/folding.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
        with page.expect_request("**/folding.js*"):
            page.goto(f"{address}tools/{tool}/")
        expect(page.locator(".mt-brief")).to_be_visible()
        before = page.evaluate(PLACES)
        held[0].continue_()
        expect(page.locator(".mt-line").first).to_be_visible()
        expect(page.locator(".mt-brief")).to_have_count(0)
        assert page.evaluate(PLACES) == before


def test_without_the_script_that_folds_all_rows_are_there(address: str, browser: Browser) -> None:
    with person(browser, []) as context:
        page = context.new_page()
        page.route("**/folding.js*", lambda route: route.abort())
        page.goto(f"{address}tools/lifeline/")
        expect(rows(page, "lifeline-events")).to_have_count(6)
        press(page, "say_row_add")
        expect(page.locator("#lifeline-events-7-event")).to_be_focused()


def test_rows_with_names_are_lines_until_they_are_opened(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/life-wheel/")
        expect(page.get_by_role("button", name="Jaksaminen")).to_be_visible()
        assert lines(page)[0] == "Jaksaminen"
        expect(rows(page, "life-wheel-sectors")).to_have_count(8)
        page.get_by_role("button", name="Jaksaminen").click()
        expect(page.get_by_role("textbox", name="Jaksaminen Nyt")).to_be_visible()


def test_a_row_that_another_window_fills_is_seen(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        write(page)
        settle(page)
        other = sheet(context, f"{address}tools/lifeline/")
        other.wait_for_selector(".mt-on")
        press(other, "say_row_add")
        other.keyboard.type("Työkokeilu")
        settle(other)
        expect(page.locator("#lifeline-events-3-event")).to_have_value("Työkokeilu")
        expect(page.locator("#lifeline-events-3-event")).to_be_visible()


def test_the_last_row_that_is_seen_goes_first(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-events-2-event", "Leipomo")
        page.once("dialog", lambda dialog: dialog.accept())
        press(page, "say_row_remove")
        expect(rows(page, "lifeline-events")).to_have_count(1)
        remove = page.get_by_role("button", name=WORDS["fi"]["say_row_remove"])
        expect(remove).to_be_disabled()
        expect(page.get_by_role("button", name=WORDS["fi"]["say_row_add"])).to_be_focused()
        assert not answers(page)


def test_a_turned_phone_and_a_desk_show_every_row(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        write(page)
        press(page, "say_row_add")
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(rows(page, "lifeline-events")).to_have_count(6)
        expect(page.locator(".mt-line")).to_have_count(0)
        page.set_viewport_size({"width": 360, "height": 740})
        expect(page.locator("#lifeline-events-3-event")).to_be_focused()
        expect(rows(page, "lifeline-events")).to_have_count(3)
        assert lines(page) == [LINE]
        assert answers(page) == EVENT


def test_paper_has_every_row_open(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.evaluate(FILL_ALL)
        settle(page)
        page.reload()
        page.wait_for_load_state("networkidle")
        expect(page.locator("#lifeline-events-1-event")).to_be_hidden()
        page.emulate_media(media="print")
        expect(rows(page, "lifeline-events")).to_have_count(6)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("#lifeline-events td .mt-written").first).to_be_visible()
        expect(page.locator(".mt-said").first).to_be_hidden()


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_scripts_all_rows_are_there(language: str, address: str, browser: Browser) -> None:
    with person(browser, java_script_enabled=False) as context:
        page = sheet(context, f"{address}{language}tools/lifeline/")
        expect(rows(page, "lifeline-events")).to_have_count(6)
