"""The model as templates see it: plain values, addresses relative to the site's root."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from typing import Any

from markupsafe import Markup

from mentoring_tools.content import redirects
from mentoring_tools.content.manual_tests import rows as trials_by_result
from mentoring_tools.content.model import Page
from mentoring_tools.downloads import targets
from mentoring_tools.language import glossary
from mentoring_tools.pages import (
    choices,
    download_links,
    finding,
    form,
    journey,
    links,
    looks,
    navigation,
    organisers,
    planning,
    related,
)  # fmt: skip
from mentoring_tools.pages.cards import card, document
from mentoring_tools.pages.navigation import Neighbours
from mentoring_tools.pages.related import Related
from mentoring_tools.pages.site import PACKAGE, Site
from mentoring_tools.publishing import assets, headers
from mentoring_tools.source.html import PageSection, Place
from mentoring_tools.worksheet.facts import Imprint


@dataclass(frozen=True)
class Section:
    """The part of a page under one h2, without the heading itself."""

    written: PageSection
    place: Place

    @property
    def id(self) -> str:
        """The heading's id."""
        return self.written.id

    @cached_property
    def title(self) -> Markup:
        """The heading's words as HTML."""
        return _ready(self.written.title.filled(self.place))

    @cached_property
    def html(self) -> Markup:
        """What stands under the heading."""
        return _ready(self.written.html.filled(self.place))

    @property
    def known(self) -> list[str]:
        """All that a template can find out about it."""
        return [self.id, self.title, self.html]

    @property
    def pieces(self) -> list[Markup]:
        """The same, cut behind each `<li>` of its lists, which is left out."""
        return [_ready(piece) for piece in self.written.html.items(self.place)]


#: Asked of the installed package once: it reads all of its description each time.
_VERSION = version(PACKAGE)


def text(site: Site, page: Page) -> tuple[Markup, dict[str, Section]]:
    """The page's HTML before its first h2, and its sections by id in their order."""
    library, words = site.project.library, site.project.words[page.language]
    shown = site.project.pictures
    near, far = (links.place(library, page, shown, words, far=far) for far in (False, True))
    lead, *rest = page.document.sections
    return _ready(lead.html.filled(near)), {one.id: Section(one, far) for one in rest}


def _ready(html: str) -> Markup:
    """HTML that templates take as it is; they escape everything else."""
    return Markup(html)  # noqa: S704 - written by us, from what was parsed and escaped


def context(site: Site, page: Page) -> dict[str, Any]:
    """What a page's template gets besides what MkDocs gives and what all pages share."""
    lead, sections = text(site, page)
    return {
        "doc": document(page),
        "lead": lead,
        "looks": assets.looks_of(page),
        "sections": sections,
        "form": _ready(_form(site, page)),
        "form_styles": assets.styles_of(page),
        "crowded": page.worksheet is not None and form.crowded(page.worksheet),
        "downloads": _files(site, page.language, page.slug),
        "children": _children(site, page),
        "by_step": organisers.by_step(site, page),
        "trail": [card(site, one) for one in navigation.above(site.project.library, page)],
        "turns": _turns(site, page),
        "situations": _situations(site, page),
        "choices": choices.choices(site, page.language) if page.kind == "tools" else {},
        "related": _related(site, page),
        "ratings": journey.ratings(site, page.language) if page.slug == "journey" else {},
        "paths": planning.paths(site, page.language) if page.slug == "planner" else [],
        "finding": finding.groups(site, page.language) if page.kind == "search" else [],
        "reading_pdf": _reading_pdf(site, page),
        **names(site, page),
    }


@cache
def shared(site: Site, code: str) -> dict[str, Any]:
    """What each template gets in a language, page or not."""
    library = site.project.library
    return {
        "lang": library.language(code),
        "languages": library.languages,
        "site": site.settings,
        "logo": organisers.logo(site),
        "address": site.address,
        "serving": site.serving,
        "referrer": headers.REFERRER,
        "stamp": site.assets.stamp,
        **looks.shared(site),
        "looks": looks.PLAIN,
        "t": site.project.words[code],
        "by_hand": trials_by_result(site.project.trials, code, site.project.words[code]),
        "words": site.project.words,
        "glossary": glossary.rows(site.project.glossary, code),
        "titles": {one: library.of(one)["index"].front_matter.title for one in library.codes},
        "phases": [_phase(site, page) for page in library.kind(code, "phase")],
        "easy_pages": [card(site, page) for page in library.easy_of(code)],
        "pages": {slug: card(site, page) for slug, page in library.of(code).items()},
        "home_url": library.language(code).prefix,
        "packs": _files(site, code, ""),
        "letterheads": organisers.letterheads(site),
        "agreement_downloads": _files(site, code, "agreement"),
    }


def _children(site: Site, page: Page) -> list[dict[str, Any]]:
    """Cards of the pages beside a folder's index, in the order of `nav`."""
    pages, folder = site.project.library.of(page.language), page.slug.removesuffix("index")
    if page.kind != "folder":
        return []
    slugs = (slug for slug in site.project.library.nav if slug.startswith(folder))
    return [card(site, pages[slug]) for slug in slugs if slug != page.slug]


