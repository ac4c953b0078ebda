"""Which files may lie where they are published: under `docs/`, `downloads/`, `overrides/`.

A link on the disk is never followed: it may lead out of the project.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from mentoring_tools.content import names, pictures, svg
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

_SVG = "shapes and words only: no scripts, no handlers, nothing from elsewhere"


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
        expected = "each page in the folder of its language: " + ", ".join(sorted(codes))
        first = min(codes)
        found = "the page is in no language's folder"
        yield Problem(file, 1, found, expected, f"docs/{first}/guides/{path.name}")
    elif path.suffix not in (".md", *pictures.ENDINGS):
        expected = "only pages (.md) and pictures (" + ", ".join(pictures.ENDINGS) + ")"
        yield _ending(file, path, expected, "downloads/fi/" + names.righted(path.stem) + ".pdf")


def _of_downloads(root: Path, path: Path) -> Iterator[Problem]:
    file = path.relative_to(root).as_posix()
    if path.is_symlink():
        yield _link(file)
        return
    right = f"{path.parent.relative_to(root).as_posix()}/{names.righted(path.stem)}"
    if path.suffix not in BY_HAND:
        yield _ending(file, path, "one of " + ", ".join(BY_HAND), f"{right}.pdf")
    elif not names.is_right(path.stem):
        expected = "small letters a to z, digits, and single hyphens between them"
        found = f"a file cannot be named “{path.stem}”"
        yield Problem(file, 1, found, expected, f"{right}{path.suffix}")
    elif (size := path.stat().st_size) > BYTES:
        expected = f"at most {BYTES // 1_000_000} MB: phones have to fetch it"
        found = f"a file of {size / 1_000_000:.1f} MB"
        yield Problem(file, 1, found, expected, "Save it again with smaller pictures.")
    elif path.suffix == ".svg":
        yield from _drawing(file, path)


def _of_looks(root: Path, path: Path) -> Iterator[Problem]:
    file = path.relative_to(root).as_posix()
    if path.is_symlink():
        yield _link(file)
    elif path.suffix not in LOOKS:
        yield _ending(file, path, "one of " + ", ".join(LOOKS), f"downloads/fi/{path.stem}.pdf")
    elif path.suffix == ".svg":
        yield from _drawing(file, path)


def _drawing(file: str, path: Path) -> Iterator[Problem]:
    if wrong := svg.wrong_in(path):
        line, found = wrong
        yield Problem(file, line, f"the picture holds {found}", _SVG, "Save it as plain SVG.")


def _link(file: str) -> Problem:
    found = "a link to another place of this disk, which is not followed"
    return Problem(file, 1, found, "the file itself", file)


def _ending(file: str, path: Path, expected: str, example: str) -> Problem:
    found = f"a file that ends in “{path.suffix}”" if path.suffix else "a file without an ending"
    return Problem(file, 1, f"{found} is not published from here", expected, example)
