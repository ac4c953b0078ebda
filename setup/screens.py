"""Pictures of every kind of page for contributors: phone and desk, light and dark, from `site/`.

Each picture shows one kind of page four times: what a person sees first, without scrolling.
"""

import camera
from browser import launched
from PIL import Image
from playwright.sync_api import Browser

TARGET = camera.PROJECT / "pictures" / "screens"

#: One page of each kind, by the name of its picture; `sheet` is a tool's page at its worksheet.
PAGES = {
    "home": "",
    "phase": "phases/working/",
    "tool": "tools/lifeline/",
    "sheet": "tools/lifeline/#worksheet",
    "agreement": "agreement/",
    "tools": "tools/",
    "path": "paths/first-job/",
    "guide": "guides/dialogue/",
    "glossary": "guides/glossary/",
    "lost": "404.html",
    "home-english": "en/",
}
#: Widths in CSS pixels, and the colours that the system asks for.
SCREENS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
HEIGHT = 800  # CSS pixels
GAP = 16  # pixels between two screens
COLOURS = 256


def main() -> None:
    """Writes the picture of each kind of page."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with camera.site() as address, launched() as browser:
        for name, path in PAGES.items():
            file = TARGET / f"{name}.png"
            screens = [shot(browser, address + path, *screen) for screen in SCREENS]
            side_by_side(screens).save(file, optimize=True)
            camera.tell(file)


def shot(browser: Browser, url: str, width: int, scheme: str) -> Image.Image:
    """What stands on one screen; `scheme` is light or dark."""
    dark = scheme == "dark"
    # No worker: it would still be fetching when the picture is taken.
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if dark else "light",
        service_workers="block",
    )
    page.goto(url)
    picture = camera.picture(page)
    page.close()
    return picture


def side_by_side(screens: list[Image.Image]) -> Image.Image:
    """All screens in one row, at half their size and in few colours."""
    width = sum(screen.width for screen in screens) + GAP * (len(screens) - 1)
    row = Image.new("RGB", (width, HEIGHT), "white")
    left = 0
    for screen in screens:
        row.paste(screen, (left, 0))
        left += screen.width + GAP
    small = row.resize((width // 2, HEIGHT // 2), Image.Resampling.LANCZOS)
    return camera.few_colours(small, COLOURS)


if __name__ == "__main__":
    main()
