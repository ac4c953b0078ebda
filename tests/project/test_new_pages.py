"""What `make new-tool`, `make new-path` and `make new-guide` write passes the check at once."""

import shutil
from pathlib import Path

import pytest

from mentoring_tools.__main__ import main

PARTS = ("docs", "words", "mentoring_tools/strings", ".cache/words", ".cache/pages")


@pytest.fixture
def copied(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all that is written, and the current folder."""
    for part in PARTS:
        if (project / part).is_dir():
            shutil.copytree(project / part, tmp_path / part)
    shutil.copy(project / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_new_pages_of_each_kind_have_no_problem(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind, folder in (("tool", "tools"), ("path", "paths"), ("guide", "guides")):
        assert main(["new", kind, "our-own"]) == 0
        for code in ("fi", "en"):
            assert (copied / "docs" / code / folder / "our-own.md").is_file()
    written = capsys.readouterr().out.splitlines()
    assert written.count("wrote mkdocs.yml") == 3
    assert main(["check"]) == 0, capsys.readouterr().err
