"""How a golden case changes a small project."""

from pathlib import Path
from typing import Any


def spoil(project: Path, case: dict[str, Any]) -> None:
    """Makes a case's changes: `replace` words in files, `write`, `remove` or `link` whole files."""
    for path, pairs in case.get("replace", {}).items():
        for old, new in pairs.items():
            replace(project / path, old, new)
    for path, text in case.get("write", {}).items():
        content = bytes.fromhex(text["hex"]) if isinstance(text, dict) else text.encode()
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(content)
    for path in case.get("remove", []):
        (project / path).unlink()
    for path, target in case.get("link", {}).items():
        (project / path).symlink_to(target)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) >= 1, f"{file} does not hold {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")
