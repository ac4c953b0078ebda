"""A training's slides as HTML for paper of a screen's shape."""

from pathlib import Path

from mentoring_tools.content.slides import Deck
from mentoring_tools.pdf import sheet_html


def html(deck: Deck, folder: Path) -> str:
    """The HTML of the slides under their title; `folder` holds the print templates."""
    return str(sheet_html.render(folder, "slides.html", deck=deck))
