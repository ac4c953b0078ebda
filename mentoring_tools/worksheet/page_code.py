"""The QR code on paper that leads a phone's camera to the sheet's page; the same for PDF and Word.

Its modules are at least 0.3 mm on paper: what a phone's camera still reads at a hand's distance.
"""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

#: The code's side on paper, in millimetres.
SIDE_MM = 12.5

#: Dots for a module in a picture: sharp on paper at 600 dpi.
_DOTS = 8


def _code(address: str) -> "QRCode":
    """Level M bears a fold or a stain, and more where that costs no size."""
    import segno  # noqa: PLC0415 - only new files need it

    return segno.make_qr(address, error="m")


def svg(address: str) -> str:
    """The code as a `data:` address of an SVG without an edge."""
    return str(_code(address).svg_data_uri(border=0, omitsize=True, svgclass=None, lineclass=None))


def png(address: str) -> bytes:
    """The code as a black and white PNG without an edge; the same address gives the same bytes."""
    picture = io.BytesIO()
    _code(address).save(picture, kind="png", scale=_DOTS, border=0)
    return picture.getvalue()
