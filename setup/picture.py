"""Makes README's picture: the top of the home page in `site/`, as a browser shows it."""

import camera
from browser import launched

TARGET = camera.PROJECT / "pictures" / "home.png"


def main() -> None:
    """Writes the picture of the home page."""
    with camera.site() as address, launched() as browser:
        # No worker: it would still be fetching when the picture is taken.
        page = browser.new_page(viewport={"width": 1100, "height": 780}, service_workers="block")
        page.goto(address)
        page.screenshot(path=TARGET)
    camera.tell(TARGET)


if __name__ == "__main__":
    main()
