"""Links from a page to files to take along: those lie beside all languages, out of MkDocs' sight.

MkDocs looks for a link's file in the page's own language. So such a link is put aside before it
reads the page, and leads from the page's own address afterwards.
"""

from posixpath import dirname, join, normpath, relpath

from mentoring_tools.source.document import Document

_ASIDE = "mt-file:"


def aside(markdown: str, document: Document) -> str:
    """The page's Markdown, with links to files as MkDocs leaves them alone."""
    targets = {link.target for link in document.links if not link.external}
    for target in sorted(targets, key=len, reverse=True):
        address = normpath(join(dirname(document.slug), target)).lstrip("./")
        if address.startswith("downloads/"):
            for before in ("](", "](<", "]: "):
                markdown = markdown.replace(before + target, f"{before}{_ASIDE}{address}")
    return markdown


def back(html: str, url: str) -> str:
    """The page's HTML with its links to files; `url` is the page's own address."""
    return html.replace(f'href="{_ASIDE}', f'href="{relpath(".", url or ".")}/')
