"""A page's text as HTML for the booklet, with links that lead somewhere on paper too."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape

from markdown import Markdown

from mentoring_tools.source.document import Document
from mentoring_tools.worksheet import notation

_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]+)')
_EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:")

#: The same extensions as in mkdocs.yml, so that a page reads the same on screen and on paper.
EXTENSIONS = ("attr_list", "tables")


def html(document: Document, target: Callable[[str], str]) -> str:
    """The page's text without its sheet; `target` turns a link between files into one that works.

    External links stay as they are.
    """
    text = _converted(document.body)
    return _LINK.sub(lambda match: match[1] + _led(unescape(match[2]), target), text)


# A page stands in the booklet of its language and in that of all, and `make serve` builds often.
@lru_cache(maxsize=1024)
def _converted(body: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(notation.without_sheet(body))


def _led(link: str, target: Callable[[str], str]) -> str:
    return escape(link if _EXTERNAL.match(link) else target(link))
