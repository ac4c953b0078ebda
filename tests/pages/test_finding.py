"""The search's files, which are kept as long as what they are made from stays the same."""

import dataclasses
from pathlib import Path

import pytest

from mentoring_tools.pages import finding
from mentoring_tools.project import Project, load
from mentoring_tools.search import index


@pytest.fixture(scope="module")
def real(project: Path) -> Project:
    return load(project)


@pytest.fixture
def root(project: Path, tmp_path: Path) -> Path:
    """A project's folder with nothing kept yet."""
    (tmp_path / "words").symlink_to(project / "words")
    return tmp_path


def refuse(*_: object) -> None:
    pytest.fail("the index was made again")


def test_what_has_not_changed_is_not_made_again(
    real: Project, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = finding._kept(real, "en", root)
    assert made[0][0] == "lookup/en/index.json"
    monkeypatch.setattr(index, "build", refuse)
    assert finding._kept(real, "en", root) == made


def test_all_that_a_result_shows_counts(real: Project) -> None:
    page = real.library.of("en")["guides/glossary"]
    front = page.front_matter.model_copy(update={"description": "Other words."})
    other = dataclasses.replace(page, front_matter=front)
    assert finding._says(real, other) != finding._says(real, page)


def test_another_word_or_a_damaged_file_makes_it_again(real: Project, root: Path) -> None:
    made = finding._kept(real, "en", root)
    words = {**real.words, "en": {**real.words["en"], "kind_tool": "Gadget"}}
    changed = finding._kept(dataclasses.replace(real, words=words), "en", root)
    assert "Gadget" in changed[0][1]
    file = root / ".cache" / "lookup" / "en"
    file.write_bytes(file.read_bytes()[:100])
    assert finding._kept(real, "en", root) == made
