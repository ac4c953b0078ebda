"""How large the things are that people fetch. Needs a built site: `make site` first."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from figures import Figure

PROJECT = Path(__file__).resolve().parent.parent
SITE = PROJECT / "site"


def figures() -> Iterator[Figure]:
    """The largest of each kind, in kilobytes of 1,000 bytes."""
    folder = SITE / "downloads"
    alone = most(folder, "[fe][in]/*.pdf")
    yield Figure("largest PDF of one sheet, one language", alone, "kB", 150)
    yield Figure("largest PDF of one sheet, side by side", most(folder, "fi-en/*.pdf"), "kB", 150)
    yield Figure("largest Word file", most(folder, "*/*.docx"), "kB")
    yield Figure("largest zip of everything", most(folder, "*/*.zip"), "kB", 15_000)
    home = [SITE / "index.html", *sorted((SITE / "assets/css").glob("*.css"))]
    yield Figure("home page and all styles, compressed", sum(map(packed, home)), "kB")
    scripts = sorted((SITE / "assets/js").glob("*.js"))
    yield Figure("all scripts, compressed", sum(map(packed, scripts)), "kB")


def most(folder: Path, pattern: str) -> float:
    """The largest file's size, the whole toolkit's PDF left out."""
    files = [f for f in folder.glob(pattern) if f.stem != "toolkit" or f.suffix == ".zip"]
    return max(f.stat().st_size for f in files) / 1000


def packed(file: Path) -> float:
    """A file's size as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 9)) / 1000
