"""Compressed copies of the site's texts, made once at the build, for servers that can send them."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

from mentoring_tools.source import checksums

#: Texts. What people take along is compressed inside already.
_ENDINGS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


def beside(site: Path, kept: Path) -> None:
    """Puts `page.html.gz` beside each `page.html` in the folder `site`, where that is smaller.

    `kept` is where copies lie between builds, by the sum of what they are copies of: to make them
    takes a sixth of a build.
    """
    texts = [file for file in site.rglob("*") if file.suffix in _ENDINGS]
    with ThreadPoolExecutor() as threads:
        used = set(threads.map(partial(_beside, kept=kept), texts))
    checksums.keep_only(kept, used)


def _beside(file: Path, kept: Path) -> Path:
    """Makes or takes a file's copy; gives where it is kept."""
    content = file.read_bytes()
    place = kept / sha256(content).hexdigest()
    smaller = checksums.kept(place)
    if smaller is None:
        smaller = compressed(content)
        checksums.keep(place, smaller)
    if len(smaller) < len(content):
        file.with_name(f"{file.name}.gz").write_bytes(smaller)
    return place


def compressed(content: bytes) -> bytes:
    """As small as gzip makes it; the same content makes the same bytes at any time."""
    return gzip.compress(content, 9, mtime=0)
