"""The sitemap's pages: each with its twins, and when it was changed."""

from typing import Any

from mentoring_tools.pages import context
from mentoring_tools.pages.site import Site


def sitemap(site: Site) -> list[dict[str, Any]]:
    """Each page of each language with its twins and, where it is known, when it was changed."""
    library = site.project.library
    return [
        {**context.names(site, page), "changed": site.dates.get(page.document.file)}
        for code in library.codes
        for page in library.every(code)
    ]
