"""The Tab key through one page of each kind, forwards and back, on a phone and on a desk."""

import keyboard
import measures
import pytest
from built import KINDS
from on_a_sheet import UNFOLDED, person
from playwright.sync_api import Browser


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "wide-table"])
def test_the_tab_key_forwards_and_back(
    kind: str, width: int, address: str, browser: Browser
) -> None:
    """Every stop once, in the order that the eye reads, seen, uncovered, and with a clear ring."""
    view = {"width": width, "height": 740}
    with person(browser, [], viewport=view) as context:  # The lost page is meant to be lost.
        page = context.new_page()
        page.goto(address + KINDS[kind])
        page.wait_for_selector(UNFOLDED, state="detached")
        page.evaluate(measures.UNFOLD)
        count = page.evaluate(keyboard.NUMBER)
        forwards, faults = keyboard.walk(page, "Tab")
        back, on_the_way_back = keyboard.walk(page, "Shift+Tab")
        faults += [*on_the_way_back, *keyboard.ring_faults(page, forwards)]
    assert count > 3
    assert [stop["number"] for stop in forwards] == [*range(count)]
    assert [stop["number"] for stop in back] == [*range(count)][::-1]
    faults += keyboard.order_faults(forwards)
    assert not faults, "\n".join(dict.fromkeys(faults))
