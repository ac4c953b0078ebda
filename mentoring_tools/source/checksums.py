"""Checksums of files and of this package's code, which say when something kept is out of date."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_ROOMS = Path(__file__).parents[1]


def of_files(files: Iterable[Path]) -> str:
    """A checksum of these files and their names; of a folder, of all that is in it."""
    digest = sha256()
    for file in files:
        found = sorted(file.rglob("*")) if file.is_dir() else [file]
        for one in found:
            if one.is_file() and "__pycache__" not in one.parts:
                content = one.read_bytes()
                digest.update(f"{one.relative_to(file.parent)} {len(content)}\0".encode() + content)
    return digest.hexdigest()


@cache
def of_code(parts: tuple[str, ...], libraries: tuple[str, ...] = ()) -> str:
    """A checksum of rooms or modules of this package, such as `pdf` and `downloads/tasks.py`.

    The installed versions of `libraries` count too. It is reckoned once in a process.
    """
    versions = [_version(name) for name in libraries]
    return of_files(_ROOMS / part for part in parts) + repr(versions)


# Python looks through all that is installed each time.
_version = cache(version)
