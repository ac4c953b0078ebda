"""Which names pages and files may have: they become addresses, names of files, ids of answers."""

import re
import unicodedata
from collections.abc import Iterator

from mentoring_tools.content.download_paths import KIT, WHOLE, file_name
from mentoring_tools.content.model import WITH_SHEETS, Library, kind_of
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem

#: The longest name of a page, without its ending.
LONGEST = 60

#: What the site itself keeps beside the pages; nothing of a writer's may lie there.
TAKEN = ("assets", "downloads", "lookup", "pictures", "sheets", "sw")

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")

#: What a name may hold, in words.
EXPECTED = say("small letters a to z, digits, and single hyphens between them")


def is_right(path: str) -> bool:
    """Whether each part of a path, without an ending, may be a name."""
    parts = path.split("/")
    return all(_PART.fullmatch(part) and len(part) <= LONGEST for part in parts)


def righted(path: str) -> str:
    """A path like this one whose parts may be names."""
    letters = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    parts = (_OTHER.sub("-", part)[:LONGEST].strip("-") for part in letters.split("/"))
    return "/".join(part for part in parts if part) or "name"


def is_taken(path: str, codes: tuple[str, ...]) -> bool:
    """Whether a path begins where the site has something else: a language, styles, downloads."""
    return path.partition("/")[0] in (*TAKEN, *codes)


def check(library: Library) -> Iterator[Problem]:
    """Every page whose name may not be a page's, in each language."""
    for code in library.codes:
        sheets: dict[str, str] = {}
        for slug in sorted(library.files[code]):
            yield from _of_slug(f"docs/{code}/", slug, library.codes)
            if kind_of(slug) in (*WITH_SHEETS, "training"):
                yield from _of_sheet(f"docs/{code}/", slug, sheets)
        for page in library.easy_of(code):
            yield from _of_sheet(f"docs/{code}/", page.slug, sheets)


def _of_slug(folder: str, slug: str, codes: tuple[str, ...]) -> Iterator[Problem]:
    file = f"{folder}{slug}.md"
    if not is_right(slug):
        wrong = next(part for part in slug.split("/") if not is_right(part))
        found = say("a page cannot be named “{name}”", name=wrong)
        yield Problem(file, 1, found, EXPECTED, f"{folder}{righted(slug)}.md")
    elif is_taken(slug, codes):
        found = say("the name “{name}” is the site's own", name=slug.partition("/")[0])
        expected = say("none of {listed}", listed=", ".join((*TAKEN, *codes)))
        yield Problem(file, 1, found, expected, f"{folder}guides/{slug}.md")


def _of_sheet(folder: str, slug: str, before: dict[str, str]) -> Iterator[Problem]:
    """A sheet's name is that of its files, wherever its page lies."""
    name = file_name(slug)
    if name in (WHOLE, KIT) or name in before:
        other = before.get(name)
        found = say("“{name}” is already the name of the files of the whole toolkit", name=name)
        if other:
            file = f"{folder}{other}.md"
            found = say("“{name}” is already the name of {file}", name=name, file=file)
        expected = say("a name that no other sheet has: the files to take along are called by it")
        yield Problem(f"{folder}{slug}.md", 1, found, expected, f"{folder}{slug}-2.md")
    before.setdefault(name, slug)
