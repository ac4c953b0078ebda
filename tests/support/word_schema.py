"""What the schemas of Open XML forbid in a Word file, as openxml-audit knows them."""

from pathlib import Path

from openxml_audit import OpenXmlValidator

#: What it says wrongly: `w:type` of a prompt is no section's type (ISO/IEC 29500-1, 17.12.15), and
#: a file need have neither a theme nor a table of fonts (11.3.5, 14.2.7).
WRONG = ("Value 'bbPlcHdr' is not in allowed", "/relationships/theme'", "/relationships/fontTable'")


def schema_faults(file: Path) -> list[str]:
    """What is told of the file, without what is told wrongly."""
    said = [error.description for error in OpenXmlValidator().validate(file).errors]
    return [words for words in said if not any(wrong in words for wrong in WRONG)]
