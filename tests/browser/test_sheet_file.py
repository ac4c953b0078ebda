"""Answers as a file: saved, opened on another device, and never at the cost of other answers."""

import json
from pathlib import Path
from typing import Any

import pytest
from kept_answers import two_logs
from measures import UNFOLD
from on_a_sheet import (
    FILL_ALL,
    FILL_UP,
    WORDS,
    answers,
    do,
    keep_nothing,
    kept,
    notice,
    person,
    press,
    settle,
    sheet,
)
from opened_files import content as content_of
from playwright.sync_api import Browser, FilePayload, Page, expect

SHARES = """() => {
  navigator.canShare = ({files}) => files[0].type === "text/plain";
  navigator.share = async ({files}) => { window.shared = [files[0].name, await files[0].text()]; };
}"""


def saved(page: Page, act: str) -> tuple[str, bytes]:
    """The name and the content of the file that a button hands out."""
    with page.expect_download() as download:
        do(page, act)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def open_file(page: Page, content: bytes) -> None:
    file: FilePayload = {"name": "vastaukset.txt", "mimeType": "text/plain", "buffer": content}
    page.set_input_files("#mt-file", files=[file])


def file_of(*sheets: dict[str, Any], **more: Any) -> bytes:
    return content_of(*sheets, **more).encode()


def test_a_sheet_moves_to_another_device(address: str, browser: Browser) -> None:
    with person(browser) as phone:
        page = sheet(phone, f"{address}tools/lifeline/")
        page.evaluate(FILL_ALL)
        given = answers(page)
        name, content = saved(page, "saveSheet")
        assert name.startswith("Elämänviiva 20")
        assert name.endswith(".txt")
    with person(browser) as computer:
        page = sheet(computer, f"{address}en/tools/lifeline/")
        open_file(page, content)
        expect(page.locator(".mt-notice")).to_contain_text("Worksheets: 1")
        assert answers(page) == given
        page.reload()
        assert answers(page) == given


