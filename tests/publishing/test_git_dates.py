"""Dates of files from git: the last commit's, or none where git does not know for sure."""

import subprocess
from pathlib import Path

import pytest

from mentoring_tools.publishing import git_dates

PAGE = "docs/fi/tools/lifeline.md"
OTHER = "docs/fi/öinen sivu.md"
MAY = "2024-05-01T12:00:00+03:00"
JUNE = "2024-06-01T12:00:00+03:00"


def git(project: Path, *words: str, time: str = MAY) -> None:
    who = {"NAME": "a", "EMAIL": "a@example.org", "DATE": time}
    env = {f"GIT_{role}_{key}": v for role in ("AUTHOR", "COMMITTER") for key, v in who.items()}
    command = ["git", "-C", str(project), *words]
    subprocess.run(command, env={"PATH": "/usr/bin:/bin", **env}, check=True, capture_output=True)


def commit(project: Path, *paths: str, time: str) -> None:
    for path in paths:
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(time)
    git(project, "add", "--all")
    git(project, "commit", "--message", "A change", time=time)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project below the top of a repository, with two pages; one was changed later."""
    folder = tmp_path / "whole" / "project"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "--quiet")
    commit(folder, PAGE, OTHER, "mkdocs.yml", time=MAY)
    commit(folder, PAGE, time=JUNE)
    return folder


def test_each_page_has_the_time_of_its_last_commit(project: Path) -> None:
    assert git_dates.dates(project, "docs") == {PAGE: JUNE, OTHER: MAY}


def test_of_a_page_that_has_changed_since_nothing_is_known(project: Path) -> None:
    (project / PAGE).write_text("not committed")
    (project / "docs" / "new.md").write_text("not committed either")
    assert git_dates.dates(project, "docs") == {OTHER: MAY}
    git(project, "add", "--all")
    assert git_dates.dates(project, "docs") == {OTHER: MAY}


def test_part_of_a_history_tells_no_dates(project: Path, tmp_path: Path) -> None:
    part = tmp_path / "part"
    git(tmp_path, "clone", "--depth=1", project.parent.as_uri(), str(part))
    assert (part / "project" / PAGE).is_file()
    assert git_dates.dates(part / "project", "docs") == {}


def test_without_a_repository_or_git_nothing_is_known(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert git_dates.dates(tmp_path, "docs") == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git_dates.dates(project, "docs") == {}


def test_another_users_folder_is_read_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert git_dates.dates(project, "docs") == {PAGE: JUNE, OTHER: MAY}
