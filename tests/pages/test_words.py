"""How words come out on the built site: the glossary, and words marked with their language."""

from pathlib import Path

import pytest
from built import SITE_URL, Site

from mentoring_tools.language import glossary as terms

GLOSSARY = {"fi": "guides/glossary/", "en": "en/guides/glossary/"}


@pytest.mark.parametrize("code", GLOSSARY)
def test_the_glossary_page_is_made_from_the_glossary(site: Site, project: Path, code: str) -> None:
    tree = site.pages[SITE_URL + GLOSSARY[code]].tree
    glossary, _ = terms.read(project, tuple(GLOSSARY))
    other = next(language for language in GLOSSARY if language != code)
    assert [
        (row.findtext("dt"), row.xpath(f"string(dd[@lang='{other}'])"), row.findtext("dd[last()]"))
        for row in tree.xpath("//dl[@class='mt-glossary']/div")
    ] == [
        (term.words[code], term.words[other], term.means[code])
        for term in sorted(glossary, key=lambda term: terms.order(term.words[code], code))
    ]


def test_marked_words_have_their_language(site: Site) -> None:
    page = site.pages[SITE_URL + "en/guides/finnish-services/"]
    marked = page.tree.xpath("//em[@lang='fi']")
    agency = "Lupa- ja valvontavirasto"
    assert [word.text for word in marked] == ["työllisyyspalvelut", agency]
    assert not [url for url, page in site.pages.items() if "{lang=" in page.tree.text_content()]
