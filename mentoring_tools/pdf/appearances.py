"""The looks of form fields in a PDF: small drawings in points, their lower left corner at 0, 0.

Boxes and circles stand on the page itself, so that paper and every viewer have them; the marks
are what is put in.
"""

#: Where a circle's curves bend: 4/3 · (√2 − 1) of its radius.
_BEND = 0.5523


#: The lines of boxes and circles: dark enough to be seen, lighter than what is put in.
_LINE = "0.27 0.32 0.3 RG 0.8 w"


def box(width: float, height: float) -> str:
    """A check box to tick."""
    return f"{_LINE} 0.4 0.4 {_n(width - 0.8)} {_n(height - 0.8)} re S"


def circle(width: float, height: float) -> str:
    """A radio button to mark."""
    radius = min(width, height) / 2
    return f"{_LINE} {_circle(width / 2, height / 2, radius - 0.4)} s"


def tick(width: float, height: float) -> str:
    """A tick from side to side of a check box."""
    points = [(0.18, 0.52), (0.42, 0.24), (0.84, 0.82)]
    first, *others = (f"{_n(x * width)} {_n(y * height)}" for x, y in points)
    lines = " ".join(f"{point} l" for point in others)
    return f"0 G 1.5 w 1 J 1 j {first} m {lines} S"


def dot(width: float, height: float) -> str:
    """A full circle in the middle of a radio button."""
    return f"0 g {_circle(width / 2, height / 2, min(width, height) * 0.28)} f"


def ring(width: float, height: float) -> str:
    """A heavy ring, for a button with a number inside that must stay readable."""
    radius = min(width, height) / 2
    outer = _circle(width / 2, height / 2, radius)
    inner = _circle(width / 2, height / 2, radius - max(1.2, radius * 0.2))
    return f"0 g {outer} {inner} f*"


def answer() -> str:
    """An empty answer, between the marks that tell a viewer which part is its to fill."""
    return "/Tx BMC EMC"


def nothing() -> str:
    """A button that is off: a stream of no bytes at all would not be what its filter promises."""
    return "q Q"


def _circle(x: float, y: float, r: float) -> str:
    b = r * _BEND
    parts = (
        (x + r, y, "m"),
        (x + r, y + b, x + b, y + r, x, y + r, "c"), (x - b, y + r, x - r, y + b, x - r, y, "c"),
        (x - r, y - b, x - b, y - r, x, y - r, "c"), (x + b, y - r, x + r, y - b, x + r, y, "c"),
    )  # fmt: skip
    return " ".join(" ".join(p if isinstance(p, str) else _n(p) for p in part) for part in parts)


def _n(number: float) -> str:
    return f"{number:.2f}"
