"""Commands that stand in for the machine's own, so that a script meets just what a test says."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Who runs what may not write: root may write everywhere.
SOMEBODY = "nobody" if os.geteuid() == 0 else None

BROKEN = "#!/bin/sh\nexit 1\n"
FINE = "#!/bin/sh\nexit 0\n"


def command(folder: Path, name: str, text: str) -> Path:
    """Puts a command of this name and text into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    assert not file.is_symlink(), "the machine's own command would be written over"
    file.write_text(text)
    file.chmod(0o755)
    return file


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """A copy of the folder in which SOMEBODY may read and start, but not write."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    copy = Path(shutil.copytree(folder, place / "copy"))
    for file in (copy, *copy.rglob("*")):
        file.chmod(0o555)
    yield copy
    for inner in (copy, *(f for f in copy.rglob("*") if f.is_dir())):
        inner.chmod(0o755)
    shutil.rmtree(place)
