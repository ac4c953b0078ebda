"""How long builds take, beside stock MkDocs with Material on the same Markdown.

Everything happens in a copy of the project, with a cache of its own.
Stock and ours take turns, and the median of each counts, so that a busy machine harms both.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from figures import Figure

PROJECT = Path(__file__).resolve().parent.parent
COPIED = ("docs", "downloads", "overrides", "mentoring_tools", "words", "mkdocs.yml")
TURNS = 5
SHEET = "docs/fi/tools/lifeline.md"

STOCK = """\
site_name: Stock
docs_dir: docs
strict: false
theme:
  name: material
  font: false
markdown_extensions: [attr_list, tables]
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: fi, name: suomi, default: true}
        - {locale: en, name: English}
"""


def figures() -> Iterator[Figure]:
    """The ratios and counts of builds."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder) / "project")
        yield pages(copy)
        yield from downloads(copy)
        yield served(copy)


def copied(target: Path) -> Path:
    """The project's sources at another place."""
    target.mkdir()
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy(source, target / name)
    (target / "stock.yml").write_text(STOCK, "utf-8")
    return target


def pages(copy: Path) -> Figure:
    """The pages alone, both languages, in a new process each time."""
    ours, stock = [], []
    for _ in range(TURNS):
        ours.append(timed(copy, "mkdocs.yml", downloads=False))
        stock.append(timed(copy, "stock.yml", downloads=False))
    return Figure("pages without downloads, beside stock", median(ours) / median(stock), "×", 1)


def downloads(copy: Path) -> Iterator[Figure]:
    """Single files cold; the whole build cold; then nothing changed; then one sheet changed."""
    before = spent()
    files = int(ran(copy, "making.py"))
    yield Figure("files of single sheets", files, "files")
    yield Figure("cold, of one core, per single file", (spent() - before) / files, "s", 0.35)
    shutil.rmtree(copy / ".cache")
    start = time.perf_counter()
    built(copy, "mkdocs.yml", downloads=True)
    yield Figure("the whole build with all downloads, cold", time.perf_counter() - start, "s")
    again = made(built(copy, "mkdocs.yml", downloads=True))
    yield Figure("files made again when nothing changed", len(again), "files", 0)
    changed(copy)
    remade = made(built(copy, "mkdocs.yml", downloads=True))
    others = [line for line in remade if "/lifeline." not in line and "/toolkit." not in line]
    yield Figure("files made for one changed sheet, packs among them", len(remade), "files")
    yield Figure("other sheets' files among these", len(others), "files", 0)


def made(said: str) -> list[str]:
    """The lines of a build's output that tell of a file."""
    return [line for line in said.splitlines() if " downloads: " in line]


def served(copy: Path) -> Figure:
    """One changed sheet under `make serve`: the rebuild in a running process, beside stock's."""
    ours = rebuilds(copy, "mkdocs.yml")
    stock = rebuilds(copy, "stock.yml")
    return Figure("one changed page under serve, beside stock", ours / stock, "×", 1.5)


def rebuilds(copy: Path, config: str) -> float:
    """The median time of a rebuild after a change, in seconds, in a process that stays."""
    return float(ran(copy, "rebuilding.py", config, SHEET, str(TURNS)))


def ran(copy: Path, script: str, *arguments: str) -> str:
    """The last line that a script beside this one printed, run in the copy."""
    path = Path(__file__).with_name(script)
    run = subprocess.run(
        [sys.executable, path, *arguments],
        cwd=copy, check=True, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(copy), "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    return run.stdout.splitlines()[-1]


def timed(copy: Path, config: str, *, downloads: bool) -> float:
    """Seconds of one build."""
    start = time.perf_counter()
    built(copy, config, downloads=downloads)
    return time.perf_counter() - start


def built(copy: Path, config: str, *, downloads: bool) -> str:
    """What one build said; the site goes to a folder of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", config, "-d", "built"],
        cwd=copy, check=True, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "DOWNLOADS": str(downloads).lower(),
             "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    return run.stderr + run.stdout


def changed(copy: Path) -> None:
    """Adds a line to one question of the Finnish lifeline."""
    file = copy / SHEET
    text = file.read_text("utf-8")
    file.write_text(text.replace("## Mitä seuraavaksi", "- Vielä jotain `#more`\n\n## Mitä", 1)
                    if "#more" not in text else text.replace("Vielä", "Vielä yksi"), "utf-8")
    twin = copy / SHEET.replace("/fi/", "/en/")
    words = twin.read_text("utf-8")
    if "#more" not in words:
        twin.write_text(words.replace("## What next", "- One more `#more`\n\n## What", 1), "utf-8")


def spent() -> float:
    """Seconds of processor time of all ended child processes."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
