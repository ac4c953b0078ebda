"""What was read of pages, kept between runs: reading Markdown takes a third of a build."""

import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from mentoring_tools.content.model import Page
from mentoring_tools.problems import Problem

#: A page, or None where it could not be read, and every mistake in it.
Read = tuple[Page | None, tuple[Problem, ...]]

#: What reads a file: its text, its path in the project, its language and its slug.
Reader = Callable[[str, str, str, str], Read]

_READERS = ("markdown-it-py", "mdit-py-plugins", "pydantic", "pyyaml")
# The rooms that read, and what they tell of.
_ROOMS = ("source", "worksheet", "content", "problems.py")
_DIGEST = 32


@contextmanager
def kept(project: Path, read: Reader) -> Iterator[Reader]:
    """Gives a reader that asks `read` only for texts that no earlier run has read.

    A page is kept whole, its HTML too. What is kept holds for one version of the code that reads
    and of its libraries; it lies in `.cache/pages`, and only what was asked for this time stays.
    """
    file = project / ".cache" / "pages"
    before = _load(file, _version())
    now: dict[str, Read] = {}

    def of(*given: str) -> Read:
        key = sha256("\0".join(given).encode()).hexdigest()
        now[key] = before.get(key) or read(*given)
        return now[key]

    yield of
    if now.keys() != before.keys():
        _keep(file, now, _version())
        before.clear()
        before.update(now)


@cache
def _version() -> str:
    digest = sha256()
    package = Path(__file__).parent.parent
    rooms = [package / room for room in _ROOMS]
    for path in sorted(file for room in rooms for file in (room, *room.rglob("*.py"))):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest() + repr([metadata.version(name) for name in _READERS])


# `make serve` builds again and again: what it has read then need not come from the disk.
@cache
def _load(file: Path, version: str) -> dict[str, Read]:
    content = file.read_bytes() if file.is_file() else b""
    pickled = content[_DIGEST:]
    # What another version has kept may not even be there to be loaded.
    if content[:_DIGEST] != _seal(pickled, version):
        return {}
    found: dict[str, Read] = pickle.loads(pickled)  # noqa: S301 - this project's own file
    return found


def _seal(pickled: bytes, version: str) -> bytes:
    return sha256(version.encode() + pickled).digest()


def _keep(file: Path, pages: dict[str, Read], version: str) -> None:
    pickled = pickle.dumps(pages)
    file.parent.mkdir(parents=True, exist_ok=True)
    # Two runs at once must not read half a file.
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    aside.write_bytes(_seal(pickled, version) + pickled)
    aside.replace(file)
