"""What is found by its name, without a page: the sitemap, the page for a lost reader, settings."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from mentoring_tools import headers, manifest, views
from mentoring_tools.views import Site


def sitemap(site: Site, dates: Mapping[str, str]) -> list[dict[str, Any]]:
    """Each page of each language with its twins and, where it is known, when it was changed.

    `dates` are the times of files, by their path under the project.
    """
    library = site.material.library
    return [
        {**views.names(site, page), "changed": dates.get(page.document.file)}
        for code in library.codes
        for page in library.of(code).values()
    ]


def lost(site: Site, templates: Environment) -> dict[str, str]:
    """The page for addresses that are not there, by its path: one in each language's folder.

    Hosts that know only the one at the root show that for all of them.
    """
    template, base = templates.get_template("404.html"), urlsplit(site.address).path
    return {
        f"{language.prefix}404.html": template.render(
            **views.shared(site, language.code), first=language, base_url=base, page=None
        )
        for language in site.material.library.languages
        if language.prefix
    }


def by_name(site: Site) -> Iterator[tuple[str, str]]:
    """What hosts and browsers look for: the files of headers, and each language's manifest."""
    library = site.material.library
    prefixes = [language.prefix for language in library.languages]
    yield from headers.files(site.address, site.settings["strict_transport"], prefixes).items()
    yield from manifest.files(library, site.material.words, site.address)
