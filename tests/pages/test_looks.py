"""What a page looks like before anything else has come: it has the styles of all it shows."""

import re

import pytest
from built import Site
from observatory import ASSETS

_CLASS = re.compile(r"\.(mt-[\w-]+)")
#: Stand beside the others where they are needed only.
BESIDE = ("scenes", "finding")


def named(part: str) -> set[str]:
    return {name for text in ASSETS.within[part].values() for name in _CLASS.findall(text)}


def only_in(part: str) -> set[str]:
    """The classes that no other styles within a page name."""
    others = [named(other) for other in ASSETS.within if other != part]
    return named(part).difference(*others)


@pytest.mark.parametrize("part", BESIDE)
def test_a_page_shows_nothing_whose_looks_it_has_not(site: Site, part: str) -> None:
    alone, missing, having = only_in(part), {}, 0
    for page in site.pages.values():
        texts = {style.text for style in page.tree.iter("style")}
        if texts.issuperset(ASSETS.within[part].values()):
            having += 1
        elif shown := alone.intersection(" ".join(page.tree.xpath("//@class")).split()):
            missing[page.url] = shown
    assert having > 1
    assert not missing
