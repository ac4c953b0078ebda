"""Compares the languages of a library: the same pages, parts, fields and links in each.

The default language is the measure; a difference is a problem of the other language's file.
There may be any number of languages.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from posixpath import dirname, join, normpath

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.schema import NEUTRAL_KEYS, SheetFrontMatter
from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.document import Document, Link
from mentoring_tools.worksheet.common_fields import IDS
from mentoring_tools.worksheet.model import Field, Note

#: What a paragraph on a sheet is called.
NOTE = "a note"
#: What else may be said of a difference.
_MORE = {"external link": "; a page in one language only is marked after its link: {hreflang=fi}"}
_LINKS = ("picture", "link", "external link")


@dataclass(frozen=True)
class Comparable:
    """One thing to compare by its `key`: how messages show it, its line, and how it is written.

    `section` is the id of its heading, where it is compared by that too.
    """

    key: str
    shown: str
    line: int
    example: str
    section: str = ""


def compare(library: Library, with_broken_links: Collection[str] = ()) -> list[Problem]:
    """Every difference between the default language and each other one.

    Links are not compared where a twin is among the files `with_broken_links`: those are told.
    """
    first, *others = library.codes
    problems = list(_missing_twins(library))
    for code in others:
        for slug, page in library.of(first).items():
            twin = library.of(code).get(slug)
            if twin:
                broken = {page.document.file, twin.document.file} & set(with_broken_links)
                problems += compare_pages(page, twin, frozenset(_LINKS if broken else ()))
    return problems


def compare_pages(
    page: Page, twin: Page, unsure: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Every difference of a page from its twin in another language, but not in what is unsure."""
    if "front matter" not in page.unsure | twin.unsure:
        yield from _front_matter(page, twin)
    for name, parts in _ASPECTS.items():
        if name not in page.unsure | twin.unsure | unsure:
            ours, theirs = _under(parts(page), twin), _under(parts(twin), page)
            yield from differences(name, ours, theirs, page, twin)


def _under(parts: list[Comparable], other: Page) -> list[Comparable]:
    """The parts without those under a heading that the other page lacks: that is told already."""
    there = {"", *other.document.anchors}
    return [part for part in parts if part.section in there]


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
        example = _written(key, having.meta[key])
        yield Problem(
            theirs.file, theirs.meta_lines.get(key) or _before(key, ours, theirs),
            f"the front matter {verb} the key “{key}”", f"the same keys as in {ours.file}", example,
        )  # fmt: skip
    for key in NEUTRAL_KEYS:
        mine, other = ours.meta.get(key), theirs.meta.get(key)
        if key in ours.meta and key in theirs.meta and mine != other:
            yield Problem(
                theirs.file, theirs.meta_lines[key], _written(key, other),
                f"the same value as in {ours.file}, line {ours.meta_lines[key]}",
                _written(key, mine),
            )  # fmt: skip


def _before(key: str, ours: Document, theirs: Document) -> int:
    """The line of the key that stands before this one, which is missing."""
    keys = list(ours.meta)
    before = [one for one in keys[: keys.index(key)] if one in theirs.meta_lines]
    return theirs.meta_lines[before[-1]] if before else 1


def _written(key: str, value: object) -> str:
    """A key with its value as one writes it at the top of a page."""
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        entries = [entry for entry in value if isinstance(entry, dict)]
        return f"{key}:" + "".join("\n  - " + "\n    ".join(_pairs(entry)) for entry in entries)
    return f"{key}: {text_files.written(value)}"


def _pairs(entry: Mapping[object, object]) -> Iterator[str]:
    return (f"{key}: {text_files.written(value)}" for key, value in entry.items())


