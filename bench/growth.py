"""Builds of a toolkit that has grown to a thousand tools, beside stock on the same Markdown.

Each tool stands there many times, under other names and titles.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from builds import timed
from figures import Figure
from report import progress
from workshop import OURS_FILE, STOCK_FILE, Workshop

TOOLS = 1000
LANGUAGES = ("fi", "en")

_TITLE = re.compile(r"^(title: )(.*)$", re.MULTILINE)


def figures(workshop: Workshop) -> Iterator[Figure]:
    """Pages in a second of one core: all new, nothing changed, and beside stock."""
    before, _ = pages_a_second(workshop, OURS_FILE)
    grow(workshop.folder)
    workshop.command("ids")
    progress(f"{TOOLS} tools, for the first time")
    first, _ = pages_a_second(workshop, OURS_FILE)
    progress(f"{TOOLS} tools, again")
    again, pages = pages_a_second(workshop, OURS_FILE)
    progress(f"{TOOLS} tools, stock")
    stock, _ = timed(workshop, STOCK_FILE)
    yield Figure("pages of a toolkit with a thousand tools", pages, "")
    yield Figure("pages in a second of one core, all new", first, "")
    yield Figure("pages in a second of one core, read before", again, "", 160, least=True)
    yield Figure("the same beside the toolkit as it is", again / before, "×", 1, least=True)
    yield Figure("of one core, beside stock", pages / again / stock, "×", 0.55)


def pages_a_second(workshop: Workshop, settings: str) -> tuple[float, int]:
    """How many pages a second of one core builds, and how many there are."""
    seconds, _ = timed(workshop, settings)
    pages = sum(1 for _ in workshop.site.rglob("index.html"))
    return pages / seconds, pages


def grow(project: Path) -> None:
    """Repeats the tools until there are enough of them; the order is that of `nav`."""
    settings = project / OURS_FILE
    text = settings.read_text("utf-8")
    tools = [line for line in re.findall(r"  - tools/(.+)\.md\n", text) if line != "index"]
    for number in range(len(tools), TOOLS):
        name = tools[number % len(tools)]
        for code in LANGUAGES:
            folder = project / "docs" / code / "tools"
            written = (folder / f"{name}.md").read_text("utf-8")
            copy = _TITLE.sub(rf"\1\2 {number}", written, count=1)
            (folder / f"{name}-{number}.md").write_text(copy, "utf-8")
        line = f"  - tools/{name}.md\n"
        text = text.replace(line, f"{line}  - tools/{name}-{number}.md\n", 1)
    settings.write_text(text, "utf-8")
