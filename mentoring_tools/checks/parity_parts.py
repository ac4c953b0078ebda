"""The parts of a page that its twins have too, each as it is compared, shown and written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from mentoring_tools.content.model import Page
from mentoring_tools.content.schema import SheetFrontMatter
from mentoring_tools.source.blocks import Link
from mentoring_tools.source.document import Document
from mentoring_tools.worksheet.common_fields import IDS
from mentoring_tools.worksheet.model import Field, Note


@dataclass(frozen=True)
class Part:
    """One thing to compare by its `key`: how messages show it, its line, and how it is written.

    `section` is the id of its heading, where it is compared by that too.
    """

    key: str
    shown: str
    line: int
    example: str
    section: str = ""


def headings(page: Page) -> list[Part]:
    """The headings, by level and id."""
    marks = [("#" * h.level, h.id, h.line) for h in page.document.headings]
    return [
        Part(f"{mark} {{#{id_}}}", f"{mark} {{#{id_}}}", line, f"{mark} … {{#{id_}}}")
        for mark, id_, line in marks
    ]


def fields(page: Page) -> list[Part]:
    """The questions and notes of the sheet, without those that every sheet has."""
    sections = page.worksheet.sections if page.worksheet else ()
    return [part for section in sections for item in section.items for part in _of_item(item)]


def _of_item(item: Field | Note) -> Iterator[Part]:
    if isinstance(item, Note):
        yield Part("a note", "a note", item.line, "A paragraph between the questions.")
    elif item.id not in IDS:
        yield from _of_field(item)


def _of_field(field: Field) -> Iterator[Part]:
    """A field and its parts as the chips that would write them."""
    yield _part("", field, field.line, "- … {}")
    for option in field.options:
        chip = f"`#{option.id}{' text' * option.text}`"
        yield Part(chip, chip, option.line or field.line, f"    - … {chip}")
    for column in field.columns:
        yield _part("column ", column, column.line, "    | … {} |")
    for row in field.rows:
        if row.label:
            chip = f"row `#{row.id}`"
            yield Part(chip, chip, row.line, f"    | … `#{row.id}` | |")


def _part(name: str, field: Field, line: int, written: str) -> Part:
    chip = f"`{_chip(field, column=bool(name))}`"
    ends = f"({field.scale.low} = …, {field.scale.high} = …) " if field.scale else ""
    return Part(name + chip, name + chip, line, written.format(ends + chip))


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


def pictures(page: Page) -> list[Part]:
    """The pictures, each under its heading."""
    found = _targets(page.document, page.document.images, picture=True)
    return sorted(found, key=lambda part: part.key)


def links(page: Page) -> list[Part]:
    """The links within the site, in the order of where they lead: sentences have their own."""
    inside = [link for link in page.document.links if not link.external]
    return sorted(_targets(page.document, inside), key=lambda part: part.key)


def tables(page: Page) -> list[Part]:
    """The tables of the text, each under its heading."""
    table = "| … | … |\n|---|---|\n| … | … |"
    return [
        Part(section, f"a table under #{section}", line, table, section)
        for section, line in page.document.tables
    ]


def external(page: Page) -> list[Part]:
    """The links to other sites, without those marked as being in one language only."""
    text = page.document
    marked = [link for link in text.links if link.external and not link.language]
    parts = [Part(x.target, x.target, x.line, f"[…]({x.target})") for x in marked]
    if isinstance(page.front_matter, SheetFrontMatter):
        line = text.meta_lines.get("sources", 1)
        urls = [source.url for source in page.front_matter.sources if not source.language]
        parts += [Part(u, u, line, f"sources:\n  - title: …\n    url: {u}") for u in urls]
    return sorted(parts, key=lambda part: part.key)


def _targets(document: Document, links: Iterable[Link], *, picture: bool = False) -> list[Part]:
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
            part = Part(key, shown, link.line, f"![…]({link.target})", link.section)
        else:
            part = Part(key, link.target, link.line, f"[…]({link.target})")
        parts.append(part)
    return parts
