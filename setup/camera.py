"""What the scripts that make pictures share: a browser, the built site's address, few colours."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page
from serving import Host, served

PROJECT = Path(__file__).resolve().parent.parent


@contextmanager
def site() -> Iterator[str]:
    """The address at which `site/` is served meanwhile, ending in a slash."""
    with served(Host(PROJECT / "site")) as address:
        yield address


def picture(page: Page) -> Image.Image:
    """What the page shows now."""
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def few_colours(drawn: Image.Image, colours: int) -> Image.Image:
    """The same in so many colours: flat drawings and text need no more, and weigh a third.

    Small things keep their colours too: a phase's word in the menu has one that nothing else has.
    """
    return drawn.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)


def tell(file: Path) -> None:
    """Says what was made."""
    print(f"{file.relative_to(PROJECT)}: {file.stat().st_size // 1000} kB")