def _situations(site: Site, page: Page) -> list[Section]:
    """The parts of the page about situations, as they stand on another page that shows them."""
    library, words = site.project.library, site.project.words[page.language]
    written = library.of(page.language).get("situations")
    if not written or page.kind not in ("home", "tools", "search"):
        return []
    shown = site.project.pictures
    place = links.place(library, written, shown, words, far=True, on=page)
    return [Section(one, place) for one in written.document.sections[1:]]


def _related(site: Site, page: Page) -> list[tuple[str, dict[str, Any]]]:
    """How other tools belong to a tool, and the card of each."""
    if page.kind not in ("tool", "agreement"):
        return []
    found = _all_related(site, page.language)[page.slug]
    named = [("before", found.before), ("after", found.after), *(("like", o) for o in found.like)]
    return [(word, card(site, one)) for word, one in named if one]


@cache
def _all_related(site: Site, code: str) -> Mapping[str, Related]:
    return related.of_language(site.project.library, code, site.project.words[code])


def _turns(site: Site, page: Page) -> list[dict[str, Any]]:
    """Cards of the pages before and after it, each with its relation and what a link calls it."""
    to = _neighbours(site, page.language).get(page.slug, Neighbours())
    pairs = (("prev", "previous", to.before), ("next", "next", to.after))
    return [
        {**card(site, other), "rel": rel, "word": f"{word}_{other.kind}"}
        for rel, word, other in pairs
        if other
    ]


@cache
def _neighbours(site: Site, code: str) -> Mapping[str, Neighbours]:
    return navigation.of_language(site.project.library, code)


def names(site: Site, page: Page) -> dict[str, Any]:
    """A page's whole address, those of its twins, and the one for whoever speaks neither."""
    library = site.project.library
    return {
        "canonical": _absolute(site, page),
        "edition": _edition(site, page),
        "alternates": alternates(site, page),
        "easy": easy(site, page),
        "x_default": _absolute(site, library.of(library.codes[0])[page.standard]),
    }


def _edition(site: Site, page: Page) -> str:
    """When the page was last changed, and the version; for paper, where nothing else tells."""
    date = site.dates.get(page.document.file, "")[:10]
    words = site.project.words[page.language]
    return Imprint("", "", date, _VERSION).edition(words)


def alternates(site: Site, page: Page) -> list[dict[str, Any]]:
    """The same page in every language, this one among them; of an easy page its standard one."""
    library = site.project.library
    twins = [library.of(code)[page.standard] for code in library.codes]
    return [
        {
            "lang": library.language(twin.language),
            "url": library.address(twin),
            "absolute": _absolute(site, twin),
            "current": twin.language == page.language,
        }
        for twin in twins
    ]


def easy(site: Site, page: Page) -> list[dict[str, Any]]:
    """The same page in easy language, in each language that has it, with its language tag."""
    library = site.project.library
    return [
        {
            **card(site, one),
            "tag": f"{one.language}-simple",
            "absolute": _absolute(site, one),
            "current": one.language == page.language,
        }
        for code in library.codes
        if (one := library.easy.get(code, {}).get(page.standard))
    ]


def _phase(site: Site, page: Page) -> dict[str, Any]:
    library = site.project.library
    order = [p.slug for p in library.kind(page.language, "phase")]
    tools = library.tools_of(page.name, page.language)
    number = order.index(page.slug) + 1
    cards = {tool.slug: card(site, tool) for tool in tools}
    groups = [
        {"theme": theme, "tools": [cards[one.slug] for one in group]}
        for theme, group in choices.by_theme(tools)
    ]
    own = {"id": page.name, "number": number, "tools": list(cards.values()), "by_theme": groups}
    return {**card(site, page), **own}


def _form(site: Site, page: Page) -> str:
    if page.worksheet is None:
        return ""
    library = site.project.library
    # An easy page is in one language: beside words of another it would be easy no more.
    codes = () if page.kind == "easy" else library.codes
    others = [library.of(code)[page.slug] for code in codes if code != page.language]
    sheets = [p.worksheet for p in (page, *others) if p.worksheet]
    names = redirects.former_names(site.project.moved, page)
    return form.form(sheets, site.project.words[page.language], names)


def _absolute(site: Site, page: Page) -> str:
    return targets.address_of(site.project.library, page, site.address)


def _files(site: Site, code: str, slug: str) -> list[dict[str, Any]]:
    """Links to a page's files; without a slug, to those of the whole toolkit."""
    files = site.made.of_page(slug, code)
    return download_links.links(
        site.made, code, files, _titles(site, code), site.project.words[code]
    )


@cache
def _titles(site: Site, code: str) -> Mapping[str, str]:
    """The title of each page of a language by its slug, easy ones too."""
    return {page.slug: page.front_matter.title for page in site.project.library.every(code)}


def _reading_pdf(site: Site, page: Page) -> dict[str, str] | None:
    if not page.is_for_paper or not site.made.files:
        return None
    address, words = site.project.library.address(page), site.project.words[page.language]
    return download_links.reading_pdf(page, address, words)
