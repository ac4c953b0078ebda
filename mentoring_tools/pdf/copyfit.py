"""Sheets that spill over a page: their lines stand closer where that saves a page."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pikepdf

#: How close lines may stand, as classes in downloads/print/sheet.css; the first is seen least.
LEVELS = ("tight", "tight dense")

#: How much of a page can be saved by standing closer, and how much by the first level.
_MUCH, _LITTLE = 0.45, 0.1

#: Stands in a file's properties where its lines stand closer.
_CLOSE = "/MtClose"

#: Where a sheet begins in the HTML of downloads/print/body.html.
_SHEET = re.compile(r'class="sheet( \w+" data-sheet="([\w-]+)")')


def mark(pdf: pikepdf.Pdf, level: str) -> None:
    """Writes into a sheet's properties how close its lines stand."""
    pdf.docinfo[_CLOSE] = level


def level(path: Path) -> str:
    """How close the lines of a sheet's own PDF stand, so that it takes a page less, or nothing.

    A sheet is laid out in a booklet just as alone, so a booklet need not find out again.
    """
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo.get(_CLOSE, ""))


def fitting(html: str, lay_out: Callable[[str], Any]) -> tuple[Any, Mapping[str, str]]:
    """The file as it is laid out; sheets over a page stand closer where that saves a page.

    Gives the level of each such sheet by its name.
    """
    loose = lay_out(html)
    spilling = {sheet: _spilt(loose, sheet) for _, sheet in _SHEET.findall(html)}
    over = {sheet: part for sheet, part in spilling.items() if 0 < part < _MUCH}
    # To lay a sheet out takes most of the time: a level that cannot be enough is not tried.
    levels = LEVELS if max(over.values(), default=1) < _LITTLE else LEVELS[1:]
    for one in levels if over else ():
        close = dict.fromkeys(over, one)
        closer = lay_out(with_levels(html, close))
        if len(closer.pages) < len(loose.pages):
            return closer, close
    return loose, {}


def with_levels(html: str, levels: Mapping[str, str]) -> str:
    """The same HTML, where the lines of these sheets stand closer."""

    def closer(match: re.Match[str]) -> str:
        close = levels.get(match[2])
        return f'class="sheet {close}{match[1]}' if close else match[0]

    return _SHEET.sub(closer, html)


def _spilt(document: Any, sheet: str) -> float:
    """How much of its last page a sheet takes, as a part of the page; 0 when it has one page."""
    pages = {anchor: page for page in document.pages for anchor in page.anchors}
    first, last = pages[f"sheet-{sheet}"], pages[f"end-{sheet}"]
    _, top, *_ = last.anchors[f"end-{sheet}"]
    return 0 if first is last else top / last.height
