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


def _no_pango(error: OSError) -> Problem:
    return Problem(
        "setup/system.sh", 1,
        say("Pango, which lays out the PDF files, is not on this machine ({error})", error=error),
        say("Pango and HarfBuzz, installed once by the system's package manager"),
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    )  # fmt: skip
