"""What an SVG picture may hold: shapes and words, nothing that acts or is fetched from elsewhere.

A browser runs scripts in an SVG file that is opened by itself.
"""

import re
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from mentoring_tools.messages import Message, as_is, say

#: The elements of SVG that only draw.
ELEMENTS = frozenset({
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text",
    "tspan", "title", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath",
    "mask", "use", "symbol", "pattern", "marker", "style",
})  # fmt: skip
_ELSEWHERE = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|javascript:|\\", re.IGNORECASE)


class _Found(Exception):  # noqa: N818 - it ends the reading of a file, and is no error
    """What may not stand in a picture."""


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
        return error.lineno, say("what is no XML")
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
