"""Word's markup as text: elements, words and lengths."""

import re
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

# XML 1.0 forbids them, and Word has an element of its own for the soft hyphen (U+00AD).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u00ad]")


def plain(text: str) -> str:
    """The text without what Word cannot hold."""
    return _UNWRITABLE.sub("", text)


def content(text: str) -> str:
    """Text between tags."""
    return escape(plain(text))


def element(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<name …>children</name>`; the children are markup, attributes without prefix stay so."""
    pairs = "".join(f" {key}={quoteattr(plain(str(v)))}" for key, v in attributes.items())
    inside = "".join(children)
    return f"<{name}{pairs}>{inside}</{name}>" if inside else f"<{name}{pairs}/>"


def w(name: str, /, *children: str, **attributes: str | int) -> str:
    """The same for WordprocessingML, where every attribute has the prefix too."""
    prefixed = {f"w:{key}": value for key, value in attributes.items()}
    return element(f"w:{name}", *children, **prefixed)


def words(text: str) -> str:
    """Text inside a run, with the spaces at its ends."""
    kept = text[:1].isspace() or text[-1:].isspace()
    return element("w:t", content(text), **({"xml:space": "preserve"} if kept else {}))


def root(name: str, /, *children: str, uses: str = "w") -> str:
    """A whole part; `uses` are the prefixes that it declares, with spaces between."""
    spaces = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in uses.split()}
    ignorable = {"mc:Ignorable": "w14"} if "w14" in spaces else {}
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + element(name, *children, **spaces, **ignorable)


def twips(millimetres: float) -> int:
    """Twentieths of a point, Word's unit for most lengths."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """The unit of pictures, 36,000 to a millimetre."""
    return round(millimetres * 36000)
