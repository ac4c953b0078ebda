"""Where a page's links and pictures lead on the site: addresses that count from the page's own."""

from collections.abc import Mapping
from itertools import takewhile
from posixpath import dirname, join, normpath

from mentoring_tools.content import pictures
from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.pictures import Picture
from mentoring_tools.source.document import is_external
from mentoring_tools.source.html import Place
from mentoring_tools.source.strings import Words


def place(
    library: Library,
    page: Page,
    shown: Mapping[str, Picture],
    words: Words,
    *,
    far: bool,
    on: Page | None = None,
) -> Place:
    """How the page's text is filled in on the site; `far` is what lies below the first view.

    `on` is another page that shows it.
    """

    def link(target: str) -> str:
        return address(library, page, target, on)

    def picture(target: str) -> Mapping[str, str]:
        return _picture(library, page, shown, target) | ({"loading": "lazy"} if far else {})

    return Place(link, picture, words)


def address(library: Library, page: Page, target: str, on: Page | None = None) -> str:
    """A link as the page says it: to another page's file, to a file to take along, to elsewhere.

    `on` is another page that shows the link.
    """
    path, hash_, anchor = target.partition("#")
    if not path or is_external(target):
        return target
    whole = normpath(join(dirname(page.slug), path))
    if library.leaves_out(whole.removesuffix(".md")):
        return ""
    other = library.find(page.language, whole.removesuffix(".md"))
    to = library.address(other) if other else whole.lstrip("./")
    return _from(library, on or page, to) + hash_ + anchor


def _picture(
    library: Library, page: Page, shown: Mapping[str, Picture], target: str
) -> dict[str, str]:
    path = pictures.path_of(target, page.document)
    one = shown[path]
    own = path.removeprefix(f"{page.language}/")
    to = own if own == path else library.language(page.language).prefix + own
    size = {"width": str(one.width), "height": str(one.height)}
    return {"src": _from(library, page, to) + pictures.stamp_of(one.path), **size}


def _from(library: Library, page: Page, to: str) -> str:
    """An address under the site's own as it is written on the page."""
    here, there = library.address(page).split("/")[:-1], to.split("/")
    pairs = zip(here, there, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
