"""Mends what can be mended by itself in the pages, and shows each change as a difference.

Only what cannot be meant is changed: invisible characters, bullets and spaces of other programs,
straight apostrophes inside words, spaces at the ends of lines, line ends of other systems.
"""

import re
from difflib import unified_diff
from pathlib import Path

from mentoring_tools.source import pasted

_SOFT = re.compile("\N{SOFT HYPHEN}")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_CODE = re.compile(r"(`[^`\n]*`|\]\([^)\n]*\)|https?://\S+)")
# Two spaces before another line of words are a line break in Markdown.
_ENDS = re.compile(r"[ \t]+$(?!\n[^\n])|(?<![ \t])[ \t]$", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def tidied(text: str) -> str:
    """A page's text, mended."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    head, body = (text[: front.end()], text[front.end() :]) if front else ("", text)
    head = pasted.SIGN.sub("", _SOFT.sub("", head))
    body, _ = pasted.mended(_SOFT.sub("", body), "", 1)
    pieces = _CODE.split(body)
    pieces[::2] = [_APOSTROPHE.sub("’", piece) for piece in pieces[::2]]
    return _ENDS.sub("", head + "".join(pieces))


def changes(root: Path) -> dict[str, str]:
    """The new text of each page that can be mended, by its path; others are left out.

    A file that is not UTF-8, or a link to elsewhere, is left as it is.
    """
    found = {}
    for path in sorted((root / "docs").rglob("*.md")):
        if path.is_symlink():
            continue
        try:
            before = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        if (after := tidied(before)) != before:
            found[path.relative_to(root).as_posix()] = after
    return found


def difference(root: Path, file: str, after: str) -> str:
    """What changes in a file, as a unified difference; an old line end shows as its escape."""
    before = (root / file).read_bytes().decode("utf-8")
    old, new = (text.replace("\r", "\\r").split("\n") for text in (before, after))
    return "\n".join(unified_diff(old, new, file, file, lineterm="", n=0))
