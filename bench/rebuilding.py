"""Rebuilds a site again and again in one process, as `mkdocs serve` does, after a change each time.

Called with a config file, a Markdown file and how often; prints the median in seconds.
"""

import sys
import time
from pathlib import Path
from statistics import median

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(config_file: str, page: str, times: int) -> None:
    """Builds once to warm up, then measures."""
    rebuild(config_file)
    taken = []
    for number in range(times):
        change(Path(page), number)
        start = time.perf_counter()
        rebuild(config_file)
        taken.append(time.perf_counter() - start)
    print(median(taken))


def rebuild(config_file: str) -> None:
    """What `mkdocs serve` does on a change: the settings again, then the whole build."""
    config = load_config(config_file, site_dir="served")
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
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
