"""The keyboard alone, on a screen as narrow as a phone's: everything is reached, and seen there."""

from collections.abc import Iterator

from browser import NARROW
from built import Site, addresses
from playwright.sync_api import Browser, Page

STOPS = "a[href], button, input, select, textarea, summary, [tabindex]"
# Marks what gets the focus, and notes what cannot be seen when it has it.
WATCH_FOCUS = """() => {
  window.unseen = [];
  document.addEventListener("focusin", ({target}) => {
    const box = target.getBoundingClientRect();
    const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
      && box.left < innerWidth && box.top < innerHeight;
    target.dataset.reached = "yes";
    if (!seen) window.unseen.push(target.outerHTML.slice(0, 160));
  });
}"""
# A radio group is one stop of the Tab key; the arrow keys move within it.
NOT_REACHED = """(stops) => {
  const group = e => e.type === "radio" && e.name
    ? [...document.getElementsByName(e.name)] : [e];
  return [...document.querySelectorAll(stops)]
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility())
    .filter(e => !group(e).some(one => one.dataset.reached))
    .map(e => e.outerHTML.slice(0, 160));
}"""


def tab_through(page: Page) -> None:
    """Presses Tab from the top to the end; a date field has a stop for each of its parts."""
    page.evaluate(WATCH_FOCUS)
    parts = 4 * page.locator("input[type=date]").count()
    for _ in range(page.locator(STOPS).count() + parts + 1):
        page.keyboard.press("Tab")


def keyboard_faults(page: Page) -> Iterator[str]:
    """What the Tab key does not reach or reaches unseen on this page."""
    tab_through(page)
    for html in page.evaluate("window.unseen"):
        yield f"{page.url}: has the focus unseen: {html}"
    for html in page.evaluate(NOT_REACHED, STOPS):
        yield f"{page.url}: not reached: {html}"
    lost = page.url.endswith("no/such/page/")
    for what in () if lost else ("nav :is(a[href], summary)", "a[hreflang][lang]"):
        if not page.locator(f"{what}[data-reached]").count():
            yield f"{page.url}: none reached of: {what}"


def test_the_keyboard_reaches_everything_on_a_phone(
    site: Site, address: str, browser: Browser
) -> None:
    faults: list[str] = []
    with browser.new_context(**NARROW) as context:
        page = context.new_page()
        for url in addresses(site, address):
            page.goto(url)
            faults += keyboard_faults(page)
    assert not faults, "\n".join(faults)


def test_the_skip_link_leads_to_the_content(address: str, browser: Browser) -> None:
    with browser.new_context(**NARROW) as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "main"
