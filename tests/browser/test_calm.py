"""Nothing moves by itself while a page arrives: slow network or not, answers kept or not."""

import pytest
from arriving import MOVED, WATCH, arrives_slowly
from kept_answers import copy, entries, keeping
from playwright.sync_api import Browser

KEPT = entries(
    copy("smart-goal", "a1", whose="Amina", goal="Saan työtä", first_step="Soitan"),
    copy("lifeline", "c3", n=3, name="Uusi viiva", hope="Työpaikka"),
    copy("final-rating", "b2", n=2, field_before="3", field_after="5"),
)
#: A page of each kind whose scripts or later styles change what stands in it.
PAGES = [
    *("", "tools/", "my-sheets/", "journey/", "planner/", "guides/offline/"),
    *("search/", "search/?q=cv", "search/?q=sopqwerty", "en/search/?q=interview"),
    *("organisers/matching/", "organisers/results/", "organisers/sheets/matching-matrix/"),
    *("tools/lifeline/", "tools/job-tracker/", "tools/final-rating/", "tools/smart-goal/easy/"),
]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_arrives(address: str, browser: Browser, path: str) -> None:
    found = {}
    for kept in (KEPT, {}):
        with keeping(browser, address, kept) as page:
            page.set_viewport_size({"width": 360, "height": 740})
            page.add_init_script(f"({WATCH})()")
            arrives_slowly(page, address + path)
            if moved := page.evaluate(MOVED):
                found[len(kept)] = moved
    assert not found
