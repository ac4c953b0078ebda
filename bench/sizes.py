"""How large the things are that people fetch."""

from collections.abc import Iterator
from pathlib import Path

from figures import Figure
from workshop import Workshop


def figures(workshop: Workshop) -> Iterator[Figure]:
    """The largest of each kind, in kilobytes of 1,000 bytes."""
    folder = workshop.site / "downloads"
    alone = most(folder, "[fe][in]/*.pdf")
    yield Figure("largest PDF of one sheet, one language", alone, "kB", 160)
    both = most(folder, "fi-en/*.pdf")
    yield Figure("largest PDF of one sheet, side by side", both, "kB", 180)
    yield Figure("largest Word file", most(folder, "*/*.docx"), "kB")
    yield Figure("largest zip of everything", most(folder, "*/*.zip"), "kB", 15_000)
    whole = sum(file.stat().st_size for file in workshop.site.rglob("*") if file.is_file())
    yield Figure("the whole site", whole / 1_000_000, "MB")


def most(folder: Path, pattern: str) -> float:
    """The largest file's size, the whole toolkit's PDF left out."""
    files = [f for f in folder.glob(pattern) if f.stem != "toolkit" or f.suffix == ".zip"]
    return max(f.stat().st_size for f in files) / 1000
