"""The QR code of the page's address at the head of a Word sheet, with the address in words."""

import zlib

from mentoring_tools.docx.picture import graphic
from mentoring_tools.docx.runs import Context
from mentoring_tools.docx.xml import element, emu, w
from mentoring_tools.worksheet import page_code

_NAME = "code"

#: Millimetres from the sheet's upper edge, where printers begin, and to the words beside and below.
_TOP, _BESIDE, _BELOW = 5, 3, 1


def mark(context: Context, address: str) -> str:
    """A run with the code, which stands in the upper margin at the right; words go round it."""
    context.pictures[_NAME] = page_code.png(address)
    size = {"cx": emu(page_code.SIDE_MM), "cy": emu(page_code.SIDE_MM)}
    about = context.strings[context.languages[0]]["word_code"].format(address=address)
    anchor = element(
        "wp:anchor",
        element("wp:simplePos", x=0, y=0),
        element("wp:positionH", element("wp:align", "right"), relativeFrom="margin"),
        element("wp:positionV", element("wp:posOffset", str(emu(_TOP))), relativeFrom="page"),
        element("wp:extent", **size),
        element("wp:wrapSquare", wrapText="left"),
        element("wp:docPr", id=zlib.crc32(_NAME.encode()) >> 1, name=_NAME, descr=about),
        graphic(_NAME, size),
        distT=0, distB=emu(_BELOW), distL=emu(_BESIDE), distR=0, simplePos=0, relativeHeight=1,
        behindDoc=0, locked=0, layoutInCell=1, allowOverlap=1,
    )  # fmt: skip
    return w("r", w("drawing", anchor))
