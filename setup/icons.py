"""Makes the icons that phones ask for as PNG, from `overrides/assets/img/icon.svg`.

And `favicon.ico`: beside a PDF or a picture, a browser looks for it at the root of the domain.
"""

import io

import camera
from browser import launched
from PIL import Image
from playwright.sync_api import Page

SITE = camera.PROJECT / "overrides"
IMAGES = SITE / "assets" / "img"
WHOLE = 512

# Each icon's size in pixels, and how much of the drawing's middle it shows: a phone cuts a
# maskable icon to its own shape, so that one shows all of it.
ICONS = {
    "icon-192": (192, 400),
    "icon-512": (512, 400),
    "icon-maskable": (512, WHOLE),
    "icon-apple": (180, 440),
}
# The same of the oldest form of an icon, which knows no dark scheme: so it has a ground.
FAVICON = (32, 400)
COLOURS = 48


def main() -> None:
    """Draws each icon in a browser, and says what it has made."""
    with launched() as browser:
        page = browser.new_page()
        for name, (size, shown) in ICONS.items():
            target = IMAGES / f"{name}.png"
            target.write_bytes(icon(page, size, shown))
            camera.tell(target)
        target = SITE / "favicon.ico"
        Image.open(io.BytesIO(icon(page, *FAVICON))).save(target, "ICO", sizes=[FAVICON[:1] * 2])
        camera.tell(target)


def icon(page: Page, size: int, shown: int) -> bytes:
    """The middle of the drawing as a PNG of so many pixels each way."""
    edge = (WHOLE - shown) / 2
    source = (IMAGES / "icon.svg").read_text("utf-8")
    view = f"{edge} {edge} {shown} {shown}"
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(
        "<style>body { margin: 0 } svg { display: block }</style>"
        + source.replace(f"0 0 {WHOLE} {WHOLE}", view)
    )
    small = io.BytesIO()
    camera.few_colours(camera.picture(page), COLOURS).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
