"""How long a sheet's page is on a phone: in all, above its title, and after its form."""

from statistics import median

from built import SITE_URL, Site
from on_a_sheet import person
from playwright.sync_api import Browser, expect

# CSS pixels, at a width of 360.
HIGHEST_TITLE, LONGEST_FOOT, LONGEST_MEDIAN = 180, 400, 6_000
# What comes after the form until the page ends, its foot too.
MEDIAN_AFTER, MOST_AFTER = 1_300, 1_520

LENGTHS = """() => ["h1", ".mt-footer"]
  .map(one => document.querySelector(one).getBoundingClientRect())
  .flatMap(({top, height}) => [top + scrollY, height])
  .concat(document.documentElement.scrollHeight
    - document.getElementById("mt-sheet").getBoundingClientRect().bottom - scrollY)
  .concat(document.documentElement.scrollHeight)"""


def test_a_sheets_page_is_no_longer_than_a_thumb_wants(
    site: Site, address: str, browser: Browser
) -> None:
    lengths = {}
    with person(browser) as context:
        page = context.new_page()
        for url, one in site.pages.items():
            if one.tree.xpath("//form[@id='mt-sheet']"):
                path = url.removeprefix(SITE_URL)
                page.goto(address + path)
                page.wait_for_selector(".mt-on")
                lengths[path] = page.evaluate(LENGTHS)
    low = {path: title for path, (title, *_) in lengths.items() if title > HIGHEST_TITLE}
    long = {path: foot for path, (_, _, _, foot, *_) in lengths.items() if foot > LONGEST_FOOT}
    after = {path: after for path, (*_, after, _) in lengths.items()}
    longer = {path: most for path, most in after.items() if most > MOST_AFTER}
    assert (low, long, longer) == ({}, {}, {})
    assert median(after.values()) <= MEDIAN_AFTER
    assert median(whole for *_, whole in lengths.values()) <= LONGEST_MEDIAN


def test_a_phones_menu_opens_by_the_keyboard_and_without_scripts(
    address: str, browser: Browser
) -> None:
    for scripts in (True, False):
        with person(browser, java_script_enabled=scripts) as context:
            page = context.new_page()
            page.goto(address)
            links = page.get_by_role("navigation").filter(has=page.locator(".mt-phases"))
            expect(links).to_be_hidden()
            page.focus(".mt-menu")
            page.keyboard.press("Enter")
            expect(links).to_be_visible()
            page.keyboard.press("Tab")
            expect(links.get_by_role("link").first).to_be_focused()
            page.keyboard.press("Escape")
            expect(links).to_be_hidden()
            page.set_viewport_size({"width": 1280, "height": 800})
            expect(links).to_be_visible()
            expect(page.locator(".mt-menu")).to_be_hidden()
