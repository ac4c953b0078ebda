"""The empty frame to draw in: a picture, so that it can be changed for a photograph in Word."""

import base64
import zlib
from collections.abc import Sequence

from mentoring_tools.docx.runs import Context
from mentoring_tools.docx.xml import element, emu, w
from mentoring_tools.worksheet.model import Field, key

#: One white dot, stretched to the frame's size.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def frame(context: Context, fields: Sequence[Field]) -> str:
    """A run with the frame of a drawing area, as wide as the text.

    Its alternative text says what is to be drawn there, in the sheet's languages.
    """
    field = fields[0]
    size = {"cx": emu(context.width), "cy": emu(field.height_mm)}
    number = zlib.crc32(field.id.encode()) >> 1
    labels = " / ".join(text for _, text in context.say(f.label for f in fields))
    about = context.strings[context.languages[0]]["word_drawing"].format(question=labels)
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", id=number, name=key(context.slug, field.id), descr=about),
        element("a:graphic", element("a:graphicData", _picture(context, size), uri=_PICTURE)),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip
    return w("r", w("drawing", inline))


def _picture(context: Context, size: dict[str, int]) -> str:
    dot = element("a:blip", **{"r:embed": "dot"})
    colour = element("a:solidFill", element("a:srgbClr", val=context.look.colours["line"]))
    place = element("a:off", x=0, y=0) + element("a:ext", **size)
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=0, name="dot.png"),
                element("pic:cNvPicPr")),
        element("pic:blipFill", dot, element("a:stretch", element("a:fillRect"))),
        element("pic:spPr", element("a:xfrm", place),
                element("a:prstGeom", element("a:avLst"), prst="rect"),
                element("a:ln", colour, w=9525)),
    )  # fmt: skip
