"""Lighthouse on every kind of page, in both languages, as a phone and as a desktop computer."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import bare
import browser
from figures import Figure, Found, Table
from report import progress
from serving import nearby, served
from workshop import Workshop

KINDS = {
    "home": "",
    "phase": "phases/working/",
    "tool": "tools/lifeline/",
    "agreement": "agreement/",
    "tools index": "tools/",
    "path": "paths/first-job/",
    "guide": "guides/dialogue/",
}
NOT_FOUND = "404.html"
# What is not there must not be found: that page asks search engines to leave it out.
SKIPPED = {NOT_FOUND: ["is-crawlable"]}
FORMS = ("mobile", "desktop")
BARE = ("home", "tool", "guide")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# The painting of one page varies a little from look to look.
TURNS = 5
_HEAD = ("page", *CATEGORIES, "largest paint, ms", "shift", "faults")


@dataclass(frozen=True)
class Look:
    """What Lighthouse says: scores of 0–100, largest paint in ms, layout shift, failed audits."""

    scores: dict[str, int]
    faults: tuple[str, ...]
    paint: float
    shift: float


def figures(workshop: Workshop) -> Iterator[Found]:
    """The least scores with their limits, the paints beside bare pages, and a table of all."""
    paths = {f"{kind}, {code}": prefix + path for code, prefix in (("fi", ""), ("en", "en/"))
             for kind, path in KINDS.items()}  # fmt: skip
    paths |= {"404": NOT_FOUND}
    with started() as run:
        looks = {
            (name, form): look(run, workshop.address + path, form)
            for form in FORMS
            for name, path in paths.items()
        }
        yield from _scores(looks)
        yield from _beside(workshop, run)
    yield Figure("layout shift, the most of all", max(one.shift for one in looks.values()), "", 0)
    yield Table(_HEAD, tuple(_row(f"{name}, {form}", one) for (name, form), one in looks.items()))


def _scores(looks: dict[tuple[str, str], Look]) -> Iterator[Figure]:
    for form in FORMS:
        of_form = [one for (_, other), one in looks.items() if other == form]
        for category in CATEGORIES:
            least = min(one.scores[category] for one in of_form)
            name = f"{category}, {form}, the least of {len(of_form)} pages"
            yield Figure(name, least, "", 100, least=True)


def _beside(workshop: Workshop, run: subprocess.Popen[str]) -> Iterator[Found]:
    """Our paints beside those of bare pages of the same text, and all beside stock: by the median.

    The sites take turns.
    """
    folder = workshop.folder / "bare"
    bare.write(workshop.folder / "docs", folder, [KINDS[kind] for kind in BARE])
    rows: list[tuple[str, ...]] = []
    with served(nearby(workshop.stock)) as stock, served(nearby(folder)) as plain:
        sites = {"ours": workshop.address, "stock Material": stock, "bare": plain}
        for kind in BARE:
            turns = [
                {name: look(run, site + KINDS[kind], "mobile") for name, site in sites.items()}
                for _ in range(TURNS)
            ]
            middle = {name: _middle([turn[name] for turn in turns]) for name in sites}
            ratio = middle["ours"].paint / middle["bare"].paint
            yield Figure(f"largest paint, {kind}, beside a bare page", ratio, "×", 1.1)
            rows += [_row(f"{kind}, {name}", one) for name, one in middle.items()]
    yield Table(_HEAD, tuple(rows))


def _middle(looks: list[Look]) -> Look:
    """The medians of several looks at a page, and all faults that any of them found."""
    return Look(
        {name: round(median(one.scores[name] for one in looks)) for name in CATEGORIES},
        tuple(dict.fromkeys(fault for one in looks for fault in one.faults)),
        median(one.paint for one in looks),
        median(one.shift for one in looks),
    )


@contextmanager
def started() -> Iterator[subprocess.Popen[str]]:
    """Lighthouse with a browser, waiting for addresses."""
    script = Path(__file__).with_suffix(".mjs")
    command: list[str | Path] = ["node", script, browser.path(whole=True), *browser.FLAGS]
    # Lighthouse would ask a person whether errors may be reported to its makers.
    env = {**os.environ, "CI": "true"}
    with subprocess.Popen(
        command, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as run:
        yield run
        assert run.stdin  # noqa: S101 - it is a pipe
        run.stdin.close()


def look(run: subprocess.Popen[str], address: str, form: str) -> Look:
    """One look at one page."""
    progress(f"Lighthouse, {form}: {address}")
    assert run.stdin  # noqa: S101 - both are pipes
    assert run.stdout  # noqa: S101
    skipped = SKIPPED.get(address.rpartition("/")[2], [])
    run.stdin.write(json.dumps({"address": address, "form": form, "skipped": skipped}) + "\n")
    run.stdin.flush()
    found: dict[str, Any] = json.loads(run.stdout.readline())
    return Look(found["scores"], tuple(found["faults"]), found["paint"], found["shift"])


def _row(name: str, one: Look) -> tuple[str, ...]:
    scores = (str(one.scores[category]) for category in CATEGORIES)
    return name, *scores, f"{one.paint:,.0f}", f"{one.shift:.3g}", " ".join(one.faults) or "–"
