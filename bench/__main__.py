"""Speed, sizes, weights and scores as tables: `make bench`. Speeds are ratios in one run."""

import sys
from collections.abc import Callable, Iterator

import builds
import changes
import growth
import keystroke
import lighthouse
import report
import searching
import sizes
import weights
import workshop
from figures import Found
from serving import free_port, nearby, served
from workshop import STOCK_FILE, Workshop

Topic = Callable[[Workshop], Iterator[Found]]

#: What is measured, in this order: the first builds the site that the others look at.
TOPICS: dict[str, tuple[str, Topic]] = {
    "builds": ("Builds", builds.figures),
    "changes": ("Under make serve", changes.figures),
    "sizes": ("Files", sizes.figures),
    "weights": ("Weights", weights.figures),
    "keystroke": ("A keystroke", keystroke.figures),
    "search": ("Search", searching.figures),
    "lighthouse": ("Lighthouse", lighthouse.figures),
    "growth": ("A thousand tools", growth.figures),
}


def main(*names: str) -> None:
    """Measures all topics and writes them down; with names of topics, only prints these."""
    workshop.on_two_cores()
    port = free_port()
    found: list[tuple[str, list[Found]]] = []
    with workshop.opened(f"http://127.0.0.1:{port}/") as copy:
        if names and "builds" not in names:
            report.progress("building ours and stock")
            copy.build(downloads="sizes" in names or "changes" in names)
            copy.build(STOCK_FILE)
        with served(nearby(copy.site), port):
            # In their own order: one thousand tools would be what the others measure.
            for name in sorted(names or TOPICS, key=list(TOPICS).index):
                title, topic = TOPICS[name]
                print(f"\n{title}", flush=True)
                found.append((title, list(_said(topic(copy)))))
    if not names:
        report.write(found)
        print(f"\nWritten into {report.FILE.relative_to(workshop.PROJECT)}.")
    print(report.verdict(one for _, ones in found for one in ones))


def _said(found: Iterator[Found]) -> Iterator[Found]:
    for one in found:
        report.say(one)
        yield one


if __name__ == "__main__":
    main(*sys.argv[1:])
