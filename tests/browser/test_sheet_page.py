"""A sheet's page as a whole: its weight, its calm, its keyboard, and life without scripts."""

import re
from pathlib import Path
from typing import Any

import pytest
from arriving import MOVED, WATCH, arrives_slowly
from axe_playwright_python.sync_playwright import Axe
from built import SITE_URL, Site
from on_a_sheet import FILL_ALL, WORDS, answers, person, settle, sheet, stand_on
from playwright.sync_api import Browser, FilePayload, Page, expect

SCRIPTS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js"


def sheets(site: Site) -> list[str]:
    """The addresses of all pages with a sheet, below the site's own."""
    pages = [url for url, page in site.pages.items() if page.tree.xpath("//form[@id='mt-sheet']")]
    return [url.removeprefix(SITE_URL) for url in pages]


def named(site: Site, path: str) -> set[str]:
    """The scripts that a page names in its head."""
    tree = site.pages[SITE_URL + path].tree
    return {Path(source).stem for source in tree.xpath("//head//script/@src")}


def later(site: Site, path: str) -> set[str]:
    """The scripts that it fetches when it has loaded: what draws and folds, and what comes last."""
    pens = site.pages[SITE_URL + path].tree.xpath("//@data-mt-draws")
    tables = site.pages[SITE_URL + path].tree.find_class("mt-grid")
    last = {"register-worker", "paper", "take-along"}
    return {*last, *pens, *(["drawing"] if pens else []), *(["folding"] if tables else [])}


@pytest.mark.parametrize("path", ["tools/lifeline/", "tools/final-rating/", "agreement/"])
def test_a_page_loads_only_the_scripts_that_it_names_and_draws_with(
    path: str, site: Site, address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + path, wait_until="networkidle")
        page.evaluate(FILL_ALL)
        settle(page)
        page.wait_for_load_state("networkidle")
        loaded = {Path(url).stem for url in asked if ".js" in url}
        assert loaded == named(site, path) | later(site, path)


def test_no_script_has_a_template_within_a_template() -> None:
    """What takes out comments and space would take space out of the inner one."""
    for script in SCRIPTS.glob("*.js"):
        assert not re.search(r"\$\{[^}`]*`", script.read_text("utf-8")), script.name


# A phone folds rows: their fields are not seen.
LENGTHEN = """(all, words) => all.forEach(one => {
  one.value = words;
  one.dispatchEvent(new Event("input", {bubbles: true}));
})"""


def filled(page: Page) -> None:
    """Long answers to every question, and more rows than the sheet has."""
    page.evaluate(FILL_ALL)
    for button in page.get_by_role("button", name=WORDS["fi"]["say_row_add"]).all():
        button.click()
        page.keyboard.type("x")
    page.locator("#mt-sheet textarea").evaluate_all(
        LENGTHEN, "Pitkä vastaus, joka ei mahdu yhdelle riville. " * 6
    )
    settle(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["tools/lifeline/", "tools/final-rating/", "agreement/"])
def test_answers_that_were_kept_move_nothing(
    path: str, width: int, address: str, browser: Browser
) -> None:
    with person(browser, viewport={"width": width, "height": 900}) as context:
        filled(sheet(context, address + path))
        for anchor in ("", "#worksheet", "#your-answers"):
            page = context.new_page()
            page.add_init_script(f"({WATCH})()")
            arrives_slowly(page, address + path + anchor)
            assert len(answers(page)) > 10
            assert not page.evaluate(MOVED), anchor
            page.close()


