"""Compiled templates are kept between runs, and a damaged one is compiled again."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from mentoring_tools.pages.template_cache import TemplateCache


def rendered(folder: Path) -> str:
    """What a new process makes of a template."""
    loader = DictLoader({"page.html": "Hei {{ name }}"})
    templates = Environment(loader=loader, bytecode_cache=TemplateCache(folder), autoescape=True)
    return templates.get_template("page.html").render(name="Amina")


def test_a_template_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "templates"
    assert rendered(folder) == "Hei Amina"
    (kept,) = folder.iterdir()
    before = kept.stat().st_mtime_ns
    assert rendered(folder) == "Hei Amina"
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"\x00" * 200, None])
def test_a_damaged_one_is_told_and_compiled_again(
    tmp_path: Path, damage: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    folder = tmp_path / ".cache" / "templates"
    rendered(folder)
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-9] if damage is None else damage)
    assert rendered(folder) == "Hei Amina"
    assert caplog.messages == [f".cache/templates/{kept.name} is damaged, and is made again."]
    assert kept.read_bytes() == whole
