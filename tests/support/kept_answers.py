"""Copies of sheets as a browser keeps them, and a page that begins with them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from on_a_sheet import PREFIX, do, person
from playwright.sync_api import Browser, Page

#: What a storage that a browser forbids looks like.
FORBIDDEN = """() => Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("forbidden", "SecurityError"); } })"""
KEEP = "(kept) => Object.entries(kept).forEach(([key, value]) => (localStorage[key] = value))"


def copy(sheet: str, id_: str, n: int = 1, name: str = "", **answers: str) -> dict[str, Any]:
    """A copy of a sheet; an answer's `_` stands for the hyphen in its question's id."""
    given = {f"{sheet}-{key.replace('_', '-')}": value for key, value in answers.items()}
    at = f"2026-03-{n % 28 + 1:02}T10:00:00.000Z"
    return {"sheet": sheet, "id": id_, "n": n, "name": name, "at": at, "answers": given}


def two_logs(page: Page) -> None:
    """Begins two meeting logs on their page; the second one is open."""
    page.fill("#meeting-log-topic", "Haastattelu")
    do(page, "begin")
    page.fill("#meeting-log-topic", "Hakemus")


def entries(*copies: dict[str, Any]) -> dict[str, str]:
    """The storage's entries of these copies."""
    return {f"{PREFIX}{one['sheet']}:{one['id']}": json.dumps(one) for one in copies}


@contextmanager
def keeping(browser: Browser, address: str, kept: dict[str, str], **how: Any) -> Iterator[Page]:
    """A page on a phone whose browser keeps these entries."""
    with person(browser, **how) as context:
        page = context.new_page()
        page.goto(f"{address}robots.txt")
        page.evaluate(KEEP, kept)
        yield page
