"""Every check of the material in one list: what `make check` and the build both stop on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mentoring_tools import content, links, parity, strings
from mentoring_tools.model import Library
from mentoring_tools.problems import Stop
from mentoring_tools.strings import Words


@dataclass(frozen=True)
class Material:
    """Material without a problem: the pages, and the interface's words by language."""

    library: Library
    words: Mapping[str, Words]


def material(project: Path) -> Material:
    """The project's material.

    Raises Stop with all problems of all files when there is any.
    """
    codes = tuple(language.code for language in content.settings(project).languages)
    words, problems = strings.load(codes, project / "mentoring_tools" / "strings")
    if problems:
        raise Stop(problems)
    library, found = content.read(project, words)
    problems += found
    problems += parity.compare(library)
    problems += parity.compare_files(hand_made(project, library))
    problems += links.check(library, published(project, library), assets(project))
    if problems:
        raise Stop(problems)
    return Material(library, words)


def assets(project: Path) -> frozenset[str]:
    """The addresses of the files that all languages share."""
    folder = project / "overrides"
    return frozenset(p.relative_to(folder).as_posix() for p in (folder / "assets").rglob("*.*"))


def hand_made(project: Path, library: Library) -> dict[str, frozenset[str]]:
    """The names of the hand-made files to take along, by language."""
    folders = {code: project / "downloads" / code for code in library.codes}
    return {
        code: frozenset(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        for code, folder in folders.items()
    }


def published(project: Path, library: Library) -> frozenset[str]:
    """The addresses of all downloads, made ones and hand-made ones."""
    made = {
        f"downloads/{code}/{page.name}.{ending}"
        for code in library.codes
        for page in library.with_sheets(code)
        for ending in ("pdf", "docx")
    }
    files = hand_made(project, library)
    return frozenset(made | {f"downloads/{code}/{name}" for code in files for name in files[code]})
