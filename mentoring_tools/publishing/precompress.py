"""Compressed copies of the site's texts, made once at the build, for servers that can send them."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

#: Texts. What people take along is compressed inside already.
_ENDINGS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


def beside(site: Path) -> None:
    """Puts `page.html.gz` beside each `page.html` in the folder, where that is smaller."""
    texts = [file for file in site.rglob("*") if file.suffix in _ENDINGS]
    with ThreadPoolExecutor() as threads:
        list(threads.map(_beside, texts))


def _beside(file: Path) -> None:
    content = file.read_bytes()
    smaller = compressed(content)
    if len(smaller) < len(content):
        file.with_name(f"{file.name}.gz").write_bytes(smaller)


def compressed(content: bytes) -> bytes:
    """As small as gzip makes it; the same content makes the same bytes at any time."""
    return gzip.compress(content, 9, mtime=0)
