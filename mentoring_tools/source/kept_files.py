"""Files that are written whole or not at all, and those kept between runs in `.cache/`.

A kept file begins with the SHA-256 of what follows. What was cut off, emptied or put there by
somebody else is told in one line and made again: nothing damaged is ever used or published.
"""

import logging
import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from mentoring_tools.messages import language_of, said, say

_DIGEST = 32  # bytes of a SHA-256

# MkDocs shows what is logged under its own name; `make check` shows it too.
_log = logging.getLogger("mkdocs.plugins.mentoring_tools")


def keep(file: Path, content: bytes) -> None:
    """Writes a file whole or not at all, with its checksum.

    Raises OSError where it cannot be written.
    """
    write(file, sha256(content).digest() + content)


def kept(file: Path) -> bytes | None:
    """What was kept there, or None where there is nothing, or nothing whole."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        content = b""
    whole = content[_DIGEST:]
    if sha256(whole).digest() == content[:_DIGEST]:
        return whole
    tell_damage(file)
    return None


def keep_for(file: Path, key: str, content: bytes) -> None:
    """Keeps what holds for one key alone, such as a checksum of all that it was made from.

    Raises OSError where it cannot be written.
    """
    keep(file, key.encode() + b"\n" + content)


def kept_for(file: Path, key: str) -> bytes | None:
    """What was kept there for this key, or None where that is another's, or not whole."""
    before, _, content = (kept(file) or b"").partition(b"\n")
    return content if before == key.encode() else None


def keep_only(folder: Path, files: Collection[Path]) -> None:
    """Removes every kept file in a folder that is not among `files`."""
    for place, _, names in os.walk(folder):
        for file in (Path(place, name) for name in names):
            if file not in files:
                file.unlink()


def tell_damage(file: Path) -> None:
    """Says in one line that a kept file is damaged, and what happens now."""
    name = Path(*file.parts[file.parts.index(".cache") :]) if ".cache" in file.parts else file
    told = say("{file} is damaged, and is made again.", file=name)
    _log.info(said(told, language_of()))


def write(file: Path, content: bytes) -> None:
    """Writes a file whole or not at all: of two runs or threads at once, none reads half of one.

    Raises OSError where it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_dir():
        shutil.rmtree(file)
    aside = file.with_name(f"{file.name}.{os.getpid()}.{get_ident()}")
    try:
        aside.write_bytes(content)
        aside.replace(file)
    except OSError as error:
        # A full disk does not say where it is.
        raise OSError(error.errno, error.strerror, str(file)) from None
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
