"""A page's text as HTML for the booklet, without its sheet."""

from mentoring_tools.source.document import Document
from mentoring_tools.source.html import SHEET, PageSection, Place


def html(document: Document, place: Place) -> str:
    """The text under h2 headings; `place` says where its links lead on paper."""
    texts = (_section(one, place) for one in document.sections if one.id != SHEET)
    return "\n".join(filter(None, texts))


def _section(section: PageSection, place: Place) -> str:
    heading = f"<h2>{section.title.filled(place)}</h2>\n" if section.id else ""
    return heading + section.html.filled(place)
