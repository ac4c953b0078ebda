"""What is published without a page of Markdown: files, lost readers' pages, settings for hosts."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from mentoring_tools.content import pictures
from mentoring_tools.content.model import ON_THE_DEVICE, Library, Page
from mentoring_tools.content.redirects import address, former_names, moved_pages
from mentoring_tools.pages import context, finding, organising, planning, sitemap
from mentoring_tools.pages.cards import card
from mentoring_tools.pages.site import Site
from mentoring_tools.project import hand_made_files
from mentoring_tools.publishing import address as address_of_site
from mentoring_tools.publishing import assets, headers, manifest, precompress, service_worker
from mentoring_tools.source import strings
from mentoring_tools.worksheet import common_fields

# Words that scripts fetch, by what is done then: a page has room for the more usual ones.
_RARE = (
    *("opening", "deleting", "aside", "offering", "range", "saving", "sharing", "arrived"),
    *("stepping", "reading", "gaps", "begun", "mine", "planning", "journey"),
)


def unwritten(site: Site, templates: Environment) -> dict[str, str]:
    """The pages that nobody writes, by their path in the site."""
    return _moved(site, templates) | _lost(site, templates)


def moved_to(site: Site) -> dict[str, str]:
    """The new address of each old one, under the site's own."""
    return {old: card(site, page)["url"] for old, page in _old_addresses(site).items()}


def _moved(site: Site, templates: Environment) -> dict[str, str]:
    """What stands at the old addresses of pages that have moved, by its path."""
    template = templates.get_template("moved.html")
    told = {}
    for old, page in _old_addresses(site).items():
        told[f"{old}index.html"] = template.render(
            **context.shared(site, page.language), **context.names(site, page),
            place=card(site, page), base_url=_base(site), page=None,
        )  # fmt: skip
    return told


def _old_addresses(site: Site) -> dict[str, Page]:
    """The page that is asked for by each old address, under the site's own."""
    library = site.project.library
    return {
        language.prefix + address(old): page
        for move in site.project.moved
        for language in library.languages
        for old, page in moved_pages(move, library, language.code)
    }


def _lost(site: Site, templates: Environment) -> dict[str, str]:
    """The page for addresses that are not there, by its path: one in each language's folder.

    Hosts that know only the one at the root show that for all of them.
    """
    template = templates.get_template("404.html")
    return {
        f"{language.prefix}404.html": template.render(
            **context.shared(site, language.code), first=language, base_url=_base(site), page=None
        )
        for language in site.project.library.languages
        if language.prefix
    }


def files(
    site: Site, root: Path, templates: Environment
) -> Iterator[tuple[str, Path | str | bytes]]:
    """All that is published beside the pages: its path in the site, and the file or its content.

    `root` is the project's folder.
    """
    yield from site.made.published()
    yield from hand_made_files(root, site.project.library)
    yield from by_name(site, root / ".cache")
    yield from finding.files(site, root)
    yield from site.assets.files.items()
    yield from pictures.shared(site.project.pictures)
    yield from unwritten(site, templates).items()


def is_left_out(site: Site, path: str) -> bool:
    """Whether a file by its path in `docs` or the skeleton is no file of the site.

    It is published as a part of others, or it is a page that the publisher leaves out.
    """
    if path.startswith(("partials/", f"{pictures.SHARED}/", *assets.PLACES)):
        return True
    return site.project.library.leaves_out(path.partition("/")[2].removesuffix(".md"))


def nav(site: Site, pages: Iterable[Any]) -> list[Any]:
    """The pages of `nav` that are published."""
    leaves_out = site.project.library.leaves_out
    return [page for page in pages if not leaves_out(str(page).removesuffix(".md"))]


def finish(site: Site, folder: Path, cache: Path) -> str:
    """When all pages lie in `folder`: the list of what a browser may keep, compressed copies.

    `cache` is the project's `.cache`. Gives what has to be known before the files go anywhere, as
    a message. A preview has none of it.
    """
    if site.serving:
        return ""
    service_worker.publish(folder, site.project.library.languages, site.assets.stamp)
    precompress.beside(folder, cache / "compressed")
    return address_of_site.note(site.address)


def context_without_page(site: Site, code: str) -> dict[str, Any]:
    """What a template without a page gets, in this language: the 404 page, the sitemap.

    Only the sitemap asks for all pages, so only there they are gathered.
    """
    return {**context.shared(site, code), "all_pages": partial(sitemap.sitemap, site)}


def by_name(site: Site, cache: Path) -> Iterator[tuple[str, str]]:
    """What hosts, browsers and scripts look for: headers, each language's manifest and words."""
    library = site.project.library
    prefixes = [language.prefix for language in library.languages]
    said = headers.everywhere(site.settings["strict_transport"], site.assets.own_styles)
    yield from headers.files(site.address, said, prefixes, moved_to(site)).items()
    yield from manifest.files(library, site.project.words, site.address)
    for code in library.codes:
        rare = {
            "": _rarely_asked(site, code),
            "-plan": planning.planned(site, code, cache),
            "-organisers": organising.organised(site, code),
        }
        for more, said in rare.items():
            yield f"assets/words/{code}{more}.json", json.dumps(said, ensure_ascii=False)


def _rarely_asked(site: Site, code: str) -> dict[str, Any]:
    """What scripts fetch: words by what is done, what sheets are, their former names, addresses."""
    words, library = site.project.words[code], site.project.library
    sheets, pages = library.with_sheets(code), library.of(code)
    return {
        **{name: strings.part(words, name) for name in _RARE},
        "locale": words["locale"],
        "sheets": {page.name: _sheet(site, page) for page in (*sheets, *_plan(library, code))},
        "pages": {slug: card(site, pages[slug])["url"] for slug in ON_THE_DEVICE if slug in pages},
        "moved": {
            name: page.name for page in sheets for name in former_names(site.project.moved, page)
        },
    }


def _plan(library: Library, code: str) -> list[Page]:
    """The planner's page: a plan is kept and moved as sheets are, and has no questions."""
    return [page for page in library.kind(code, "page") if page.slug == "planner"]


def _sheet(site: Site, page: Page) -> tuple[str, str, list[str], bool, str]:
    """A sheet's title and address, the ids of its own questions, if it is used often, its phase."""
    shown = card(site, page)
    fields = page.worksheet.fields if page.worksheet else ()
    asked = [one.id for one in fields if one.kind != "drawing" and one.id not in common_fields.IDS]
    repeats, phase = shown.get("repeats", False), shown.get("phase", "")
    return shown["title"], shown["url"], asked, repeats, phase


def _base(site: Site) -> str:
    """What addresses begin with on pages that are shown elsewhere than they stand."""
    return urlsplit(site.address).path
