"""Finished pages, kept between runs: to fill in the templates takes a third of a build.

A page is the same again when its template knows the same, and no template has changed. So what it
knows is the key, and nothing else can be: whatever a page shows has come through there.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup

from mentoring_tools.content.model import Page
from mentoring_tools.pages import context
from mentoring_tools.pages.site import Site
from mentoring_tools.source import checksums, kept_files

#: What turns a template and what it knows into a page.
_CODE = ("pages/templates.py", "pages/render_cache.py")
_LIBRARIES = ("jinja2", "markupsafe", "mkdocs")


@dataclass(frozen=True)
class Rendered:
    """A page's place in the cache: `file`, `known` to its template, and the `key` of all that."""

    file: Path
    known: Mapping[str, Any]
    key: str

    @property
    def context(self) -> dict[str, Any]:
        """What its template knows, and the page itself where it was `kept`."""
        return {**self.known, "kept": self.html}

    @cached_property
    def html(self) -> Markup | None:
        """The page as it was made from the same, or None where it was not."""
        html = kept_files.kept_for(self.file, self.key)
        return None if html is None else Markup(html.decode())  # noqa: S704 - a page of ours

    def keep(self, html: str) -> None:
        """Keeps the page, unless it was kept already."""
        if self.html is None:
            kept_files.keep_for(self.file, self.key, html.encode())


class RenderCache:
    """The finished pages of a project, in a folder; `templates` are the folders of templates."""

    def __init__(self, folder: Path, templates: Iterable[str]) -> None:
        self.folder = folder
        files = [file for place in templates for file in sorted(Path(place).rglob("*.*"))]
        files = [file for file in files if file.suffix in (".html", ".svg")]
        self.version = checksums.of_files(files) + checksums.of_code(_CODE, _LIBRARIES)
        self.shared: dict[str, str] = {}
        self.asked: set[Path] = set()

    def find(self, site: Site, page: Page) -> Rendered:
        """The place of a page, for what its template knows now."""
        own, shared = context.context(site, page), context.shared(site, page.language)
        if page.language not in self.shared:
            self.shared[page.language] = _sum(_written(shared))
        key = _sum(f"{self.version}\n{self.shared[page.language]}\n{_written(own)}")
        file = self.folder / page.language / f"{page.slug}.html"
        self.asked.add(file)
        return Rendered(file, {**shared, **own}, key)

    def tidy(self) -> None:
        """Removes pages that are no more."""
        kept_files.keep_only(self.folder, self.asked)


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _written(known: Mapping[str, Any]) -> str:
    return json.dumps(known, default=_plain)


def _plain(value: Any) -> Any:
    """What stands for a value that JSON does not know; the same for equal values."""
    return value.known if hasattr(value, "known") else repr(value)
