"""Reads all pages of the project once, in the languages and the order that mkdocs.yml gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mentoring_tools.content import (
    easy_pages,
    front_matter,
    page_cache,
    page_structure,
    signs,
    slides,
)
from mentoring_tools.content.model import Library, Page, kind_of, standard_of
from mentoring_tools.content.page_cache import Reader
from mentoring_tools.content.schema import FrontMatter, Kind, SheetFrontMatter, ToolFrontMatter
from mentoring_tools.content.settings import Settings
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source import document, text_files
from mentoring_tools.source import passages as prose
from mentoring_tools.source.document import Document
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet import common_fields, notation, rules
from mentoring_tools.worksheet.model import Worksheet

#: What twins are not compared in when a sheet, or the id of a heading, could not be read.
_SHEET = ("field",)
_HEADINGS = ("heading", "table", "picture", "note", "footnote", "box")
#: The same when signs of notes, footnotes or boxes went astray.
_SIGNS = ("note", "footnote", "box")
#: The same when its front matter could not be read; sources stand there.
_FRONT_MATTER = ("front matter", "external link")


def read(root: Path, given: Settings, words: Mapping[str, Words]) -> tuple[Library, list[Problem]]:
    """All pages that can be read, and every problem in any of them.

    `words` are the interface's words by language; the common fields of sheets are among them.
    Where the settings name no page, no page is said to be missing from `nav`.
    """
    pages: dict[str, dict[str, Page]] = {}
    easy: dict[str, dict[str, Page]] = {}
    files: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    with page_cache.kept(root, page_of) as page_in:
        for code in (language.code for language in given.languages):
            paths = _paths(root, code)
            files[code] = frozenset(slug for slug in paths if not standard_of(slug))
            whole, found = _whole_pages(root, code, paths, page_in)
            standard, easier, unfit = easy_pages.apart(whole)
            problems += [*found, *unfit, *_outside_nav(code, paths, given.nav)]
            pages[code] = _with_common_fields(standard, words[code])
            easy[code] = _with_common_fields(easier, words[code])
    problems += _without_file(given, files)
    return Library(given.languages, given.nav, pages, files, easy), problems


def _paths(root: Path, code: str) -> dict[str, Path]:
    """A language's files by slug; a link on the disk is left out."""
    folder = root / "docs" / code
    there = [path for path in sorted(folder.rglob("*.md")) if not path.is_symlink()]
    return {path.relative_to(folder).as_posix().removesuffix(".md"): path for path in there}


def _whole_pages(
    root: Path, code: str, paths: Mapping[str, Path], page_in: Reader
) -> tuple[dict[str, Page], list[Problem]]:
    """The pages of these files that can be read, by slug, and every mistake in any of them."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for slug, path in paths.items():
        file = path.relative_to(root).as_posix()
        text, found = text_files.text_of(path, file)
        page, more = (None, ()) if text is None else page_in(text, file, code, slug)
        problems += [*found, *more]
        if page:
            pages[slug] = page
    return pages, problems


def page_of(
    text: str, file: str, language: str, slug: str
) -> tuple[Page | None, tuple[Problem, ...]]:
    """A file's text as a page, with every mistake in it."""
    whole, problems = document.parse(text, file, language, slug)
    page, more = _page(whole) if whole else (None, [])
    return page, (*problems, *more)


def _page(text: Document) -> tuple[Page, list[Problem]]:
    """A document as a page of its kind, with every mistake in its front matter, text and sheet.

    Where its front matter has mistakes, what else the page says is looked at all the same.
    """
    kind = kind_of(text.slug)
    written, problems = (None, []) if text.unread else front_matter.written(text, kind)
    reserved = common_fields.IDS if kind == "easy" or _has_common_fields(written) else ()
    sheet, in_sheet = notation.read(text, reserved)
    in_headings = [*page_structure.ids(text), *page_structure.levels(text, kind)]
    # Where a heading's id is wrong, nobody knows where the sheet is.
    stray_chips = page_structure.chips(text) if sheet or not in_headings else []
    astray = list(signs.check(text))
    shown, in_slides = slides.read(text) if kind == "training" else ((), [])
    problems += [*in_sheet, *in_headings, *stray_chips, *_in_text(text, kind, written)]
    problems += [*astray, *in_slides, *_on_paper(text.file, sheet, written)]
    if sheet and written:
        sheet = replace(sheet, title=written.title)
    unsure = frozenset(
        _SHEET * bool(in_sheet or stray_chips or (in_headings and not sheet))
        + _HEADINGS * bool(in_headings)
        + _SIGNS * bool(astray)
        + _FRONT_MATTER * (written is None)
    )
    written = written or front_matter.unknown()
    said = prose.of_document(text)
    return Page(kind, written, text.without_blocks, said, sheet, unsure, slides=shown), problems


def _on_paper(file: str, sheet: Worksheet | None, written: FrontMatter | None) -> Iterator[Problem]:
    if sheet and isinstance(written, SheetFrontMatter):
        yield from rules.check_width(file, sheet, written.paper)
        yield from rules.check_drawings(file, sheet)


def _in_text(text: Document, kind: Kind, written: FrontMatter | None) -> Iterator[Problem]:
    yield from page_structure.code(text)
    yield from page_structure.html(text)
    yield from page_structure.sheet(text, kind)
    yield from page_structure.missing(text, kind, written)
    yield from page_structure.first_level(text)


def _has_common_fields(written: FrontMatter | None) -> bool:
    return isinstance(written, ToolFrontMatter) and written.common_fields


def _with_common_fields(pages: Mapping[str, Page], words: Words) -> dict[str, Page]:
    """These pages, with what every tool's sheet has on the sheets of tools."""
    return {
        slug: replace(page, worksheet=common_fields.with_common_fields(page.worksheet, words))
        if page.worksheet and _has_common_fields(page.front_matter)
        else page
        for slug, page in pages.items()
    }


def _outside_nav(code: str, slugs: Iterable[str], nav: tuple[str, ...]) -> Iterator[Problem]:
    for slug in slugs if nav else ():
        # An easy page is reached from the page that it says in easy language.
        if slug not in nav and not standard_of(slug):
            yield Problem(
                f"docs/{code}/{slug}.md", 1,
                say("the page is not in `nav`, so no menu leads to it"),
                say("a line for each page in the `nav` list of mkdocs.yml"),
                f"  - {slug}.md",
            )  # fmt: skip


def _without_file(given: Settings, files: Mapping[str, frozenset[str]]) -> list[Problem]:
    existing = frozenset().union(*files.values())
    code = given.languages[0].code
    return [
        Problem("mkdocs.yml", line, say("`nav` names {slug}.md, which is not there", slug=slug),
                say("a file docs/{code}/{slug}.md, or no such line in `nav`", code=code, slug=slug),
                f"  - {slug}.md")
        for slug, line in zip(given.nav, given.nav_lines, strict=True)
        if slug not in existing
    ]  # fmt: skip
