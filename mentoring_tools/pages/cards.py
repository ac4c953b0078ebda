"""A page as links and cards show it: its facts, and its address."""

from typing import Any

from mentoring_tools.content.model import Page
from mentoring_tools.pages import hyphenation
from mentoring_tools.pages.site import Site


def document(page: Page) -> dict[str, Any]:
    """A page's facts: what was written at its top, and what follows from its path."""
    return {
        **page.front_matter.model_dump(),
        "heading": hyphenation.soft(page.front_matter.title, page.language),
        "kind": page.kind,
        "look": getattr(page.front_matter, "phase", "organisers"),
        "untested": page.untested,
        "of_the_device": page.is_of_the_device,
        "slug": page.slug,
        "name": page.name,
    }


def card(site: Site, page: Page) -> dict[str, Any]:
    """A page's facts and its address, for links and cards."""
    return {**document(page), "url": site.project.library.address(page)}
