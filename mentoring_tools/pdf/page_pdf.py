"""Reading pages as PDF: what mkdocs-pdf-export-plugin lacks, a cache and links that work anywhere.

That plugin renders a page as it is, with the stylesheet that the browser prints with.
Here it is given a copy with absolute links, and only when the page has changed.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.source import checksums, kept_files
from mentoring_tools.worksheet import widths

#: Stands in a page for the size of its PDF, which is made after the page.
SIZE = "%%mt-size-of-reading-pdf%%"

#: What makes these files, besides the page and the fonts.
_CODE = ("pdf", "worksheet/widths.py")
_LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "fonttools", "mkdocs-pdf-export-plugin")
_DECORATION = re.compile(r'<svg\b[^>]*aria-hidden="true".*?</svg>', re.DOTALL)
_TOLD = re.compile(r'(<svg\b[^>]*\baria-label="([^"]*)"[^>]*>)')
# The policy names the screen's styles by their hashes.
_SCREEN = re.compile(
    r'<style media="screen">.*?</style>|<meta http-equiv="Content-Security-Policy"[^>]*>', re.DOTALL
)
# What the print styles show on no page: scripts, the menu, the foot's links with the sizes of all
# packs, and what tells of a new version.
_UNPRINTED = re.compile(
    r'<script\b.*?</script>|<nav class="mt-wrap mt-nav".*?</nav>'
    r'|<div class="mt-wrap mt-news".*?</div>'
    r'|<div class="mt-wrap mt-footer-columns">.*?(?=<div class="mt-wrap mt-fine">)',
    re.DOTALL,
)
_STAMP = re.compile(r"(\.(?:css|js|svg|png))\?\w+")
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]+)')
_ADDRESSES = (
    "a[data-mt-away]::after { content: attr(data-mt-away); font-size: 9pt; hyphens: none;"
    " overflow-wrap: anywhere }\n"
)


@dataclass(frozen=True)
class PagePdf:
    """A reading page's PDF: where the export writes it, and where one of just this page is kept."""

    published: Path
    kept: Path

    def take(self) -> int | None:
        """Publishes the kept file, where there is one, whole; its size in bytes, else None."""
        content = kept_files.kept(self.kept)
        if content is None:
            return None
        self.published.parent.mkdir(parents=True, exist_ok=True)
        return self.published.write_bytes(content)

    def keep(self) -> int:
        """Keeps what was just made, instead of what was kept for this page before; its size."""
        shutil.rmtree(self.kept.parent, ignore_errors=True)
        content = self.published.read_bytes()
        kept_files.keep(self.kept, content)
        return len(content)


@dataclass(frozen=True)
class PagePlace:
    """A page's path in `docs/`, its address, and the HTML file that is built of it."""

    source: str
    address: str
    html: str


class PageExport:
    """What is handed from before the PDF export of a page to after it.

    `plugin` is mkdocs-pdf-export-plugin's own object: it renders what lies between the two halves,
    when it is enabled. `cache` is the project's `.cache`.
    """

    def __init__(self, plugin: Any, cache: Path, *, wanted: bool = True) -> None:
        self.plugin, self.folder = plugin, cache / "reading"
        if not wanted:
            # It then does not even load WeasyPrint; no one sets a variable of this name.
            plugin.config["enabled_if_env"] = "MENTORING_TOOLS_NEVER"
        self.watch = ExitStack()

    @cached_property
    def makers(self) -> str:
        """A checksum of all that makes these files besides the page."""
        return checksums.of_files([widths.FONTS]) + checksums.of_code(_CODE, _LIBRARIES)

    def before(self, html: str, page: PagePlace | None) -> str:
        """The page as the export shall see it; without `page`, one of which no PDF is made."""
        self.page, self.plugin.enabled = page, False
        if page is None:
            return html
        copy = for_paper(html, page.address)
        digest = sha256((self.makers + copy).encode()).hexdigest()
        published = Path(page.html).with_name(Path(page.source).stem + ".pdf")
        kept = self.folder / page.source.replace("/", "-") / f"{digest}.pdf"
        self.html, self.file = html, PagePdf(published, kept)
        self.size, self.errors = self.file.take(), self.plugin.num_errors
        self.plugin.enabled = self.size is None
        if self.plugin.enabled:
            from mentoring_tools.pdf import render  # noqa: PLC0415 - pages alone need no PDF

            self.watch.enter_context(render.export(page.source))
        return copy

    def after(self, html: str, in_words: Callable[[int], str]) -> str:
        """The page as it is published, with its PDF's size, which `in_words` says.

        `html` is what the export gave back: the copy, or a page of which no PDF is made.
        Raises Stop when the PDF could not be made, or not without a complaint.
        """
        if self.page is None:
            return html
        self.watch.close()
        if self.plugin.num_errors > self.errors:
            found = say("the page's PDF could not be made; what failed stands above")
            wanted = say("a page to be laid out")
            raise Stop([Problem(f"docs/{self.page.source}", 1, found, wanted)])
        size = self.file.keep() if self.size is None else self.size
        return self.html.replace(SIZE, in_words(size))


def for_paper(html: str, address: str) -> str:
    """The page for a file that is saved elsewhere: links are absolute, drawings say what they show.

    WeasyPrint reads a drawing's `title`, not its `aria-label`, and tags a decoration as a figure:
    so decorations are left out. So is what only a screen has: what changes there makes no file
    again.
    """
    bare = _DECORATION.sub("", _STAMP.sub(r"\1", _UNPRINTED.sub("", _SCREEN.sub("", html))))
    told = _TOLD.sub(r"\1<title>\2</title>", bare)
    return _LINK.sub(lambda match: _away(match[1], match[2], address), told)


def _away(start: str, target: str, address: str) -> str:
    """A link that works anywhere; one that leads elsewhere says where: nobody can press paper."""
    if not target.startswith(("https://", "http://")):
        return start + urljoin(address, target)
    shown = target.partition("://")[2].rstrip("/")
    return start.replace("<a", f'<a data-mt-away=" ({shown})"', 1) + target


def get_stylesheet() -> str:
    """For mkdocs-pdf-export-plugin: bundled letters and printed addresses, besides its own."""
    return _ADDRESSES + "".join(
        f'@font-face {{ font-family: "{widths.FAMILY}"; {more} '
        f"src: url({(widths.FONTS / name).as_uri()}.ttf) }}\n"
        for name, more in (
            ("regular", ""), ("italic", "font-style: italic;"), ("semibold", "font-weight: bold;")
        )
    )  # fmt: skip


def modify_html(html: str, href: str) -> str:  # noqa: ARG001 - the plugin's way of calling it
    """For mkdocs-pdf-export-plugin: the template has the link already."""
    return html
