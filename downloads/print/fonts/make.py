"""Remakes the fonts in this folder from Source Sans 3, version 3.052.

The bundled files are subsets: their own family name is what the licence asks of a changed font.

    npm pack @expo-google-fonts/source-sans-3@0.4.1
    tar xzf expo-google-fonts-source-sans-3-0.4.1.tgz
    .venv/bin/python downloads/print/fonts/make.py package

The same source and the same fontTools (4.68) give the same bytes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FAMILY = "Mentoring Sans"

#: The face's name in this folder, its name in the source, and its style.
FACES = (
    ("regular", "400Regular/SourceSans3_400Regular.ttf", "Regular"),
    ("italic", "400Regular_Italic/SourceSans3_400Regular_Italic.ttf", "Italic"),
    ("semibold", "600SemiBold/SourceSans3_600SemiBold.ttf", "SemiBold"),
)

#: Latin with Vietnamese, modern Greek, Cyrillic: people write their own names in the fields.
LETTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC),
    (0x1E6, 0x1E7), (0x1F4, 0x1F5), (0x1FA, 0x1FF), (0x218, 0x21B), (0x259, 0x259), (0x2BB, 0x2BC),
    (0x2C6, 0x2DD), (0x300, 0x30C), (0x31B, 0x31B), (0x323, 0x328), (0x384, 0x3CE),
    (0x400, 0x45F), (0x490, 0x4BB), (0x4C0, 0x4C0), (0x4CF, 0x4F9),
    (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9),
    (0x2010, 0x2027), (0x202F, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC), (0x20B4, 0x20BD),
    (0x2116, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2265), (0x2713, 0x2713),
)  # fmt: skip


def make(source: Path, target: Path, style: str) -> None:
    """Writes the subset of one face; no features that would show two letters as one glyph."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        layout_features=["kern", "mark"], hinting=False, glyph_names=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True,
    )  # fmt: skip
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for a, b in LETTERS for code in range(a, b + 1)])
    subsetter.subset(font)
    rename(font, style)
    font.save(target)


def rename(font: TTFont, style: str) -> None:
    """Gives the face the family's own name: “Source” is reserved by its licence."""
    bold, italic = style == "SemiBold", style == "Italic"
    names = {1: FAMILY, 2: "Bold" if bold else "Italic" if italic else "Regular",
             3: f"{FAMILY} {style}; subset", 4: f"{FAMILY} {style}",
             6: f"{FAMILY.replace(' ', '')}-{style}"}  # fmt: skip
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    for face, path, kind in FACES:
        make(Path(sys.argv[1]) / path, HERE / f"{face}.ttf", kind)
