"""Whatever people write comes back out of the filled files as it was written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled import fill, in_pdf, in_word
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from mentoring_tools.project import load

PROJECT = Path(__file__).resolve().parents[2]
SHEET = "star-stories"

#: What an XML file cannot hold, and signs that are no letters: spaces in a Word file.
NO_LETTER = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

MARKUP = [
    "</script>", "<script>alert(1)</script>", "<w:p>", "</w:t></w:r>", "]]>", "&amp;", "&#x41;",
    "<!--", "(", ")", "\\", "\\(", ")Tj ET", "endobj", "stream", "<FEFF>", ">>", "%PDF-1.7",
    "1 0 R", "{", "}", '"', "'", "$&", "${x}", "{letters}", "\n", "\n\n", "\t", " ",
]  # fmt: skip
PEOPLE = [
    "Äiti", "työpäivä", "Åke", "Žižek", "Дарья", "Ελένη", "Nguyễn", "İstanbul", "e\u0301", "µ",
]  # fmt: skip
ABROAD = [
    "مرحبا", "שלום", "你好", "ไทย", "नमस्ते", "👩🏽‍🚒", "😀", "🇫🇮", "\u200f", "\u00ad", "\ufeff",
]  # fmt: skip

pieces = (
    st.sampled_from(MARKUP)
    | st.sampled_from(PEOPLE)
    | st.sampled_from(ABROAD)
    | st.text(alphabet="aeiouyäöå nst-.,", max_size=60)
    | st.text(max_size=20)
)
long = pieces.filter(bool).map(lambda piece: (piece * 5000)[:5000])
answers = st.lists(pieces, max_size=8).map("".join) | long


@pytest.fixture(scope="module")
def keys() -> list[str]:
    """The names of one sheet's texts."""
    pages = load(PROJECT).library.of("fi")
    sheet = next(page.worksheet for page in pages.values() if page.name == SHEET)
    assert sheet
    return [c.key for c in sheet.controls if c.kind == "text" and c.leaf.kind != "date"]


@pytest.fixture(scope="module")
def page(address: str, browser: Browser) -> Iterator[Page]:
    """A page of the site, under its own policy."""
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        page.goto(address)
        yield page


@pytest.fixture(scope="module")
def several(keys: list[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Sets of answers to a whole sheet."""
    whole = st.lists(answers, min_size=len(keys), max_size=len(keys))
    return st.lists(whole.map(lambda texts: dict(zip(keys, texts, strict=True))), max_size=6)


def without_empty(given: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in given.items() if text}


def in_letters(text: str) -> str:
    return NO_LETTER.sub(" ", re.sub("\r\n?", "\n", text))


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_pdf_holds_every_text_exactly(
    data: st.DataObject, page: Page, address: str, several: st.SearchStrategy[list[dict[str, str]]]
) -> None:
    sets = data.draw(several)
    for given_, (file, _, left) in zip(
        sets, fill(page, address, f"fi/{SHEET}.pdf", sets), strict=True
    ):
        assert not left
        assert in_pdf(file) == without_empty(given_)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_word_file_holds_every_text_with_spaces_for_what_is_no_letter(
    data: st.DataObject, page: Page, address: str, several: st.SearchStrategy[list[dict[str, str]]]
) -> None:
    sets = data.draw(several)
    for given_, (file, gaps, left) in zip(
        sets, fill(page, address, f"fi/{SHEET}.docx", sets), strict=True
    ):
        assert not gaps
        assert not left
        held = {name: in_letters(text) for name, text in given_.items()}
        assert in_word(file) == without_empty(held)
