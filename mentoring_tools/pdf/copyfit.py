"""Sheets that spill over a page: their lines stand closer where that saves a page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

#: How close lines may stand, as classes in downloads/print/sheet.css; the first is seen least.
LEVELS = ("tight", "tight dense")

#: How much of a page can be saved by standing closer, and how much by the first level.
_MUCH, _LITTLE = 0.45, 0.1

#: Stands in a file's properties where its lines stand closer.
_CLOSE = "/MtClose"

#: Where a sheet begins in the HTML of downloads/print/sheet.html, and the id of its end.
_SHEET, END = 'class="sheet', "sheet-end"


def mark(pdf: pikepdf.Pdf, level: str) -> None:
    """Writes into a sheet's properties how close its lines stand, if they do."""
    if level:
        pdf.docinfo[_CLOSE] = level


def level(path: Path) -> str:
    """How close the lines of a sheet's PDF stand, so that it takes a page less, or nothing."""
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo.get(_CLOSE, ""))


def fitting(html: str, lay_out: Callable[[str], Any]) -> tuple[Any, str]:
    """A sheet as it is laid out, and how close its lines stand: closer where that saves a page."""
    loose = lay_out(html)
    spilt = _spilt(loose)
    # To lay a sheet out takes most of the time: a level that cannot be enough is not tried.
    levels = LEVELS if spilt < _LITTLE else LEVELS[1:]
    for level in levels if 0 < spilt < _MUCH else ():
        closer = lay_out(html.replace(_SHEET, f"{_SHEET} {level}", 1))
        if len(closer.pages) < len(loose.pages):
            return closer, level
    return loose, ""


def _spilt(document: Any) -> float:
    """How much of its last page a sheet takes, as a part of the page; 0 when it has one page."""
    if len(document.pages) == 1:
        return 0
    last = document.pages[-1]
    _, top, *_ = last.anchors[END]
    return float(top / last.height)
