"""What is deleted is listed, confirmed, told, and can be brought back for a while."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from kept_answers import two_logs
from on_a_sheet import (
    WORDS,
    answers,
    copies,
    do,
    keep_nothing,
    kept,
    person,
    press,
    settle,
    sheet,
    still,
    sure,
)
from playwright.sync_api import Browser, Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = """() => {
  window.asked = 0;
  // A page that is not there yet has no storage.
  if (navigator.storage) navigator.storage.persist = async () => { window.asked += 1; };
}"""


def two_sheets(page: Page, address: str) -> None:
    """Amina's goal and a lifeline, of which the second is open."""
    page.goto(f"{address}tools/smart-goal/")
    page.fill("#smart-goal-whose", "Amina")
    page.goto(f"{address}tools/lifeline/")
    page.fill("#lifeline-hope", "Työpaikka")
    settle(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["off", "removeAll"])
def test_what_is_kept_is_listed_first_and_axe_finds_nothing(
    way: str, scheme: str, address: str, browser: Browser
) -> None:
    with person(browser, color_scheme=scheme) as context:
        page = sheet(context, address)
        two_sheets(page, address)
        if way == "off":
            keep_nothing(page)
        else:
            do(page, way)
        items = page.locator("dialog[open] li")
        expect(items).to_have_count(2)
        assert {item.split(",")[0] for item in items.all_inner_texts()} == {
            "SMART-tavoite · Amina", "Elämänviiva",
        }  # fmt: skip
        # Whoever presses Enter at once deletes nothing.
        expect(page.locator("dialog[open] [value=no]")).to_be_focused()
        found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
        assert not [fault["id"] for fault in found.response["violations"]]
        page.keyboard.press("Escape")
        assert len(kept(page)) == 2


def test_some_are_deleted_and_the_others_stay(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address)
        two_sheets(page, address)
        do(page, "removeAll")
        page.get_by_label("SMART-tavoite").uncheck()
        sure(page)
        assert [copy["sheet"] for copy in kept(page)] == ["smart-goal"]
        expect(page.locator("#mt-status")).to_contain_text("Elämänviiva")


def test_the_copy_that_is_shown_instead_is_named(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/meeting-log/")
        two_logs(page)
        settle(page)
        do(page, "remove")
        sure(page)
        status = page.locator("#mt-status")
        expect(status).to_have_text(
            "Poistettu tältä laitteelta: Tapaamismuistio 2. Nyt näkyvissä: Tapaamismuistio 1."
        )
        press(page, "deleting_undo")
        expect(status).to_have_text(WORDS["fi"]["deleting_undone"])
        assert answers(page) == {"meeting-log-topic": "Hakemus"}
        assert copies(page) == ["Tapaamismuistio 1", "Tapaamismuistio 2"]


def test_the_way_back_is_there_for_ten_seconds(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = still(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        settle(page)
        do(page, "remove")
        sure(page)
        undo = page.get_by_role("button", name=WORDS["fi"]["deleting_undo"])
        expect(undo).to_be_visible()
        page.clock.run_for(9_900)
        expect(undo).to_be_visible()
        page.clock.run_for(200)
        expect(undo).to_have_count(0)


def test_a_browser_is_asked_to_keep_what_is_kept_first_and_only_then(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        context.add_init_script(f"({ASKED})()")
        page = sheet(context, f"{address}tools/lifeline/")
        assert page.evaluate("() => window.asked") == 0
        for text in ("Työpaikka", "Opiskelupaikka"):
            page.fill("#lifeline-hope", text)
            settle(page)
            assert page.evaluate("() => window.asked") == 1


def test_where_seven_days_are_the_limit_it_is_said_openly(address: str, browser: Browser) -> None:
    apple = "Object.defineProperty(navigator, 'vendor', {get: () => 'Apple Computer, Inc.'})"
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator("#mt-seven")).to_be_hidden()
        context.add_init_script(apple)
        page.reload()
        expect(page.locator("#mt-seven")).to_be_visible()
