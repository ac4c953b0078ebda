"""The styles that stand in a page itself, and the policy that knows these and no others."""

from functools import cache
from typing import Any

from markupsafe import Markup

from mentoring_tools.content.model import Page
from mentoring_tools.pages.site import Site
from mentoring_tools.publishing import assets, headers


def within(site: Site, page: Page) -> dict[str, Any]:
    """`styles`, pairs of media and text, and `policy`, as a page's template takes them."""
    return _of(site, tuple(assets.within(page)))


def plain(site: Site) -> dict[str, Any]:
    """The same for what is no page of the toolkit: the lost page, and those at old addresses."""
    return _of(site, ("page",))


@cache
def _of(site: Site, names: tuple[str, ...]) -> dict[str, Any]:
    styles = [one for name in names for one in site.assets.within[name].items()]
    return {
        "styles": [(media, _own(text)) for media, text in styles],
        "policy": _own(headers.meta_policy(text for _, text in styles)),
    }


def _own(text: str) -> Markup:
    """For a template to take as it is."""
    return Markup(text)  # noqa: S704 - styles of ours, and their hashes
