"""The menu of a phone: it opens by the keyboard, and without scripts."""

from on_a_sheet import person
from playwright.sync_api import Browser, expect


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
