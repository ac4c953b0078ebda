"""Says what is found, as it is found, and writes it all into bench/FIGURES.md in the end."""

import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from figures import Figure, Found, Table

FILE = Path(__file__).with_name("FIGURES.md")

_WIDTHS = (66, 12, 18, 6)
_TOP = """\
# Figures

Made by `make bench`, never by hand: {date}, on {cores} cores with {memory:.0f} GiB of memory.
A ratio (×) has both of its sides from the same run.
{verdict}
"""


def progress(words: str) -> None:
    """Says on the error stream what is being done, with the time of day."""
    print(f"  {datetime.now().astimezone():%H:%M:%S} {words}", file=sys.stderr, flush=True)


def say(found: Found) -> None:
    """Prints one figure as a line, or one table."""
    if isinstance(found, Figure):
        print(_aligned(found.cells, _WIDTHS), flush=True)
        return
    lines = (found.head, *found.rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print("", *(_aligned(line, widths) for line in lines), "", sep="\n", flush=True)


def verdict(found: Iterable[Found]) -> str:
    """One line: how many limits are kept, and which are not."""
    limited = [one for one in found if isinstance(one, Figure) and one.limit is not None]
    missed = [one.name for one in limited if not one.met]
    if not missed:
        return f"All {len(limited)} limits are met."
    return f"{len(missed)} of {len(limited)} limits are missed: {'; '.join(missed)}."


def write(topics: Iterable[tuple[str, list[Found]]]) -> None:
    """Writes all topics with what was found into bench/FIGURES.md."""
    topics = list(topics)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    top = _TOP.format(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        cores=len(os.sched_getaffinity(0)),
        memory=memory,
        verdict=verdict(one for _, found in topics for one in found),
    )
    parts = [f"## {title}\n\n{_markdown(found)}" for title, found in topics]
    FILE.write_text("\n".join([top, *parts]), "utf-8")


def _markdown(found: Iterable[Found]) -> str:
    figures = [one for one in found if isinstance(one, Figure)]
    tables = [one for one in found if isinstance(one, Table)]
    own = Table(("figure", "measured", "limit", ""), tuple(figure.cells for figure in figures))
    return "\n".join(map(_as_markdown, ([own] if figures else []) + tables))


def _as_markdown(table: Table) -> str:
    marks = ("---", *["--:"] * (len(table.head) - 1))
    lines = (table.head, marks, *table.rows)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _aligned(cells: Iterable[str], widths: Iterable[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    words = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return "  ".join(words).rstrip()
