"""What WeasyPrint 70 tags wrongly, mended while it makes a file: later its elements are gone.

- It leaves out every `lang` but the document's: two languages side by side would be read aloud
  with one language's sounds.
- It names a link after its address, and makes a link of each element inside it too: a contents'
  line would be four links, one in the other.
- A block that it only needs for the layout is tagged as the heading or the paragraph around it.
- For each tag it lists all pages anew: in the booklet that took an eighth of the time.
"""

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace
from typing import Any

#: What never stands in itself: there, it is a block of the layout's own.
_NEVER_IN_ITSELF = ("/P", "/Link", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6")

#: In a list only its items count, however they are grouped on the page.
_IN_LISTS = ("/Div", "/NonStruct")


def mend(engine: Any) -> None:
    """Mends WeasyPrint's module for PDF in place; doing so twice changes nothing."""
    tags = engine.tags
    if tags._build_box_tree.__module__ == __name__:  # noqa: SLF001 - there is no public way
        return
    tags._build_box_tree = _mended(tags._build_box_tree, tags.pydyf.String)  # noqa: SLF001
    engine.add_tags = _with_pages_known(engine.add_tags)
    engine.add_links = _without_inner(engine.add_links)


def _mended(build: Callable[..., Iterator[Any]], text: Any) -> Callable[..., Iterator[Any]]:
    """What makes tags of a box, with languages, and without tags for blocks of the layout."""
    around: list[Any] = []

    def build_more(box: Any, parent: Any, *arguments: Any) -> Iterator[Any]:
        box = getattr(box, "_box", box)
        _name_link(box, text)
        language = _language(box)
        again = bool(around) and box.element is around[-1]
        around.append(box.element)
        for structure in build(box, parent, *arguments):
            if _means_nothing(structure["S"], parent["S"], again=again):
                structure["S"] = "/NonStruct"
            if language:
                structure["Lang"] = text(language)
            yield structure
        around.pop()

    return build_more


def _with_pages_known(add: Callable[..., None]) -> Callable[..., None]:
    """What adds all tags, with the list of pages made once."""

    def add_tags(pdf: Any, *arguments: Any) -> None:
        known = {name: getattr(pdf, name) for name in ("add_object", "catalog", "page_references")}
        add(SimpleNamespace(**known), *arguments)

    return add_tags


def _without_inner(add: Callable[..., None]) -> Callable[..., None]:
    """What adds a page's links, without those inside others."""

    def add_links(links_and_anchors: tuple[Any, Any], *arguments: Any) -> None:
        links, anchors = links_and_anchors
        add((list(_outer(links)), anchors), *arguments)

    return add_links


def _means_nothing(tag: str, parent: str, *, again: bool) -> bool:
    """Whether a tag stands for a block of the layout; `again` where its element is around it too.

    A list in a list is one that somebody wrote, unless it is the same one.
    """
    if parent == "/L":
        return tag in _IN_LISTS or (tag == "/L" and again)
    return tag == parent and tag in _NEVER_IN_ITSELF


def _name_link(box: Any, text: Any) -> None:
    """A link is called what it says, without the marks of where a word may be divided."""
    if getattr(box, "link_annotation", None):
        words = "".join(box.element.itertext()).replace("\u00ad", "")
        box.link_annotation["Contents"] = text(" ".join(words.split()))


def _language(box: Any) -> str:
    """A part's own language; the document's stands in its catalogue, and needs no tag."""
    element = getattr(box, "element", None)
    return "" if element is None or element.tag == "html" else element.get("lang") or ""


def _outer(links: Iterable[Any]) -> Iterator[Any]:
    """The links that stand in no other one; a link over two lines is two."""
    inner: set[int] = set()
    for link in links:
        box = link[-1]
        if id(box) not in inner:
            inner |= set(map(id, _below(box)))
            yield link


def _below(box: Any) -> Iterator[Any]:
    for child in box.all_children():
        yield child
        yield from _below(child)
