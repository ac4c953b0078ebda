"""A sheet as the browser prints it: room to write, all that was written, and no page wasted."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urljoin

import pytest
from built import SITE_URL, Page, Site
from on_a_sheet import on_paper
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from pypdfium2 import PdfDocument, PdfPage

# What a hand needs of a table's cell, and what a line takes; CSS has 96 pixels to 25.4 mm.
CELL_MM, LINE_MM, MM = 24, 8, 96 / 25.4
# A page with fewer words has only the end of a sheet: a question or two.
WORDS = 15
# No page but the last is emptier.
LEAST_USED = 0.4
# How many letters an answer may have: it fits on a line, takes a few in a table, and many.
LENGTHS = (10, 70, 150)
# The lower half of a page without its foot: left, bottom, right and top in points.
LOWER_HALF = {"portrait": (0, 51, 595, 421), "landscape": (0, 47, 842, 297)}

# Answers every question, each text with a word of its own at its end, and gives these words.
ANSWER_ALL = """(length) => {
  const words = [];
  for (const control of document.getElementById("mt-sheet").elements) {
    if (!control.name) continue;
    if (control.type === "radio" || control.type === "checkbox") control.checked = true;
    else if (control.type === "date") control.value = "2026-03-05";
    else {
      words.push(`z${words.length}q`);
      const before = "abcdefghi jklm nopqrs tuvwxyz ".repeat(9).slice(0, length);
      control.value = `${before} ${words.at(-1)}`;
    }
    control.dispatchEvent(new Event("input", {bubbles: true}));
  }
  return words;
}"""
# As the button that prints the sheet does, whose dialog a test cannot answer.
ALONE = "() => document.body.classList.add('mt-alone')"

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
        on_paper(tab)
        cells, lines = tab.evaluate(ROOM)
        narrow = [id_ for id_, width in cells if width < CELL_MM * MM]
        low = [id_ for id_, height in lines if height < LINE_MM * MM - 0.5]
        assert (page.url, narrow, low) == (page.url, [], [])
    tab.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    """One window for all sheets; each leaves its answers to nobody."""
    with browser.new_context(service_workers="block") as context:
        context.add_init_script("localStorage.clear(); sessionStorage.clear()")
        yield context.new_page()


def printed(tab: Tab) -> PdfDocument:
    """The page as Chromium prints it."""
    return PdfDocument(tab.pdf(prefer_css_page_size=True))


def texts(file: PdfDocument) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_bounded() for page in file]


def used(page: PdfPage) -> float:
    """How far down something stands on a page, above the line at its foot, as a part of it."""
    picture = page.render(scale=0.5, grayscale=True).to_pil()
    width, dots = picture.width, picture.tobytes()
    last = int(picture.height * 0.94)
    return max(y for y in range(last) if min(dots[y * width : (y + 1) * width]) < 200) / last


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_page_is_almost_empty(language: str, site: Site, address: str, tab: Tab) -> None:
    for page in sheets(site, language):
        tab.goto(local(page, address))
        on_paper(tab)
        file = printed(tab)
        short = [text for text in texts(file) if len(text.split()) < WORDS]
        assert (page.url, short) == (page.url, [])
        *before, _ = (used(one) for one in file)
        assert all(part >= LEAST_USED for part in before), f"{page.url}: {before}"


def test_a_sheet_alone_takes_a_page_more_than_its_pdf_at_most(
    site: Site, address: str, tab: Tab
) -> None:
    for page in sheets(site, "fi"):
        (href, *_) = page.tree.xpath("//*[@id='mt-links']//a[contains(@href, '.pdf')]/@href")
        made = PdfDocument(site.file(urljoin(page.url, href)))
        tab.goto(local(page, address))
        on_paper(tab)
        tab.evaluate(ALONE)
        file = printed(tab)
        assert len(file) <= len(made) + 1, page.url
        *before, _ = (used(one) for one in file)
        assert all(part >= LEAST_USED for part in before), f"{page.url}: {before}"


def test_every_answer_is_printed_and_the_first_page_used(
    site: Site, address: str, tab: Tab
) -> None:
    for page in sheets(site, "fi"):
        (paper,) = (name for name in LOWER_HALF if page.tree.find_class(f"mt-{name}"))
        tab.goto(local(page, address))
        on_paper(tab)
        tab.evaluate(ALONE)
        for length in LENGTHS:
            words = tab.evaluate(ANSWER_ALL, length)
            file = printed(tab)
            text = "".join("".join(texts(file)).split())
            lost = [word for word in words if word not in text]
            assert (page.url, length, lost) == (page.url, length, [])
            lower = file[0].get_textpage().get_text_bounded(*LOWER_HALF[paper])
            # A short sheet ends where it ends.
            used = len(file) == 1 or lower.split()
            assert used, f"{page.url}: the first page is half empty at {length} letters"


def lines(page: PdfPage) -> int:
    """How many lines go across most of a page when it is made into dots."""
    picture = page.render(scale=100 / 72, grayscale=True).to_pil()
    width, dots = picture.width, picture.tobytes()
    rows = (dots[at : at + width] for at in range(0, len(dots), width))
    dark = (sum(dot < 200 for dot in row) > width * 0.6 for row in rows)
    return sum(is_line for is_line, _ in groupby(dark))


def test_there_is_a_line_for_each_line_of_an_answer(site: Site, address: str, tab: Tab) -> None:
    page = next(one for one in sheets(site, "fi") if "star-stories" in one.url)
    rows = sum(int(box.get("rows", 2)) for box in page.tree.xpath("//form//textarea"))
    tab.goto(local(page, address))
    on_paper(tab)
    # One under the heading, one for the date and the name.
    assert lines(printed(tab)[1]) == rows + 2
