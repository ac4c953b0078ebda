"""What is damaged or crafted, in the storage or in an answer, never makes a sheet stop working."""

import json
from pathlib import Path
from typing import Any

import pytest
from on_a_sheet import PREFIX, WORDS, answers, kept, person, press, settle, sheet
from playwright.sync_api import Browser, BrowserContext, Page, expect

GOOD = {"sheet": "lifeline", "id": "a1", "n": 1, "name": "", "at": "2026",
        "answers": {"lifeline-hope": "Työpaikka"}}  # fmt: skip
BAD: dict[str, str] = {
    "half": "{half",
    "null": "null",
    "a text": '"text"',
    "a time that cannot be compared": json.dumps(
        {**GOOD, "id": "x", "at": {"toString": 1, "valueOf": 1}}
    ),
    "a name that is no text": json.dumps({**GOOD, "id": "x", "name": {"toString": 1}}),
    "a number that is none": json.dumps({**GOOD, "id": "x", "n": "many"}),
    "an answer that is no text": json.dumps({**GOOD, "id": "x", "answers": {"lifeline-hope": []}}),
    "another sheet's": json.dumps({**GOOD, "id": "x", "sheet": "smart-goal", "answers": {}}),
    "another id's": json.dumps(GOOD),
}


def stored(context: BrowserContext, address: str, entries: dict[str, str]) -> None:
    """Puts entries into the browser's storage, under this site's keys."""
    page = sheet(context, address)
    page.evaluate("entries => { Object.assign(localStorage, entries); }",
                  {PREFIX + key: text for key, text in entries.items()})  # fmt: skip
    page.close()


def told_aside(page: Page) -> None:
    words = WORDS["fi"]["aside_told"].replace("{n}", "1")
    expect(page.locator(".mt-notice p")).to_have_text(words)


@pytest.mark.parametrize("case", BAD)
def test_a_damaged_entry_is_set_aside_and_told(case: str, address: str, browser: Browser) -> None:
    with person(browser) as context:
        stored(context, address, {"lifeline:a1": json.dumps(GOOD), "lifeline:x": BAD[case]})
        page = sheet(context, f"{address}tools/lifeline/")
        told_aside(page)
        assert answers(page) == GOOD["answers"]
        page.fill("#lifeline-strengths", "Tarkka")
        settle(page)
        assert json.loads(page.evaluate("key => localStorage[key]", f"{PREFIX}lifeline:a1"))[
            "answers"
        ] == answers(page)
        assert page.evaluate("key => localStorage[key]", f"{PREFIX}lifeline:x") == BAD[case]


def test_what_is_set_aside_can_be_saved_left_or_deleted(address: str, browser: Browser) -> None:
    with person(browser) as context:
        stored(context, address, {"lifeline:x": "{half"})
        page = sheet(context, f"{address}tools/lifeline/")
        with page.expect_download() as download:
            press(page, "aside_save")
        file = json.loads(Path(download.value.path()).read_text("utf-8"))
        assert file["entries"] == [[f"{PREFIX}lifeline:x", "{half"]]
        press(page, "aside_close")
        page.reload()
        page.wait_for_load_state("networkidle")
        expect(page.locator(".mt-notice")).to_have_count(0)
        other = sheet(context, f"{address}tools/lifeline/")
        told_aside(other)
        other.once("dialog", lambda dialog: dialog.accept())
        press(other, "aside_remove")
        assert not other.evaluate("() => localStorage.length")


NAMES = ["constructor", "toString", "__proto__", "hasOwnProperty"]


def test_answers_named_like_what_every_object_has_are_answers(
    address: str, browser: Browser
) -> None:
    with person(browser, viewport={"width": 1280, "height": 900}) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "\n".join(NAMES))
        page.fill("#lifeline-whose", "__proto__")
        for row, name in enumerate(NAMES, 1):
            page.fill(f"#lifeline-events-{row}-event", name)
            page.select_option(f"tr:has(#lifeline-events-{row}) .mt-list", str(row))
        given = answers(page)
        page.reload()
        assert answers(page) == given
        assert kept(page)[0]["answers"] == given
        told = page.locator(".mt-told li")
        expect(told).to_have_text([f"{n}. {name}: Tunne {n}" for n, name in enumerate(NAMES, 1)])


def moved(page_text: str) -> str:
    return page_text.replace("<form ", '<form data-mt-was="life-line" ')


def test_copies_of_a_renamed_tool_follow_it(address: str, browser: Browser) -> None:
    old: dict[str, Any] = {**GOOD, "sheet": "life-line", "answers": {"life-line-hope": "Työpaikka"}}
    with person(browser) as context:
        stored(context, address, {"life-line:a1": json.dumps(old)})
        context.route("**/tools/lifeline/", lambda route: route.fulfill(
            response=(reply := route.fetch()), body=moved(reply.text())))  # fmt: skip
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator("#lifeline-hope")).to_have_value("Työpaikka")
        assert [(copy["sheet"], copy["answers"]) for copy in kept(page)] == [
            ("lifeline", GOOD["answers"])
        ]
