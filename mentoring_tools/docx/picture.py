"""The frame to draw in: a picture, so that it can be changed for a photograph in Word.

Where a table of the sheet is drawn on the page, its empty wheel, axis or rings are in the frame.
`export-docx-drawing.js` puts the page's drawing there, into the picture that is called as the
table: a drawing without a frame has a hidden one, in a paragraph that is hidden too.
"""

import base64
import io
import zlib
from collections.abc import Sequence
from pathlib import Path

import resvg_py
from PIL import Image

from mentoring_tools.docx.runs import Context
from mentoring_tools.docx.xml import element, emu, w
from mentoring_tools.worksheet import drawings
from mentoring_tools.worksheet.facts import Logo
from mentoring_tools.worksheet.model import Field, key
from mentoring_tools.worksheet.widths import FAMILY, FONTS

#: One white dot, stretched to the frame's size.
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)

#: The font of a drawing, and its dots per inch of paper.
_FONT, _DPI = FONTS / "regular.ttf", 200

#: The place of a publisher's logo: its millimetres across and up.
LOGO_MM = (45, 14)

#: The look of what nobody sees until a browser takes it away.
HIDDEN = w("rPr", w("vanish"))

#: Enough for smooth lines, and small.
_GREYS = 16

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def frame(context: Context, fields: Sequence[Field]) -> str:
    """A run with the frame of a drawing area, as wide as the text.

    Its alternative text says what is to be drawn there, in the sheet's languages. Where the page
    draws that from a table, the picture has the table's name.
    """
    field = fields[0]
    table = drawings.of(context.sheet, field)
    size = {"cx": emu(context.width), "cy": emu(field.height_mm)}
    name = f"drawing-{field.id}" if table else "dot"
    context.pictures[name] = _drawn(table, context.width, field.height_mm) if table else _DOT
    return _run(name, size, _called(context, fields, table or field), _edge(context))


def hidden(context: Context, fields: Sequence[Field]) -> str:
    """A run with the place for what the page draws from a table without a frame: a hidden dot."""
    name, size = f"drawing-{fields[0].id}", {"cx": emu(context.width), "cy": emu(1)}
    context.pictures[name] = _DOT
    return _run(name, size, _called(context, fields, fields[0]), "", HIDDEN)


def logo(measures: Logo, publisher: str) -> str:
    """A run with a publisher's logo, no higher and no wider than its place."""
    high = min(LOGO_MM[1], LOGO_MM[0] * measures.height / measures.width)
    size = {"cx": emu(high * measures.width / measures.height), "cy": emu(high)}
    return _run("logo", size, (zlib.crc32(b"logo") >> 1, "logo", publisher), "")


def png_of(file: Path) -> bytes:
    """A picture as PNG; a drawing with four dots for each of its own."""
    if file.suffix != ".svg":
        with Image.open(file) as picture:
            small = io.BytesIO()
            picture.convert("RGBA").save(small, "PNG", optimize=True)
            return small.getvalue()
    return bytes(resvg_py.svg_to_bytes(svg_path=str(file), zoom=4, skip_system_fonts=True))


def _run(
    name: str, size: dict[str, int], called: tuple[int, str, str], edge: str, look: str = ""
) -> str:
    """A run with a picture of the file; it is called by a number, a name, and words about it."""
    number, title, about = called
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", id=number, name=title, descr=about),
        graphic(name, size, edge),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip
    return w("r", look, w("drawing", inline))


def _called(context: Context, fields: Sequence[Field], drawn: Field) -> tuple[int, str, str]:
    """The number of a picture for a question, the name of what is drawn in it, words about it."""
    labels = " / ".join(text for _, text in context.say(f.label for f in fields))
    about = context.strings[context.languages[0]]["word_drawing"].format(question=labels)
    return zlib.crc32(fields[0].id.encode()) >> 1, key(context.slug, drawn.id), about


def _drawn(table: Field, width: float, height: float) -> bytes:
    """A table's empty drawing as PNG, of this size in millimetres."""
    large = resvg_py.svg_to_bytes(
        svg_string=drawings.svg(table, width, height, FAMILY),
        background="white",
        dpi=_DPI,
        skip_system_fonts=True,
        font_files=[str(_FONT)],
    )
    small = io.BytesIO()
    with Image.open(io.BytesIO(large)) as picture:
        picture.convert("L").quantize(_GREYS).save(small, "PNG", optimize=True)
    return small.getvalue()


def _edge(context: Context) -> str:
    colour = element("a:solidFill", element("a:srgbClr", val=context.look.colours["line"]))
    return element("a:ln", colour, w=9525)


def graphic(name: str, size: dict[str, int], edge: str = "") -> str:
    """One of the file's pictures in this size; `edge` is the line around it."""
    image = element("a:blip", **{"r:embed": name})
    place = element("a:off", x=0, y=0) + element("a:ext", **size)
    picture = element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=0, name=f"{name}.png"),
                element("pic:cNvPicPr")),
        element("pic:blipFill", image, element("a:stretch", element("a:fillRect"))),
        element("pic:spPr", element("a:xfrm", place),
                element("a:prstGeom", element("a:avLst"), prst="rect"), edge),
    )  # fmt: skip
    return element("a:graphic", element("a:graphicData", picture, uri=_PICTURE))