def test_all_sheets_move_in_one_file(address: str, browser: Browser) -> None:
    with person(browser) as phone:
        page = sheet(phone, f"{address}tools/meeting-log/")
        two_logs(page)
        page.goto(f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        name, content = saved(page, "saveAll")
        assert name.startswith(WORDS["fi"]["saving_all"])
        settle(page)
        before = kept(page)
    with person(browser) as computer:
        page = sheet(computer, f"{address}tools/smart-goal/")
        open_file(page, content)
        expect(page.locator(".mt-notice")).to_contain_text("Työpohjia: 3")
        by_id = {copy["id"]: copy["answers"] for copy in kept(page)}
        assert by_id == {copy["id"]: copy["answers"] for copy in before}
        assert not answers(page)


HOPE = {"lifeline-hope": "Työpaikka"}
GOOD = {"sheet": "lifeline", "id": "a1", "n": 1, "name": "", "at": "2026", "answers": HOPE}
BAD_FILES = {
    "half": (file_of(GOOD)[:-20], "opening_damaged"),
    "empty": (b"", "opening_foreign"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "opening_foreign"),
    "other json": (b'{"format": "shopping-list", "sheets": []}', "opening_foreign"),
    "a list": (b"[1, 2]", "opening_foreign"),
    "odd version": (file_of(GOOD, version={"toString": 1}), "opening_damaged"),
    "no sheets": (b'{"format": "mentoring-answers", "version": 1}', "opening_damaged"),
    "number as answer": (file_of({**GOOD, "answers": {"lifeline-hope": 5}}), "opening_damaged"),
    "no answers": (file_of({**GOOD, "answers": None}), "opening_damaged"),
    "odd name of a sheet": (file_of({**GOOD, "sheet": "../x"}), "opening_damaged"),
    "no time": (file_of({**GOOD, "at": {"toString": 1, "valueOf": 1}}), "opening_damaged"),
    "no name": (file_of({**GOOD, "name": {"toString": 1}}), "opening_damaged"),
    "endless number": (file_of(GOOD).replace(b'"n": 1', b'"n": 1e999'), "opening_damaged"),
    "half a number": (file_of({**GOOD, "n": 0.5}), "opening_damaged"),
    "answers in a list": (file_of({**GOOD, "answers": ["Työpaikka"]}), "opening_damaged"),
    "named like what every object has": (
        file_of({**GOOD, "answers": {"constructor": "x"}}),
        "opening_damaged",
    ),
    "a prototype": (
        file_of(GOOD).replace(b'"lifeline-hope"', b'"__proto__"'),
        "opening_damaged",
    ),
    "sheets that are no list": (
        file_of(GOOD).replace(b"[{", b'{"a": {').replace(b"}]", b"}}"),
        "opening_damaged",
    ),
    "unknown sheet": (
        file_of({**GOOD, "sheet": "toys", "answers": {"toys-a": "x"}}),
        "opening_unknown",
    ),
    "sheet named like what every object has": (
        file_of({**GOOD, "sheet": "constructor", "answers": {}}),
        "opening_unknown",
    ),
    "five megabytes": (file_of({**GOOD, "answers": {"a": "x" * 5_000_000}}), "opening_large"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_gets_a_clear_message_and_changes_nothing(
    case: str, address: str, browser: Browser
) -> None:
    content, word = BAD_FILES[case]
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-strengths", "Tarkka")
        settle(page)
        before = kept(page)
        open_file(page, content)
        notice(page, word)
        assert kept(page) == before
        assert answers(page) == {"lifeline-strengths": "Tarkka"}
        press(page, "say_close")
        expect(page.locator(".mt-notice")).to_have_count(0)


def test_a_newer_file_is_named_as_one(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        open_file(page, file_of(GOOD, version=2))
        words = WORDS["fi"]["opening_version"].replace("{theirs}", "2").replace("{ours}", "1")
        expect(page.locator(".mt-notice p")).to_have_text(words)
        assert not kept(page)


def test_what_is_sound_in_a_file_is_opened_and_the_rest_is_told(
    address: str, browser: Browser
) -> None:
    bad = {**GOOD, "id": "b2", "at": {"toString": 1, "valueOf": 1}}
    unknown = {**GOOD, "id": "c3", "sheet": "toys", "answers": {}}
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        open_file(page, file_of(bad, GOOD, unknown))
        said = page.locator(".mt-notice p")
        expect(said).to_contain_text("Työpohjia: 1")
        expect(said).to_contain_text("Avaamatta jäi 2")
        assert answers(page) == HOPE
        page.reload()
        assert answers(page) == HOPE


def test_two_copies_with_one_id_are_both_there(address: str, browser: Browser) -> None:
    other = {**GOOD, "answers": {"lifeline-hope": "Oma yritys"}}
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        open_file(page, file_of(GOOD, other, GOOD))
        expect(page.locator(".mt-notice p")).to_contain_text("Työpohjia: 2")
        expect(page.locator(".mt-notice")).to_have_count(1)
        hopes = {copy["answers"]["lifeline-hope"] for copy in kept(page)}
        assert hopes == {"Työpaikka", "Oma yritys"}


def test_a_success_looks_like_one_and_names_and_links_what_was_opened(
    address: str, browser: Browser
) -> None:
    goal = {"sheet": "smart-goal", "id": "g1", "n": 1, "name": "", "at": "2026",
            "answers": {"smart-goal-whose": "Amina"}}  # fmt: skip
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        open_file(page, b"nothing")
        notice(page, "opening_foreign")
        open_file(page, file_of(GOOD, goal))
        said = page.locator(".mt-notice")
        expect(said).to_have_count(1)
        expect(said).to_have_class("mt-notice mt-good")
        expect(said).to_have_attribute("role", "status")
        expect(said.get_by_role("link")).to_have_count(2)
        said.get_by_role("link", name="Amina").click()
        expect(page.locator("#smart-goal-whose")).to_have_value("Amina")


def with_own_answer(page: Page) -> None:
    """The same copy as in the file, changed here after it was opened."""
    open_file(page, file_of(GOOD))
    expect(page.locator("#lifeline-hope")).to_have_value("Työpaikka")
    press(page, "say_close")
    page.fill("#lifeline-hope", "Oma yritys")


def test_other_answers_here_are_replaced_only_when_one_says_so(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        with_own_answer(page)
        open_file(page, file_of(GOOD))
        notice(page, "opening_differs")
        assert answers(page) == {"lifeline-hope": "Oma yritys"}
        press(page, "opening_replace")
        assert answers(page) == HOPE
        assert len(kept(page)) == 1


def test_both_can_be_kept(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        with_own_answer(page)
        open_file(page, file_of(GOOD))
        press(page, "opening_both")
        assert answers(page) == HOPE
        hopes = [copy["answers"]["lifeline-hope"] for copy in kept(page)]
        assert hopes == ["Oma yritys", "Työpaikka"]


def test_the_same_file_twice_asks_nothing(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        for _ in range(2):
            open_file(page, file_of(GOOD))
            expect(page.locator(".mt-notice")).to_contain_text("Työpohjia: 1")
            press(page, "say_close")
        assert len(kept(page)) == 1


def test_a_file_that_does_not_fit_leaves_all_as_it_was(address: str, browser: Browser) -> None:
    big = {**GOOD, "id": "b2", "n": 2, "answers": {"lifeline-hope": "x" * 9000}}
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        open_file(page, file_of(GOOD))
        press(page, "say_close")
        page.evaluate(FILL_UP)
        page.evaluate(
            "() => { localStorage['another-site-0'] = localStorage['another-site-0'].slice(200); }"
        )
        open_file(page, file_of({**GOOD, "id": "c3", "n": 3}, big))
        notice(page, "opening_full")
        page.evaluate("() => Object.keys(localStorage).filter(key => /^another/.test(key))"
                      ".forEach(key => delete localStorage[key])")  # fmt: skip
        assert [copy["id"] for copy in kept(page)] == ["a1"]


def test_a_file_opens_where_nothing_is_kept(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        keep_nothing(page)
        expect(page.locator("#mt-keep")).to_have_attribute("data-mt-state", "Off")
        open_file(page, file_of(GOOD))
        expect(page.locator("#lifeline-hope")).to_have_value("Työpaikka")
        assert not kept(page)


def test_an_answer_without_a_question_goes_along(address: str, browser: Browser) -> None:
    gone = {**HOPE, "lifeline-gone": "Vanha vastaus"}
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        open_file(page, file_of({**GOOD, "answers": gone}))
        expect(page.locator("#lifeline-hope")).to_have_value("Työpaikka")
        _, content = saved(page, "saveSheet")
        assert json.loads(content)["sheets"][0]["answers"] == gone


def test_a_phone_shares_the_file(address: str, browser: Browser) -> None:
    with person(browser) as context:
        context.add_init_script(f"({SHARES})()")
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        page.evaluate(UNFOLD)
        press(page, "own_share")
        page.wait_for_function("() => window.shared")
        name, text = page.evaluate("() => window.shared")
        assert name.endswith(".txt")
        assert json.loads(text)["sheets"][0]["answers"] == HOPE


def test_without_sharing_there_is_no_button_for_it(address: str, browser: Browser) -> None:
    with person(browser) as context:
        context.add_init_script("delete Navigator.prototype.canShare")
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator("#mt-share")).to_be_hidden()
