"""Slides as a presentation: title and lines as text that can be edited, what is said as notes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

from mentoring_tools.content.slides import Deck, Slide

#: A slide of 16 to 9, as the PDF's is: millimetres.
WIDTH_MM, HEIGHT_MM, SIDE_MM = 338.67, 190.5, 22.0

#: The band at the left in the colour of titles: millimetres.
BAND_MM = 8.0

#: A fixed moment: the same slides make the same bytes. The format knows no zone.
_MOMENT = dt.datetime(2026, 1, 1)  # noqa: DTZ001

#: The layouts of python-pptx's own template, and the place below the title on each.
_OPENING, _LINES, _BODY = 0, 1, 1


@dataclass(frozen=True)
class _Letters:
    """The size in points, the colour, and the weight of letters; without colour, the deck's own."""

    points: int
    colour: str = ""
    bold: bool = False


_INK, _SOFT = "1D2A26", "44524C"
_TITLE, _NAME = _Letters(36, bold=True), _Letters(48, bold=True)
_LINE, _BELOW, _FOOT = _Letters(28, _INK), _Letters(24, _SOFT), _Letters(12, _SOFT)


def bytes_of(deck: Deck, logo: bytes = b"") -> bytes:
    """The bytes of a .pptx, as python-pptx writes them; its parts are always the same.

    `logo` is the publisher's picture as PNG, for the first slide.
    """
    made = Presentation()
    _widen(made)
    _properties(made.core_properties, deck)
    _opening(made, deck, logo)
    for number, slide in enumerate(deck.slides, 2):
        _slide(made, slide, number, deck)
    _band(made, deck)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _widen(made: Any) -> None:
    """Makes the template's pages as wide as slides are, so that one who adds a slide finds room."""
    wider = Mm(WIDTH_MM) / made.slide_width
    made.slide_width, made.slide_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    for part in (made.slide_master, *made.slide_layouts):
        for place in part.element.iter(qn("a:off"), qn("a:ext")):
            for name in {"x", "cx"} & set(place.keys()):
                place.set(name, str(round(int(place.get(name)) * wider)))


def _band(made: Any, deck: Deck) -> None:
    """Puts the band on the master: on every slide, and on those that are added later."""
    slide = made.slides[0]
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Mm(BAND_MM), Mm(HEIGHT_MM))
    band.fill.solid()
    band.fill.fore_color.rgb = _colour(_plain(deck.colour))
    band.line.fill.background()
    # Behind all else: what stands first in the tree is drawn first.
    made.slide_master.shapes._spTree.insert(2, band._element)  # noqa: SLF001


def _plain(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _properties(properties: Any, deck: Deck) -> None:
    properties.title, properties.language = deck.title, deck.locale
    properties.author = properties.last_modified_by = deck.author
    properties.created = properties.modified = _MOMENT


def _opening(made: Any, deck: Deck, logo: bytes) -> None:
    one = made.slides.add_slide(made.slide_layouts[_OPENING])
    _place(one.shapes.title, top=48, height=56)
    _place(one.placeholders[_BODY], top=108, height=40)
    _write(one.shapes.title.text_frame, [deck.title], deck, _NAME)
    _write(one.placeholders[_BODY].text_frame, [deck.subtitle], deck, _BELOW)
    _foot(one, deck, 1)
    if logo:
        picture = one.shapes.add_picture(BytesIO(logo), Mm(SIDE_MM), Mm(14), height=Mm(22))
        picture._element.nvPicPr.cNvPr.set("descr", deck.author)  # noqa: SLF001


def _slide(made: Any, slide: Slide, number: int, deck: Deck) -> None:
    one = made.slides.add_slide(made.slide_layouts[_LINES])
    _place(one.shapes.title, top=14, height=30)
    _place(one.placeholders[_BODY], top=50, height=116)
    _write(one.shapes.title.text_frame, [slide.title], deck, _TITLE)
    _write(one.placeholders[_BODY].text_frame, slide.lines, deck, _LINE)
    if slide.notes:
        _write(one.notes_slide.notes_text_frame, slide.notes, deck)
    _foot(one, deck, number)


def _place(shape: Any, *, top: float, height: float) -> None:
    shape.left, shape.top = Mm(SIDE_MM), Mm(top)
    shape.width, shape.height = Mm(WIDTH_MM - 2 * SIDE_MM), Mm(height)


def _foot(one: Any, deck: Deck, number: int) -> None:
    box = one.shapes.add_textbox(Mm(SIDE_MM), Mm(174), Mm(WIDTH_MM - 2 * SIDE_MM), Mm(9))
    _write(box.text_frame, [f"{deck.foot} · {number}"], deck, _FOOT)


def _write(frame: Any, lines: Iterable[str], deck: Deck, letters: _Letters | None = None) -> None:
    """A paragraph for each line, all at the left, in the slides' language."""
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run._r.get_or_add_rPr().set("lang", deck.locale)  # noqa: SLF001 - no setter has the tag
        if letters:
            paragraph._p.get_or_add_pPr().set("algn", "l")  # noqa: SLF001
            paragraph.space_after = Pt(10)
            run.font.size, run.font.bold = Pt(letters.points), letters.bold
            run.font.color.rgb = _colour(letters.colour or _plain(deck.colour))


def _colour(code: str) -> Any:
    make: Any = RGBColor
    return make.from_string(code)
