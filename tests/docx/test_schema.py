"""The Word files by the schemas of Open XML, blank and filled, as openxml-audit knows them."""

from pathlib import Path

import pytest
import word_reading as reading
from openxml_audit import OpenXmlValidator
from word_sheets import COMBINATIONS, MAKERS, made

#: What it says wrongly: `w:type` of a prompt is no section's type (ISO/IEC 29500-1, 17.12.15), and
#: a file need have neither a theme nor a table of fonts (11.3.5, 14.2.7).
WRONG = ("Value 'bbPlcHdr' is not in allowed", "/relationships/theme'", "/relationships/fontTable'")


def faults(file: bytes, folder: Path) -> list[str]:
    path = folder / "sheet.docx"
    path.write_bytes(file)
    said = [error.description for error in OpenXmlValidator().validate(path).errors]
    return [words for words in said if not any(wrong in words for wrong in WRONG)]


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
