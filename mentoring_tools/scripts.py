"""Scripts and styles as they are published: small, and under addresses that tell versions apart."""

import re
from hashlib import sha256
from pathlib import Path

import rjsmin

_MODULE = re.compile(r'"(\./[\w-]+\.js)"')


def published(source: str, stamp: str) -> str:
    """The same script, smaller by a third; names stay as they are, imports carry the stamp."""
    return _MODULE.sub(rf'"\1{stamp}"', str(rjsmin.jsmin(source)))


def stamp(assets: Path) -> str:
    """`?` and five digits that stand for the contents of a folder: they change when it does.

    Behind the address of each style and script, they keep a page from meeting those of another
    version of the site, in whatever cache these may lie.
    """
    digest = sha256()
    for path in sorted(path for path in assets.rglob("*") if path.is_file()):
        digest.update(path.relative_to(assets).as_posix().encode() + path.read_bytes())
    return f"?{digest.hexdigest()[:5]}"
