"""What the disk refuses ends a command in one line: the last site stays, and no traceback."""

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock
from mkdocs.exceptions import Abort

from mentoring_tools import scaffold
from mentoring_tools.__main__ import main
from mentoring_tools.downloads import lock
from mentoring_tools.plugin import MentoringToolsPlugin
from mentoring_tools.problems import refusal
from mentoring_tools.source import kept_files

FULL = OSError(errno.ENOSPC, "No space left on device", ".cache/pages")
FULL_LINE = "The disk is full at .cache/pages. Make room, then give the same command again."


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (FULL, FULL_LINE),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "The disk is full. Make room, then give the same command again.",
        ),
        (
            OSError(errno.EROFS, "Read-only file system", "site"),
            "site cannot be read or written: Read-only file system.",
        ),
        (
            OSError(errno.EACCES, "Permission denied", ".cache"),
            ".cache cannot be read or written: Permission denied.",
        ),
        (
            OSError(errno.ENOENT, "No such file or directory", "gone"),
            "gone is not there. Bring it back: git checkout -- gone",
        ),
        # A mistake of the program keeps its traceback.
        (OSError(errno.EBADF, "Bad file descriptor"), None),
    ],
)
def test_one_line_says_what_the_disk_refused(error: OSError, line: str | None) -> None:
    assert refusal(error) == line


def test_the_writers_commands_say_it(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(*_: object) -> None:
        raise FULL

    monkeypatch.chdir(shutil.copytree(project / "tests" / "small", tmp_path / "small"))
    monkeypatch.setattr(kept_files, "write", full)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == FULL_LINE + "\n"


@pytest.mark.parametrize(
    "mistake", [ValueError("no number"), OSError(errno.EBADF, "Bad file descriptor")]
)
def test_a_mistake_of_the_program_keeps_its_traceback(
    mistake: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise mistake

    monkeypatch.setattr("mentoring_tools.__main__.load", fails)
    with pytest.raises(type(mistake)):
        main(["check"])


def test_a_new_page_is_there_in_every_language_or_in_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = kept_files.write

    def full_in_the_end(file: Path, content: bytes) -> None:
        if file.name == "mkdocs.yml":
            raise FULL
        write(file, content)

    settings = tmp_path / "mkdocs.yml"
    settings.write_text("nav:\n  - tools/one.md\n")
    monkeypatch.setattr(kept_files, "write", full_in_the_end)
    with pytest.raises(OSError, match="No space left"):
        scaffold.write(tmp_path, "tools/two", {"docs/en/tools/two.md": "Two"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [settings]
    assert settings.read_text() == "nav:\n  - tools/one.md\n"


def test_a_build_says_it_and_lets_the_next_one_begin(tmp_path: Path) -> None:
    plugin = MentoringToolsPlugin()
    plugin.on_startup(command="build", dirty=False)
    plugin.turn.enter_context(lock.alone(tmp_path, pytest.fail))
    with pytest.raises(Abort, match=FULL_LINE):
        plugin.on_build_error(error=FULL)
    with lock.alone(tmp_path, pytest.fail):
        pass


@pytest.fixture
def place(workshop: Path, tmp_path: Path) -> Path:
    """A folder that looks like the project, with a site that was built before."""
    for name in workshop.iterdir():
        if name.is_symlink():
            (tmp_path / name.name).symlink_to(name.resolve())
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("before")
    return tmp_path


def site(folder: Path, *words: str | Path, **more: str) -> "subprocess.Popen[str]":
    given = {name: text for name, text in os.environ.items() if name != "SITE_URL"}
    return subprocess.Popen(
        ["setup/site.sh", *words],
        cwd=folder,
        env={**given, "NO_MKDOCS_2_WARNING": "1", "DOWNLOADS": "false", **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def stopped(folder: Path, **more: str) -> str:
    """What a build says that cannot be; the last site is still there, and nothing beside it."""
    with site(folder, **more) as run:
        said, _ = run.communicate()
    assert run.returncode == 1
    assert "Traceback" not in said
    assert [path.name for path in folder.glob("site*")] == ["site"]
    assert (folder / "site" / "index.html").read_text() == "before"
    return said


def test_a_cache_that_cannot_be_written_is_told(place: Path) -> None:
    (place / ".cache").write_text("not a folder")
    line = f"{place / '.cache'} cannot be read or written: File exists.\n"
    assert stopped(place).endswith(line)


@pytest.mark.parametrize("local", ["http://127.0.0.1:8000/", "http://localhost/tools/", ""])
def test_nothing_local_is_built_to_be_published(place: Path, local: str) -> None:
    said = stopped(place, PUBLISH="1", **({"SITE_URL": local} if local else {}))
    assert "SITE_URL does not say where the site will be" in said


def test_a_build_waits_for_another_and_says_what_its_address_means(
    workshop: Path, tmp_path: Path
) -> None:
    with FileLock(workshop / "lock"):
        with lock.alone(workshop / ".cache", pytest.fail):
            run = site(workshop, tmp_path / "site")
            assert run.stdout is not None
            waiting = "Another build uses .cache/: this one waits for it.\n"
            assert next(line for line in run.stdout if line.endswith(waiting))
        with run:
            said, _ = run.communicate()
    assert run.returncode == 0
    *_, named, what_to_do, _, done = said.splitlines()
    assert "name http://127.0.0.1:8000/, for looking at them here only" in named
    assert what_to_do.endswith("make site PUBLISH=1 SITE_URL=https://the.address/of-the-site/")
    assert done == f"The site is in {tmp_path / 'site'}/"
