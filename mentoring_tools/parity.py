"""Compares the languages of a library: the same pages, parts, fields and links in each.

The default language is the measure; a difference is a problem of the other language's file.
There may be any number of languages.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from posixpath import dirname, join, normpath

from mentoring_tools.blocks import Link
from mentoring_tools.document import Document
from mentoring_tools.model import Library, Page
from mentoring_tools.problems import Problem
from mentoring_tools.worksheet import Field, Note, Worksheet
from mentoring_tools.written import NEUTRAL_KEYS, WrittenSheet

#: What else may be said of a difference.
_MORE = {"external link": "; a page in one language only is marked after its link: {hreflang=fi}"}


@dataclass(frozen=True)
class Part:
    """One thing to compare: what it is, as it is shown to a reader, and its line."""

    shown: str
    line: int


def compare(library: Library) -> list[Problem]:
    """Every difference between the default language and each other one."""
    first, *others = library.codes
    problems = list(_missing_twins(library))
    for code in others:
        for slug, page in library.of(first).items():
            twin = library.of(code).get(slug)
            if twin:
                problems += compare_pages(page, twin)
    return problems


def compare_pages(page: Page, twin: Page) -> Iterator[Problem]:
    """Every difference of a page from its twin in another language."""
    yield from _front_matter(page, twin)
    ours, theirs = page.document, twin.document
    aspects = {
        "heading": (_headings(ours), _headings(theirs)),
        "field": (_fields(page.worksheet), _fields(twin.worksheet)),
        "picture": (_targets(ours, ours.images), _targets(theirs, theirs.images)),
        "table": (_tables(ours), _tables(theirs)),
        "link": (_internal(ours), _internal(theirs)),
        "external link": _external(page, twin),
    }
    for name, (ours_, theirs_) in aspects.items():
        yield from _differences(name, ours_, theirs_, page, twin)


def _missing_twins(library: Library) -> Iterator[Problem]:
    for slug in sorted(frozenset().union(*library.files.values())):
        having = [code for code in library.codes if slug in library.files[code]]
        for code in library.codes:
            if code not in having:
                yield Problem(
                    f"docs/{having[0]}/{slug}.md", 1,
                    f"the page has no twin in the language “{code}”",
                    "each page in every language, under the same path",
                    f"docs/{code}/{slug}.md",
                )  # fmt: skip


def _front_matter(page: Page, twin: Page) -> Iterator[Problem]:
    ours, theirs = page.document, twin.document
    for key in sorted(ours.meta.keys() ^ theirs.meta.keys()):
        having = ours if key in ours.meta else theirs
        verb = "lacks" if key in ours.meta else "has"
        yield Problem(
            theirs.file, theirs.meta_lines.get(key, 1),
            f"the front matter {verb} the key “{key}”",
            f"the same keys as in {ours.file}", f"{key}: {having.meta[key]}",
        )  # fmt: skip
    for key in NEUTRAL_KEYS:
        mine, other = ours.meta.get(key), theirs.meta.get(key)
        if key in ours.meta and key in theirs.meta and mine != other:
            yield Problem(
                theirs.file, theirs.meta_lines[key], f"{key}: {_plain(other)}",
                f"the same value as in {ours.file}, line {ours.meta_lines[key]}",
                f"{key}: {_plain(mine)}",
            )  # fmt: skip


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _headings(document: Document) -> list[Part]:
    return [Part(f"{'#' * h.level} {{#{h.id}}}", h.line) for h in document.headings]


def _fields(sheet: Worksheet | None) -> list[Part]:
    return [
        part
        for section in (sheet.sections if sheet else ())
        for item in section.items
        for part in ([Part("a note", item.line)] if isinstance(item, Note) else _chips(item))
    ]


def _chips(field: Field) -> list[Part]:
    """A field and its parts as the chips that would write them."""
    parts = [Part(f"`{_chip(field)}`", field.line)]
    parts += [Part(f"`#{o.id}{' text' * o.text}`", o.line or field.line) for o in field.options]
    parts += [Part(f"column `{_chip(column)}`", column.line) for column in field.columns]
    return parts + [Part(f"row `#{row.id}`", row.line) for row in field.rows if row.label]


def _chip(field: Field) -> str:
    scale = f"scale {field.scale.low}..{field.scale.high}" if field.scale else ""
    measures = {
        "long": f"long={field.lines}", "grid": f"rows={len(field.rows)}",
        "drawing": f"drawing={field.height_mm}mm", "scale": scale, "text": "",
    }  # fmt: skip
    span = "{}..{}".format(*field.span) if field.span else ""
    words = [f"#{field.id}", measures.get(field.kind, field.kind), span]
    names = {"lang": field.language, "was": field.was, "draws": field.draws, "from": field.origin}
    words += [f"{name}={value}" for name, value in names.items() if value]
    return " ".join(filter(None, [*words, "half" * field.half]))


def _targets(document: Document, links: Iterable[Link]) -> list[Part]:
    """Links as paths from the language's folder, so that both languages' can be compared."""
    folder = dirname(document.slug)
    targets = []
    for link in links:
        path, hash_, anchor = link.target.partition("#")
        whole = normpath(join(folder, path)) if path else f"{document.slug}.md"
        targets.append(Part(_neutral(whole, document.language) + hash_ + anchor, link.line))
    return sorted(targets, key=lambda part: part.shown)


def _neutral(path: str, language: str) -> str:
    return path.replace(f"downloads/{language}/", "downloads/*/")


def _internal(document: Document) -> list[Part]:
    return _targets(document, (link for link in document.links if not link.external))


def _tables(document: Document) -> list[Part]:
    return [Part(f"a table under #{section}", line) for section, line in document.tables]


def _external(page: Page, twin: Page) -> tuple[list[Part], list[Part]]:
    """External links, without those marked as being in one language only."""

    def links(one: Page) -> list[Part]:
        text = one.document
        parts = [Part(x.target, x.line) for x in text.links if x.external and not x.language]
        if isinstance(one.written, WrittenSheet):
            line = text.meta_lines.get("sources", 1)
            parts += [Part(s.url, line) for s in one.written.sources if not s.language]
        return sorted(parts, key=lambda part: part.shown)

    return links(page), links(twin)


def _differences(
    name: str, ours: Sequence[Part], theirs: Sequence[Part], page: Page, twin: Page
) -> Iterator[Problem]:
    matcher = SequenceMatcher(
        None, [part.shown for part in ours], [part.shown for part in theirs], autojunk=False
    )
    file, measure = twin.document.file, page.document.file
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        last = theirs[-1].line if theirs else twin.document.body_line
        line = theirs[j1].line if j1 < len(theirs) else last
        found = ", ".join(part.shown for part in theirs[j1:j2]) or f"no {name} here"
        wanted = ", ".join(f"{part.shown} (line {part.line})" for part in ours[i1:i2])
        expected = f"as in {measure}: {wanted or f'no {name} here'}{_MORE.get(name, '')}"
        example = ours[i1].shown if i1 < i2 else ""
        yield Problem(file, line, f"{name}: {found}", expected, example)


def compare_files(names: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Hand-made downloads that one language has and another lacks; `names` by language."""
    for name in sorted(frozenset().union(*names.values())):
        having = [code for code in names if name in names[code]]
        for code in names.keys() - having:
            yield Problem(
                f"downloads/{having[0]}/{name}", 1,
                f"the file has no twin in the language “{code}”",
                "each hand-made file in every language, under the same name",
                f"downloads/{code}/{name}",
            )  # fmt: skip
