"""Pictures of every kind of page for contributors, from `site/`: four widths, light and dark.

Each picture shows one kind of page eight times: what a person sees first, without scrolling.
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
    "table": "tools/job-tracker/#job-tracker-log",
    "agreement": "agreement/",
    "easy": "agreement/easy/",
    "tools": "tools/",
    "path": "paths/first-job/",
    "guide": "guides/dialogue/",
    "glossary": "guides/glossary/",
    "search": "search/?q=haastattelu",
    "my-sheets": "my-sheets/",
    "planner": "planner/",
    "journey": "journey/",
    "organisers": "organisers/",
    "form": "organisers/sheets/list-of-pairs/#list-of-pairs-pairs",
    "training": "organisers/trainings/mentor-orientation/",
    "matching": "organisers/matching/",
    "lost": "404.html",
    "home-english": "en/",
}
#: Widths in CSS pixels, and the colours that the system asks for: a row of screens for each.
WIDTHS, SCHEMES = (360, 768, 1280, 1920), ("light", "dark")
HEIGHT = 800  # CSS pixels
GAP = 16  # pixels between two screens
SCALE = 0.4
COLOURS = 128


def main() -> None:
    """Writes the picture of each kind of page."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with camera.site() as address, launched() as browser:
        for name, path in PAGES.items():
            file = TARGET / f"{name}.png"
            rows = [
                [shot(browser, address + path, width, scheme) for width in WIDTHS]
                for scheme in SCHEMES
            ]
            together(rows).save(file, optimize=True)
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
    # What a search finds, and what is kept on the device, comes a little later.
    page.goto(url, wait_until="networkidle")
    picture = camera.picture(page)
    page.close()
    return picture


def together(rows: list[list[Image.Image]]) -> Image.Image:
    """All screens, a row of them under the other, smaller and in few colours."""
    width = sum(screen.width for screen in rows[0]) + GAP * (len(rows[0]) - 1)
    height = HEIGHT * len(rows) + GAP * (len(rows) - 1)
    whole = Image.new("RGB", (width, height), "white")
    for top, row in enumerate(rows):
        left = 0
        for screen in row:
            whole.paste(screen, (left, top * (HEIGHT + GAP)))
            left += screen.width + GAP
    size = (round(width * SCALE), round(height * SCALE))
    return camera.few_colours(whole.resize(size, Image.Resampling.LANCZOS), COLOURS)


if __name__ == "__main__":
    main()
