"""The way out of MkDocs is open: ProperDocs, which keeps its 1.x alive, builds the same site."""

import sys
from pathlib import Path

from building import build
from built import Site
from filelock import FileLock


def files(root: Path) -> dict[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


def test_properdocs_builds_the_same_site(site: Site, workshop: Path, tmp_path: Path) -> None:
    properdocs = Path(sys.executable).with_name("properdocs")
    settings = workshop / "mkdocs.yml"
    with FileLock(workshop / "lock"):
        build(workshop, [properdocs, "build", "-s", "-f", settings, "-d", tmp_path])
    theirs, ours = files(tmp_path), files(site.root)
    assert sorted(theirs) == sorted(ours)
    assert not [name for name in ours if theirs[name] != ours[name]]
