"""The styles that stand in pages themselves, and for each page the policy that knows its own."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from mentoring_tools.pages.site import Site
from mentoring_tools.publishing import assets, headers

#: The looks of what is no page of the toolkit: the lost page, and those at old addresses.
PLAIN = "page"


def shared(site: Site) -> dict[str, Any]:
    """What all templates get: `styles` by name and media, and `policies` by the looks of pages."""
    library = site.project.library
    used = {assets.looks_of(page) for code in library.codes for page in library.every(code)} | {
        PLAIN
    }
    return {
        "styles": {name: _own(texts) for name, texts in site.assets.within.items()},
        "policies": _own({one: _policy(site, one) for one in sorted(used)}),
    }


def _policy(site: Site, names: str) -> str:
    styles = [site.assets.within[name] for name in names.split()]
    return headers.meta_policy(text for texts in styles for text in texts.values())


def _own(texts: Mapping[str, str]) -> dict[str, Markup]:
    """For templates to take as they are."""
    return {key: Markup(text) for key, text in texts.items()}  # noqa: S704 - styles of ours, their hashes
