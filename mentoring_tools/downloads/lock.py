"""One build at a time: two would take the cache's files from under each other's hands."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mentoring_tools.messages import say


@contextmanager
def alone(folder: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Waits until no other process holds the folder, and holds it; `tell` is told of a wait.

    The lock is the folder's own: it leaves nothing behind, and ends with the process at the latest.
    Raises OSError where the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(say("Another build uses {folder}/: this one waits for it.", folder=folder.name))
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
