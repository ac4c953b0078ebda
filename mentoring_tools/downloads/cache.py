"""The files to take along: makes those that are stale, on all cores, into a cache.

A made file lies in the cache beside the key it was made from.
The key is a hash of all that the file depends on, so a file is made again only when some of that
has changed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mentoring_tools.content.download_paths import SUMS
from mentoring_tools.downloads import workers
from mentoring_tools.downloads.tasks import Download, Task, sums_of
from mentoring_tools.problems import Problem, Stop

#: What else a file depends on: those who lay it out.
_MAKERS = ("weasyprint", "pydyf", "pikepdf", "markdown")


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


def kept(cache: Path, name: str) -> Path:
    """A folder of things that are kept from build to build."""
    folder = cache / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def make(
    tasks: Iterable[Task], project: Path, say: Callable[[str], None], *, packs: bool = True
) -> Made:
    """All files, made where stale; `say` is told of each.

    Without `packs`, a pack that is there is left as it is, however old.
    Raises Stop with all problems that came up in the making.
    """
    folder = project / ".cache" / "downloads"
    wanted = list(tasks)
    if not wanted:
        return Made(folder, (), {})
    surroundings = _surroundings(project)
    keys = {task.download.path: _key(task, surroundings) for task in wanted}
    stale = [task for task in wanted if _stale(folder, task, keys, packs=packs)]
    looks = project / "downloads/print"
    _make(stale, looks, folder, keys, say)
    _drop_others(folder, keys)
    files = tuple(task.download for task in wanted)
    _write_sums(folder, files)
    return Made(folder, files, {f.path: (folder / f.path).stat().st_size for f in files})


def _key(task: Task, surroundings: str) -> str:
    return sha256((surroundings + repr(task)).encode()).hexdigest()


def _surroundings(project: Path) -> str:
    """A hash of what all files depend on: the machine, the print templates, the libraries."""
    digest = sha256()
    code = Path(__file__).parent.parent
    for folder, pattern in ((code, "*.py"), (project / "downloads/print", "*")):
        for path in sorted(p for p in folder.rglob(pattern) if p.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    digest.update(repr([version(name) for name in _MAKERS]).encode())
    return digest.hexdigest()


def _stale(folder: Path, task: Task, keys: dict[str, str], *, packs: bool) -> bool:
    path = folder / task.download.path
    if not path.exists():
        return True
    if task.download.kind == "pack" and not packs:
        return False
    mark = _mark(path)
    return not mark.exists() or mark.read_text("ascii") != keys[task.download.path]


def _mark(path: Path) -> Path:
    return path.with_name(path.name + ".key")


def _make(
    tasks: list[Task],
    looks: Path,
    folder: Path,
    keys: dict[str, str],
    say: Callable[[str], None],
) -> None:
    problems: list[Problem] = []
    for number, (task, result) in enumerate(workers.results(tasks, looks, folder), 1):
        path = task.download.path
        if isinstance(result, bytes):
            _store(folder / path, result, keys[path])
        else:
            problems += result
        say(f"{number} of {len(tasks)} downloads: {path}")
    if problems:
        raise Stop(problems)


def _store(path: Path, content: bytes, key: str) -> None:
    """Writes file, then key: a run that is cut off between them leaves a stale file, not a lie."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _mark(path).unlink(missing_ok=True)
    aside = path.with_name(path.name + ".new")
    aside.write_bytes(content)
    aside.replace(path)
    _mark(path).write_text(key, "ascii")


def _write_sums(folder: Path, files: Iterable[Download]) -> None:
    """Lines that `sha256sum --check` reads, beside the files."""
    digests = ((f.path, sha256((folder / f.path).read_bytes()).hexdigest()) for f in files)
    (folder / SUMS).write_text(sums_of(digests), "ascii")


def _drop_others(folder: Path, keys: dict[str, str]) -> None:
    """Removes what earlier builds made and no page has any more."""
    paths = [folder / path for path in keys]
    known = {folder / SUMS, *paths, *map(_mark, paths)}
    for path in folder.rglob("*"):
        if path.is_file() and path not in known:
            path.unlink()