def test_a_filled_sheet_fits_the_narrowest_screen(
    site: Site, address: str, browser: Browser
) -> None:
    """In Finnish, whose words are the longer ones."""
    wide = []
    with person(browser, viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        for path in sheets(site):
            if path.startswith("en/"):
                continue
            page.goto(address + path)
            page.evaluate(FILL_ALL)
            width = page.evaluate("() => document.documentElement.scrollWidth")
            wide += [f"{path}: {width} px"] * (width > 320)
    assert not wide, "\n".join(wide)


SCREENS: dict[str, Any] = {
    "360-light": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
    "1280-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "path", ["tools/lifeline/", "en/tools/final-rating/", "tools/life-wheel/", "agreement/"]
)
def test_axe_finds_nothing_on_a_filled_sheet_with_a_notice(
    path: str, screen: str, address: str, browser: Browser
) -> None:
    with person(browser, **SCREENS[screen]) as context:
        page = sheet(context, address + path)
        page.evaluate(FILL_ALL)
        picture = page.locator(".mt-picture svg")
        if picture.count():
            expect(picture).to_be_visible()
        page.set_input_files("#mt-file", files=[file_of(b"not answers")])
        expect(page.locator(".mt-notice")).to_be_visible()
        found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
        assert not [fault["id"] for fault in found.response["violations"]]


def file_of(content: bytes) -> FilePayload:
    return {"name": "a.txt", "mimeType": "text/plain", "buffer": content}


def test_the_keyboard_alone_fills_and_manages_a_sheet(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/meeting-log/")
        # A busy browser that hears of it only right before the key opens a chooser of its own.
        page.on("filechooser", lambda _: None)
        stand_on(page, "#mt-keep summary")
        page.keyboard.press("Enter")
        for _ in range(3):
            page.keyboard.press("Tab")
        expect(page.locator("[data-mt-do=begin]")).to_be_focused()
        stand_on(page, "[name=meeting-log-mentee-mood][value='1']")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        assert answers(page) == {"meeting-log-mentee-mood": "2"}
        stand_on(page, "[data-mt-do=begin]")
        page.keyboard.press("Enter")
        expect(page.locator("#meeting-log-date")).to_be_focused()
        stand_on(page, "#mt-copy")
        page.keyboard.press("ArrowUp")
        assert answers(page) == {"meeting-log-mentee-mood": "2"}
        stand_on(page, ".mt-own summary")
        page.keyboard.press("Enter")
        expect(page.locator(".mt-own")).to_have_attribute("open", "")
        page.keyboard.press("Tab")
        expect(page.locator("[data-mt-do=saveSheet]")).to_be_focused()
        # Whether a browser shares files is its own affair: so it has a button more or not.
        for _ in range(3):
            if page.locator("#mt-file:focus").count() == 0:
                page.keyboard.press("Tab")
        expect(page.locator("#mt-file")).to_be_focused()
        with page.expect_file_chooser():
            page.keyboard.press("Enter")


def test_without_scripts_a_sheet_is_filled_and_printed_and_says_that_nothing_is_kept(
    address: str, browser: Browser
) -> None:
    with person(browser, java_script_enabled=False) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator(".mt-scripted").first).to_be_hidden()
        expect(page.get_by_text(WORDS["fi"]["keep_noscript"])).to_be_visible()
        page.fill("#lifeline-hope", "Työpaikka")
        page.check("[name=lifeline-events-1-feeling][value='3']")
        page.check("#mt-both")
        expect(page.get_by_text("What do you hope for next?")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator("#lifeline-hope")).to_have_value("Työpaikka")


def test_what_is_kept_is_said_where_nothing_else_stands(address: str, browser: Browser) -> None:
    place = "element => [element.offsetTop, element.offsetHeight]"
    with person(browser, viewport={"width": 1280, "height": 900}) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        panel, more = page.locator("#mt-keep"), page.locator("#mt-keep .mt-more")
        (top, height), (more_top, more_height) = before = (
            panel.evaluate(place),
            more.evaluate(place),
        )
        assert top + height - (more_top + more_height) < 16
        page.fill("#lifeline-hope", "Työpaikka")
        settle(page)
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_saved"])
        assert (panel.evaluate(place), more.evaluate(place)) == before


def test_columns_to_write_in_are_alike_and_stay_as_they_are(address: str, browser: Browser) -> None:
    widths = "cells => cells.map(cell => Math.round(cell.getBoundingClientRect().width))"
    with person(browser, viewport={"width": 1280, "height": 900}) as context:
        page = sheet(context, f"{address}agreement/")
        cells = page.locator(".mt-grid tbody tr:first-child td.mt-col-text")
        first, second = empty = cells.evaluate_all(widths)
        assert first == second
        cells.locator("textarea").first.fill("pitkä vastaus " * 20)
        assert cells.evaluate_all(widths) == empty
