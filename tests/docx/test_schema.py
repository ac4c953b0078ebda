"""The Word files by the schemas of Open XML, blank and filled, as openxml-audit knows them."""

from pathlib import Path

import pytest
import word_reading as reading
from word_schema import schema_faults
from word_sheets import COMBINATIONS, MAKERS, made


def faults(file: bytes, folder: Path) -> list[str]:
    path = folder / "sheet.docx"
    path.write_bytes(file)
    return schema_faults(path)


@pytest.mark.parametrize("languages", COMBINATIONS, ids=str)
@pytest.mark.parametrize("name", MAKERS)
def test_a_file_keeps_to_the_schemas(name: str, languages: tuple[str, ...], tmp_path: Path) -> None:
    assert not faults(made(name, languages), tmp_path)


@pytest.mark.parametrize("name", MAKERS)
def test_a_filled_file_does_so_too(name: str, tmp_path: Path) -> None:
    answers = reading.answers_for(MAKERS[name]("fi").controls)
    assert not faults(reading.fill(made(name, ("fi", "en")), answers), tmp_path)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<w:richText/>", b"<w:poorText/>"),
        (b'w:hRule="atLeast"', b'w:hRule="perhaps"'),
        (b'r:embed="dot"', b'r:embed="nowhere"'),
    ],
)
def test_what_breaks_them_is_seen(right: bytes, wrong: bytes, tmp_path: Path) -> None:
    text = reading.raw(made("lifeline", ("fi",)))
    assert right in text
    broken = reading.replaced(made("lifeline", ("fi",)), text.replace(right, wrong))
    assert faults(broken, tmp_path)
