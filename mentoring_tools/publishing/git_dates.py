"""When the project's files were last changed, as git tells it."""

import subprocess
from pathlib import Path

# A build in a container often reads a folder that belongs to another user, which git refuses for
# fear of that folder's settings. Whoever builds runs the folder's own programs anyway.
_GIT = ("git", "--no-optional-locks", "-c", "safe.directory=*", "-c", "core.quotePath=false")


def dates(root: Path, folder: str) -> dict[str, str]:
    """The time of each file's last commit (ISO 8601), by its path under the project.

    What git does not know for sure is left out: a file that has changed since its last commit, and
    everything where there is no git, no repository, or only the newest part of its history.
    """
    if _said(root, "rev-parse", "--is-shallow-repository") != "false\n":
        return {}
    told = ("--format=%x00%cI", "--name-only", "--no-renames", "--relative")
    found: dict[str, str] = {}
    for commit in _said(root, "log", *told, "--", folder).split("\0")[1:]:
        time, *files = commit.split("\n")
        for file in filter(None, files):
            # The log begins with the newest.
            found.setdefault(file, time)
    changed = _said(root, "diff", "--name-only", "--relative", "HEAD", "--", folder)
    return {file: time for file, time in found.items() if file not in changed.split("\n")}


def _said(root: Path, *words: str) -> str:
    """What git says, or nothing when it cannot."""
    command = [*_GIT, "-C", str(root), *words]
    try:
        run = subprocess.run(  # noqa: S603 - our own words
            command, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return ""
    return run.stdout if run.returncode == 0 else ""
