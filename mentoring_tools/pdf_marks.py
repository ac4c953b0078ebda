"""The looks of form fields in a PDF: small drawings in a box, in points, its corner at 0, 0.

The boxes themselves are drawn on the page, so that paper has them too; these are what is put in.
"""

#: Where a circle's curves bend: 4/3 · (√2 − 1) of its radius.
_BEND = 0.5523


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
