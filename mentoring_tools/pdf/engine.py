"""WeasyPrint as it is loaded: where a library of the system is missing, that is a problem."""

from typing import Any

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop


def load() -> Any:
    """The layout engine.

    Raises Stop when a library that it needs is not on the machine.
    """
    try:
        import weasyprint  # noqa: PLC0415 - it fails where Pango is missing
    except OSError as error:
        raise Stop([_no_pango(error)]) from None
    return weasyprint


def letters_of_drawings(drawing: Any, family: str) -> None:
    """Lets the words in SVG pictures have this family of letters; twice changes nothing.

    `drawing` is WeasyPrint's module for SVG, in which a function names its module: its own one
    would take letters that each machine has others of.
    """
    write = drawing.text
    if write.__module__ == __name__:
        return

    def text(picture: Any, node: Any, size: float) -> None:
        node.attrib["font-family"] = family
        write(picture, node, size)

    drawing.text = text
    drawing.TAGS.update({tag: text for tag, makes in drawing.TAGS.items() if makes is write})


def _no_pango(error: OSError) -> Problem:
    return Problem(
        "setup/system.sh", 1,
        say("Pango, which lays out the PDF files, is not on this machine ({error})", error=error),
        say("Pango and HarfBuzz, installed once by the system's package manager"),
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    )  # fmt: skip
