"""What `make tidy` mends by itself, and what it leaves alone."""

import shutil
from pathlib import Path

import pytest

from mentoring_tools.__main__ import main
from mentoring_tools.content.tidy import tidied

HERE = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("##\u00a0Steps {#steps}\n", "## Steps {#steps}\n"),
        ("• a pen\n• a map\n", "- a pen\n- a map\n"),
        ("tapaa\u00admis\u00admuistio\n", "tapaamismuistio\n"),
        ("a\u200bword\n", "aword\n"),
        ("It's vaa'an.\n", "It’s vaa’an.\n"),
        ("One. \nTwo.\t\n\nThree.   \n\n", "One.\nTwo.\n\nThree.\n\n"),
        ("One.\r\nTwo.\r\n", "One.\nTwo.\n"),
        ("\ufeff---\ntitle: A\u200bB\n---\n", "---\ntitle: AB\n---\n"),
    ],
)
def test_what_cannot_be_meant_is_mended(written: str, right: str) -> None:
    assert tidied(written) == right
    assert tidied(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "One line  \nand a break before it.\n",
        "- Goal `#goal long=3`\n",
        "[It](https://example.org/it's)\n",
        "Say 'yes' or 'no'.\n",
        "10\u00a0000 euroa\n",
    ],
)
def test_what_may_be_meant_is_left(text: str) -> None:
    assert tidied(text) == text


def test_each_change_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = Path(shutil.copytree(HERE / "small", tmp_path / "small"))
    monkeypatch.chdir(small)
    assert main(["tidy"]) == 0
    assert capsys.readouterr().out == "0 files mended.\n"
    file = small / "docs/en/tools/index.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("Choose one.", "• Choose\u00ad one."), "utf-8")
    assert main(["tidy"]) == 0
    assert capsys.readouterr().out == (
        "--- docs/en/tools/index.md\n+++ docs/en/tools/index.md\n@@ -6 +6 @@\n"
        "-• Choose\u00ad one.\n+- Choose one.\n1 files mended.\n"
    )
    assert file.read_text("utf-8") == before.replace("Choose one.", "- Choose one.")
