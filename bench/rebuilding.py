"""Rebuilds a site again and again in one process, as `mkdocs serve` does, after a change each time.

Called with a config file and a Markdown file; rebuilds for each line that it is given, and prints
the seconds of one core, then those by the clock.
"""

import os
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(config_file: str, page: str) -> None:
    """Changes the page, builds and prints, line for line."""
    for number, _ in enumerate(sys.stdin):
        change(Path(page), number)
        before, start = spent(), time.perf_counter()
        # Whoever asked reads the figures alone.
        with redirect_stdout(sys.stderr):
            rebuild(config_file)
        print(spent() - before, time.perf_counter() - start, flush=True)


def spent() -> float:
    """Seconds of processor time of this process and of those that it started."""
    return sum(os.times()[:4])


def rebuild(config_file: str) -> None:
    """What `mkdocs serve` does on a change: the settings again, then the whole build."""
    config = load_config(config_file, site_dir=f"served-{Path(config_file).stem}")
    config.plugins.run_event("startup", command="serve", dirty=False)
    build(config)
    config.plugins.run_event("shutdown")


def change(page: Path, number: int) -> None:
    """A few words more in one question, which the sheet's files show."""
    lines = page.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("- ") and "`#" in line)
    words, chip = lines[at].split(" `#", 1)
    lines[at] = f"{words.rstrip('0123456789')}{number} `#{chip}"
    page.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