def differences(
    name: str, ours: Sequence[Comparable], theirs: Sequence[Comparable], page: Page, twin: Page
) -> Iterator[Problem]:
    """Every difference of the twin's parts from the page's; `name` says what each part is."""
    matcher = SequenceMatcher(
        None, [part.key for part in ours], [part.key for part in theirs], autojunk=False
    )
    file, measure = twin.document.file, page.document.file
    same = [
        (ours[block.a + n].line, theirs[block.b + n].line)
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        line = theirs[j1].line if j1 < j2 else _place(ours[i1].line, same, page, twin)
        found = ", ".join(part.shown for part in theirs[j1:j2]) or f"no {name} here"
        wanted = ", ".join(f"{part.shown} (line {part.line})" for part in ours[i1:i2])
        expected = f"as in {measure}: {wanted or f'no {name} here'}{_MORE.get(name, '')}"
        example = _in_language(ours[i1].example, page, twin) if i1 < i2 else ""
        yield Problem(file, line, f"{name}: {found}", expected, example)


def _place(line: int, same: Iterable[tuple[int, int]], page: Page, twin: Page) -> int:
    """The twin's line for what stands on a line of the page: behind what both have before it."""
    ours, theirs = page.document, twin.document
    if line < ours.body_line:
        return theirs.meta_lines.get("sources", 1)
    pairs = [(heading.line, theirs.heading(heading.id)) for heading in ours.headings]
    known = [*same, *((our, heading.line) for our, heading in pairs if heading)]
    before = [(our, their) for our, their in known if our <= line]
    return max(before, default=(0, theirs.body_line))[1]


def _in_language(example: str, page: Page, twin: Page) -> str:
    """The example with the path of a file to take along in the twin's language."""
    return example.replace(f"downloads/{page.language}/", f"downloads/{twin.language}/")


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


def headings_of(page: Page) -> list[Comparable]:
    """The headings, by level and id."""
    marks = [("#" * h.level, h.id, h.line) for h in page.document.headings]
    return [
        Comparable(f"{mark} {{#{id_}}}", f"{mark} {{#{id_}}}", line, f"{mark} … {{#{id_}}}")
        for mark, id_, line in marks
    ]


def fields_of(page: Page) -> list[Comparable]:
    """The questions and notes of the sheet, without those that every sheet has."""
    sections = page.worksheet.sections if page.worksheet else ()
    return [part for section in sections for item in section.items for part in _of_item(item)]


def _of_item(item: Field | Note) -> Iterator[Comparable]:
    if isinstance(item, Note):
        yield Comparable(NOTE, NOTE, item.line, "A paragraph between the questions.")
    elif item.id not in IDS:
        yield from _of_field(item)


def _of_field(field: Field) -> Iterator[Comparable]:
    """A field and its parts as the chips that would write them."""
    yield _part("", field, field.line, "- … {}")
    for option in field.options:
        chip = f"`#{option.id}{' text' * option.text}`"
        yield Comparable(chip, chip, option.line or field.line, f"    - … {chip}")
    for column in field.columns:
        yield _part("column ", column, column.line, "    | … {} |")
    for row in field.rows:
        if row.label:
            chip = f"row `#{row.id}`"
            yield Comparable(chip, chip, row.line, f"    | … `#{row.id}` | |")


def _part(name: str, field: Field, line: int, written: str) -> Comparable:
    chip = f"`{_chip(field, column=bool(name))}`"
    ends = f"({field.scale.low} = …, {field.scale.high} = …) " if field.scale else ""
    return Comparable(name + chip, name + chip, line, written.format(ends + chip))


def _chip(field: Field, *, column: bool) -> str:
    choices = "/".join(option.id for option in field.options) if column else ""
    scale = f"scale {field.scale.low}..{field.scale.high}" if field.scale else ""
    measures = {
        "long": f"long={field.lines}", "grid": f"rows={len(field.rows)}" * (not field.named_rows),
        "drawing": f"drawing={field.height_mm}mm", "scale": scale, "text": "",
        "one": f"one={choices}" if choices else "one",
    }  # fmt: skip
    span = "{}..{}".format(*field.span) if field.span else ""
    words = [f"#{field.id}", measures.get(field.kind, field.kind), span]
    names = {"lang": field.language, "was": field.was, "draws": field.draws, "from": field.origin}
    words += [f"{name}={value}" for name, value in names.items() if value]
    return " ".join(filter(None, [*words, "half" * field.half]))


def _pictures(page: Page) -> list[Comparable]:
    """The pictures, each under its heading."""
    found = _targets(page.document, page.document.images, picture=True)
    return sorted(found, key=lambda part: part.key)


def _links(page: Page) -> list[Comparable]:
    """The links within the site, in the order of where they lead: sentences have their own."""
    inside = [link for link in page.document.links if not link.external]
    return sorted(_targets(page.document, inside), key=lambda part: part.key)


def _tables(page: Page) -> list[Comparable]:
    """The tables of the text, each under its heading."""
    table = "| … | … |\n|---|---|\n| … | … |"
    return [
        Comparable(section, f"a table under #{section}", line, table, section)
        for section, line in page.document.tables
    ]


def _external(page: Page) -> list[Comparable]:
    """The links to other sites, without those marked as being in one language only."""
    text = page.document
    marked = [link for link in text.links if link.external and not link.language]
    parts = [Comparable(x.target, x.target, x.line, f"[…]({x.target})") for x in marked]
    if isinstance(page.front_matter, SheetFrontMatter):
        line = text.meta_lines.get("sources", 1)
        urls = [source.url for source in page.front_matter.sources if not source.language]
        parts += [Comparable(u, u, line, f"sources:\n  - title: …\n    url: {u}") for u in urls]
    return sorted(parts, key=lambda part: part.key)


def _targets(
    document: Document, links: Iterable[Link], *, picture: bool = False
) -> list[Comparable]:
    """Links as paths from the language's folder, so that both languages' can be compared."""
    folder, language = dirname(document.slug), document.language
    parts = []
    for link in links:
        path, hash_, anchor = link.target.partition("#")
        whole = normpath(join(folder, path)) if path else f"{document.slug}.md"
        key = whole.replace(f"downloads/{language}/", "downloads/*/") + hash_ + anchor
        if picture:
            under = f" under #{link.section}" if link.section else ""
            key, shown = f"{link.section}: {key}", link.target + under
            part = Comparable(key, shown, link.line, f"![…]({link.target})", link.section)
        else:
            part = Comparable(key, link.target, link.line, f"[…]({link.target})")
        parts.append(part)
    return parts


_ASPECTS: Mapping[str, Callable[[Page], list[Comparable]]] = {
    "heading": headings_of,
    "field": fields_of,
    "picture": _pictures,
    "table": _tables,
    "link": _links,
    "external link": _external,
}
