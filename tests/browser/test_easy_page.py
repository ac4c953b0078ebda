"""A page and its easy one: two ways of asking the same, with one set of answers."""

from pathlib import Path

import pytest
from filled import in_pdf, take
from on_a_sheet import FILL_ALL, WORDS, answers, kept, person, sheet
from playwright.sync_api import Browser, expect

PAGES = ["tools/getting-ready/", "tools/evaluation/", "agreement/"]
ASKED = "#mt-sheet .mt-label"


@pytest.mark.parametrize("path", PAGES)
def test_answers_are_the_same_in_easy_language(path: str, address: str, browser: Browser) -> None:
    words = WORDS["fi"]
    with person(browser) as context:
        page = sheet(context, address + path)
        asked = page.locator(ASKED).all_text_contents()
        page.evaluate(FILL_ALL)
        given = answers(page)
        page.get_by_role("link", name=words["easy_to"], exact=True).click()
        page.wait_for_url("**/easy/")
        page.wait_for_selector(".mt-on")
        assert answers(page) == given
        easier = page.locator(ASKED).all_text_contents()
        assert len(easier) == len(asked)
        assert easier != asked
        expect(page.get_by_text(words["easy_untested"])).to_be_visible()
        page.get_by_role("link", name=words["easy_back"], exact=True).click()
        page.wait_for_url(f"**/{path}")
        page.wait_for_selector(".mt-on")
        assert answers(page) == given
        assert len(kept(page)) == 1


def test_another_language_has_the_standard_page(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/getting-ready/easy/")
        page.fill("#getting-ready-mentee-fears", "Puhelut")
        page.click(".mt-language")
        page.wait_for_url("**/en/tools/getting-ready/")
        page.wait_for_selector(".mt-on")
        assert answers(page) == {"getting-ready-mentee-fears": "Puhelut"}


def test_its_own_file_is_filled_in(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/getting-ready/easy/")
        page.fill("#getting-ready-mentee-fears", "Puhelut")
        with page.expect_download() as download:
            take(page, "fi/getting-ready-easy.pdf")
        assert download.value.suggested_filename.startswith("Valmistautuminen selkosuomeksi")
        found = in_pdf(Path(download.value.path()).read_bytes())
        assert found["getting-ready-mentee-fears"] == "Puhelut"
