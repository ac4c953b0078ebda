"""What stands there twice, or points at itself: titles, themes, sources, earlier ids, answers."""

from collections.abc import Iterable, Iterator

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.schema import SheetFrontMatter
from mentoring_tools.problems import Problem
from mentoring_tools.worksheet.model import Field


def check(library: Library) -> Iterator[Problem]:
    """Every such thing on the pages of a library."""
    for code in library.codes:
        titles: dict[str, str] = {}
        for page in library.every(code):
            yield from _title(page, titles)
            if isinstance(page.front_matter, SheetFrontMatter):
                yield from _lists(page, page.front_matter)
            if page.worksheet:
                yield from _sheet(page, page.worksheet.fields)


def _title(page: Page, before: dict[str, str]) -> Iterator[Problem]:
    title = page.front_matter.title
    other = before.setdefault(title.casefold(), page.document.file)
    if other != page.document.file:
        found = f"the title “{title}” is that of {other} too"
        expected = "a title of its own: menus and lists show nothing else of a page"
        yield _at(page, "title", found, expected, f"title: {title} (…)")


def _lists(page: Page, written: SheetFrontMatter) -> Iterator[Problem]:
    themes = list(dict.fromkeys(written.themes))
    for theme in _twice(written.themes):
        example = f"themes: [{', '.join(themes)}]"
        yield _at(page, "themes", f"the theme {theme} stands there twice", "each once", example)
    for url in _twice(source.url for source in written.sources):
        found = f"the source {url} stands there twice"
        yield _at(page, "sources", found, "each source once", f"    url: {url}")


def _sheet(page: Page, fields: tuple[Field, ...]) -> Iterator[Problem]:
    yield from _earlier(page, fields)
    for field in fields:
        yield from _earlier(page, field.columns)
        if field.origin == page.name:
            found = f"#{field.id} takes its answer from its own sheet"
            expected = "after from= the name of another tool with a sheet"
            yield Problem(page.document.file, field.line, found, expected, f"`#{field.id}`")


def _earlier(page: Page, fields: tuple[Field, ...]) -> Iterator[Problem]:
    """Earlier ids that are in use: one answer cannot go to two questions."""
    used = {field.id for field in fields}
    seen: set[str] = set()
    for field in fields:
        if field.was and field.was in used | seen:
            also = "its own" if field.was == field.id else "that of another question too"
            found = f"the earlier id in was={field.was} is {also}"
            expected = "after was= an id that no question has any more, each once"
            yield Problem(page.document.file, field.line, found, expected, f"`#{field.id}`")
        seen.add(field.was)


def _twice(values: Iterable[str]) -> list[str]:
    listed = list(values)
    return sorted({value for value in listed if listed.count(value) > 1})


def _at(page: Page, key: str, found: str, expected: str, example: str) -> Problem:
    line = page.document.meta_lines.get(key, 1)
    return Problem(page.document.file, line, found, expected, example)
