"""One changed page under `make serve`, beside stock's own rebuild of the same pages."""

import subprocess
from collections.abc import Iterator
from statistics import median

from figures import Figure
from report import progress
from workshop import OURS_FILE, STOCK_FILE, Workshop

SHEET = "docs/fi/tools/lifeline.md"
TURNS = 7

#: Of one core, and by the clock.
Seconds = tuple[float, float]


def figures(workshop: Workshop) -> Iterator[Figure]:
    """The median of rebuilds in two processes that stay, ours and stock's, which take turns."""
    with (
        workshop.script("rebuilding.py", OURS_FILE, SHEET) as ours,
        workshop.script("rebuilding.py", STOCK_FILE, SHEET) as stock,
    ):
        progress("under serve, the first build of ours and of stock")
        ours_taken: list[Seconds] = []
        stock_taken: list[Seconds] = []
        for run in (ours, stock):
            rebuilt(run)
        for turn in range(1, TURNS + 1):
            progress(f"one changed page under serve, ours and stock, {turn} of {TURNS}")
            ours_taken.append(rebuilt(ours))
            stock_taken.append(rebuilt(stock))
    cpu, wall = map(median, zip(*ours_taken, strict=True))
    their_cpu, their_wall = map(median, zip(*stock_taken, strict=True))
    yield Figure("one changed page under serve, its downloads too, of one core", cpu, "s")
    yield Figure("the same beside stock", cpu / their_cpu, "×", 1.2)
    yield Figure("the same by the clock, beside stock", wall / their_wall, "×")


def rebuilt(run: subprocess.Popen[str]) -> Seconds:
    """One rebuild, in a process that waits for a line before each."""
    assert run.stdin  # noqa: S101 - both are pipes
    assert run.stdout  # noqa: S101
    run.stdin.write("again\n")
    run.stdin.flush()
    cpu, wall = map(float, run.stdout.readline().split())
    return cpu, wall
