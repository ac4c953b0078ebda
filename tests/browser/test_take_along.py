"""Taking a sheet along: three choices, one button, and what comes of each."""

import re
import subprocess
from pathlib import Path

import pytest
from built import Site
from filled import take
from on_a_sheet import WORDS, answers, on_paper, person, settle, sheet
from playwright.sync_api import Browser, Page, expect

HOPE = {"lifeline-hope": "Työpaikka", "lifeline-events-1-feeling": "3"}


def written(page: Page) -> Page:
    """The page with an answer of two kinds."""
    page.focus("#lifeline-hope")
    page.keyboard.type(HOPE["lifeline-hope"])
    page.select_option("tr:has(#lifeline-events-1) .mt-list", "3")
    return page


def choice(page: Page, word: str) -> bool:
    """Whether the choice with this word of the interface is the one that is made."""
    return page.locator("#mt-take").get_by_role("radio", name=WORDS["fi"][word]).is_checked()


def test_filled_comes_first_when_there_are_answers(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        assert choice(page, "take_empty")
        written(page)
        assert choice(page, "take_filled")
        settle(page)
        page.reload()
        page.wait_for_selector(".mt-on")
        assert choice(page, "take_filled")
        page.fill("#lifeline-hope", "")
        page.check("#mt-take [value=empty]")
        page.fill("#lifeline-hope", "Jotain muuta")
        assert choice(page, "take_empty"), "what a person chose stays"


def test_the_button_says_what_it_does(address: str, browser: Browser, site: Site) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        act = page.locator("[data-mt-do=take]")
        kilobytes = round((site.root / "downloads/fi/lifeline.pdf").stat().st_size / 1000)
        expect(act).to_have_text(f"{WORDS['fi']['download_sheet_pdf']} ({kilobytes} kt)")
        page.check("#mt-take [value=docx]")
        page.check("#mt-take [value=fi-en]")
        expect(act).to_contain_text(WORDS["fi"]["download_sheet_docx_both"])
        page.check("#mt-take [value=print]")
        expect(act).to_have_text(WORDS["fi"]["own_print"])


def test_the_keyboard_alone_takes_a_file_along(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.focus("#mt-take [value=empty]")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.locator("[data-mt-do=take]")).to_be_focused()
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename == "Elämänviiva.docx"
        expect(page.locator("#mt-take [role=status]")).to_have_text(WORDS["fi"]["filled_done"])


@pytest.mark.parametrize("path", ["fi/lifeline.pdf", "fi-en/lifeline.docx"])
def test_an_empty_file_is_the_sites_own(
    path: str, address: str, browser: Browser, site: Site
) -> None:
    with person(browser) as context:
        page = written(sheet(context, f"{address}tools/lifeline/"))
        with page.expect_download() as download:
            take(page, path, "empty")
        assert (
            Path(download.value.path()).read_bytes()
            == (site.root / "downloads" / path).read_bytes()
        )


def paper(page: Page, state: str, language: str, folder: Path) -> str:
    """The words of what the printer gets."""
    for value in (state, "print", language):
        page.check(f"#mt-take [value='{value}']")
    page.click("[data-mt-do=take]")
    page.wait_for_function("() => window.printed")
    on_paper(page)
    page.pdf(path=folder / "printed.pdf", prefer_css_page_size=True)
    page.evaluate("() => { window.printed = false; dispatchEvent(new Event('afterprint')) }")
    text: list[str | Path] = ["pdftotext", "-layout", folder / "printed.pdf", "-"]
    return subprocess.run(text, capture_output=True, check=True).stdout.decode()


def test_paper_has_the_sheet_alone_with_answers_or_without(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    with person(browser) as context:
        context.add_init_script("window.print = () => { window.printed = true }")
        page = written(sheet(context, f"{address}tools/lifeline/"))
        words = paper(page, "filled", "fi", tmp_path)
        assert "Työpaikka" in words
        assert "Mentorille" not in words
        # A date that nobody chose is an empty line: no pattern of the browser's on paper.
        assert not re.search(r"\b(mm/dd|dd/mm|pp\.kk)", words)
        assert "What do you hope for next?" not in words
        empty = paper(page, "empty", "fi-en", tmp_path)
        assert "What do you hope for next?" in empty
        assert "Mitä toivot seuraavaksi?" in empty
        assert "Työpaikka" not in empty
        assert answers(page) == HOPE
        expect(page.locator("body")).not_to_have_class(re.compile("mt-"))


def test_without_scripts_the_empty_files_are_links(
    address: str, browser: Browser, site: Site
) -> None:
    with person(browser, java_script_enabled=False) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator("#mt-take")).to_be_hidden()
        links = page.locator("#mt-links a")
        expect(links).to_have_count(4)
        expect(links.first).to_be_visible()
        page.click("#mt-links summary")
        with page.expect_download() as download:
            links.last.click()
        file = site.root / "downloads/fi-en/lifeline.docx"
        assert Path(download.value.path()).read_bytes() == file.read_bytes()
