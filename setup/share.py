"""Makes the pictures that stand beside a shared link to the site, one a language.

They are photographs of `pictures/share.html` with the site's own drawings, words and letters.
"""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from mentoring_tools import content, strings

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "pictures" / "share.html"
DRAWINGS = PROJECT / "overrides" / "partials" / "drawings"
TARGETS = PROJECT / "overrides" / "assets" / "img"
PHASES = ("familiarization", "working", "assessment")
SIZE = (1200, 630)
#: Flat drawings need no more, and the file is a third as large.
COLOURS = 128


def main() -> None:
    """Makes every language's picture."""
    languages = content.settings(PROJECT).languages
    words, _ = strings.load(tuple(language.code for language in languages))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
            chromium_sandbox=False,
        )
        for language in languages:
            target = TARGETS / f"share-{language.code}.png"
            take(browser, filled(language.site, words[language.code]["share_text"]), target)
            print(f"{target.relative_to(PROJECT)}: {target.stat().st_size // 1000} kB")
        browser.close()


def filled(site: str, text: str) -> str:
    """The page with its words and drawings."""
    marks = "".join(f'<span class="mt-{phase}">{drawing(phase)}</span>' for phase in PHASES)
    parts = {"site": site, "text": text, "marks": marks, "drawing": drawing("table")}
    html = PAGE.read_text("utf-8")
    for name, value in parts.items():
        html = html.replace(f"{{{name}}}", value)
    return html


def drawing(name: str) -> str:
    """A drawing of the site."""
    return (DRAWINGS / f"{name}.svg").read_text("utf-8")


def take(browser: Browser, html: str, target: Path) -> None:
    """Writes the picture of this page, in few colours."""
    page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
    page.route(PAGE.as_uri(), lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(PAGE.as_uri())
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
