"""Reading pages as PDF: what mkdocs-pdf-export-plugin lacks, a cache and links that work anywhere.

That plugin renders a page as it is, with the stylesheet that the browser prints with.
Here it is given a copy with absolute links, and only when the page has changed.
"""

import re
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

#: Stands in a page for the size of its PDF, which is made after the page.
SIZE = "%%mt-size-of-reading-pdf%%"

_HERE = Path(__file__).resolve().parent
_FONTS = _HERE.parents[1] / "downloads" / "print" / "fonts"
_DECORATION = re.compile(r'<svg\b[^>]*aria-hidden="true".*?</svg>', re.DOTALL)
_TOLD = re.compile(r'(<svg\b[^>]*\baria-label="([^"]*)"[^>]*>)')
# The policy names the screen's styles by their hashes.
_SCREEN = re.compile(
    r'<style media="screen">.*?</style>|<meta http-equiv="Content-Security-Policy"[^>]*>', re.DOTALL
)
_STAMP = re.compile(r"(\.(?:css|js|svg))\?\w+")
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]+)')


@dataclass(frozen=True)
class Reading:
    """A reading page's PDF: where it is published, and where an unchanged one lies."""

    published: Path
    kept: Path

    @property
    def ready(self) -> bool:
        """Whether it was made from just this page before."""
        return self.kept.exists()

    def publish(self) -> int:
        """Puts the kept file in its place; its size in bytes."""
        self.published.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copyfile(self.kept, self.published)).stat().st_size

    def keep(self) -> int:
        """Keeps what was just made, instead of what was kept for this page before; its size."""
        shutil.rmtree(self.kept.parent, ignore_errors=True)
        self.kept.parent.mkdir(parents=True)
        return Path(shutil.copyfile(self.published, self.kept)).stat().st_size


def reading(published: Path, name: str, html: str, cache: Path) -> Reading:
    """The PDF of a page: `name` tells pages apart, `html` decides whether it is new."""
    makers = b"".join((_HERE / module).read_bytes() for module in ("page_pdf.py", "render.py"))
    digest = sha256(makers + html.encode()).hexdigest()
    return Reading(published, cache / name / f"{digest}.pdf")


def for_paper(html: str, address: str) -> str:
    """The page for a file that is saved elsewhere: links are absolute, drawings say what they show.

    WeasyPrint reads a drawing's `title`, not its `aria-label`, and tags a decoration as a figure:
    so decorations are left out. So are stamps and the styles for the screen: what changes there
    makes no file again.
    """
    bare = _DECORATION.sub("", _STAMP.sub(r"\1", _SCREEN.sub("", html)))
    told = _TOLD.sub(r"\1<title>\2</title>", bare)
    return _LINK.sub(lambda match: match[1] + urljoin(address, match[2]), told)


def get_stylesheet() -> str:
    """For mkdocs-pdf-export-plugin: the bundled letters, besides the page's own styles."""
    return "".join(
        f'@font-face {{ font-family: "Mentoring Sans"; {more} '
        f"src: url({(_FONTS / name).as_uri()}.ttf) }}\n"
        for name, more in (
            ("regular", ""), ("italic", "font-style: italic;"), ("semibold", "font-weight: bold;")
        )
    )  # fmt: skip


def modify_html(html: str, href: str) -> str:  # noqa: ARG001 - the plugin's way of calling it
    """For mkdocs-pdf-export-plugin: the template has the link already."""
    return html
