"""One measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, its unit (`×` is a ratio), and the most it should be, if anything."""

    name: str
    measured: float
    unit: str
    limit: float | None = None
