"""How light a page is when it is seen for the first time: budgets, held by every page.

What counts is all that a browser with nothing kept fetches until the page has loaded, as compressed
by the build: the page with its styles, those of a sheet, scripts, the icon. What begins
only then counts not: the app's manifest, the worker and what it keeps, pens, how a sheet is
printed. Pictures of phones' icons are fetched by those who install the site.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from arriving import SEEN, Held
from built import SITE_URL, Page, Site
from measures import AFTER
from on_a_sheet import person
from playwright.sync_api import Browser, Request

MOST_REQUESTS = 5
MOST = 25_000  # bytes
MOST_SCRIPT = 8192  # bytes
# What a server may send before the browser first says that something arrived: ten packets, which
# begin with what a host says of itself.
MOST_TO_PAINT = 14_600 - 300

# What a publisher's own logo and colours may add to both.
OWN_LOOK = 300  # bytes

# One page of each kind, and the heaviest.
KINDS = [
    *("", "phases/working/", "tools/", "tools/lifeline/", "tools/work-culture/", "agreement/"),
    "tools/job-tracker/",
    *("paths/", "paths/first-job/", "guides/", "guides/glossary/", "guides/offline/", "about/"),
    *("en/", "en/tools/grow-talk/"),
]
LATER = "//link[@rel='apple-touch-icon']/@href | //@data-mt-app | //noscript//link/@href"
# Scripts and styles that the first paint waits for.
AWAITED = (
    "//head//link[@rel='stylesheet'][not(@media) or @media='screen']/@href"
    " | //script[@src][@blocking or not(@type='module' or @async or @defer)]/@src"
)
# What the browser itself says that it waited for.
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter(({renderBlockingStatus}) => renderBlockingStatus === "blocking").map(({name}) => name)"""


def named(page: Page, xpath: str) -> set[str]:
    """The addresses that a page names, below the site's own, without their stamps."""
    written = set(page.tree.xpath(xpath))
    targets = {r.target for r in page.references() if r.written in written}
    return {below(target, SITE_URL) for target in targets}


def below(url: str, root: str) -> str:
    return url.removeprefix(root).partition("?")[0]


def first_view(page: Page) -> set[str]:
    """What is fetched until the page has loaded, without the page itself."""
    later = named(page, LATER)
    fetched = {r.target for r in page.references() if r.fetched}
    return {below(target, SITE_URL) for target in fetched} - later


def packed(file: Path) -> int:
    """Bytes on their way: of the compressed copy where there is one."""
    copy = file.with_name(f"{file.name}.gz")
    return (copy if copy.exists() else file).stat().st_size


def weight(site: Site, paths: set[str]) -> int:
    return sum(packed(site.root / path) for path in paths)


def too_much(weights: dict[str, int], most: int) -> str:
    """One line for each page that is over its budget; a page without anything is a mistake."""
    assert min(weights.values()) > 0
    return "\n".join(f"{url}: {value} of {most}" for url, value in weights.items() if value > most)


def own_look(site: Site) -> int:
    """What this site may weigh more: nothing where the publisher has neither logo nor colours."""
    home = site.pages[SITE_URL]
    logo = home.tree.xpath("//img[@class='mt-logo']")
    return OWN_LOOK if logo or home.file.read_text("utf-8").count("--mt-spruce:") > 2 else 0


def test_a_page_asks_for_few_files(site: Site) -> None:
    counts = {url: 1 + len(first_view(page)) for url, page in site.pages.items()}
    assert not too_much(counts, MOST_REQUESTS)


def test_a_page_is_light(site: Site) -> None:
    weights = {
        url: packed(page.file) + weight(site, first_view(page)) for url, page in site.pages.items()
    }
    assert not too_much(weights, MOST + own_look(site))


def test_a_page_is_seen_after_one_answer_of_the_server(site: Site) -> None:
    weights = {
        url: packed(page.file) + weight(site, named(page, AWAITED))
        for url, page in site.pages.items()
    }
    assert not too_much(weights, MOST_TO_PAINT + own_look(site))


def test_no_pages_scripts_are_heavy(site: Site) -> None:
    weights = {
        url: weight(site, {path for path in first_view(page) if path.endswith(".js")})
        for url, page in site.pages.items()
    }
    assert not too_much(weights, MOST_SCRIPT)


def test_the_lost_page_is_as_light(site: Site) -> None:
    for page in (site.lost, site.lost_in_english):
        files = first_view(page)
        assert len(files) < MOST_REQUESTS
        assert packed(page.file) + weight(site, files) <= MOST_TO_PAINT


@pytest.mark.parametrize("path", KINDS)
def test_a_browser_fetches_just_that(served: str, site: Site, browser: Browser, path: str) -> None:
    own = site.pages[SITE_URL + path]
    heard: list[str] = []
    asked: list[Request] = []
    with person(browser, service_workers="allow") as context:
        page = context.new_page()
        page.on("console", lambda said: heard.append(said.text))
        page.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
        page.on("response", lambda got: None if got.ok else heard.append(f"{got.status} {got.url}"))
        page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks it
        page.goto(served + path, wait_until="networkidle")
        blocking = {below(url, served) for url in page.evaluate(BLOCKING)}
        after = {below(url, served) for url in page.evaluate(AFTER)}
        sizes = {
            below(request.url, served): request.sizes()["responseBodySize"] for request in asked
        }
    assert not heard
    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(served).netloc}
    assert "font" not in {request.resource_type for request in asked}
    sheets = {f"assets/css/form{kind}.css" for kind in ("", "-drawn", "-wide")}
    assert ("assets/css/form-print.css" in after) == bool(sheets & first_view(own))
    fetched = [path for path in (below(r.url, served) for r in asked) if path not in after]
    # It takes the icon in its own time, perhaps not at all, and perhaps from another page's cache.
    icons = named(own, "//link[@rel='icon']/@href")
    assert sorted({*fetched} | icons) == sorted({path} | first_view(own))
    assert len(set(fetched)) == len(fetched)
    assert blocking == named(own, AWAITED)
    taken = {*fetched} - icons
    assert sum(sizes[path] for path in taken) == packed(own.file) + weight(site, taken - {path})


def test_no_style_brings_a_font(site: Site) -> None:
    texts = {style.name: style.read_text("utf-8") for style in site.root.rglob("*.css")}
    texts |= {
        f"{page.url}, {style.get('media')}": style.text
        for page in site.pages.values()
        for style in page.tree.iter("style")
    }
    assert len(texts) > len(site.pages)
    brings = re.compile(r"@font-face|@import|url\(")
    assert not [name for name, text in texts.items() if brings.search(text)]


ABOVE = "() => getComputedStyle(document.querySelector('h1')).visibility"
SHEET = "() => getComputedStyle(document.getElementById('mt-sheet')).visibility"


def test_a_page_is_seen_before_its_script_and_its_sheet_with_it(
    address: str, browser: Browser
) -> None:
    """And without it too, after a while: a script may get lost on its way."""
    with person(browser) as context:
        page = context.new_page()
        script = Held(page, "**/sheet.js*")
        page.goto(f"{address}tools/lifeline/", wait_until="commit")
        page.wait_for_function(SEEN)
        page.wait_for_selector(".mt-footer", state="attached")
        assert page.evaluate(ABOVE) == "visible"
        assert page.evaluate(SHEET) == "hidden"
        page.wait_for_function(f"() => ({SHEET})() === 'visible'")
        script.let_go()
        page.wait_for_selector(".mt-on")
        assert page.evaluate(SHEET) == "visible"
