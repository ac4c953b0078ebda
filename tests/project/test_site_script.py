"""The script that builds the site, tried where a build fails, is killed, or is not alone."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import SOMEBODY, command, read_only

# Begins to write, waits for the end of its input, and ends as it is told to.
MKDOCS = """\
#!/bin/sh
mkdir -p "$4"
echo new >"$4/index.html"
echo begun
read -r _ || true
exit "${FAIL:-0}"
"""


@pytest.fixture
def builder(project: Path, tmp_path: Path) -> Path:
    """A folder with the building script and, in the place of MkDocs, one that fails half way."""
    shutil.copytree(project / "setup", tmp_path / "setup")
    command(tmp_path / ".venv" / "bin", "mkdocs", MKDOCS)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old\n")
    return tmp_path


def start(folder: Path, user: str | None = None, **more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        ["setup/site.sh"],
        cwd=folder,
        env={**os.environ, **more},
        user=user,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def build(folder: Path, **more: str) -> int:
    with start(folder, **more) as run:
        run.communicate("")
    return run.returncode


def line(run: "subprocess.Popen[str]") -> str:
    assert run.stdout is not None
    return run.stdout.readline()


def content(folder: Path) -> dict[str, str]:
    return {str(f.relative_to(folder)): f.read_text() for f in folder.glob("site*/**/*")}


def test_a_failed_build_leaves_the_old_site(builder: Path) -> None:
    assert build(builder, FAIL="1") == 1
    assert content(builder) == {"site/index.html": "old\n"}


def test_a_whole_build_takes_the_old_ones_place(builder: Path) -> None:
    (builder / "site" / "gone.html").write_text("a page that is no more")
    assert build(builder) == 0
    assert content(builder) == {"site/index.html": "new\n"}


def test_a_run_killed_between_the_moves_loses_nothing(builder: Path) -> None:
    (builder / "site").rename(builder / "site.old")
    assert build(builder, FAIL="1") == 1
    assert content(builder) == {"site/index.html": "old\n"}


def test_the_first_build_needs_no_old_site(builder: Path) -> None:
    shutil.rmtree(builder / "site")
    assert build(builder) == 0
    assert content(builder) == {"site/index.html": "new\n"}


def test_a_second_build_waits_for_the_first(builder: Path) -> None:
    with start(builder) as first:
        assert line(first) == "begun\n"
        with start(builder) as second:
            assert line(second) == "Another build is under way here: this one waits for it.\n"
            first.communicate("")
            assert content(builder)["site/index.html"] == "new\n"
            assert second.communicate("") == ("begun\nThe site is in site/\n", "")
    assert (first.returncode, second.returncode) == (0, 0)
    assert content(builder) == {"site/index.html": "new\n"}


def test_a_killed_build_is_not_waited_for(builder: Path) -> None:
    with start(builder) as killed:
        assert line(killed) == "begun\n"
        killed.kill()
        killed.communicate("")
    assert build(builder) == 0
    assert content(builder) == {"site/index.html": "new\n"}


def test_a_site_of_someone_else_is_told_before_anything_is_built(builder: Path) -> None:
    with read_only(builder) as place:
        place.chmod(0o777)
        with start(place, SOMEBODY) as run:
            said, complaint = run.communicate("")
        assert content(place) == {"site/index.html": "old\n"}
    assert (run.returncode, said) == (1, "")
    assert complaint.startswith("site/ cannot be written to: it belongs to ")
    assert complaint.count("\n") == 1


def test_where_nothing_can_be_written_one_line_says_so(builder: Path) -> None:
    shutil.rmtree(builder / "site")
    with read_only(builder) as place, start(place, SOMEBODY) as run:
        said, complaint = run.communicate("")
        assert content(place) == {}
    assert (run.returncode, said) == (1, "")
    assert complaint.startswith("The site cannot be written: mkdir: ")
    assert complaint.count("\n") == 1


def test_a_site_that_cannot_be_moved_stays(builder: Path) -> None:
    stubborn = '#!/bin/sh\necho "mv: $2 is busy" >&2\nexit 1\n'
    command(builder / "bin", "mv", stubborn)
    with start(builder, PATH=f"{builder / 'bin'}:{os.environ['PATH']}") as run:
        _, complaint = run.communicate("")
    assert complaint == "The site cannot be written: mv: site is busy\n"
    assert content(builder) == {"site/index.html": "old\n"}
