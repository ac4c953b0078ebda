"""Speed and sizes as a table: `make bench`. Speeds are ratios in one run."""

import builds
import keystroke
import sizes
from figures import Figure


def main() -> None:
    """Measures everything, one topic after the other, and prints each as it is known."""
    print(f"{'figure':<62}{'measured':>12}{'at most':>12}")
    for topic in (builds.figures, sizes.figures, keystroke.figures):
        for figure in topic():
            print(told(figure), flush=True)


def told(figure: Figure) -> str:
    """A line of the table."""
    limit = "" if figure.limit is None else f"{figure.limit:g} {figure.unit}"
    late = "  ← over" if figure.limit is not None and figure.measured > figure.limit else ""
    return f"{figure.name:<62}{f'{figure.measured:.3g} {figure.unit}':>12}{limit:>12}{late}"


if __name__ == "__main__":
    main()
