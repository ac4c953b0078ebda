"""What a bench finds: single figures, each with its limit, and tables."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, its unit (`×` is a ratio), and the most it may be, if anything.

    With `least`, the limit is the least it may be.
    """

    name: str
    measured: float
    unit: str
    limit: float | None = None
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether it keeps its limit; what has none is always met."""
        if self.limit is None:
            return True
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The name, what was measured, the limit, and what comes of both."""
        if self.limit is None:
            return self.name, self._with_unit(self.measured), "", ""
        words = "at least" if self.least else "at most"
        limit = f"{words} {self._with_unit(self.limit)}"
        return self.name, self._with_unit(self.measured), limit, "met" if self.met else "MISSED"

    def _with_unit(self, value: float) -> str:
        number = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
        return f"{number} {self.unit}".strip()


@dataclass(frozen=True)
class Table:
    """Rows under a head, all of words; the first column is named, the others hold numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Found = Figure | Table
