"""Compares the languages of a library: the same pages, parts, fields and links in each.

The default language is the measure; a difference is a problem of the other language's file.
There may be any number of languages.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from mentoring_tools.checks.aspects import ASPECTS, Comparable
from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.schema import NEUTRAL_KEYS
from mentoring_tools.messages import Message, as_is, listed, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.document import Document

_LINKS = ("picture", "link", "external link")


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
    for name, parts in ASPECTS.items():
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
                    say("the page has no twin in the language “{code}”", code=code),
                    say("each page in every language, under the same path"),
                    f"docs/{code}/{slug}.md",
                )  # fmt: skip


def _front_matter(page: Page, twin: Page) -> Iterator[Problem]:
    ours, theirs = page.document, twin.document
    for key in sorted(ours.meta.keys() ^ theirs.meta.keys()):
        having = ours if key in ours.meta else theirs
        found = say("the front matter has the key “{key}”", key=key)
        if key in ours.meta:
            found = say("the front matter lacks the key “{key}”", key=key)
        yield Problem(
            theirs.file, theirs.meta_lines.get(key) or _before(key, ours, theirs),
            found, say("the same keys as in {file}", file=ours.file),
            _written(key, having.meta[key]),
        )  # fmt: skip
    for key in NEUTRAL_KEYS:
        mine, other = ours.meta.get(key), theirs.meta.get(key)
        if key in ours.meta and key in theirs.meta and mine != other:
            yield Problem(
                theirs.file, theirs.meta_lines[key], as_is(_written(key, other)),
                say("the same value as in {file}, line {line}",
                    file=ours.file, line=ours.meta_lines[key]),
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
    name: Message, ours: Sequence[Comparable], theirs: Sequence[Comparable], page: Page, twin: Page
) -> Iterator[Problem]:
    """Every difference of the twin's parts from the page's; `name` says what each part is."""
    matcher = SequenceMatcher(
        None, [part.key for part in ours], [part.key for part in theirs], autojunk=False
    )
    same = [
        (ours[block.a + n].line, theirs[block.b + n].line)
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        line = theirs[j1].line if j1 < j2 else _place(ours[i1].line, same, page, twin)
        expected = _expected(name, ours[i1:i2], page.document.file)
        if name == "external link":
            expected = say("{expected}; a page in one language only is marked after its link: "
                           "{mark}", expected=expected, mark="{hreflang=fi}")  # fmt: skip
        example = _in_language(ours[i1].example, page, twin) if i1 < i2 else ""
        yield Problem(twin.document.file, line, _found(name, theirs[j1:j2]), expected, example)


def _found(name: Message, parts: Sequence[Comparable]) -> Message:
    if not parts:
        return say("{aspect}: no {aspect} here", aspect=name)
    return say("{aspect}: {parts}", aspect=name, parts=listed([part.shown for part in parts]))


def _expected(name: Message, parts: Sequence[Comparable], file: str) -> Message:
    if not parts:
        return say("as in {file}: no {aspect} here", file=file, aspect=name)
    shown = [say("{part} (line {line})", part=part.shown, line=part.line) for part in parts]
    return say("as in {file}: {parts}", file=file, parts=listed(shown))


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
                say("the file has no twin in the language “{code}”", code=code),
                say("each hand-made file in every language, under the same name"),
                f"downloads/{code}/{name}",
            )  # fmt: skip
