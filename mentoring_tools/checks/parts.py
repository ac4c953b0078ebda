"""Are all parts of the house there: templates and what they take in, drawings, fonts?"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mentoring_tools.content.model import Library
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem

_LOOKS, _PRINT = "overrides", "downloads/print"

#: What the machine itself asks for; the rest is named in templates and styles.
_ASKED_FOR = {
    _LOOKS: ("base.html", "404.html", "moved.html", "sitemap.xml", "robots.txt", "sw.js"),
    _PRINT: ("sheet.html", "body.html", "booklet.html", "sheet.css", "booklet.css", "word.yml"),
}
_NAMED = {
    ".html": re.compile(r"\{%-? *(?:include|import|extends) +\"([\w./-]+)\" *(?:as|with|-?%)"),
    ".css": re.compile(r"url\(([\w./-]+)\)"),
}


def check(root: Path, library: Library) -> Iterator[Problem]:
    """Every part that is named in the project's folder `root` and is not there.

    A folder of pages alone, without any looks, is not looked at.
    """
    if not (root / _LOOKS / "partials").is_dir():
        return
    for folder, names in _ASKED_FOR.items():
        yield from _lacking(root, "mkdocs.yml", 1, folder, names)
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _NAMED and "assets" not in path.parts:
                yield from _of_file(root, path, folder)
    yield from _of_pages(root, library)


def _of_file(root: Path, path: Path, folder: str) -> Iterator[Problem]:
    file = path.relative_to(root).as_posix()
    for line, text in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
        named = _NAMED[path.suffix].findall(text)
        yield from _lacking(root, file, line, folder, named)


def _of_pages(root: Path, library: Library) -> Iterator[Problem]:
    """A template for each kind of page, and two drawings for each phase."""
    for page in library.every(library.codes[0]):
        yield from _lacking(root, page.document.file, 1, _LOOKS, [f"{page.kind}.html"])
        if page.kind == "phase":
            names = (page.name, f"phases-{page.name}")
            drawings = [f"partials/drawings/{name}.svg" for name in names]
            yield from _lacking(root, page.document.file, 1, _LOOKS, drawings)


def _lacking(
    root: Path, file: str, line: int, folder: str, names: Iterable[str]
) -> Iterator[Problem]:
    for name in names:
        path = f"{folder}/{name}"
        if not (root / path).is_file():
            found = say("{path} is not there, and is needed", path=path)
            expected = say("this file, as it was, or no mention of it here")
            yield Problem(file, line, found, expected, f"git checkout -- {path}")
