"""A sheet as the browser prints it, empty: room to write in every question, and no page wasted."""

import subprocess
from itertools import groupby
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built import SITE_URL, Page, Site
from pdf_reading import poppler
from playwright.sync_api import Browser

# What a hand needs of a table's cell, and what a line takes; CSS has 96 pixels to 25.4 mm.
CELL_MM, LINE_MM, MM = 24, 8, 96 / 25.4
# A page with fewer words has only the end of a sheet: a question or two.
WORDS = 15

ROOM = """() => [
  [...document.querySelectorAll('.mt-cell textarea')]
    .map((box) => [box.id, box.closest('td').getBoundingClientRect().width]),
  [...document.querySelectorAll('.mt-field > textarea')].map((box) => [box.id, Math.min(
    box.getBoundingClientRect().height,
    parseFloat(getComputedStyle(box.parentElement, '::after').height)) / box.rows])]"""


def sheets(site: Site, language: str) -> list[Page]:
    """All pages of a language that have a sheet."""
    return [
        page
        for page in site.pages.values()
        if page.language == language and page.tree.xpath("//form//textarea")
    ]


def local(page: Page, address: str) -> str:
    """Where the tests' own server has a page."""
    return urljoin(address, page.url.removeprefix(SITE_URL))


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_question_has_room_on_paper(
    language: str, site: Site, address: str, browser: Browser
) -> None:
    # As wide as A4 between its margins.
    tab = browser.new_page(viewport={"width": 680, "height": 900})
    tab.emulate_media(media="print")
    for page in sheets(site, language):
        tab.goto(local(page, address))
        cells, lines = tab.evaluate(ROOM)
        narrow = [id_ for id_, width in cells if width < CELL_MM * MM]
        low = [id_ for id_, height in lines if height < LINE_MM * MM - 0.5]
        assert (page.url, narrow, low) == (page.url, [], [])
    tab.close()


def printed(page: Page, address: str, browser: Browser, folder: Path) -> Path:
    """The page as Chromium prints it."""
    tab = browser.new_page()
    tab.goto(local(page, address))
    file = folder / "printed.pdf"
    tab.pdf(path=file, prefer_css_page_size=True)
    tab.close()
    return file


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_page_has_only_the_end_of_a_sheet(
    language: str, site: Site, address: str, browser: Browser, tmp_path: Path
) -> None:
    for page in sheets(site, language):
        file = printed(page, address, browser, tmp_path)
        *texts, _ = poppler("pdftotext", file, "-").split("\f")
        assert (page.url, [text for text in texts if len(text.split()) < WORDS]) == (page.url, [])


def lines(file: Path, number: int) -> int:
    """How many lines go across most of a page when it is made into dots."""
    command: list[str | Path] = [
        "pdftoppm",
        "-gray",
        "-r",
        "100",
        "-f",
        str(number),
        "-l",
        str(number),
        file,
    ]
    dots = subprocess.run(command, capture_output=True, check=True).stdout
    _, size, _, dots = dots.split(b"\n", 3)
    width = int(size.split()[0])
    rows = (dots[at : at + width] for at in range(0, len(dots), width))
    dark = (sum(dot < 200 for dot in row) > width * 0.6 for row in rows)
    return sum(is_line for is_line, _ in groupby(dark))


def test_there_is_a_line_for_each_line_of_an_answer(
    site: Site, address: str, browser: Browser, tmp_path: Path
) -> None:
    page = next(one for one in sheets(site, "fi") if "star-stories" in one.url)
    rows = sum(int(box.get("rows", 2)) for box in page.tree.xpath("//form//textarea"))
    # One under the heading, one for the date and the name.
    assert lines(printed(page, address, browser, tmp_path), 2) == rows + 2
