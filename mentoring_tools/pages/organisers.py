"""What an organiser has on the site: the forms of each step, a logo of their own, paper."""

from typing import Any, get_args

from mentoring_tools.content import pictures
from mentoring_tools.content.model import Page
from mentoring_tools.content.schema import Step
from mentoring_tools.pages.cards import card
from mentoring_tools.pages.site import Site


def by_step(site: Site, page: Page) -> list[tuple[str, list[dict[str, Any]]]]:
    """Cards of the forms of each step, on the section's own page."""
    if page.kind != "organisers":
        return []
    forms = [card(site, one) for one in site.project.library.kind(page.language, "form")]
    return [(step, [one for one in forms if one["step"] == step]) for step in get_args(Step)]


def letterheads(site: Site) -> dict[str, str]:
    """The address of the empty paper of reports in each language, where files are made."""
    files = (file for file in site.made.files if file.kind == "letterhead")
    return {file.languages[0]: f"downloads/{file.path}" for file in files}


def logo(site: Site) -> dict[str, Any]:
    """A publisher's picture: its address under the site's own, and its size; empty without one."""
    picture = site.project.pictures.get(site.settings["logo"])
    if picture is None:
        return {}
    address = site.settings["logo"] + pictures.stamp_of(picture.path)
    return {"url": address, "width": picture.width, "height": picture.height}
