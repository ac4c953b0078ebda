"""The finder on the page of all tools: what it leaves, counts, address, and nothing without it."""

import re

import pytest
from on_a_sheet import opened
from playwright.sync_api import Browser, Page, expect

ROWS = ".mt-shelf [data-mt-is]"


def shown(page: Page) -> list[str]:
    return [str(row.get_attribute("data-mt-is")) for row in page.locator(f"{ROWS}:visible").all()]


def test_choices_together_leave_the_tools_that_fit(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}tools/") as page:
        everything = shown(page)
        page.get_by_label("Aihe", exact=True).select_option("networks")
        page.get_by_label("Aika", exact=True).select_option("30")
        expect(page).to_have_url(f"{address}tools/?theme=networks&minutes=30")
        fitting = [f for f in everything if "networks" in f.split() and int(f.split()[-1]) <= 30]
        assert shown(page) == fitting != []
        expect(page.locator("#mt-chosen")).to_have_text(f"Työkaluja: {len(fitting)}")
        assert (
            not page.locator(".mt-shelf:visible, .mt-theme:visible")
            .filter(has_not=page.locator("[data-mt-is]:visible"))
            .filter(has=page.locator("[data-mt-is]"))
            .count()
        )
        page.get_by_label("Aihe", exact=True).select_option("")
        page.get_by_label("Aika", exact=True).select_option("")
        expect(page).to_have_url(f"{address}tools/")
        assert shown(page) == everything


def test_each_count_is_what_its_choice_leaves(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}en/tools/?phase=working&who=mentee") as page:
        for name in ("Theme", "Time"):
            select = page.get_by_label(name, exact=True)
            for option in select.locator("option:not([value='']):not([disabled])").all():
                count = re.search(r"\((\d+)\)$", str(option.text_content()))
                assert count
                select.select_option(option.get_attribute("value"))
                assert len(shown(page)) == int(count[1])
            select.select_option("")


def test_a_shared_choice_shows_the_same_and_comes_back(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}tools/?theme=wellbeing&who=both&minutes=x") as page:
        first = shown(page)
        assert first
        expect(page.get_by_label("Aihe", exact=True)).to_have_value("wellbeing")
        page.locator(f"{ROWS}:visible a").first.click()
        page.go_back()
        expect(page.get_by_label("Aihe", exact=True)).to_have_value("wellbeing")
        assert shown(page) == first


def test_without_scripts_all_tools_are_there_and_no_finder(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}tools/?theme=networks", java_script_enabled=False) as page:
        rows = page.locator(ROWS)
        assert rows.count() == page.locator(f"{ROWS}:visible").count() > 0


@pytest.mark.parametrize("path", ["tools/", "en/tools/"])
def test_the_working_phase_is_grouped_by_theme(address: str, browser: Browser, path: str) -> None:
    with opened(browser, address + path) as page:
        working = page.locator(".mt-shelf.mt-working")
        assert working.locator("h3").count() > 3
        assert working.locator("h4").count() == working.locator("[data-mt-is]").count()
