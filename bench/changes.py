"""One changed page under `make serve`, beside stock's own rebuild of the same pages."""

import subprocess
from collections.abc import Iterator
from statistics import median

from figures import Figure
from report import progress
from workshop import OURS_FILE, STOCK_FILE, Workshop

SHEET = "docs/fi/tools/lifeline.md"
TURNS = 7


def figures(workshop: Workshop) -> Iterator[Figure]:
    """The median of rebuilds in two processes that stay, ours and stock's, which take turns."""
    with (
        workshop.script("rebuilding.py", OURS_FILE, SHEET) as ours,
        workshop.script("rebuilding.py", STOCK_FILE, SHEET) as stock,
    ):
        progress("under serve, the first build of ours and of stock")
        taken: dict[str, list[float]] = {"ours": [], "stock": []}
        for run in (ours, stock):
            rebuilt(run)
        for turn in range(1, TURNS + 1):
            progress(f"one changed page under serve, ours and stock, {turn} of {TURNS}")
            taken["ours"].append(rebuilt(ours))
            taken["stock"].append(rebuilt(stock))
    mine, theirs = median(taken["ours"]), median(taken["stock"])
    yield Figure("one changed page under serve, with its own downloads", mine, "s")
    yield Figure("one changed page under serve, beside stock", mine / theirs, "×", 1.5)


def rebuilt(run: subprocess.Popen[str]) -> float:
    """Seconds of one rebuild, in a process that waits for a line before each."""
    assert run.stdin  # noqa: S101 - both are pipes
    assert run.stdout  # noqa: S101
    run.stdin.write("again\n")
    run.stdin.flush()
    return float(run.stdout.readline())
