"""Tables gain rows and lose them, long answers grow, and one line stays one line.

On a desk; what a phone folds is in test_folding.py.
"""

from built import SITE_URL, Site
from on_a_sheet import FILL_ALL, WORDS, answers, person, press, settle, sheet, stand_on
from playwright.sync_api import Browser, Page, expect

ROW = "#lifeline-events tbody tr"
DESK = {"width": 1280, "height": 900}


def test_a_table_gains_a_row_and_keeps_it(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator(ROW)).to_have_count(6)
        press(page, "say_row_add")
        expect(page.locator(ROW)).to_have_count(7)
        expect(page.locator("#lifeline-events-7-event")).to_be_focused()
        page.keyboard.type("Työkokeilu")
        page.select_option("tr:has(#lifeline-events-7) .mt-list", "3")
        settle(page)
        page.goto(f"{address}en/tools/lifeline/")
        expect(page.locator(ROW)).to_have_count(7)
        given = {"lifeline-events-7-event": "Työkokeilu", "lifeline-events-7-feeling": "3"}
        assert answers(page) == given


def test_a_new_row_is_named_as_the_others_are(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-events-6-event", "Leipomo")
        page.select_option("tr:has(#lifeline-events-6) .mt-list", "2")
        press(page, "say_row_add")
        press(page, "say_row_add")
        table = page.get_by_role("table")
        expect(table.get_by_role("textbox", name="8. Tapahtuma")).to_have_value("")
        expect(table.get_by_role("combobox", name="8. Tunne")).to_have_value("")
        assert not page.locator("[name=lifeline-events-8-feeling][value='2']").is_checked()
        ids = page.locator(f"{ROW} [id]").evaluate_all("all => all.map(({id}) => id)")
        assert len(ids) == len(set(ids))


def test_an_empty_row_goes_at_once_and_a_filled_one_after_a_question(
    address: str, browser: Browser
) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-events-5-event", "Leipomo")
        press(page, "say_row_remove")
        expect(page.locator(ROW)).to_have_count(5)
        page.once("dialog", lambda dialog: dialog.dismiss())
        press(page, "say_row_remove")
        expect(page.locator(ROW)).to_have_count(5)
        page.once("dialog", lambda dialog: dialog.accept())
        press(page, "say_row_remove")
        expect(page.locator(ROW)).to_have_count(4)
        settle(page)
        page.reload()
        assert not answers(page)


def test_one_row_always_stays(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        for _ in range(5):
            press(page, "say_row_remove")
        button = page.get_by_role("button", name=WORDS["fi"]["say_row_remove"])
        expect(button).to_be_disabled()
        expect(page.locator(ROW)).to_have_count(1)


def test_each_tables_buttons_say_which_table_they_change(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/network-map/")
        buttons = page.get_by_role("button", name=WORDS["fi"]["say_row_add"])
        expect(buttons).to_have_count(3)
        expect(buttons.nth(1)).to_have_accessible_description("Kolme, jotka voivat auttaa")


def height(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("element => element.offsetHeight"))


def test_a_long_answer_grows_and_is_never_cut_off(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        for field in ("#lifeline-hope", "#lifeline-next-step", "#lifeline-events-1-event"):
            before = height(page, field)
            page.fill(field, "Pitkä vastaus, joka ei mahdu yhdelle riville. " * 8)
            assert height(page, field) > before
            hidden = "element => element.scrollHeight - element.clientHeight"
            assert page.locator(field).evaluate(hidden) <= 0


def test_a_long_answer_grows_where_the_stylesheet_cannot_let_it(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        context.add_init_script("CSS.supports = () => false")
        page = sheet(context, f"{address}tools/lifeline/")
        page.locator("#lifeline-hope").evaluate("e => { e.style.fieldSizing = 'fixed'; }")
        before = height(page, "#lifeline-hope")
        page.fill("#lifeline-hope", "Rivi\n" * 20)
        assert height(page, "#lifeline-hope") > before + 200


def test_the_enter_key_makes_no_second_line_in_a_short_answer(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        stand_on(page, "#lifeline-next-step")
        page.keyboard.type("Soitan")
        page.keyboard.press("Enter")
        stand_on(page, "#lifeline-hope")
        page.keyboard.type("Työ")
        page.keyboard.press("Enter")
        assert answers(page) == {"lifeline-next-step": "Soitan", "lifeline-hope": "Työ\n"}


# Tables that are none, or wider than their place.
NO_TABLES = """() => [...document.querySelectorAll(".mt-grid")]
  .filter((table) => getComputedStyle(table).display !== "table"
    || table.scrollWidth > table.parentElement.clientWidth)
  .map(({id, scrollWidth}) => [id, scrollWidth])"""


def test_on_a_desk_every_table_is_one_and_fits(address: str, browser: Browser, site: Site) -> None:
    """All that are wide on paper, and those with the most to write beside a drawing."""
    wide = [one.url for one in site.pages.values() if one.tree.find_class("mt-landscape")]
    assert len(wide) >= 8
    paths = [url.removeprefix(SITE_URL) for url in wide] + ["tools/network-map/", "tools/lifeline/"]
    with person(browser, viewport=DESK) as context:
        page = context.new_page()
        for path in paths:
            page.goto(address + path)
            page.evaluate(FILL_ALL)
            assert (path, page.evaluate(NO_TABLES)) == (path, [])
