"""The whole toolkit as one zip: a folder for each phase, and a file that says what is what."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

#: A fixed moment, so that the same files make the same bytes; zip knows none before 1980.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of the files, each with its path inside; the same files make the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        for path, content in files:
            info = zipfile.ZipInfo(path, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            pack.writestr(info, content)
    return buffer.getvalue()


def sums(files: Iterable[tuple[str, str]]) -> str:
    """Lines for `sha256sum --check`: each file's hash and path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(files))
