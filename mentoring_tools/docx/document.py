"""A sheet as a Word file: the same questions, with content controls that are filled in place."""

from collections.abc import Iterator, Mapping, Sequence

from mentoring_tools.docx import package, styles
from mentoring_tools.docx.blocks import section
from mentoring_tools.docx.picture import DOT
from mentoring_tools.docx.runs import TAB, Said, Sheet, below, beside, paragraph, run, together
from mentoring_tools.docx.styles import Look
from mentoring_tools.docx.xml import root, w
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.facts import Facts, Texts
from mentoring_tools.worksheet.model import Worksheet

#: How the id of a part ends that one of the two fills in alone.
OWN_PART = "-part"

_SPACES = "w r wp a pic w14 mc"


def document(
    worksheets: Sequence[Worksheet],
    facts: Facts,
    strings: Mapping[str, Words],
    address: str,
    look: Look,
) -> bytes:
    """The bytes of a .docx; two worksheets are the same sheet in two languages, side by side.

    `facts` and `strings` hold every language of the worksheets, by its code.
    `address` is the page's, for the foot; it may be empty.
    The same arguments give the same bytes.
    """
    sheet = _sheet(worksheets, facts, strings, look)
    locale = sheet.locale(sheet.languages[0])
    languages = ", ".join(map(sheet.locale, sheet.languages))
    title = " / ".join(text for _, text in _said(sheet, facts.title))
    author = " / ".join(text for _, text in _said(sheet, facts.site))
    body = w("body", *_head(sheet, facts), *_sections(sheet, worksheets),
             package.page(facts.paper, look.margins))  # fmt: skip
    return package.package({
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.package_relations(),
        "word/document.xml": root("w:document", body, uses=_SPACES),
        "word/_rels/document.xml.rels": package.document_relations(),
        "word/styles.xml": styles.styles(look, locale, sheet.width),
        "word/settings.xml": package.settings(locale),
        "word/numbering.xml": package.numbering(),
        "word/footer.xml": root("w:ftr", _foot(sheet, facts, address)),
        "word/dot.png": DOT,
        "docProps/core.xml": package.properties(title, author, languages),
    })  # fmt: skip


def _sheet(
    worksheets: Sequence[Worksheet], facts: Facts, strings: Mapping[str, Words], look: Look
) -> Sheet:
    first = worksheets[0]
    return Sheet(
        slug=first.slug,
        languages=tuple(sheet.language for sheet in worksheets),
        strings=strings,
        look=look,
        width=package.width(facts.paper, look.margins),
        numbers={control.key: number for number, control in enumerate(first.controls, 1)},
    )


def _said(sheet: Sheet, texts: Texts) -> Said:
    return sheet.say(texts.get(code, "") for code in sheet.languages)


def _head(sheet: Sheet, facts: Facts) -> Iterator[str]:
    """Title, facts and goal."""
    yield paragraph("Heading1", beside(sheet, _said(sheet, facts.title), second="Second"))
    lines = [_facts(sheet, facts, code) for code in sheet.languages]
    yield paragraph("Facts", below(sheet, sheet.say(lines)))
    yield paragraph("Goal", below(sheet, _said(sheet, facts.goal)))


def _facts(sheet: Sheet, facts: Facts, code: str) -> str:
    """Phase, minutes and who in one line of one language."""
    words, who = sheet.strings[code], facts.who.get(code, "")
    parts = (
        words["phase_number"].format(number=facts.phase_number) if facts.phase_number else "",
        facts.phase.get(code, ""),
        words["minutes"].format(minutes=facts.minutes) if facts.minutes else "",
        f"{words['who']}: {who}" if who else "",
    )
    return " · ".join(filter(None, parts))


def _sections(sheet: Sheet, worksheets: Sequence[Worksheet]) -> Iterator[str]:
    """Every part; when each of the two has one of their own, the second one is not torn apart."""
    own = [part.id for part in worksheets[0].sections if part.id.endswith(OWN_PART)]
    for parts in zip(*(worksheet.sections for worksheet in worksheets), strict=True):
        *blocks, last = section(sheet, parts)
        kept = parts[0].id in own[1:]
        yield from (together(block) if kept else block for block in blocks)
        yield last


def _foot(sheet: Sheet, facts: Facts, address: str) -> str:
    """Name, address and licence on the left, page of pages on the right."""
    first = sheet.languages[0]
    site = " / ".join(text for _, text in _said(sheet, facts.site))
    left = " · ".join(filter(None, (site, address, facts.licence)))
    before, between, after = sheet.strings[first]["page_of_pages"].format(
        page="\0", pages="\0"
    ).split("\0")  # fmt: skip
    return paragraph(
        "Footer",
        run(sheet, first, left), TAB,
        run(sheet, first, before), _number(sheet, "PAGE"),
        run(sheet, first, between), _number(sheet, "NUMPAGES"), run(sheet, first, after),
    )  # fmt: skip


def _number(sheet: Sheet, instruction: str) -> str:
    return w("fldSimple", run(sheet, sheet.languages[0], "1"), instr=f" {instruction} ")
