"""Where the files to take along that are made lie under `downloads/`, in every language."""

from collections.abc import Iterator

from mentoring_tools.content.model import Library, Page, kind_of, standard_of

#: The file that tells whether the others arrived whole.
SUMS = "SHA256SUMS"

#: The names of the files of the whole toolkit, and of the zip of all that organisers need.
WHOLE, KIT = "toolkit", "organisers"

#: The name of the empty paper of the reports that are made on a reader's device.
LETTERHEAD = "letterhead"

#: How the names of a training's slides end.
SLIDES = "-slides"


def combinations(library: Library) -> Iterator[tuple[str, ...]]:
    """Each language alone, then the default one side by side with each other one."""
    first, *others = library.codes
    yield from ((code,) for code in library.codes)
    yield from ((first, code) for code in others)


def sheets(library: Library, languages: tuple[str, ...]) -> tuple[Page, ...]:
    """The pages whose sheets are files in these languages; easy ones are in one language only."""
    easy = library.easy_of(languages[0]) if len(languages) == 1 else ()
    return (*library.with_sheets(languages[0]), *(page for page in easy if page.worksheet))


def decks(library: Library, languages: tuple[str, ...]) -> tuple[Page, ...]:
    """The trainings whose slides are files in these languages: each language has its own."""
    return library.kind(languages[0], "training") if len(languages) == 1 else ()


def file_name(slug: str) -> str:
    """What the files of a page's sheet are called, without ending: `lifeline`, `lifeline-easy`."""
    name = (standard_of(slug) or slug).rpartition("/")[2]
    if kind_of(slug) == "training":
        return f"{name}{SLIDES}"
    return f"{name}-easy" if standard_of(slug) else name


def path(languages: tuple[str, ...], name: str, ending: str) -> str:
    """A file's path: of a page's sheet by `file_name`, or of the whole toolkit."""
    return f"{'-'.join(languages)}/{name}.{ending}"


def made(library: Library) -> Iterator[str]:
    """The paths of all files that are made."""
    yield SUMS
    for languages in combinations(library):
        for page in sheets(library, languages):
            name = file_name(page.slug)
            yield from (path(languages, name, ending) for ending in ("pdf", "docx"))
        for page in decks(library, languages):
            name = file_name(page.slug)
            yield from (path(languages, name, ending) for ending in ("pdf", "pptx"))
        yield from (path(languages, WHOLE, ending) for ending in ("pdf", "zip"))
        if "organisers/index" in library.of(languages[0]):
            yield path(languages, KIT, "zip")
        if reports(library, languages):
            yield path(languages, LETTERHEAD, "pdf")


def reports(library: Library, languages: tuple[str, ...]) -> bool:
    """Whether reports are made in this language: where there is a page that sums up results."""
    return len(languages) == 1 and "organisers/results" in library.of(languages[0])
