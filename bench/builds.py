"""How long builds take, beside stock MkDocs with Material on the same Markdown.

Stock and ours take turns, and the median of each counts, so that a busy machine harms both.
The pages alone are built by one process on one core: what counts is the processor's time, which
other work on the machine changes least.
"""

import re
import resource
import shutil
import time
from collections.abc import Iterator
from statistics import median

from figures import Figure
from report import progress
from workshop import OURS_FILE, STOCK_FILE, Workshop

TURNS = 5

# A list item that ends in a chip.
_FIRST_QUESTION = re.compile(r"^- (?=.* `#[^`]+`$)", re.MULTILINE)


def figures(workshop: Workshop) -> Iterator[Figure]:
    """The ratios and counts of builds; in the end the whole site is there."""
    yield from pages(workshop)
    yield from downloads(workshop)


def pages(workshop: Workshop) -> Iterator[Figure]:
    """The pages alone, both languages, in a new process each time."""
    progress("pages without downloads, for the first time")
    first, _ = timed(workshop, OURS_FILE)
    ours, stock = [], []
    for turn in range(1, TURNS + 1):
        progress(f"pages without downloads, ours and stock, {turn} of {TURNS}")
        stock.append(timed(workshop, STOCK_FILE))
        ours.append(timed(workshop, OURS_FILE))
    cpu, wall = map(median, zip(*ours, strict=True))
    their_cpu, their_wall = map(median, zip(*stock, strict=True))
    yield Figure("pages without downloads, of one core", cpu, "s")
    yield Figure("pages without downloads, of one core, beside stock", cpu / their_cpu, "×", 0.55)
    yield Figure("the same by the clock", wall / their_wall, "×")
    yield Figure("the same in a new clone: every word is looked up", first / their_cpu, "×")


def timed(workshop: Workshop, settings: str) -> tuple[float, float]:
    """Seconds of one build without downloads: of one core, and by the clock."""
    before, start = spent(), time.perf_counter()
    workshop.build(settings, downloads=False)
    return spent() - before, time.perf_counter() - start


def downloads(workshop: Workshop) -> Iterator[Figure]:
    """Single files cold; the whole build cold; then nothing changed; then one sheet changed."""
    progress("the files of single sheets")
    shutil.rmtree(workshop.folder / ".cache")
    before = spent()
    with workshop.script("making.py") as run:
        files = int(run.communicate()[0])
    yield Figure("files of single sheets", files, "")
    yield Figure("cold, of one core, per single file", (spent() - before) / files, "s", 0.17)
    progress("the whole build with all downloads, for the first time")
    shutil.rmtree(workshop.folder / ".cache")
    before, start = spent(), time.perf_counter()
    workshop.build()
    taken = time.perf_counter() - start
    yield Figure("the whole build with all downloads, cold, 2 cores", taken, "s")
    yield Figure("the same, of one core", spent() - before, "s", 65)
    yield from again(workshop)


def again(workshop: Workshop) -> Iterator[Figure]:
    """A build when nothing changed, then one when one sheet did."""
    progress("the whole build again")
    start = time.perf_counter()
    made = files_of(workshop.build())
    yield Figure("the whole build when nothing changed", time.perf_counter() - start, "s")
    yield Figure("files made again when nothing changed", len(made), "", 0)
    progress("the whole build after a comment in a room that makes no file")
    with (workshop.folder / "mentoring_tools/publishing/headers.py").open("a") as module:
        module.write("# A comment.\n")
    made = files_of(workshop.build())
    yield Figure("files made again for a comment outside the making rooms", len(made), "", 0)
    progress("the whole build after a change in one sheet")
    change(workshop)
    start = time.perf_counter()
    remade = files_of(workshop.build())
    others = [line for line in remade if "/lifeline." not in line and "/toolkit." not in line]
    yield Figure("the whole build after one changed sheet", time.perf_counter() - start, "s")
    yield Figure("files made for one changed sheet, packs among them", len(remade), "")
    yield Figure("other sheets' files among these", len(others), "", 0)


def files_of(said: str) -> list[str]:
    """The lines of a build's output that tell of a file."""
    return [line for line in said.splitlines() if " downloads: " in line]


def change(workshop: Workshop) -> None:
    """Puts a word into the first question of the lifeline, in both languages."""
    for code in ("fi", "en"):
        file = workshop.folder / "docs" / code / "tools/lifeline.md"
        text = file.read_text("utf-8")
        file.write_text(_FIRST_QUESTION.sub("- CV: ", text, count=1), "utf-8")


def spent() -> float:
    """Seconds of processor time of all ended child processes."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
