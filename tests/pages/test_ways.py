"""Finding the way on the built site: by plain links, without scripts."""

import re
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

import pytest
from built import SITE_URL, Page, Site

#: A page with more parts than this says at its top what is on it.
FEW = 3
#: What scripts show is not there for everybody.
SCRIPTED = "(ancestor-or-self::*[@hidden or contains(@class, 'mt-scripted')])"


def said(element: Any) -> str:
    """An element's words, without the places where a long one may be divided."""
    return " ".join(str(element.text_content()).replace("\u00ad", "").split())


def within(page: Page, name: str) -> list[Any]:
    return list(page.tree.xpath(f"//nav[contains(concat(' ', @class, ' '), ' {name} ')]"))


def home(page: Page) -> str:
    return SITE_URL + ("en/" if page.language == "en" else "")


def below_home(site: Site) -> list[Page]:
    pages = [page for page in site.pages.values() if page.url != home(page)]
    assert pages
    return pages


def title(page: Page) -> str:
    (heading,) = page.tree.xpath("//h1")
    return said(heading)


def test_every_page_says_where_it_stands(site: Site) -> None:
    for page in below_home(site):
        (trail,) = within(page, "mt-trail")
        assert trail.get("aria-label")
        *above, last = trail.xpath("./ol/li")
        assert last.get("aria-current") == "page"
        assert (said(last), list(last)) == (title(page), []), page.url
        links = [urljoin(page.url, item.xpath("string(a/@href)")) for item in above]
        assert links[0] == home(page), page.url
        assert all(link in site.pages for link in links), page.url
        over = urljoin(page.url, "..")
        assert over not in site.pages or over in links or "/tools/" in over, page.url


def test_the_home_page_needs_no_trail(site: Site) -> None:
    for url in (SITE_URL, f"{SITE_URL}en/"):
        assert not within(site.pages[url], "mt-trail")


def test_a_tool_stands_below_its_phase(site: Site) -> None:
    for page in [p for p in site.pages.values() if re.search(r"/tools/.+", p.url)]:
        phase = page.tree.xpath("string(//nav[contains(@class, 'mt-trail')]//li[2]/a/@href)")
        over = site.pages[urljoin(page.url, phase)]
        assert "/phases/" in over.url
        cards = over.tree.xpath("//ul[@class='mt-cards']//a/@href")
        assert page.url.removesuffix("easy/") in {urljoin(over.url, str(href)) for href in cards}


def test_the_menu_shows_the_place(site: Site) -> None:
    for page in below_home(site):
        menu = page.tree.xpath("//header//nav//a[@aria-current]")
        places = [urljoin(page.url, link.get("href")) for link in menu]
        footer = page.tree.xpath("//footer//nav//a[@aria-current='page']")
        # An organiser's section is in no menu: a mentee and a mentor have enough of it.
        assert len(places) == 1 or len(footer) == 1 or "/organisers/" in page.url, page.url
        for link, place in zip(menu, places, strict=True):
            assert link.get("aria-current") == ("page" if place == page.url else "true")


def turns(page: Page) -> dict[str, Any]:
    return {a.get("rel"): a for nav in within(page, "mt-turn") for a in nav.xpath("a")}


def test_previous_and_next_name_a_page_that_is_there(site: Site) -> None:
    seen = set()
    for page in site.pages.values():
        for rel, link in turns(page).items():
            target = site.pages[urljoin(page.url, link.get("href"))]
            assert said(link).endswith(f": {title(target)}"), page.url
            assert target.language == page.language
            seen.add(rel)
    assert seen == {"prev", "next"}


@pytest.mark.parametrize("folder", ["phases", "paths", "guides", "tools"])
def test_next_and_previous_are_each_others_way_back(site: Site, folder: str) -> None:
    pages = {u: p for u, p in site.pages.items() if re.search(rf"/{folder}/.+", u)}
    for page in pages.values():
        assert turns(page), f"{page.url} leads neither forward nor back"
        after = turns(page).get("next")
        beyond = urljoin(page.url, after.get("href")) if after is not None else ""
        if beyond in pages:
            assert urljoin(beyond, turns(pages[beyond])["prev"].get("href")) == page.url


def test_a_phase_is_walked_from_its_first_tool_to_its_last(site: Site) -> None:
    for phase in [p for p in site.pages.values() if "/phases/" in p.url]:
        cards = phase.tree.xpath("//ul[@class='mt-cards']//a/@href")
        tools = [urljoin(phase.url, str(href)) for href in cards]
        after = turns(phase).get("next")
        walked = [*tools, urljoin(phase.url, after.get("href"))] if after is not None else tools
        for here, there in pairwise(walked):
            assert urljoin(here, turns(site.pages[here])["next"].get("href")) == there


def test_long_pages_say_what_is_on_them(site: Site) -> None:
    for page in below_home(site):
        headings = page.tree.xpath(f"//main//section[not({SCRIPTED})]/h2[@id]")
        if len(headings) <= FEW or within(page, "mt-letters"):
            continue
        (contents,) = within(page, "mt-contents")
        assert contents.xpath("./details/summary"), page.url
        links = contents.xpath(".//li/a")
        linked = {str(link.get("href")) for link in links}
        missing = {h.get("id") for h in headings} - {href[1:] for href in linked}
        assert not missing, f"{page.url}: {missing}"
        parts = [f"#{h.get('id')}" for h in page.tree.xpath("//main//h2[@id]")]
        listed = [str(link.get("href")) for link in links]
        assert listed == [part for part in parts if part in linked], page.url


def test_the_glossary_has_its_letters(site: Site) -> None:
    for url in (f"{SITE_URL}guides/glossary/", f"{SITE_URL}en/guides/glossary/"):
        page = site.pages[url]
        (letters,) = within(page, "mt-letters")
        told = [said(link) for link in letters.xpath(".//a")]
        words = [said(word) for word in page.tree.xpath("//dl[@class='mt-glossary']//dt")]
        assert told == list(dict.fromkeys(word[0].upper() for word in words))


def test_long_pages_lead_back_to_their_top(site: Site) -> None:
    for page in below_home(site):
        if within(page, "mt-contents") or within(page, "mt-letters"):
            (link,) = page.tree.xpath("//main//p[@class='mt-to-start']/a")
            assert link.get("href") == "#content"
            assert not link.xpath("following::h2[ancestor::main]"), page.url
