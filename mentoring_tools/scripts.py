"""Scripts and styles as they are published: joined, small, and under addresses that tell versions.

A page that is seen for the first time asks for few files. So the styles of a kind of page are one
file, and so are the scripts of a sheet; what is rarely asked for stays apart.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rcssmin
import rjsmin

from mentoring_tools.joining import Scripts

#: The styles that pages name, and what each is joined of, in order, with the media of each part.
#: A page with a sheet has two: what its beginning needs, and, before the sheet, all the rest.
STYLES = {
    "page": (
        *(("screen", "screen"), ("screen", "places")),
        *(("print", "paper"), ("print", "paper-places")),
    ),
    "tool": (("screen", "screen"), ("screen", "steps")),
    "form": (("screen", "sheet"), ("print", "paper"), ("all", "answers")),
}

#: The scripts that are joined, and the modules that each runs, in order. A sheet from which nothing
#: is drawn brings no pens.
SCRIPTS = {
    "sheet": ("rows", "sheet", "offers", "offline"),
    "drawn": ("rows", "sheet", "offers", "line", "rings", "bars", "wheel", "offline"),
    "offline": ("offline",),
}

#: Publishes pages for times without a network; the preview has none.
_WORKER, _OFFLINE = "sw.js", "offline"

#: Where their sources lie under `overrides`: none of these is published as it is.
PLACES = ("assets/css/", "assets/js/", _WORKER)

_MODULE = re.compile(r'"(\./[\w-]+\.js)"')


@dataclass(frozen=True)
class Published:
    """The texts of scripts and styles by their path in the site, and what tells versions apart.

    The stamp is `?` and five digits that stand for all of them and for the pictures: behind the
    address of each, it keeps a page from meeting those of another version of the site, in whatever
    cache these may lie.
    """

    files: Mapping[str, str]
    stamp: str


def published(overrides: Path, *, serving: bool) -> Published:
    """What is published of the folder's scripts and styles. Raises Stop.

    When `serving`, they are joined too, but not made small, and have no stamp.
    """
    scripts = {f"assets/js/{name}.js": text for name, text in _scripts(overrides, serving).items()}
    scripts[_WORKER] = (overrides / _WORKER).read_text("utf-8")
    styles = {f"assets/css/{name}.css": text for name, text in _styles(overrides)}
    if serving:
        return Published(scripts | styles, "")
    small = {path: str(rjsmin.jsmin(text)) for path, text in scripts.items()}
    small |= {path: str(rcssmin.cssmin(text)) for path, text in styles.items()}
    mark = stamp(overrides / "assets/img", small)
    return Published({path: stamped(text, mark) for path, text in small.items()}, mark)


def printed(overrides: Path) -> bytes:
    """What reading pages are printed with, as it is written."""
    parts = [part for media, part in STYLES["page"] if media == "print"]
    return b"".join((overrides / f"assets/css/{part}.css").read_bytes() for part in parts)


def stamp(pictures: Path, texts: Mapping[str, str]) -> str:
    """What stands for pictures and texts: it changes when any of them does, or its name."""
    digest = sha256("".join(f"{path}\n{text}\n" for path, text in sorted(texts.items())).encode())
    for path in sorted(path for path in pictures.rglob("*") if path.is_file()):
        digest.update(path.relative_to(pictures).as_posix().encode() + path.read_bytes())
    return f"?{digest.hexdigest()[:5]}"


def stamped(script: str, mark: str) -> str:
    """The script with the stamp behind each module that it imports, at once or later."""
    return _MODULE.sub(rf'"\1{mark}"', script)


def _scripts(overrides: Path, serving: bool) -> dict[str, str]:  # noqa: FBT001 - inner
    folder = overrides / "assets/js"
    sources = {file.stem: file.read_text("utf-8") for file in sorted(folder.glob("*.js"))}
    runs = {
        name: tuple(module for module in modules if not serving or module != _OFFLINE)
        for name, modules in SCRIPTS.items()
    }
    place = f"{overrides.name}/assets/js"
    return Scripts(
        sources, place, {name: modules for name, modules in runs.items() if modules}
    ).published()


def _styles(overrides: Path) -> Iterator[tuple[str, str]]:
    for name, parts in STYLES.items():
        texts = [
            (media, (overrides / f"assets/css/{part}.css").read_text("utf-8"))
            for media, part in parts
        ]
        joined = [
            text if media == "all" else f"@media {media} {{\n{text}}}\n" for media, text in texts
        ]
        yield name, "".join(joined)
