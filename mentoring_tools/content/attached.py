"""Which files may lie where they are published: under `docs/`, `downloads/`, `overrides/`.

A link on the disk is never followed: it may lead out of the project.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mentoring_tools.content import names, pictures, svg
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem

#: The endings of files to take along that people make by hand.
BY_HAND = (
    ".pdf", ".docx", ".odt", ".pptx", ".odp", ".xlsx", ".ods",
    ".png", ".jpg", ".jpeg", ".svg", ".txt", ".csv",
)  # fmt: skip

#: The endings of what the site looks like and is made of.
LOOKS = (".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".ico", ".txt", ".xml")

#: The most bytes of a file to take along.
BYTES = 5_000_000


def check(root: Path, codes: Collection[str]) -> Iterator[Problem]:
    """Every file in the project's folder `root` that would be published and may not be."""
    for path in _files(root, "docs"):
        yield from _of_docs(root, path, codes)
    for path in _files(root, "downloads"):
        if path.is_symlink() or path.relative_to(root).parts[1] in codes:
            yield from _of_downloads(root, path)
    for path in _files(root, "overrides"):
        if path.is_symlink() or not path.name.startswith("."):
            yield from _of_looks(root, path)


def _files(root: Path, name: str) -> Iterator[Path]:
    """Every file and every link inside a folder, in order; nothing of where a link leads."""
    for folder, folders, files in os.walk(root / name):
        folders.sort()
        links = [one for one in folders if (Path(folder) / one).is_symlink()]
        yield from (Path(folder) / one for one in sorted([*files, *links]))


def _of_docs(root: Path, path: Path, codes: Collection[str]) -> Iterator[Problem]:
    file, folder = path.relative_to(root).as_posix(), path.relative_to(root).parts[1:2]
    if path.is_symlink():
        yield _link(file)
    elif path.name.startswith("."):
        return  # MkDocs leaves these out.
    elif path.suffix == ".md" and folder[0] not in codes:
        folders = ", ".join(sorted(codes))
        expected = say("each page in the folder of its language: {folders}", folders=folders)
        first = min(codes)
        found = say("the page is in no language's folder")
        yield Problem(file, 1, found, expected, f"docs/{first}/guides/{path.name}")
    elif path.suffix not in (".md", *pictures.ENDINGS):
        endings = ", ".join(pictures.ENDINGS)
        expected = say("only pages (.md) and pictures ({endings})", endings=endings)
        yield _ending(file, path, expected, "downloads/fi/" + names.righted(path.stem) + ".pdf")


def _of_downloads(root: Path, path: Path) -> Iterator[Problem]:
    file = path.relative_to(root).as_posix()
    if path.is_symlink():
        yield _link(file)
        return
    right = f"{path.parent.relative_to(root).as_posix()}/{names.righted(path.stem)}"
    if path.suffix not in BY_HAND:
        yield _ending(file, path, _one_of(BY_HAND), f"{right}.pdf")
    elif not names.is_right(path.stem):
        found = say("a file cannot be named “{name}”", name=path.stem)
        yield Problem(file, 1, found, names.EXPECTED, f"{right}{path.suffix}")
    elif (size := path.stat().st_size) > BYTES:
        expected = say("at most {most} MB: phones have to fetch it", most=BYTES // 1_000_000)
        found = say("a file of {size} MB", size=f"{size / 1_000_000:.1f}")
        yield Problem(file, 1, found, expected, say("Save it again with smaller pictures."))
    elif path.suffix == ".svg":
        yield from svg.check(file, path)


def _of_looks(root: Path, path: Path) -> Iterator[Problem]:
    file = path.relative_to(root).as_posix()
    if path.is_symlink():
        yield _link(file)
    elif path.suffix not in LOOKS:
        yield _ending(file, path, _one_of(LOOKS), f"downloads/fi/{path.stem}.pdf")
    elif path.suffix == ".svg":
        yield from svg.check(file, path)


def _link(file: str) -> Problem:
    found = say("a symbolic link, which is not followed")
    return Problem(file, 1, found, say("the file itself"), file)


def _ending(file: str, path: Path, expected: Message, example: str) -> Problem:
    found = say("a file without an ending is not published from here")
    if path.suffix:
        found = say("a file that ends in “{ending}” is not published from here", ending=path.suffix)
    return Problem(file, 1, found, expected, example)


def _one_of(endings: Iterable[str]) -> Message:
    return say("one of {listed}", listed=", ".join(endings))
