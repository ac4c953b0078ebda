"""How tests build the site: by the commands that people give."""

import os
import subprocess
from pathlib import Path

import pytest
from built import SITE_URL


def build(workshop: Path, command: list[str | Path]) -> None:
    """Runs a command that builds the site; its words are the message when it fails."""
    run = subprocess.run(
        command,
        cwd=workshop,
        env={**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.fail(f"The site does not build:\n{run.stdout}\n{run.stderr}", pytrace=False)
