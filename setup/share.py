"""Makes the pictures that stand beside a shared link to the site, one a language.

They are photographs of `pictures/share.html` with the site's own drawings, words and letters.
"""

from pathlib import Path

import camera
from browser import launched
from camera import PROJECT
from playwright.sync_api import Browser

from mentoring_tools.content import settings
from mentoring_tools.source import strings

PAGE = PROJECT / "pictures" / "share.html"
DRAWINGS = PROJECT / "overrides" / "partials" / "drawings"
TARGETS = PROJECT / "overrides" / "assets" / "img"
PHASES = ("familiarization", "working", "assessment")
SIZE = (1200, 630)
COLOURS = 128


def main() -> None:
    """Makes every language's picture."""
    found, _ = settings.read(PROJECT)
    languages = found.languages
    words, _ = strings.load(tuple(language.code for language in languages))
    with launched() as browser:
        for language in languages:
            target = TARGETS / f"share-{language.code}.png"
            take(browser, filled(language.site, words[language.code]["share_text"]), target)
            camera.tell(target)


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
    camera.few_colours(camera.picture(page), COLOURS).save(target, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
