"""The scripts that set up, tried where something is missing, was cut off or has changed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import BROKEN, FINE, command

# What the scripts themselves need; everything else is out of reach on the PATH of these tests.
BASICS = ["dirname", "env", "find", "head", "id", "mkdir", "rm"]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder of commands without apt, without libraries, and with a Python that finds nothing."""
    folder = tmp_path / "bin"
    command(folder, "python3", BROKEN)
    for name in BASICS:
        # Not a link: a test that puts its own in the place would write through it.
        command(folder, name, f'#!/bin/sh\nexec {shutil.which(name)} "$@"\n')
    return folder


def system(project: Path, path: Path, word: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [project / "setup" / "system.sh", word],
        env={"PATH": str(path), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_apt_one_message_names_what_to_install(project: Path, bare: Path) -> None:
    run = system(project, bare, "build")
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == (
        "There is no apt-get here (the names below are Debian's).\n"
        "Install these, then give the same command again: python3-venv libpango-1.0-0"
        " libpangoft2-1.0-0 libfontconfig1 libharfbuzz-subset0 hunspell-en-gb\n"
    )


def test_without_any_python_debians_is_installed(project: Path, bare: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    command(bare, "apt-get", f'#!/bin/sh\necho "$@" >> {calls}\n')
    command(bare, "id", "#!/bin/sh\necho 0\n")
    assert system(project, bare, "build").returncode == 0
    assert "install -y --no-install-recommends python3-venv" in calls.read_text()


def test_a_python_that_is_not_there_is_told(project: Path, bare: Path) -> None:
    run = system(project, bare, "build", PYTHON="python4")
    assert run.returncode == 1
    assert run.stderr == (
        "No Python 3.11 or newer answers to: python4\n"
        "Install one, or say its name, as in: make site PYTHON=python3.13\n"
    )


def test_a_python_of_another_name_is_found(project: Path, bare: Path) -> None:
    command(bare, "python3.13", FINE)
    run = subprocess.run(
        [project / "setup" / "python.sh"],
        env={"PATH": str(bare)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "python3.13\n"


def test_where_all_is_there_nothing_is_said_or_done(project: Path, bare: Path) -> None:
    command(bare, "python3", FINE)
    run = system(project, bare, "build")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


# The kinds of browser beside Chromium, and the screen for one of them.
BROWSERS = ("firefox-esr", "WebKitWebDriver", "Xvfb")


def test_another_browser_spares_debians(project: Path, bare: Path) -> None:
    for name in ("python3", *BROWSERS, "soffice", "pdftotext", "qpdf", "javac", "mutool", "git"):
        command(bare, name, FINE)
    assert system(project, bare, "test", CHROMIUM="/opt/browser").returncode == 0
    run = system(project, bare, "test")
    assert run.returncode == 1
    assert run.stderr.endswith("again: chromium-headless-shell chromium\n")


def test_only_what_is_missing_is_installed(project: Path, bare: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    for name in ("apt-get", "sudo"):
        command(bare, name, f'#!/bin/sh\necho {name} "$@" >> {calls}\n')
    others = ("soffice", "pdftotext", "javac", "mutool", "git")
    for name in ("python3", "chromium", "chromium-headless-shell", *BROWSERS, *others):
        command(bare, name, FINE)
    command(bare, "id", "#!/bin/sh\necho 1000\n")
    assert system(project, bare, "test").returncode == 0
    assert "apt-get install -y --no-install-recommends qpdf" in calls.read_text()
    assert all(line.startswith("sudo -- ") for line in calls.read_text().splitlines())


def fetched(project: Path, bare: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Asks for nginx, where the machine has none of its own."""
    script = (project / "setup" / "nginx.sh").read_text().replace('has_nginx ""', "false")
    return subprocess.run(
        ["/bin/sh", "-c", script, "nginx.sh", target],
        env={"PATH": str(bare)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nginx_is_unpacked_and_not_installed(project: Path, bare: Path, tmp_path: Path) -> None:
    target = tmp_path / "nginx"
    calls = tmp_path / "calls"
    for name in ("mktemp", "touch"):
        command(bare, name, f'#!/bin/sh\nexec {shutil.which(name)} "$@"\n')
    command(bare, "apt-get", f'#!/bin/sh\necho "$@" >> {calls}\ntouch nginx.deb\n')
    command(
        bare,
        "dpkg-deb",
        f'#!/bin/sh\nPATH={os.environ["PATH"]}\nmkdir -p "$3/usr/sbin" "$3/etc/nginx"\n'
        'printf "#!/bin/sh\\n" > "$3/usr/sbin/nginx"\nchmod +x "$3/usr/sbin/nginx"\n'
        ': > "$3/etc/nginx/mime.types"\n',
    )
    assert fetched(project, bare, target).returncode == 0
    assert [line.split()[-3:] for line in calls.read_text().splitlines()] == [
        ["download", "nginx", "nginx-common"]
    ]
    again = fetched(project, bare, target)
    assert (again.returncode, again.stdout) == (0, "")
    assert len(calls.read_text().splitlines()) == 1


def test_without_apt_nginx_is_asked_for(project: Path, bare: Path, tmp_path: Path) -> None:
    run = fetched(project, bare, tmp_path / "nginx")
    assert run.returncode == 1
    assert run.stderr == (
        "There is no apt-get here. Install nginx, then give the same command again.\n"
    )
