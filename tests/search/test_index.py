"""The index: which pages a word leads to, and the files that a browser fetches."""

import json
from dataclasses import replace
from functools import cache
from gzip import compress
from pathlib import Path

import pytest

from mentoring_tools.content.model import Page
from mentoring_tools.pages import finding
from mentoring_tools.project import Project, load
from mentoring_tools.publishing import assets
from mentoring_tools.search import files, index
from mentoring_tools.search.index import Entry, Index
from mentoring_tools.search.lexicon import EnglishLexicon, FinnishLexicon, Lexicon, words_of

PROJECT = Path(__file__).resolve().parents[2]
READINGS = {
    "verkostokartan": [["verkostokartta", False, ["verkosto", "kartta"], ""]],
    "verkostokartta": [["verkostokartta", False, ["verkosto", "kartta"], ""]],
    "harjoitus": [["harjoitus", False, [], "harjoittaa"]],
    "harjoittelu": [["harjoittelu", False, [], "harjoittaa"]],
    "parhaan": [["hyvä", False, [], "hyvä"]],
}


@cache
def project() -> Project:
    return load(PROJECT)


@cache
def built(code: str) -> Index:
    return finding.of_language(project(), code, PROJECT)


def page(slug: str = "about") -> Page:
    return project().library.of("fi")[slug]


def told(page: Page) -> tuple[str, str]:
    return finding.told(project(), page)


def entries(lexicon: Lexicon, *texts: tuple[float, str]) -> dict[str, Entry]:
    made = index.build([(page(), texts)], lexicon)
    return {entry.word: entry for entry in made.entries}


def test_a_form_leads_to_its_base_and_to_its_parts_by_half() -> None:
    found = entries(FinnishLexicon(READINGS), (index.TITLE, "Verkostokartan"))
    assert {word: dict(entry.pages) for word, entry in found.items()} == {
        "verkostokartta": {0: 8}, "verkosto": {0: 4}, "kartta": {0: 4},
    }  # fmt: skip


def test_a_word_leads_to_what_its_kin_names() -> None:
    lexicon = FinnishLexicon(READINGS)
    found = entries(lexicon, (index.TITLE, "harjoitus"), (index.TEXT, "harjoittelu"))
    assert dict(found["harjoittelu"].pages) == {0: 3}


def test_a_form_that_no_rule_reaches_stands_apart() -> None:
    found = entries(FinnishLexicon(READINGS), (index.TEXT, "parhaan"))
    assert found["hyvä"].apart == ("parhaan",)


def test_titles_count_more_than_texts_however_often_a_word_stands_there() -> None:
    found = entries(Lexicon(), (index.TITLE, "one"), *[(index.GOAL, "two")] * 999)
    assert found["one"].pages[0] > found["two"].pages[0]


def test_words_of_daily_speech_count_most_and_less_when_they_are_many() -> None:
    said = [weight for weight, _ in index.of_page(page(), ["haastis", "small talk"], (), "Sivu")]
    assert said[0] == index.SAID > index.TITLE > said[1] > index.GOAL


def test_a_word_that_stands_everywhere_leads_only_to_pages_that_name_it() -> None:
    pages = [(page(), [(index.TEXT, "the rare")]) for _ in range(9)]
    pages[0] = (page(), [(index.TITLE, "the")])
    found = {one.word: one for one in index.build(pages, Lexicon()).entries}
    assert found["the"].common
    assert dict(found["the"].pages) == {0: 8}


@pytest.mark.parametrize(
    ("word", "base"),
    [("interviews", "interview"), ("practising", "practise"), ("cvs", "cv"), ("apply", "apply")],
)
def test_english_words_share_a_stem(word: str, base: str) -> None:
    lexicon = EnglishLexicon(["interview", "interviews", "practise", "practising", "cv", "apply"])
    assert [root.base for root in lexicon.roots(word)] == [base]
    assert lexicon.reaches(word, lexicon.stems(base))


def test_words_are_small_letters_without_hyphens_and_figures() -> None:
    text = "SMART-tavoite 2026: Aminan CV, the mentor’s"
    assert words_of(text) == ["smart", "tavoite", "aminan", "cv", "the", "mentor"]


def test_almost_every_word_of_the_pages_is_reached_by_rules() -> None:
    entries = built("fi").entries
    apart = sum(len(entry.apart) for entry in entries)
    assert apart / (len(entries) + apart) < 0.15


def weight(code: str, made: Index) -> dict[str, int]:
    written = files.files(made, code, told)
    return {path.rpartition("/")[2]: len(compress(text.encode(), 9)) for path, text in written}


def test_both_indexes_fit_into_sixty_kilobytes() -> None:
    sizes = [weight(code, built(code)) for code in ("fi", "en")]
    assert all("words-1.json" not in one for one in sizes), "so few pages need no parts"
    heavy = sum(size for one in sizes for name, size in one.items() if name[:5] != "page-")
    assert heavy <= 60_000


def test_the_script_fits_into_four_kilobytes() -> None:
    published = assets.published(PROJECT / "overrides", serving=False)
    assert len(compress(published.files["assets/js/search.js"].encode(), 9)) <= 4096


@cache
def large() -> Index:
    """As many pages as a thousand tools have: the same ones again and again, with more words."""
    made = built("fi")
    count = len(made.pages)
    many = tuple(
        replace(entry, word=entry.word + more, pages={
            number + count * times: grade
            for number, grade in entry.pages.items() for times in range(11)
        })
        for entry in made.entries for more in ("", "maa", "puu")
    )  # fmt: skip
    return Index(made.pages * 11, tuple(sorted(many, key=lambda one: one.word)), made.ends)


def test_at_a_thousand_tools_a_search_fetches_at_most_a_hundred_kilobytes() -> None:
    sizes = weight("fi", large())
    parts = sorted(size for name, size in sizes.items() if name.startswith("words-"))
    sentences = max(size for name, size in sizes.items() if name.startswith("page-"))
    assert len(parts) > 5
    # Three words, each in two parts that meet at its letters, and twelve results.
    assert sizes["index.json"] + sum(parts[-3:]) + 12 * sentences <= 100_000


def test_parts_say_where_they_begin() -> None:
    written = dict(files.files(large(), "fi", told))
    begins = json.loads(written["lookup/fi/index.json"])["parts"]
    assert begins == [
        json.loads(written[f"lookup/fi/words-{n}.json"]).partition(" ")[0]
        for n in range(len(begins))
    ]


def test_a_number_is_never_half_a_letter() -> None:
    made = [files._letter(number) for number in range(0xD000, 0xE800)]
    assert len("".join(made).encode("utf-8")) > 0
    assert len(set(made)) == len(made)
