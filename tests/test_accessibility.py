"""Machine checks of accessibility in a real browser, at a phone's width and on a wide dark screen.

They find perhaps a third of what can be wrong: people's own checks are another matter.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from built import SITE_URL, Site
from playwright.sync_api import Browser, BrowserContext, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"}
DESK = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}

# Records what gets the focus, and whether it can be seen there.
WATCH_FOCUS = """() => {
  window.focused = [];
  document.addEventListener("focusin", ({target}) => {
    const box = target.getBoundingClientRect();
    const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
      && box.left < innerWidth && box.top < innerHeight;
    target.dataset.reached = "yes";
    window.focused.push({html: target.outerHTML.slice(0, 160), seen});
  });
}"""

# A radio group is one stop of the Tab key; the arrow keys move within it.
NOT_REACHED = """() => {
  const all = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]")];
  const group = e => e.type === "radio" && e.name
    ? [...document.getElementsByName(e.name)] : [e];
  return all
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility())
    .filter(e => !group(e).some(one => one.dataset.reached))
    .map(e => e.outerHTML.slice(0, 160));
}"""


def addresses(site: Site, address: str) -> list[str]:
    """The sitemap's addresses as they are served here, and one that does not exist."""
    known = [url.replace(SITE_URL, address) for url in site.sitemap]
    return [*known, f"{address}no/such/page/"]


def open_page(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
    return [
        f"{page.url}\n  {fault['id']}: {fault['help']}\n    {places(fault)}"
        for fault in found.response["violations"]
    ]


def places(fault: dict[str, Any]) -> str:
    return "\n    ".join(node["html"][:160] for node in fault["nodes"][:3])


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["360-light", "1280-dark"])
def test_axe_finds_nothing(
    site: Site, address: str, browser: Browser, screen: dict[str, Any]
) -> None:
    faults = []
    with browser.new_context(**screen) as context:
        for url in addresses(site, address):
            page = open_page(context, url)
            faults += violations(page)
            page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["360-light", "1280-dark"])
def test_pages_do_not_scroll_sideways(
    site: Site, address: str, browser: Browser, screen: dict[str, Any]
) -> None:
    wide = []
    with browser.new_context(**screen) as context:
        for url in addresses(site, address):
            page = open_page(context, url)
            width = page.evaluate("document.documentElement.scrollWidth")
            wide += [f"{url}: {width}"] * (width > screen["viewport"]["width"])
            page.close()
    assert not wide, "\n".join(wide)


def test_pages_load_without_a_complaint(site: Site, address: str, browser: Browser) -> None:
    complaints: list[str] = []
    with browser.new_context(**PHONE) as context:
        context.on("console", lambda message: complaints.append(message.text))
        context.on("requestfailed", lambda request: complaints.append(request.url))
        context.on("response", lambda reply: complaints.extend([reply.url] * (reply.status > 399)))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        for url in site.sitemap:
            open_page(context, url.replace(SITE_URL, address)).close()
    assert not complaints, "\n".join(complaints)


def tab_through(page: Page) -> list[dict[str, Any]]:
    """Presses Tab from the top to the end and returns what got the focus, in order."""
    page.evaluate(WATCH_FOCUS)
    stops = "a[href], button, input, select, textarea, summary, [tabindex]"
    for _ in range(page.locator(stops).count() + 1):
        page.keyboard.press("Tab")
    focused: list[dict[str, Any]] = page.evaluate("window.focused")
    return focused


def test_the_keyboard_reaches_everything_on_a_phone(
    site: Site, address: str, browser: Browser
) -> None:
    faults = []
    with browser.new_context(**PHONE) as context:
        for url in addresses(site, address):
            page = open_page(context, url)
            hidden = [stop["html"] for stop in tab_through(page) if not stop["seen"]]
            faults += [f"{url}: has the focus unseen: {html}" for html in hidden]
            faults += [f"{url}: not reached: {html}" for html in page.evaluate(NOT_REACHED)]
            page.close()
    assert not faults, "\n".join(faults)


def test_the_keyboard_reaches_the_menu_and_the_language_link(
    site: Site, address: str, browser: Browser
) -> None:
    with browser.new_context(**PHONE) as context:
        for url in site.sitemap:
            page = open_page(context, url.replace(SITE_URL, address))
            tab_through(page)
            for what in ("nav a[href], nav summary", "a[hreflang][lang]"):
                assert page.locator(f":is({what})[data-reached]").count(), f"{url}: {what}"
            page.close()


def test_the_skip_link_leads_to_the_content(address: str, browser: Browser) -> None:
    with browser.new_context(**PHONE) as context:
        page = open_page(context, address)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "main"
