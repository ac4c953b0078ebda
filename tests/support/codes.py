"""QR codes as a phone's camera reads them: ZXing, which many phones' own programs are made of."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import zxingcpp
from PIL import Image


def read(picture: bytes | Image.Image) -> list[str]:
    """The texts of all codes in a picture, which may be a file's bytes."""
    image = picture if isinstance(picture, Image.Image) else Image.open(BytesIO(picture))
    found: Any = zxingcpp.read_barcodes(image.convert("L"))
    return [str(code.text) for code in found]


def of_modules(rows: Sequence[Sequence[int]]) -> Image.Image:
    """A code's modules, 1 where it is dark, as a picture with its quiet edge."""
    size = len(rows) + 8
    image = Image.new("L", (size, size), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.putpixel((x + 4, y + 4), 0 if dark else 255)
    return image.resize((size * 3, size * 3), Image.Resampling.NEAREST)
