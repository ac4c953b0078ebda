"""A sheet as a Word file: the same questions, with content controls that are filled in place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentoring_tools.docx import package, picture, prompts, styles
from mentoring_tools.docx.blocks import section
from mentoring_tools.docx.runs import TAB, Context, Said, below, beside, paragraph, run, together
from mentoring_tools.docx.styles import Look
from mentoring_tools.docx.xml import root, w
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Logo, Texts
from mentoring_tools.worksheet.model import Worksheet

#: How the id of a part ends that one of the two fills in alone.
OWN_PART = "-part"

_SPACES = "w r wp a pic w14 mc"


@dataclass(frozen=True)
class Brand:
    """A publisher's name, and the logo as PNG with its measures; each may be empty."""

    publisher: str = ""
    logo: bytes = b""
    measures: Logo | None = None


def document(
    worksheets: Sequence[Worksheet],
    facts: Facts,
    strings: Mapping[str, Words],
    address: str,
    look: Look,
    brand: Brand = Brand(),
) -> bytes:
    """The bytes of a .docx; two worksheets are the same sheet in two languages, side by side.

    `facts` and `strings` hold every language of the worksheets, by its code.
    `address` is the page's, for the foot; it may be empty. `brand` is the publisher's own.
    The same arguments give the same bytes.
    """
    look = look.beside() if len(worksheets) > 1 else look
    context = _context(worksheets, facts, strings, look)
    locale = context.locale(context.languages[0])
    languages = ", ".join(map(context.locale, context.languages))
    title = " / ".join(text for _, text in _said(context, facts.title))
    author = " / ".join(text for _, text in _said(context, facts.site))
    top = (*_logo(context, brand), *_head(context, facts))
    body = w("body", *top, *_sections(context, worksheets),
             package.page(facts.paper, look.margins))  # fmt: skip
    look_of_words = styles.styles(look, locale, context.width)
    return package.package({
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.package_relations(),
        "word/document.xml": root("w:document", body, uses=_SPACES),
        "word/_rels/document.xml.rels": package.document_relations(context.pictures),
        "word/styles.xml": look_of_words,
        "word/settings.xml": package.settings(locale),
        "word/numbering.xml": package.numbering(),
        "word/footer.xml": root("w:ftr", _foot(context, facts, address, brand.publisher)),
        **{f"word/{name}.png": picture for name, picture in context.pictures.items()},
        "word/glossary/document.xml": prompts.glossary(context.prompts),
        "word/glossary/_rels/document.xml.rels": package.glossary_relations(),
        "word/glossary/styles.xml": look_of_words,
        "docProps/core.xml": package.properties(title, author, languages),
    })  # fmt: skip


def _context(
    worksheets: Sequence[Worksheet], facts: Facts, strings: Mapping[str, Words], look: Look
) -> Context:
    first = worksheets[0]
    return Context(
        sheet=first,
        languages=tuple(sheet.language for sheet in worksheets),
        strings=strings,
        look=look,
        width=package.width(facts.paper, look.margins),
        numbers={control.key: number for number, control in enumerate(first.controls, 1)},
    )


def _said(context: Context, texts: Texts) -> Said:
    return context.say(texts.get(code, "") for code in context.languages)


def _logo(context: Context, brand: Brand) -> Iterator[str]:
    """The publisher's logo above all else, where there is one."""
    if brand.measures:
        context.pictures["logo"] = brand.logo
        yield paragraph("Normal", picture.logo(context, brand.measures, brand.publisher))


def _head(context: Context, facts: Facts) -> Iterator[str]:
    """Title, facts and goal."""
    yield paragraph("Heading1", beside(context, _said(context, facts.title), second="Second"))
    lines = [_facts(context, facts, code) for code in context.languages]
    yield paragraph("Facts", below(context, context.say(lines)))
    yield paragraph("Goal", below(context, _said(context, facts.goal)))


def _facts(context: Context, facts: Facts, code: str) -> str:
    """Phase, minutes and who in one line of one language."""
    words, who = context.strings[code], facts.who.get(code, "")
    parts = (
        words["phase_number"].format(number=facts.phase_number) if facts.phase_number else "",
        facts.phase.get(code, ""),
        words["minutes"].format(minutes=facts.minutes) if facts.minutes else "",
        f"{words['who']}: {who}" if who else "",
    )
    return " · ".join(filter(None, parts))


def _sections(context: Context, worksheets: Sequence[Worksheet]) -> Iterator[str]:
    """Every part; when each of the two has one of their own, the second one is not torn apart."""
    own = [part.id for part in worksheets[0].sections if part.id.endswith(OWN_PART)]
    for parts in zip(*(worksheet.sections for worksheet in worksheets), strict=True):
        *blocks, last = section(context, parts)
        kept = parts[0].id in own[1:]
        yield from (together(block) if kept else block for block in blocks)
        yield last


def _foot(context: Context, facts: Facts, address: str, publisher: str) -> str:
    """Publisher, name, address and licence on the left, page of pages on the right."""
    first = context.languages[0]
    site = " / ".join(text for _, text in _said(context, facts.site))
    left = " · ".join(filter(None, (publisher, site, address, facts.licence)))
    before, between, after = context.strings[first]["page_of_pages"].format(
        page="\0", pages="\0"
    ).split("\0")  # fmt: skip
    return paragraph(
        "Footer",
        run(context, first, left), TAB,
        run(context, first, before), _number(context, "PAGE"),
        run(context, first, between), _number(context, "NUMPAGES"), run(context, first, after),
    )  # fmt: skip


def _number(context: Context, instruction: str) -> str:
    return w("fldSimple", run(context, context.languages[0], "1"), instr=f" {instruction} ")
