"""The pictures of pages: beside the page's file, or in `docs/pictures/` for all languages.

A page names a picture by the path from its own file, as a code host previews it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from mentoring_tools.content import svg
from mentoring_tools.content.model import Library
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Document, Link

#: The folder of the pictures that all languages share, under `docs/`.
SHARED = "pictures"

#: The endings of pictures that browsers, PDF and previews all know.
ENDINGS = (".png", ".jpg", ".jpeg", ".svg")

#: The most of a picture: bytes, and pixels of its longer side.
BYTES, PIXELS = 300_000, 2_000


@dataclass(frozen=True)
class Picture:
    """A picture's file, its size in pixels, and a hash of what is in it."""

    path: Path
    width: int
    height: int
    digest: str


def read(root: Path) -> tuple[dict[str, Picture], list[Problem]]:
    """Every picture by its path under `docs/`, and a problem for each that cannot be shown."""
    docs = root / "docs"
    found: dict[str, Picture] = {}
    problems: list[Problem] = []
    for file in sorted(docs.rglob("*")):
        if file.suffix.lower() not in ENDINGS or file.is_symlink() or not file.is_file():
            continue
        path = file.relative_to(docs).as_posix()
        wrong = list(svg.check(f"docs/{path}", file)) if file.suffix == ".svg" else []
        picture = None if wrong else _read(file)
        # One that cannot be shown is told of once, and not again on each page that names it.
        found[path] = picture or Picture(file, 0, 0, "")
        problems += wrong or _wrong(f"docs/{path}", file, picture)
    return found, problems


def _read(file: Path) -> Picture | None:
    size = svg.size_of(file) if file.suffix == ".svg" else _measured(file)
    return Picture(file, *size, sha256(file.read_bytes()).hexdigest()) if size else None


def _measured(file: Path) -> tuple[int, int] | None:
    from PIL import Image  # noqa: PLC0415 - most builds have no picture to look at

    try:
        with Image.open(file, formats=("PNG", "JPEG")) as image:
            image.verify()
            return image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _wrong(file: str, path: Path, picture: Picture | None) -> Iterator[Problem]:
    size = path.stat().st_size
    if picture is None and path.suffix == ".svg":
        found = say("the picture does not say how large it is")
        expected = say("width and height in its first element, as numbers")
        example = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" '
        yield Problem(file, 1, found, expected, example + 'width="640" height="360">')
    elif picture is None:
        expected = say("a whole PNG or JPEG picture, saved under this name")
        found = say("the picture cannot be read")
        yield Problem(file, 1, found, expected, say("Save it again as PNG."))
    elif size > BYTES or max(picture.width, picture.height) > PIXELS:
        found = say("the picture has {width} × {height} pixels and {size} kB",
                    width=picture.width, height=picture.height, size=size // 1000)  # fmt: skip
        expected = say("at most {pixels} pixels a side and {size} kB: phones have to fetch it",
                       pixels=PIXELS, size=BYTES // 1000)  # fmt: skip
        yield Problem(file, 1, found, expected, say("Make it smaller, and save it as JPEG."))


def shared(pictures: Mapping[str, Picture]) -> Iterator[tuple[str, Path]]:
    """The pictures of all languages: the address of each, and its file."""
    for path, picture in pictures.items():
        if path.startswith(f"{SHARED}/"):
            yield path, picture.path


def stamp_of(file: Path) -> str:
    """What stands behind a picture's address, so that no cache shows an older one: `?` and five."""
    return f"?{sha256(file.read_bytes()).hexdigest()[:5]}"


def path_of(target: str, document: Document) -> str:
    """The path under `docs/` of a picture that a page names."""
    return normpath(join(document.language, dirname(document.slug), target))


def check(library: Library, pictures: Mapping[str, Picture]) -> Iterator[Problem]:
    """Every picture that a page names and that cannot stand there."""
    for code in library.codes:
        for page in library.every(code):
            for image in page.document.images:
                yield from _of_image(image, page.document, pictures)


def _of_image(
    image: Link, document: Document, pictures: Mapping[str, Picture]
) -> Iterator[Problem]:
    path = path_of(image.target, document)
    example = f"![{image.words or '…'}]({{}})"
    if not image.external and not path.endswith(ENDINGS):
        found = say("“{target}” is not a picture that every program can show", target=image.target)
        found = found if image.target else say("a picture without a file")
        expected = say("a file that ends in {endings}, beside the page or in {folder}",
                       endings=", ".join(ENDINGS), folder=f"docs/{SHARED}/")  # fmt: skip
        near = _near(path, document, pictures)
        yield Problem(document.file, image.line, found, expected, example.format(near))
    elif image.external:
        found = say("a picture from elsewhere: {target}", target=image.target)
        expected = say("a file beside the page or in {folder}: nothing is fetched from others",
                       folder=f"docs/{SHARED}/")  # fmt: skip
        own = image.target.rpartition("/")[2]
        yield Problem(document.file, image.line, found, expected, example.format(own or "name.png"))
    elif path not in pictures:
        found = say("the picture “{target}” is not there: no file {path}",
                    target=image.target, path=f"docs/{path}")  # fmt: skip
        expected = say("a {endings} beside the page or in {folder}",
                       endings=", ".join(ENDINGS), folder=f"docs/{SHARED}/")  # fmt: skip
        near = _near(path, document, pictures)
        yield Problem(document.file, image.line, found, expected, example.format(near))


def _near(path: str, document: Document, pictures: Mapping[str, Picture]) -> str:
    there = [one for one in pictures if one.partition("/")[0] in (SHARED, document.language)]
    near = get_close_matches(path, sorted(there), 1, cutoff=0)
    here = join(document.language, dirname(document.slug))
    return relpath(near[0], here) if near else "name.png"
