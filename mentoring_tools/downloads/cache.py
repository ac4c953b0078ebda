"""The files to take along: makes those that are stale, on all cores, into a cache.

A made file lies in the cache beside the key it was made from.
The key is a hash of all that the file is made from and by, so a file is made again when, and only
when, some of that has changed; beside it stands the checksum of the file itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path

from mentoring_tools.content.download_paths import SUMS
from mentoring_tools.downloads import workers
from mentoring_tools.downloads.tasks import Download, Task, sums_of
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.source import kept_files


@dataclass(frozen=True)
class Made:
    """The files that are ready in `folder`, with their sizes in bytes by path."""

    folder: Path
    files: tuple[Download, ...]
    sizes: dict[str, int]

    def of_page(self, slug: str, language: str) -> tuple[Download, ...]:
        """A page's own files that a reader of this language may want, side by side ones last."""
        return tuple(f for f in self.files if f.slug == slug and language in f.languages)

    def published(self) -> Iterator[tuple[str, Path]]:
        """Each file's address in the site, and where it lies; the sums of all come last."""
        for file in self.files:
            yield f"downloads/{file.path}", self.folder / file.path
        if self.files:
            yield f"downloads/{SUMS}", self.folder / SUMS


def make(
    tasks: Iterable[Task], root: Path, tell: Callable[[str], None], *, packs: bool = True
) -> Made:
    """All files, made where stale; `tell` is told of each.

    Without `packs`, a pack that is there is left as it is, however old.
    Raises Stop with all problems that came up in the making.
    """
    folder = root / ".cache" / "downloads"
    wanted = list(tasks)
    if not wanted:
        return Made(folder, (), {})
    looks = root / "downloads/print"
    keys = _keys(wanted, looks)
    stale = [task for task in wanted if _stale(folder, task, keys, packs=packs)]
    _make(stale, looks, folder, keys, tell)
    _drop_others(folder, keys)
    files = tuple(task.download for task in wanted)
    _write_sums(folder, files)
    return Made(folder, files, {f.path: (folder / f.path).stat().st_size for f in files})


def _keys(tasks: Iterable[Task], looks: Path) -> dict[str, str]:
    """Each file's key by its path: a hash of its content, its makers, and the files it needs."""
    waiting = {task.download.path: task for task in tasks}
    kinds = {task.makers for task in waiting.values()}
    made_by = {makers: makers.checksum(looks) for makers in kinds}
    needs = {path: set(task.needs) & waiting.keys() for path, task in waiting.items()}
    keys: dict[str, str] = {}
    for path in TopologicalSorter(needs).static_order():
        below = [keys[need] for need in sorted(needs[path])]
        parts = (made_by[waiting[path].makers], repr(waiting[path]), *below)
        keys[path] = sha256("\0".join(parts).encode()).hexdigest()
    return keys


def _stale(folder: Path, task: Task, keys: dict[str, str], *, packs: bool) -> bool:
    """Whether a file must be made: it is not there, not from just this, or not whole."""
    path = folder / task.download.path
    if not path.is_file():
        return True
    key, _, digest = _mark_of(path).partition(" ")
    if digest and digest != sha256(path.read_bytes()).hexdigest():
        kept_files.tell_damage(path)
        return True
    return key != keys[task.download.path] and (packs or task.download.kind not in ("pack", "kit"))


def _mark_of(path: Path) -> str:
    """What stands beside a file: its key, and the checksum of what was made."""
    content = kept_files.kept(_mark(path))
    return content.decode("ascii") if content else ""


def _mark(path: Path) -> Path:
    return path.with_name(path.name + ".sum")


def _make(
    tasks: list[Task],
    looks: Path,
    folder: Path,
    keys: dict[str, str],
    tell: Callable[[str], None],
) -> None:
    problems: list[Problem] = []
    for number, (task, result) in enumerate(workers.results(tasks, looks, folder), 1):
        path = task.download.path
        if isinstance(result, bytes):
            _store(folder / path, result, keys[path])
        else:
            problems += result
        tell(say("{number} of {count} downloads: {path}",
                 number=number, count=len(tasks), path=path))  # fmt: skip
    if problems:
        raise Stop(problems)


def _store(path: Path, content: bytes, key: str) -> None:
    """Writes file, then key: a run that is cut off between them leaves a stale file, not a lie."""
    _mark(path).unlink(missing_ok=True)
    kept_files.write(path, content)
    kept_files.keep(_mark(path), f"{key} {sha256(content).hexdigest()}".encode("ascii"))


def _write_sums(folder: Path, files: Iterable[Download]) -> None:
    """Lines that `sha256sum --check` reads, beside the files."""
    digests = ((f.path, _mark_of(folder / f.path).partition(" ")[2]) for f in files)
    (folder / SUMS).write_text(sums_of(digests), "ascii")


def _drop_others(folder: Path, keys: dict[str, str]) -> None:
    """Removes what earlier builds made and no page has any more."""
    paths = [folder / path for path in keys]
    known = {folder / SUMS, *paths, *map(_mark, paths)}
    for path in folder.rglob("*"):
        if path.is_file() and path not in known:
            path.unlink()
