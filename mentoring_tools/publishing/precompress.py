"""Compressed copies of the site's texts, made once at the build, for servers that can send them."""

import gzip
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from mentoring_tools.source import kept_files

#: Texts. What people take along is compressed inside already.
_ENDINGS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


def beside(site: Path, kept: Path) -> None:
    """Puts `page.html.gz` beside each `page.html` in the folder `site`, where that is smaller.

    `kept` is where copies lie between builds, by the sum of what they are copies of: to make them
    takes a sixth of a build. Only what is made has threads: to read and write, they would wait for
    each other.
    """
    used = set()
    with ThreadPoolExecutor() as threads:
        made = []
        for file in _texts(site):
            content = file.read_bytes()
            place = kept / sha256(content).hexdigest()
            used.add(place)
            if (copy := kept_files.kept(place)) is None:
                made.append(threads.submit(_make, file, content, place))
            else:
                _put(file, content, copy)
        for one in made:
            one.result()
    kept_files.keep_only(kept, used)


def _texts(site: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(site):
        yield from (Path(folder, name) for name in names if Path(name).suffix in _ENDINGS)


def _make(file: Path, content: bytes, place: Path) -> None:
    copy = compressed(content)
    kept_files.keep(place, copy)
    _put(file, content, copy)


def _put(file: Path, content: bytes, copy: bytes) -> None:
    if len(copy) < len(content):
        file.with_name(f"{file.name}.gz").write_bytes(copy)


def compressed(content: bytes) -> bytes:
    """As small as gzip makes it; the same content makes the same bytes at any time."""
    return gzip.compress(content, 9, mtime=0)
