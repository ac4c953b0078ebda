"""The script that sets up the virtual environment, with a Python that only notes what is asked."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import FINE, SOMEBODY, command, read_only

# Notes each virtual environment and each installation; its version and its luck are given.
PYTHON = """\
#!/bin/sh
case "$*" in
    "-m venv --clear .venv")
        echo venv >>calls
        rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-m pip"*) echo pip >>calls; [ -z "${CUT_OFF:-}" ] ;;
    *print*) echo "Python ${VERSION:-3.11}" ;;
esac
"""
# One for the packages, one for the project itself.
MADE = ["venv", "pip", "pip"]


@pytest.fixture
def clone(project: Path, tmp_path: Path) -> Path:
    """A folder as it is after cloning, where the system has all that is needed."""
    folder = tmp_path / "a folder with ä"
    shutil.copytree(project / "setup", folder / "setup")
    for name in ("requirements.txt", "requirements-test.txt", "pyproject.toml"):
        (folder / name).write_text(name)
    command(folder / "setup", "system.sh", FINE)
    command(folder / "setup", "nginx.sh", FINE)
    command(tmp_path / "bin", "python3", PYTHON)
    return folder


def start(clone: Path, stage: str = "build", **more: str) -> "subprocess.Popen[str]":
    path = f"{clone.parent / 'bin'}:{os.environ['PATH']}"
    return subprocess.Popen(
        [clone / "setup" / "environment.sh", stage],
        env={"PATH": path, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def set_up(clone: Path, stage: str = "build", **more: str) -> tuple[int, str, str]:
    run = start(clone, stage, **more)
    said, complaint = run.communicate()
    return run.returncode, said, complaint


def done(clone: Path) -> list[str]:
    """What was done since this was last asked."""
    calls = clone / "calls"
    lines = calls.read_text().splitlines() if calls.exists() else []
    calls.unlink(missing_ok=True)
    return lines


def test_a_second_run_does_and_says_nothing(clone: Path) -> None:
    assert set_up(clone)[0] == 0
    assert done(clone) == MADE
    assert set_up(clone) == (0, "", "")
    assert done(clone) == []


def test_tests_need_what_a_build_needs_first(clone: Path) -> None:
    assert set_up(clone, "test")[0] == 0
    assert done(clone) == [*MADE, "pip"]
    assert set_up(clone, "test") == set_up(clone) == (0, "", "")


def test_a_virtual_environment_without_pip_is_made_again(clone: Path) -> None:
    subprocess.run(["python3", "-m", "venv", "--without-pip", ".venv"], cwd=clone, check=True)
    status, said, _ = set_up(clone)
    assert (status, done(clone)) == (0, MADE)
    assert said.startswith("What is in .venv was cut off, or is for another folder or Python")


def test_what_was_cut_off_is_made_again(clone: Path) -> None:
    status, _, complaint = set_up(clone, CUT_OFF="yes")
    assert status == 1
    assert complaint.startswith("The packages are not installed; the lines above say why.")
    assert done(clone) == ["venv", "pip"]
    assert set_up(clone)[0] == 0
    assert done(clone) == MADE


def test_tests_that_were_cut_off_leave_nothing_half_made(clone: Path) -> None:
    set_up(clone)
    assert set_up(clone, "test", CUT_OFF="yes")[0] == 1
    done(clone)
    assert set_up(clone)[0] == 0
    assert done(clone) == MADE


def test_other_packages_are_installed_into_what_is_there(clone: Path) -> None:
    set_up(clone)
    done(clone)
    (clone / "requirements.txt").write_text("other packages")
    assert set_up(clone)[0] == 0
    assert done(clone) == ["pip", "pip"]


def test_a_folder_that_was_renamed_is_set_up_again(clone: Path) -> None:
    set_up(clone)
    renamed = clone.rename(clone.with_name("renamed"))
    done(renamed)
    assert set_up(renamed)[0] == 0
    assert done(renamed) == MADE


def test_another_version_of_python_is_set_up_again(clone: Path) -> None:
    set_up(clone)
    done(clone)
    assert set_up(clone, VERSION="3.13")[0] == 0
    assert done(clone) == MADE


def test_a_python_that_is_gone_is_replaced(clone: Path) -> None:
    set_up(clone)
    done(clone)
    (clone / ".venv" / "bin" / "python").unlink()
    assert set_up(clone)[0] == 0
    assert done(clone) == MADE


def test_the_python_that_is_named_stays(clone: Path) -> None:
    newer = PYTHON.replace("${VERSION:-3.11}", "3.12")
    command(clone.parent / "bin", "python3.12", newer)
    set_up(clone)
    done(clone)
    assert set_up(clone, PYTHON="python3.12")[0] == 0
    assert done(clone) == MADE
    assert set_up(clone) == set_up(clone, PYTHON="python3.12") == (0, "", "")


@pytest.fixture
def busy(clone: Path) -> Iterator["subprocess.Popen[str]"]:
    """A set-up that goes on until it is given an end of its input."""
    command(clone / "setup", "system.sh", "#!/bin/sh\necho begun\nread -r _ || true\n")
    with subprocess.Popen(
        ["setup/environment.sh", "build"],
        cwd=clone,
        env={"PATH": f"{clone.parent / 'bin'}:{os.environ['PATH']}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "begun\n"
        yield running


def test_a_second_set_up_waits_for_the_first(clone: Path, busy: "subprocess.Popen[str]") -> None:
    second = start(clone)
    assert second.stdout is not None
    assert second.stdout.readline() == "Another command is setting up .venv: waiting for it\n"
    busy.communicate("")
    assert second.communicate() == ("", "")
    assert (busy.returncode, second.returncode) == (0, 0)
    assert done(clone) == MADE


def test_a_folder_of_someone_else_is_told(clone: Path) -> None:
    with read_only(clone.parent) as place:
        run = subprocess.run(
            [place / clone.name / "setup" / "environment.sh", "build"],
            env={"PATH": f"{place / 'bin'}:{os.environ['PATH']}"},
            user=SOMEBODY,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith(f"{place / clone.name}/.venv cannot be written to: it belongs to ")
