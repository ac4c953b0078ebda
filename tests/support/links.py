"""A sheet as a link, as tests make, send and open one."""

import base64
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import measures
from on_a_sheet import WORDS, do, person, settle, sheet
from playwright.sync_api import Browser, Page, expect

SHEET = "tools/lifeline/"
HOPE = {"lifeline-hope": "Työpaikka"}
GOOD: dict[str, Any] = {"sheet": "lifeline", "id": "a1", "n": 1, "name": "",
                        "at": "2026-03-05T12:00:00Z", "answers": HOPE}  # fmt: skip
SAID = WORDS["fi"]
# A module of the page, as its own scripts fetch it.
MODULE = """name => import(performance.getEntriesByType("resource")
  .map(({name}) => name).find(url => url.includes("/sheet.js")).replace("sheet.js", name))"""


def linked(copy: Any, version: int = 1) -> str:
    """The part of an address that holds a copy, as another device made it."""
    text = copy if isinstance(copy, bytes) else json.dumps(copy).encode()
    return (
        f"#answers={version}.{base64.urlsafe_b64encode(zlib.compress(text)).decode().rstrip('=')}"
    )


def share(page: Page) -> str:
    """The link of the open sheet, which the dialog still shows."""
    do(page, "link")
    return page.get_by_role("textbox", name=SAID["sharing_label"], exact=True).input_value()


def arrived(page: Page) -> None:
    expect(page.get_by_role("heading", name=SAID["arrived_title"])).to_be_focused()


def told(page: Page, word: str) -> None:
    expect(page.locator(".mt-notice p").first).to_have_text(SAID[word])


def notice_says(page: Page, word: str, **values: object) -> None:
    expect(page.locator(".mt-notice p").first).to_have_text(SAID[word].format(**values))


@contextmanager
def came(browser: Browser, url: str, before: dict[str, str] | None = None) -> Iterator[Page]:
    """The page of somebody who opens a link; `before` is what they had written, by fields' ids."""
    with person(browser) as context:
        page = sheet(context, url.partition("#")[0])
        for id_, text in (before or {}).items():
            page.fill(f"#{id_}", text)
        settle(page)
        page.evaluate("link => { location.href = link; }", url)
        yield page


def faults(page: Page, *, contrast: bool) -> list[str]:
    """What axe and our own measures find on the page as it is."""
    measures.add_axe(page)
    kinds = [measures.SMALL, measures.CROWDED, measures.LOST, *[measures.CONTRAST] * contrast]
    found = [fault for kind in kinds for fault in measures.measured(page, kind)]
    # What does not fit in a dialog is reached by scrolling in it.
    found = [fault for fault in found if "cut off: <dialog" not in fault]
    return [*found, *(measures.axe(page) if contrast else ())]
