"""Tidies a PDF's tags: fewer of them, and none for what stands at the foot of each page.

WeasyPrint tags every run of text and every element, also those that mean nothing; in a sheet they
are half of all tags and a third of the file.
It tags the page's foot too, outside the tree: readers would meet text that belongs nowhere.
"""

import re
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf

_MARK = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")
#: More decimals than a printer can show; without them a page is a third smaller.
_DECIMALS = re.compile(rb"(\.\d\d)\d+")
#: Begins what stands at the foot of a page.
FOOT = b"/Artifact <</Type /Pagination>> BDC"

#: What says nothing by itself, unless it carries a language.
_NEEDLESS = ("/NonStruct", "/Span")

#: What a table needs even when it is empty.
_CELLS = ("/TD", "/TH")


def numbered(tree: Any) -> dict[int, Any]:
    """What a PDF's number tree of one level holds, by number."""
    numbers = list(tree.Nums)
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def tidy(pdf: Pdf) -> None:
    """Tidies the tags in place; what is read aloud stays the same."""
    tree = _Tree()
    document = pdf.Root.StructTreeRoot.K[0]
    document.K = Array(tree.kids(document))
    owners = numbered(pdf.Root.StructTreeRoot.ParentTree)
    # Pages may be added to a filled file; their tags need numbers of their own.
    pdf.Root.StructTreeRoot.ParentTreeNextKey = max(owners) + 1
    for page in pdf.pages:
        marks = tree.marks.get(page.obj.objgen, {})
        array = owners[int(page.obj.StructParents)]
        for number in range(len(array)):
            array[number] = marks.get(number)
        _hide_foot(page, marks)


class _Tree:
    """One walk through the tree; `marks` says, per page, which tag owns which piece of text."""

    def __init__(self) -> None:
        self.marks: dict[tuple[int, int], dict[int, Any]] = {}

    def kids(self, element: Any) -> list[Any]:
        """What stands under a tag once the needless ones between are gone."""
        kept: list[Any] = []
        for kid in element.K:
            if isinstance(kid, int):
                kept.append(kid)
            elif kid.get("/Type") == Name.OBJR:
                kept.append(Dictionary(Type=Name.OBJR, Obj=kid.Obj))
            else:
                kept += self._below(kid, element)
        self._own(element, kept)
        return kept

    def _below(self, kid: Any, parent: Any) -> list[Any]:
        """The tag itself, or what is under it where it is needless."""
        kept = self.kids(kid)
        if _needless(kid, parent, kept):
            return kept
        if not kept and str(kid.S) not in _CELLS:
            return []
        kid.K = kept[0] if len(kept) == 1 else Array(kept)
        # What it is, is told from where it stands; a sheet has hundreds of them.
        del kid.Type
        if str(kid.S) in _CELLS:
            _place(kid, parent)
        return [kid]

    def _own(self, element: Any, kept: list[Any]) -> None:
        for kid in kept:
            if isinstance(kid, int):
                self.marks.setdefault(element.Pg.objgen, {})[kid] = element
            elif kid.get("/Type") != Name.OBJR:
                kid.P = element


def _place(cell: Any, row: Any) -> None:
    """Says of a heading what it heads; WeasyPrint gives each cell a list of headings instead."""
    attributes = {span: cell.A[span] for span in ("/ColSpan", "/RowSpan") if span in cell.A}
    if cell.S == Name.TH:
        attributes["/Scope"] = Name.Column if Name.THead == row.P.S else Name.Row
    if attributes:
        cell.A = Dictionary(attributes | {"/O": Name.Table})
    else:
        del cell.A
    if "/ID" in cell:
        del cell.ID


def _needless(kid: Any, parent: Any, kept: list[Any]) -> bool:
    """Text is counted per page, so it may move up only to a tag of its own page."""
    if str(kid.S) not in _NEEDLESS or "/Lang" in kid:
        return False
    with_text = any(isinstance(each, int) for each in kept)
    return not with_text or ("/Pg" in parent and parent.Pg.objgen == kid.Pg.objgen)


def _hide_foot(page: Page, marks: dict[int, Any]) -> None:
    """Text that no tag owns is the page's own, not the document's."""
    stream = page.obj.Contents
    content = _MARK.sub(lambda m: m[0] if int(m[1]) in marks else FOOT, stream.read_bytes())
    stream.write(_DECIMALS.sub(rb"\1", content))
