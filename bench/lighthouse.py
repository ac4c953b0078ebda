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
import host
from figures import Figure, Found, Table
from report import progress
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
TURNS = 3


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
        yield from _paints(workshop, run)
    yield Figure("layout shift, the most of all", max(one.shift for one in looks.values()), "", 0)
    yield Table(("page", *CATEGORIES, "largest paint, ms", "shift", "faults"), _rows(looks))


def _scores(looks: dict[tuple[str, str], Look]) -> Iterator[Figure]:
    for form in FORMS:
        of_form = [one for (_, other), one in looks.items() if other == form]
        for category in CATEGORIES:
            least = min(one.scores[category] for one in of_form)
            name = f"{category}, {form}, the least of {len(of_form)} pages"
            yield Figure(name, least, "", 100, least=True)


def _paints(workshop: Workshop, run: subprocess.Popen[str]) -> Iterator[Figure]:
    """Ours beside a bare page of the same text, by the median of looks that take turns."""
    folder = workshop.folder / "bare"
    bare.write(workshop.folder / "docs", folder, [KINDS[kind] for kind in BARE])
    with host.served(folder) as address:
        for kind in BARE:
            pairs = [
                [look(run, site + KINDS[kind], "mobile").paint
                 for site in (workshop.address, address)]
                for _ in range(TURNS)
            ]  # fmt: skip
            ours, plain = map(median, zip(*pairs, strict=True))
            yield Figure(f"largest paint, {kind}, beside a bare page", ours / plain, "×", 1.2)


@contextmanager
def started() -> Iterator[subprocess.Popen[str]]:
    """Lighthouse with a browser, waiting for addresses."""
    script = Path(__file__).with_suffix(".mjs")
    command: list[str | Path] = ["node", script, browser.path(), *browser.FLAGS]
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


def _rows(looks: dict[tuple[str, str], Look]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{name}, {form}",
            *(str(one.scores[category]) for category in CATEGORIES),
            f"{one.paint:,.0f}",
            f"{one.shift:.3g}",
            " ".join(one.faults) or "–",
        )
        for (name, form), one in looks.items()
    )
