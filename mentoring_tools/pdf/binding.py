"""Binds finished sheets into the booklet: their pages, tags and fields, in the place of leaves.

A leaf is an empty page of the booklet's own layout, with its number at the foot. To lay a sheet
out once more would give the same page again, and take a hundred times as long.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from mentoring_tools.pdf import copyfit
from mentoring_tools.pdf.tags import FOOT, numbered

#: The id of a sheet's first leaf in downloads/print/booklet.html.
_LEAF = "leaf-"

#: Under its phase and its tool, a sheet's headings stand two levels deeper than alone.
_DEEPER = {"/H1": Name.H3, "/H2": Name.H4}

#: What may hold headings.
_GROUPS = ("/Sect", "/Div")

_FOOT = re.compile(re.escape(FOOT) + rb".*?EMC", re.DOTALL)


def leaves(path: Path) -> list[str]:
    """The looks of each page of a sheet's PDF, as classes in downloads/print/sheet.css."""
    close = copyfit.level(path)
    with pikepdf.open(path) as pdf:
        boxes = [page.mediabox for page in pdf.pages]
    return [f"{close} {_shape(box)}".strip() for box in boxes]


def _shape(box: Any) -> str:
    return "landscape" if box[2] - box[0] > box[3] - box[1] else "portrait"


def bind(pdf: Pdf, sheets: Mapping[str, Pdf]) -> None:
    """Puts each sheet, by its tool's name, in the place of its leaves, in place.

    The sheets must stay open until `pdf` is saved.
    """
    book = _Book(pdf)
    for name, sheet in sheets.items():
        book.take(sheet, book.leaf(name))
    book.finish()


class _Book:
    """A booklet while sheets are bound into it."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.tree: Any = pdf.Root.StructTreeRoot
        self.document: Any = self.tree.K[0]
        self.fonts: Any = pdf.pages[0].obj.Resources.Font
        self.next = int(self.tree.ParentTreeNextKey)
        self.order = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.parts = [(self.order[kid.Pg.objgen], kid) for kid in self.document.K]
        self.places = _pairs(pdf.Root.Names.Dests.Names)
        self.owners: list[Any] = []
        self.fields: list[Any] = []
        self.form: Any = None

    def leaf(self, name: str) -> int:
        """The number of a sheet's first leaf, from 0."""
        return self.order[self.places[_LEAF + name][0].objgen]

    def take(self, sheet: Pdf, at: int) -> None:
        """Puts a sheet's pages in the place of those from `at` on."""
        for number, page in enumerate(sheet.pages, at):
            foot = self.pdf.pages[number].obj.Contents.read_bytes()
            self.pdf.pages[number] = page
            self._page(self.pdf.pages[number].obj, foot)
        self._share_fonts(self.pdf.pages[at].obj.Resources.Font)
        # What a copied tag or field refers to is the copied page: pages come first.
        self._tags(self.pdf.copy_foreign(sheet.Root.StructTreeRoot), at)
        if "/AcroForm" in sheet.Root:
            self.form = self.pdf.copy_foreign(sheet.Root.AcroForm)
            self.fields += list(self.form.Fields)

    def _page(self, page: Any, foot: bytes) -> None:
        content = _FOOT.sub(b"", page.Contents.read_bytes())
        page.Contents.write(b"\n".join([b"q", foot, b"Q", content]))
        page.StructParents += self.next
        for note in page.get("/Annots", ()):
            note.StructParent += self.next

    def _share_fonts(self, fonts: Any) -> None:
        """The booklet has its fonts whole; in each, a letter's number is the same in all files."""
        for name in set(fonts.keys()) & set(self.fonts.keys()):
            fonts[name] = self.fonts[name]

    def _tags(self, tree: Any, at: int) -> None:
        part = tree.K[0]
        part.S, part.P = Name.Sect, self.document
        part.Pg = self.pdf.pages[at].obj
        for heading in _headings(part):
            heading.S = _DEEPER[str(heading.S)]
        self.parts.append((at, part))
        for number, owner in numbered(tree.ParentTree).items():
            self.owners += (number + self.next, owner)
        self.next += int(tree.ParentTreeNextKey)

    def finish(self) -> None:
        """What the whole document says of its parts."""
        own = [each for pair in numbered(self.tree.ParentTree).items() for each in pair]
        self.tree.ParentTree.Nums = Array(own + self.owners)
        self.tree.ParentTreeNextKey = self.next
        self.document.K = Array([kid for _, kid in sorted(self.parts, key=lambda part: part[0])])
        known = {name: place for name, place in self.places.items() if not name.startswith(_LEAF)}
        names = [each for name in sorted(known) for each in (pikepdf.String(name), known[name])]
        self.pdf.Root.Names.Dests.Names = Array(names)
        if self.form is not None:
            self._share_fonts_of_answers()
            self.form.Fields = Array(self.fields)
            self.pdf.Root.AcroForm = self.form

    def _share_fonts_of_answers(self) -> None:
        by_name = {str(font.BaseFont): font for font in dict(self.fonts).values()}
        fonts = self.form.DR.Font
        shared = {name: by_name.get(str(font.BaseFont), font) for name, font in fonts.items()}
        self.form.DR.Font = Dictionary(shared)


def _headings(tag: Any) -> Iterator[Any]:
    """All headings below a tag."""
    kids = tag.K if isinstance(tag.K, Array) else [tag.K]
    for kid in kids:
        if not isinstance(kid, Dictionary):
            continue
        if str(kid.get("/S")) in _DEEPER:
            yield kid
        elif str(kid.get("/S")) in _GROUPS:
            yield from _headings(kid)


def _pairs(names: Any) -> dict[str, Any]:
    listed = list(names)
    return {str(name): place for name, place in zip(listed[::2], listed[1::2], strict=True)}
