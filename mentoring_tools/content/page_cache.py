"""What was read of pages, kept between runs: reading Markdown takes a third of a build."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

from mentoring_tools.content.model import Page
from mentoring_tools.problems import Problem
from mentoring_tools.source import checksums, kept_files

#: A page, or None where it could not be read, and every mistake in it.
Read = tuple[Page | None, tuple[Problem, ...]]

#: What reads a file: its text, its path in the project, its language and its slug.
Reader = Callable[[str, str, str, str], Read]

_ROOMS = ("messages.py", "problems.py", "source", "worksheet", "content")
_READERS = ("markdown-it-py", "mdit-py-plugins", "pydantic", "pyyaml")


@contextmanager
def kept(root: Path, read: Reader) -> Iterator[Reader]:
    """Gives a reader that asks `read` only for texts that no earlier run has read.

    A page is kept whole, its HTML too. What is kept holds for one version of the rooms and
    libraries that read; it lies in `.cache/pages`, and only what was asked for this time stays.
    """
    file = root / ".cache" / "pages"
    before = _load(file, _version())
    now: dict[str, Read] = {}

    def of(*given: str) -> Read:
        key = sha256("\0".join(given).encode()).hexdigest()
        now[key] = before.get(key) or read(*given)
        return now[key]

    yield of
    if now.keys() != before.keys():
        kept_files.keep_for(file, _version(), pickle.dumps(now))
        before.clear()
        before.update(now)


def _version() -> str:
    return checksums.of_code(_ROOMS, _READERS)


# `make serve` builds again and again: what it has read then need not come from the disk.
@cache
def _load(file: Path, current: str) -> dict[str, Read]:
    """What was kept by this version of the code: another's values may have other shapes."""
    pickled = kept_files.kept_for(file, current)
    if pickled is None:
        return {}
    # This project's own file, as it was written.
    found: dict[str, Read] = pickle.loads(pickled)  # noqa: S301
    return found
