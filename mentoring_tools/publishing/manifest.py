"""The site as an app on a phone or a computer: what a browser needs to know to install it."""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from mentoring_tools.content.model import Language, Library, Page
from mentoring_tools.source.strings import Words

#: The manifest's name, beside the language's home page.
NAME = "manifest.webmanifest"

#: The icons by their names in assets/img/, with their sizes and what they are for.
ICONS = (
    ("icon.svg", "any", "any"),
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable.png", "512x512", "maskable"),
)
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}

#: The page's own colour, as the stylesheet and the page's head have it.
PAPER = "#fbf8f2"


def files(library: Library, words: Mapping[str, Words], site: str) -> Iterator[tuple[str, str]]:
    """Each language's manifest: where it is published, and what it says."""
    for language in library.languages:
        home = library.of(language.code)["index"]
        yield language.prefix + NAME, manifest(language, home, words[language.code], site)


def manifest(language: Language, home: Page, words: Words, site: str) -> str:
    """The manifest of a language as JSON; `site` is the site's whole address.

    Both languages belong to the app, whichever of them it was installed in.
    """
    root = "../" * language.prefix.count("/") or "./"
    told = {
        "id": urlsplit(site).path + language.prefix,
        "name": language.site,
        "short_name": words["app_short_name"],
        "description": home.front_matter.description,
        "lang": language.code,
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": [_icon(root, *icon) for icon in ICONS],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _icon(root: str, name: str, sizes: str, purpose: str) -> dict[str, str]:
    kind = _TYPES[name.rpartition(".")[2]]
    return {"src": f"{root}assets/img/{name}", "sizes": sizes, "type": kind, "purpose": purpose}
