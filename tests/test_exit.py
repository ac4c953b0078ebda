"""The way out of MkDocs is open: ProperDocs, which keeps its 1.x alive, builds the same site."""

import os
import subprocess
import sys
from pathlib import Path

from built import SITE_URL, Site


def files(root: Path) -> dict[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


def test_properdocs_builds_the_same_site(site: Site, project: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "properdocs", "build", "--strict"]
    run = subprocess.run(
        [*build, "--config-file", "mkdocs.yml", "--site-dir", tmp_path],
        cwd=project,
        env={**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    theirs, ours = files(tmp_path), files(site.root)
    assert sorted(theirs) == sorted(ours)
    assert not [name for name in ours if theirs[name] != ours[name]]
