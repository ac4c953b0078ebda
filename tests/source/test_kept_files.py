"""What is kept between runs is written whole or not at all."""

import errno
from pathlib import Path

import pytest

from mentoring_tools.source import kept_files


def test_a_full_disk_is_told_with_its_place_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        write(file, content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    kept_files.keep(tmp_path / "kept", b"before")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left") as stop:
        kept_files.keep(tmp_path / "kept", b"after")
    assert stop.value.filename == str(tmp_path / "kept")
    assert kept_files.kept(tmp_path / "kept") == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]
