"""Who acts before a script has come: nothing typed, chosen or pressed is lost or comes twice.

What a sheet needs later is fetched when its page has loaded, or when it is asked for.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from arriving import late
from kept_answers import KEEP, entries
from links import GOOD
from on_a_sheet import (
    PAPER,
    WORDS,
    answers,
    copies,
    do,
    keep_nothing,
    kept,
    person,
    press,
    sheet,
)
from playwright.sync_api import Browser, Page, expect
from word_reading import picture_in

# A printer that notes for each sheet of paper whether the looks of paper were there.
PRINTER = f"window.printed = []; window.print = () => window.printed.push(({PAPER})())"
RING = "[name=network-map-people-1-ring][value='2']"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's window, still empty."""
    with person(browser) as context:
        context.add_init_script(PRINTER)
        yield context.new_page()


def choose(page: Page, *values: str) -> None:
    for value in values:
        page.check(f"#mt-take [value={value}]")


def test_filled_comes_first_before_its_script_and_a_choice_stays(address: str, page: Page) -> None:
    with late(page, "take-along"):
        page.goto(f"{address}tools/network-map/")
        expect(page.locator("#mt-take [value=empty]")).to_be_checked()
        page.check(RING)
        expect(page.locator("#mt-take [value=filled]")).to_be_checked()
        choose(page, "docx", "empty")
    expect(page.locator("[data-mt-do=take]")).to_contain_text(WORDS["fi"]["download_sheet_docx"])
    expect(page.locator("#mt-take [value=empty]")).to_be_checked()


@pytest.mark.parametrize("script", ["take-along", "export", "export-docx"])
def test_a_file_that_is_pressed_for_twice_comes_once(address: str, page: Page, script: str) -> None:
    came: list[str] = []
    page.on("download", lambda download: came.append(download.suggested_filename))
    with late(page, script):
        page.goto(f"{address}tools/lifeline/")
        page.fill("#lifeline-date", "2026-03-05")
        choose(page, "docx")
        do(page, "take")
        do(page, "take")
        page.fill("#lifeline-date", "2026-03-06")
    expect(page.locator("#mt-take [role=status]")).to_have_text(WORDS["fi"]["filled_done"])
    choose(page, "empty")
    with page.expect_download():
        do(page, "take")
    assert came == ["Elämänviiva 2026-03-06.docx", "Elämänviiva.docx"]


@pytest.mark.parametrize("script", ["drawing", "rings"])
def test_a_file_waits_for_what_draws(address: str, page: Page, script: str) -> None:
    with page.expect_download() as download, late(page, script):
        page.goto(f"{address}tools/network-map/")
        page.check(RING)
        choose(page, "docx")
        with page.expect_response("**/export-docx.js*"):
            do(page, "take")
    file = Path(download.value.path())
    assert picture_in(file, "network-map-people").words.endswith("\n1. 1: Rengas 2")


def test_a_file_without_its_drawing_is_none(address: str, browser: Browser) -> None:
    with person(browser, []) as context:
        page = context.new_page()
        page.route("**/rings.js*", lambda route: route.abort())
        page.goto(f"{address}tools/network-map/")
        page.check(RING)
        choose(page, "docx")
        do(page, "take")
        status = page.locator("#mt-take [role=status]")
        expect(status).to_have_text(WORDS["fi"]["filled_failed"])
        page.unroute_all()
        with page.expect_download():
            do(page, "take")


def test_paper_waits_for_its_looks(address: str, page: Page) -> None:
    with late(page, "paper"):
        page.goto(f"{address}tools/lifeline/")
        choose(page, "print")
        with page.expect_response("**/print-sheet.js*"):
            do(page, "take")
        do(page, "take")
    page.wait_for_function("() => window.printed.length")
    assert page.evaluate("() => window.printed") == [True]


def test_a_dialog_opens_once(address: str, page: Page) -> None:
    with late(page, "share-link"):
        page.goto(f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työ")
        do(page, "link")
        do(page, "link")
        page.fill("#lifeline-hope", "Työpaikka")
    press(page, "sharing_close")
    expect(page.locator("dialog")).to_have_count(0)


def test_a_row_that_comes_late_takes_nobody_away(address: str, page: Page) -> None:
    with late(page, "folding"):
        page.goto(f"{address}tools/lifeline/")
        press(page, "say_row_add")
        page.focus("#lifeline-hope")
        page.keyboard.type("Työ")
    expect(page.locator("#lifeline-events-3-event")).to_be_visible()
    page.keyboard.type("paikka")
    assert answers(page) == {"lifeline-hope": "Työpaikka"}


def test_who_goes_on_keeping_is_not_asked_any_more(address: str, page: Page) -> None:
    with late(page, "delete-answers"):
        page.goto(f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        keep_nothing(page)
        page.uncheck("#mt-off")
    do(page, "remove")
    expect(page.get_by_role("dialog", name=WORDS["fi"]["deleting_title"])).to_be_visible()
    expect(page.locator("dialog")).to_have_count(1)
    assert kept(page)[0]["answers"] == {"lifeline-hope": "Työpaikka"}


def test_copies_of_a_renamed_tool_are_listed_beside_what_is_typed(address: str, page: Page) -> None:
    old = {**GOOD, "sheet": "life-line", "answers": {"life-line-whose": "Amina"}}
    page.goto(address)
    page.evaluate(KEEP, entries(old))
    page.route("**/tools/lifeline/", lambda route: route.fulfill(
        response=(reply := route.fetch()),
        body=reply.text().replace("<form ", '<form data-mt-was="life-line" ')))  # fmt: skip
    with late(page, "former-names"):
        page.goto(f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
    expect(page.locator("#mt-copy option")).to_have_count(2)
    assert sorted(copies(page)) == ["Elämänviiva", "Elämänviiva · Amina"]
    assert answers(page) == {"lifeline-hope": "Työpaikka"}


def test_what_is_answered_meanwhile_is_not_offered_over(address: str, page: Page) -> None:
    rated = {f"starting-point-rating-{row}-before": "3" for row in ("strengths", "cv")}
    page.goto(address)
    page.evaluate(KEEP, entries({**GOOD, "sheet": "starting-point", "answers": rated}))
    own = "final-rating-rating-strengths-before"
    page.goto(f"{address}tools/final-rating/")
    page.get_by_role("button", name=WORDS["fi"]["offering_take"]).wait_for()
    page.evaluate("name => document.querySelector(`[name=${name}][value='5']`).click()", own)
    press(page, "offering_take")
    assert answers(page) == {own: "5", "final-rating-rating-cv-before": "3"}


def test_a_picture_has_what_was_typed_just_now(address: str, browser: Browser) -> None:
    """It is drawn again after half a second, and time stands still here."""
    with person(browser) as context:
        page = sheet(context, f"{address}tools/network-map/")
        page.check(RING)
        expect(page.locator(".mt-told li")).to_have_count(1)
        page.clock.install()
        page.clock.pause_at(time.time() + 2)
        page.check("[name=network-map-people-2-ring][value='1']")
        with page.expect_download():
            press(page, "say_picture")
        expect(page.locator(".mt-told li")).to_have_count(2)
