"""The keyboard alone, on a screen as narrow as a phone's: everything is reached, and seen there."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from browser import FLAGS, NARROW, path
from built import Site, addresses
from on_a_sheet import UNFOLDED
from playwright.async_api import Page, async_playwright
from playwright.sync_api import Browser

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


async def tab_through(page: Page) -> None:
    """Holds Tab down from the top to the end; a date field has a stop for each of its parts."""
    await page.evaluate(WATCH_FOCUS)
    parts = 4 * await page.locator("input[type=date]").count()
    stops = await page.locator(STOPS).count() + parts + 1
    # The browser takes them one by one; to wait for each of its answers takes four times as long.
    await asyncio.gather(*[page.keyboard.down("Tab") for _ in range(stops)])


async def keyboard_faults(page: Page) -> list[str]:
    """What the Tab key does not reach or reaches unseen on this page."""
    await tab_through(page)
    unseen, missed = await page.evaluate("window.unseen"), await page.evaluate(NOT_REACHED, STOPS)
    faults = [f"{page.url}: has the focus unseen: {html}" for html in unseen]
    faults += [f"{page.url}: not reached: {html}" for html in missed]
    lost = page.url.endswith("no/such/page/")
    for what in () if lost else ("nav :is(a[href], summary)", "a[hreflang][lang]"):
        if not await page.locator(f"{what}[data-reached]").count():
            faults.append(f"{page.url}: none reached of: {what}")
    return faults


async def all_faults(urls: list[str]) -> list[str]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path(), args=FLAGS)
        page = await browser.new_page(**NARROW)
        faults: list[str] = []
        for url in urls:
            await page.goto(url)
            await page.wait_for_selector(UNFOLDED, state="detached")
            faults += await keyboard_faults(page)
        await browser.close()
    return faults


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_keyboard_reaches_everything_on_a_phone(
    language: str, site: Site, address: str
) -> None:
    # In a thread of its own: this one may have the loop of other tests' browser.
    with ThreadPoolExecutor(1) as apart:
        faults = apart.submit(asyncio.run, all_faults(addresses(site, address, language))).result()
    assert not faults, "\n".join(faults)


def test_the_skip_link_leads_to_the_content(address: str, browser: Browser) -> None:
    with browser.new_context(**NARROW, service_workers="block") as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "main"
