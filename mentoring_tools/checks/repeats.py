"""What stands there twice, or points at itself: titles, themes, sources, earlier ids, answers."""

from collections.abc import Iterable, Iterator, Sequence

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.schema import PairFrontMatter, SheetFrontMatter
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.worksheet.model import Field, Option, Row


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
        found = say("the title “{title}” is that of {other} too", title=title, other=other)
        expected = say("a title of its own: menus and lists show nothing else of a page")
        yield _at(page, "title", found, expected, f"title: {title} (…)")


def _lists(page: Page, written: SheetFrontMatter) -> Iterator[Problem]:
    themes = written.themes if isinstance(written, PairFrontMatter) else ()
    for theme in _twice(themes):
        example = f"themes: [{', '.join(dict.fromkeys(themes))}]"
        found = say("the theme {theme} is there twice", theme=theme)
        yield _at(page, "themes", found, say("each once"), example)
    for url in _twice(source.url for source in written.sources):
        found = say("the source {url} is there twice", url=url)
        yield _at(page, "sources", found, say("each source once"), f"    url: {url}")


def _sheet(page: Page, fields: tuple[Field, ...]) -> Iterator[Problem]:
    yield from _earlier(page, fields)
    for field in fields:
        for parts in (field.columns, field.rows, field.options):
            yield from _earlier(page, parts)
        if field.origin == page.name:
            found = say("#{id} takes its answer from its own sheet", id=field.id)
            expected = say("after from= the name of another tool with a sheet")
            yield Problem(page.document.file, field.line, found, expected, f"`#{field.id}`")


def _earlier(page: Page, fields: Sequence[Field | Option | Row]) -> Iterator[Problem]:
    """Earlier ids that are in use: one answer cannot go to two questions."""
    used = {field.id for field in fields}
    seen: set[str] = set()
    for field in fields:
        if field.was and field.was in used | seen:
            found = say("the earlier id in was={id} is that of another one too", id=field.was)
            if field.was == field.id:
                found = say("the earlier id in was={id} is its own", id=field.was)
            expected = say("after was= an id that is no longer in use, each once")
            yield Problem(page.document.file, field.line, found, expected, f"`#{field.id}`")
        seen.add(field.was)


def _twice(values: Iterable[str]) -> list[str]:
    listed = list(values)
    return sorted({value for value in listed if listed.count(value) > 1})


def _at(page: Page, key: str, found: Message, expected: Message, example: str) -> Problem:
    line = page.document.meta_lines.get(key, 1)
    return Problem(page.document.file, line, found, expected, example)
