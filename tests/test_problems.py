"""Bad input, case by case: each file in `cases/` spoils the small project and says what is told."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from mentoring_tools import check
from mentoring_tools.problems import Stop

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a small project without a problem."""
    return Path(shutil.copytree(HERE / "small", tmp_path / "small"))


def test_the_small_project_has_no_problem(small: Path) -> None:
    material = check.material(small)
    assert material.library.codes == ("fi", "en")
    assert len(material.library.of("en")) == 7


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_mistake_is_told_with_its_place_and_a_right_example(case: Path, small: Path) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    spoil(small, told)
    with pytest.raises(Stop) as stop:
        check.material(small)
    assert str(stop.value) == told["told"].rstrip("\n")


def spoil(project: Path, case: dict[str, Any]) -> None:
    """Makes a case's changes: `replace` words in files, `write` or `remove` whole files."""
    for path, pairs in case.get("replace", {}).items():
        for old, new in pairs.items():
            replace(project / path, old, new)
    for path, text in case.get("write", {}).items():
        content = bytes.fromhex(text["hex"]) if isinstance(text, dict) else text.encode()
        (project / path).write_bytes(content)
    for path in case.get("remove", []):
        (project / path).unlink()


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) >= 1, f"{file} does not hold {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")
