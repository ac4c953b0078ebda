"""Sheets that spill a little over a page: their lines stand closer where that saves a page."""

import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pikepdf

#: How much of a page can be saved by standing closer.
_LITTLE = 0.3

#: Stands in a file's properties where its lines stand closer.
_TIGHT = "/MtTight"

#: Where a sheet begins in the HTML of downloads/print/body.html.
_SHEET = re.compile(r'class="sheet( \w+" data-sheet="([\w-]+)")')


def mark(pdf: pikepdf.Pdf) -> None:
    """Writes into a file's properties that its lines stand closer."""
    pdf.docinfo[_TIGHT] = "yes"


def is_tight(path: Path) -> bool:
    """Whether the lines of a sheet's own PDF stand closer, so that it takes a page less.

    A sheet is laid out in a booklet just as alone, so a booklet need not find out again.
    """
    with pikepdf.open(path) as pdf:
        return _TIGHT in pdf.docinfo


def fitting(html: str, lay_out: Callable[[str], Any]) -> tuple[Any, Collection[str]]:
    """The file as it is laid out; sheets over a page stand closer where that saves a page."""
    loose = lay_out(html)
    spilling = {sheet for _, sheet in _SHEET.findall(html) if _spills(loose, sheet)}
    if not spilling:
        return loose, ()
    tight = lay_out(with_tight(html, spilling))
    return (tight, spilling) if len(tight.pages) < len(loose.pages) else (loose, ())


def with_tight(html: str, sheets: Collection[str]) -> str:
    """The same HTML, where the lines of these sheets stand closer."""
    def closer(match: re.Match[str]) -> str:
        return f'class="sheet tight{match[1]}' if match[2] in sheets else match[0]

    return _SHEET.sub(closer, html)


def _spills(document: Any, sheet: str) -> bool:
    """Whether a sheet takes a little of one more page."""
    pages = {anchor: page for page in document.pages for anchor in page.anchors}
    first, last = pages[f"sheet-{sheet}"], pages[f"end-{sheet}"]
    _, top, *_ = last.anchors[f"end-{sheet}"]
    return first is not last and top < _LITTLE * last.height
