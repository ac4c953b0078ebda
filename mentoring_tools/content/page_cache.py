"""What was read of pages, kept between runs: reading Markdown takes a third of a build."""

import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mentoring_tools.content.model import Page
from mentoring_tools.problems import Problem

#: A page, or None where it could not be read, and every mistake in it.
Read = tuple[Page | None, tuple[Problem, ...]]

#: What reads a file: its text, its path in the project, its language and its slug.
Reader = Callable[[str, str, str, str], Read]

_READERS = ("markdown-it-py", "pydantic", "pyyaml")
_DIGEST = 32


@contextmanager
def kept(project: Path, read: Reader) -> Iterator[Reader]:
    """Gives a reader that asks `read` only for texts that no earlier run has read.

    What is kept holds for one version of the code here and of the libraries that read; it lies in
    `.cache/pages`, and only what was asked for this time stays there.
    """
    file = project / ".cache" / "pages"
    before = _load(file)
    now: dict[str, Read] = {}

    def of(*given: str) -> Read:
        key = sha256("\0".join((_version(), *given)).encode()).hexdigest()
        now[key] = before.get(key) or read(*given)
        return now[key]

    yield of
    if now.keys() != before.keys():
        _keep(file, now)
        before.clear()
        before.update(now)


@cache
def _version() -> str:
    digest = sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest() + repr([version(name) for name in _READERS])


# `make serve` builds again and again: what it has read then need not come from the disk.
@cache
def _load(file: Path) -> dict[str, Read]:
    content = file.read_bytes() if file.is_file() else b""
    pickled = content[_DIGEST:]
    if content[:_DIGEST] != sha256(pickled).digest():
        return {}
    found: dict[str, Read] = pickle.loads(pickled)  # noqa: S301 - this project's own file
    return found


def _keep(file: Path, pages: dict[str, Read]) -> None:
    pickled = pickle.dumps(pages)
    file.parent.mkdir(parents=True, exist_ok=True)
    # Two runs at once must not read half a file.
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    aside.write_bytes(sha256(pickled).digest() + pickled)
    aside.replace(file)
