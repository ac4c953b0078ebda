"""The sitemap's pages: each with its twins, and when it was changed."""

from collections.abc import Mapping
from typing import Any

from mentoring_tools.pages import context
from mentoring_tools.pages.site import Site


def sitemap(site: Site, dates: Mapping[str, str]) -> list[dict[str, Any]]:
    """Each page of each language with its twins and, where it is known, when it was changed.

    `dates` are the times of files, by their path under the project.
    """
    library = site.project.library
    return [
        {**context.names(site, page), "changed": dates.get(page.document.file)}
        for code in library.codes
        for page in library.of(code).values()
    ]
