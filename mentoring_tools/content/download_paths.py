"""Where the files to take along that are made lie under `downloads/`, in every language."""

from collections.abc import Iterator

from mentoring_tools.content.model import Library

#: The file that tells whether the others arrived whole.
SUMS = "SHA256SUMS"

#: The name of the files of the whole toolkit.
WHOLE = "toolkit"


def combinations(library: Library) -> Iterator[tuple[str, ...]]:
    """Each language alone, then the default one side by side with each other one."""
    first, *others = library.codes
    yield from ((code,) for code in library.codes)
    yield from ((first, code) for code in others)


def path(languages: tuple[str, ...], name: str, ending: str) -> str:
    """A file's path: of a page's sheet by the page's name, or of the whole toolkit."""
    return f"{'-'.join(languages)}/{name}.{ending}"


def made(library: Library) -> Iterator[str]:
    """The paths of all files that are made."""
    yield SUMS
    for languages in combinations(library):
        for page in library.with_sheets(languages[0]):
            yield from (path(languages, page.name, ending) for ending in ("pdf", "docx"))
        yield from (path(languages, WHOLE, ending) for ending in ("pdf", "zip"))
