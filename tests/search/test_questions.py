"""What people write, and the page that they should find among the first three: in a real browser.

The questions of both files were written before the search was made; see their first lines.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from mentoring_tools.pages import finding
from mentoring_tools.project import Project, load
from mentoring_tools.search import files

PROJECT = Path(__file__).resolve().parents[2]
FIRST = 3
CODES = ("fi", "en")

#: Opens an index in a page, and gives a function that finds slugs.
OPEN = """async ([script, begun, parts]) => {
  const module = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const index = (await import(module)).lookup(begun);
  parts.forEach(index.add);
  window.index = index;
  window.find = (question) => index.find(question).found.map((page) => begun.pages[page][0]);
}"""


@cache
def project() -> Project:
    return load(PROJECT)


def questions(name: str, code: str) -> dict[str, str]:
    written: Any = yaml.safe_load((Path(__file__).parent / f"{name}-{code}.yml").read_text("utf-8"))
    return dict(written)


@pytest.fixture(scope="module", params=CODES)
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, Page]]:
    code = request.param
    made = files.files(
        finding.of_language(project(), code, PROJECT), code, lambda page: (page.slug, page.kind)
    )
    texts = {path.rpartition("/")[2]: json.loads(text) for path, text in made}
    page = browser.new_page()
    script = (PROJECT / "overrides/assets/js/lookup.js").read_text("utf-8")
    parts = [texts[name] for name in sorted(texts) if name.startswith("words-")]
    page.evaluate(OPEN, [script, texts["index.json"], parts])
    yield code, page
    page.close()


def missed(page: Page, asked: dict[str, str]) -> dict[str, list[str]]:
    """What was found first instead, for each question whose page is not among the first."""
    found = page.evaluate("(all) => all.map((one) => find(one).slice(0, 5))", list(asked))
    pairs = zip(asked.items(), found, strict=True)
    return {one: slugs for (one, wanted), slugs in pairs if wanted not in slugs[:FIRST]}


def test_every_question_finds_its_page_among_the_first(opened: tuple[str, Page]) -> None:
    code, page = opened
    asked = questions("questions", code)
    assert len(asked) >= 80
    assert not missed(page, asked)


def test_almost_every_question_that_was_never_looked_at_does_too(
    opened: tuple[str, Page],
) -> None:
    code, page = opened
    asked = questions("untouched", code)
    assert len(asked) == 30
    assert len(missed(page, asked)) / len(asked) <= 0.05


def test_every_page_is_found_by_its_title(opened: tuple[str, Page]) -> None:
    code, page = opened
    titles = {
        one.front_matter.title: one.slug
        for one in project().library.of(code).values()
        if one.kind != "search"
    }
    assert not missed(page, titles)


def test_every_word_of_daily_speech_leads_somewhere(opened: tuple[str, Page]) -> None:
    """To its page: within the first ten, for a word may name several."""
    code, page = opened
    said = project().synonyms[code]
    asked = {word: slug for slug, words in said.items() for word in words}
    found = page.evaluate("(all) => all.map((one) => find(one).slice(0, 10))", list(asked))
    pairs = zip(asked.items(), found, strict=True)
    assert not [word for (word, slug), slugs in pairs if slug not in slugs]


@pytest.mark.parametrize("word", ["", "-", "2026", "x", "zzzzqqqq", "</script>", "[(*", "ÅÄÖ"])
def test_what_is_no_word_finds_nothing_and_breaks_nothing(
    opened: tuple[str, Page], word: str
) -> None:
    _, page = opened
    assert page.evaluate("(word) => find(word)", word) == []


def test_near_words_begin_alike(opened: tuple[str, Page]) -> None:
    _, page = opened
    near = page.evaluate('() => index.near("interkonst")')
    assert near
    assert all(word.startswith("int") for word in near)
