"""One build at a time: two would take the cache's files from under each other's hands."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Waits until no other process holds the folder, and holds it; `say` is told of a wait.

    The lock is the folder's own: it leaves nothing behind, and ends with the process at the latest.
    Raises OSError where the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Another build uses {folder.name}/: this one waits for it.")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
