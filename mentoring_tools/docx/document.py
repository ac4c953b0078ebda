"""A sheet as a Word file: the same questions, with content controls that are filled in place."""

from collections.abc import Iterator, Mapping, Sequence

from mentoring_tools.docx import package, page_code, picture, prompts, styles
from mentoring_tools.docx.blocks import section
from mentoring_tools.docx.runs import TAB, Context, Said, below, beside, paragraph, run, together
from mentoring_tools.docx.styles import Look
from mentoring_tools.docx.xml import root, w
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Imprint, Texts
from mentoring_tools.worksheet.model import Worksheet

#: How the id of a part ends that one of the two fills in alone.
OWN_PART = "-part"

_SPACES = "w r wp a pic w14 mc"


def document(
    worksheets: Sequence[Worksheet],
    facts: Facts,
    strings: Mapping[str, Words],
    imprint: Imprint,
    look: Look,
    logo: bytes = b"",
) -> bytes:
    """The bytes of a .docx; two worksheets are the same sheet in two languages, side by side.

    `facts` and `strings` hold every language of the worksheets, by its code.
    `imprint` has the page's address for the foot, which may be empty, and says whether a code for
    it stands at the head. `logo` is the publisher's as PNG, where the imprint has one.
    The same arguments give the same bytes.
    """
    look = look.beside() if len(worksheets) > 1 else look
    context = _context(worksheets, facts, strings, look)
    title, author = (
        " / ".join(text for _, text in _said(context, texts)) for texts in (facts.title, facts.site)
    )
    code = page_code.mark(context, imprint.address) if imprint.coded else ""
    head = (*_logo(context, imprint, logo), *_head(context, facts, code))
    end = package.page(facts.paper, look.margins)
    body = w("body", *head, *_sections(context, worksheets), end)
    return _packed(context, body, _foot(context, facts, imprint), title, author)


def _packed(context: Context, body: str, foot: str, title: str, author: str) -> bytes:
    """The file of a text with its foot; `title` and `author` are its properties."""
    locale = context.locale(context.languages[0])
    languages = ", ".join(map(context.locale, context.languages))
    look_of_words = styles.styles(context.look, locale, context.width)
    return package.package({
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.package_relations(),
        "word/document.xml": root("w:document", body, uses=_SPACES),
        "word/_rels/document.xml.rels": package.document_relations(context.pictures),
        "word/styles.xml": look_of_words,
        "word/settings.xml": package.settings(locale),
        "word/numbering.xml": package.numbering(),
        "word/footer.xml": root("w:ftr", foot),
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


def _logo(context: Context, imprint: Imprint, logo: bytes) -> Iterator[str]:
    """The publisher's logo above all else, where there is one."""
    if imprint.logo:
        context.pictures["logo"] = logo
        yield paragraph("Normal", picture.logo(imprint.logo, imprint.publisher))


def _head(context: Context, facts: Facts, code: str) -> Iterator[str]:
    """Title, facts and goal; `code` is the run of the page's, or empty."""
    yield paragraph(
        "Heading1", code + beside(context, _said(context, facts.title), second="Second")
    )
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


def _foot(context: Context, facts: Facts, imprint: Imprint) -> str:
    """Publisher, name, address and licence on the left, page of pages on the right."""
    first = context.languages[0]
    site = " / ".join(text for _, text in _said(context, facts.site))
    said = (imprint.publisher, site, imprint.address, facts.licence)
    left = " · ".join(filter(None, said))
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
