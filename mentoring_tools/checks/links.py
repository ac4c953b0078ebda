"""Links in the Markdown: each leads to a page, a heading, a picture or a download that is there."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath, relpath

from mentoring_tools.content.model import Library, Page
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Document, Link
from mentoring_tools.source.html import SCHEMES
from mentoring_tools.worksheet.model import Field

#: Addresses that browsers run or open by themselves.
_ACTIVE = ("javascript", "vbscript", "data", "file", "blob")
_KNOWN = ", ".join(f"{scheme}:" for scheme in SCHEMES)
# A host without https:// before it: www.kotus.fi, kotus.fi/kielitoimisto.
_HOST = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:fi|com|org|net|eu|se|de|uk|info)(?:/|\Z)")


def check(library: Library, downloads: Collection[str]) -> list[Problem]:
    """Every link of every page that leads nowhere, or where no link may lead.

    `downloads` are the published files' addresses: `downloads/fi/lifeline.pdf`.
    """
    return [
        problem
        for code in library.codes
        for page in library.every(code)
        for problem in _of_document(page.document, library, downloads)
    ]


def offers(library: Library) -> Iterator[Problem]:
    """Every question whose answer is to come from a sheet that is not there."""
    for code in library.codes:
        pages = [page for page in library.every(code) if page.worksheet]
        names = sorted(page.name for page in pages)
        for page in pages:
            for field in _questions(page):
                if field.origin and field.origin not in names:
                    near = "".join(get_close_matches(field.origin, names, 1, cutoff=0))
                    yield Problem(
                        page.document.file, field.line,
                        say("no sheet is called {name}", name=field.origin),
                        say("after from= the name of a tool with a sheet, as in its address"),
                        f"`#{field.id} from={near}`",
                    )  # fmt: skip


def _questions(page: Page) -> Iterator[Field]:
    for field in page.worksheet.fields if page.worksheet else ():
        yield from (field, *field.columns)


def _of_document(document: Document, library: Library, files: Collection[str]) -> Iterator[Problem]:
    for link in document.links:
        if link.target in ("", "#"):
            expected = say("after the words, in round brackets, a path or an address")
            found, example = say("a link without an address"), "[Sopimus](../agreement.md)"
            yield Problem(document.file, link.line, found, expected, example)
        elif link.external:
            yield from _of_address(link, document)
        else:
            yield from _of_link(link, document, library, files)


def _of_address(link: Link, document: Document) -> Iterator[Problem]:
    scheme, colon, rest = link.target.partition(":")
    if scheme.lower() in _ACTIVE:
        yield Problem(
            document.file, link.line,
            say("the link “{target}” is not an address: it would run or open something by itself",
                target=link.target),
            say("an address that begins with {listed}, or a path", listed=_KNOWN),
            "https://www.infofinland.fi/",
        )  # fmt: skip
    elif not colon or scheme.lower() not in SCHEMES:
        near = get_close_matches(scheme, SCHEMES, 1) or ["https"]
        yield Problem(
            document.file, link.line,
            say("the address “{target}” does not begin with a known word", target=link.target),
            say("one of {listed}", listed=_KNOWN),
            f"{near[0]}:{rest or link.target}",
        )  # fmt: skip


def _of_link(
    link: Link, document: Document, library: Library, files: Collection[str]
) -> Iterator[Problem]:
    path = link.target.partition("#")[0]
    if _HOST.match(path):
        yield Problem(
            document.file, link.line,
            say("the address “{target}” lacks its beginning", target=link.target),
            say("https:// before the name of a site"), f"https://{link.target}",
        )  # fmt: skip
        return
    whole = normpath(join(dirname(document.slug), path)) if path else f"{document.slug}.md"
    if whole.endswith(".md"):
        yield from _of_page(link, whole, document, library)
    else:
        yield from _of_file(link, whole, document, files)


def _of_page(link: Link, whole: str, document: Document, library: Library) -> Iterator[Problem]:
    path, _, anchor = link.target.partition("#")
    slug = whole.removesuffix(".md")
    target = library.find(document.language, slug)
    if not target and not any(slug in files for files in library.files.values()):
        known = sorted(f"{name}.md" for name in library.files[document.language])
        found = say("no page {path}", path=whole)
        yield _broken(link, document, found, _near(document, whole, known))
        return
    unsure = target is not None and "heading" in target.unsure
    if anchor and target and anchor not in target.document.anchors and not unsure:
        file = target.document.file
        found = say("{file} has no heading with the id #{id}", file=file, id=anchor)
        near = get_close_matches(anchor, sorted(target.document.anchors), 1, cutoff=0)
        yield _broken(link, document, found, f"{path}#{''.join(near)}")


def _of_file(
    link: Link, whole: str, document: Document, files: Collection[str]
) -> Iterator[Problem]:
    published = whole.lstrip("./")
    if published not in files:
        near = _near(document, published, sorted(files))
        yield _broken(link, document, say("no file {path}", path=published), near)


def _near(document: Document, wanted: str, known: list[str]) -> str:
    """The path from this document to the known one that is most like the wanted one."""
    near = get_close_matches(wanted, known, 1, cutoff=0) or ["tools/lifeline.md"]
    return relpath(near[0], dirname(document.slug) or ".")


def _broken(link: Link, document: Document, why: Message, example: str) -> Problem:
    return Problem(
        document.file, link.line,
        say("the link “{target}” leads nowhere: {why}", target=link.target, why=why),
        say("a path from this file to one that is there, and an id of a heading on it"), example,
    )  # fmt: skip
