"""What the twins of a page are compared in: headings, questions, pictures, links and so on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from mentoring_tools.content.model import Page
from mentoring_tools.content.schema import SheetFrontMatter
from mentoring_tools.messages import Message, say
from mentoring_tools.source.document import Document, Link, Part
from mentoring_tools.worksheet.common_fields import IDS
from mentoring_tools.worksheet.model import Field, Note, Option, Row

#: What a paragraph on a sheet is called.
NOTE = say("a note")


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


def _headings(page: Page) -> list[Comparable]:
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
        example = say("A paragraph between the questions.")
        yield Comparable(NOTE, NOTE, item.line, example)
    elif item.id not in IDS:
        yield from _of_field(item)


def _of_field(field: Field) -> Iterator[Comparable]:
    """A field and its parts as the chips that would write them."""
    chip, ends = _chip(field, column=False), _ends(field)
    yield Comparable(chip, chip, field.line, f"- … {ends}{chip}")
    for option in field.options:
        chip = f"`#{option.id}{' text' * option.text}{_was(option)}`"
        yield Comparable(chip, chip, option.line or field.line, f"    - … {chip}")
    for column in field.columns:
        chip = _chip(column, column=True)
        shown = say("column {chip}", chip=chip)
        yield Comparable(shown, shown, column.line, f"    | … {_ends(column)}{chip} |")
    for row in field.rows:
        if row.label:
            chip = f"`#{row.id}{_was(row)}`"
            shown = say("row {chip}", chip=chip)
            yield Comparable(shown, shown, row.line, f"    | … {chip} | |")


def _was(part: Option | Row) -> str:
    return f" was={part.was}" if part.was else ""


def _ends(field: Field) -> str:
    return f"({field.scale.low} = …, {field.scale.high} = …) " if field.scale else ""


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
    return f"`{' '.join(filter(None, [*words, 'half' * field.half]))}`"


def _pictures(page: Page) -> list[Comparable]:
    """The pictures, each under its heading."""
    found = _targets(page.document, page.document.images, picture=True)
    return sorted(found, key=lambda part: part.key)


def _links(page: Page) -> list[Comparable]:
    """The links within the site, in the order of where they lead: sentences have their own."""
    inside = [link for link in page.document.links if not link.external]
    return sorted(_targets(page.document, inside), key=lambda part: part.key)


def _parts(kind: str) -> Callable[[Page], list[Comparable]]:
    """The parts of the text of one kind, each under its heading."""

    def parts(page: Page) -> list[Comparable]:
        return [_of_part(part) for part in page.document.parts if part.kind == kind]

    return parts


def _of_part(part: Part) -> Comparable:
    shown = say("a table") if part.kind == "table" else part.written.partition("\n")[0]
    shown = say("{part} again", part=shown) if part.again else shown
    # A footnote's mark may be another word in each language.
    name = str(part.again) if part.kind == "footnote" else part.written
    key = f"{part.section}: {name}"
    return Comparable(key, _under(shown, part.section), part.line, part.written, part.section)


def _under(shown: str, section: str) -> str:
    return say("{part} under #{id}", part=shown, id=section) if section else shown


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
            key, shown = f"{link.section}: {key}", _under(link.target, link.section)
            part = Comparable(key, shown, link.line, f"![…]({link.target})", link.section)
        else:
            part = Comparable(key, link.target, link.line, f"[…]({link.target})")
        parts.append(part)
    return parts


#: Each aspect by its name in messages: what a page has of it, in its order.
ASPECTS: Mapping[Message, Callable[[Page], list[Comparable]]] = {
    say("heading"): _headings,
    say("field"): fields_of,
    say("picture"): _pictures,
    say("table"): _parts("table"),
    say("note"): _parts("note"),
    say("footnote"): _parts("footnote"),
    say("box"): _parts("box"),
    say("link"): _links,
    say("external link"): _external,
}
