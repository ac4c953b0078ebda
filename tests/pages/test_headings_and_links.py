"""Headings and link texts make sense alone, and a part in another language says which."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

import pytest
from built import SITE_URL, Page, Site

# What says nothing of where it leads.
VAGUE = {
    *("tästä", "täältä", "tähän", "täällä", "tämä", "lisää", "lue lisää", "katso lisää", "linkki"),
    *("klikkaa", "klikkaa tästä", "sivulle", "here", "there", "this", "more", "read more"),
    *("see more", "learn more", "link", "click", "click here", "this page", "details"),
}


def words(element: Any) -> str:
    """What an element says, as one line."""
    return " ".join(str(element.get("aria-label") or element.text_content()).split())


def link_faults(page: Page) -> Iterator[str]:
    """Links that do not tell by their words alone where they lead."""
    targets = defaultdict(set)
    for link in page.tree.iterfind(".//a[@href]"):
        if link.getparent().get("class") == "mt-same":
            continue  # Of these, only the one under the heading that was come to is shown.
        said = words(link)
        # The same words in another language are other words.
        targets[said, link.get("lang")].add(urljoin(page.url, link.get("href")))
        # A letter of a register names the heading that it leads to.
        letter = len(said) == 1 and link.xpath("boolean(ancestor::nav)")
        if (len(said) < 3 and not letter) or said.lower().strip(" .:→") in VAGUE:
            yield f"says too little: {said!r}"
    for (said, _), several in targets.items():
        if len(several) > 1:
            yield f"{said!r} leads to {len(several)} places: {sorted(several)}"


def heading_faults(page: Page) -> Iterator[str]:
    """Headings that are empty, said twice, or a level too deep; and pages without a title."""
    headings = [(int(h.tag[1]), words(h)) for h in page.tree.iter("h1", "h2", "h3", "h4", "h5")]
    levels = [level for level, _ in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"has {levels.count(1)} headings of the first level"
    for (before, _), (level, said) in pairwise(headings):
        if level > before + 1:
            yield f"goes from level {before} to {level} at {said!r}"
    texts = [text for _, text in headings]
    yield from ("has an empty heading" for text in texts if not text)
    yield from (f"says twice: {text!r}" for text in sorted(set(texts)) if texts.count(text) > 1)


def language_faults(page: Page) -> Iterator[str]:
    """Links to the page in another language, and twins of words, that do not say their language."""
    for alternate in page.tree.iterfind(".//a[@hreflang]"):
        if not urljoin(page.url, alternate.get("href")).startswith(SITE_URL):
            continue  # Another site's page is told of in this page's language.
        inside = [alternate.get("lang"), *(e.get("lang") for e in alternate.iter("span"))]
        # Easy Finnish, fi-simple, is Finnish.
        language = alternate.get("hreflang").partition("-")[0]
        if language not in (*inside, page.language):
            yield f"link in another language without lang: {words(alternate)!r}"
    for twin in page.tree.iterfind(".//form[@id='mt-sheet']//span[@lang]"):
        if twin.get("lang") in (None, page.language):
            yield f"the other language's words without lang: {words(twin)!r}"


@pytest.mark.parametrize("faults", [link_faults, heading_faults, language_faults])
def test_words_that_stand_alone(faults: Any, site: Site) -> None:
    found = [
        f"{page.url} {fault}"
        for page in [*site.pages.values(), site.lost]
        for fault in faults(page)
    ]
    assert not found, "\n".join(found)
