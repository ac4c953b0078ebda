"""What an SVG picture may hold: shapes and words, nothing that acts or is fetched from elsewhere.

A browser runs scripts in an SVG file that is opened by itself.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

from mentoring_tools.messages import Message, as_is, say
from mentoring_tools.problems import Problem

#: The elements of SVG that only draw.
ELEMENTS = frozenset({
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text",
    "tspan", "title", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath",
    "mask", "use", "symbol", "pattern", "marker", "style",
})  # fmt: skip
_ELSEWHERE = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|javascript:|\\", re.IGNORECASE)


_LENGTH = re.compile(r"\s*(\d{1,5}(?:\.\d+)?)(px|mm|cm|in|pt|pc)?\s*")
# CSS Values and Units 4, section 6.2: a pixel is a 96th of an inch.
_PIXELS = {None: 1, "px": 1, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "pt": 96 / 72, "pc": 16}


class _Found(Exception):  # noqa: N818 - it ends the reading of a file, and is no error
    """What may not stand in a picture."""


def check(file: str, path: Path) -> Iterator[Problem]:
    """What a picture may not hold, as the problem of a file that is called so."""
    if wrong := wrong_in(path):
        line, what = wrong
        found = say("the picture holds {what}", what=what)
        expected = say("shapes and words only: no scripts, no handlers, nothing from elsewhere")
        yield Problem(file, line, found, expected, say("Save it as plain SVG."))


def size_of(path: Path) -> tuple[int, int] | None:
    """The width and the height that a sound picture says of itself, in pixels; None without."""
    given: list[dict[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: given.append(attributes)
    parser.Parse(path.read_bytes(), True)  # noqa: FBT003 - expat takes it no other way
    lengths = [_LENGTH.fullmatch(given[0].get(name, "")) for name in ("width", "height")]
    pixels = [round(float(one[1]) * _PIXELS[one[2]]) for one in lengths if one]
    return (pixels[0], pixels[1]) if len(pixels) == 2 and min(pixels) > 0 else None


def wrong_in(path: Path) -> tuple[int, Message] | None:
    """The line and the name of the first thing that a picture may not hold; None without any."""
    parser = expat.ParserCreate()
    # A word that is cut in two could not be found.
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse(say("a document type"))
    parser.ProcessingInstructionHandler = _refuse(say("an instruction to programs"))
    parser.StartElementHandler = _element
    parser.CharacterDataHandler = _words
    try:
        parser.Parse(path.read_bytes(), True)  # noqa: FBT003 - expat takes it no other way
    except expat.ExpatError as error:
        return error.lineno, say("something that is not XML")
    except _Found as found:
        return parser.CurrentLineNumber, as_is(found.args[0])
    return None


def _refuse(what: Message) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise _Found(what)

    return refuse


def _element(name: str, attributes: dict[str, str]) -> None:
    if name not in ELEMENTS:
        raise _Found(f"<{name}>")
    for key, value in attributes.items():
        local = key.rpartition(":")[2].lower()
        leads = local in ("href", "src") and not value.strip().startswith("#")
        if local.startswith("on") or leads or _ELSEWHERE.search(value):
            raise _Found(f"{key}=")


def _words(text: str) -> None:
    if found := _ELSEWHERE.search(text):
        raise _Found(say("“{words}”", words=found[0].strip()))
