"""What is typed on a sheet's page is kept on the device, and only there, and only if one wants."""

import json
from typing import Any

import pytest
from on_a_sheet import (
    FILL_ALL,
    FILL_UP,
    PREFIX,
    WORDS,
    answers,
    do,
    keep_nothing,
    kept,
    notice,
    on_paper,
    person,
    press,
    settle,
    sheet,
    still,
    sure,
)
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect

SHEETS = ["agreement/", "tools/lifeline/", "tools/evaluation/", "tools/meeting-log/"]
FORBID = """() => {
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {
      get() { throw new DOMException("forbidden", "SecurityError"); },
    });
}"""


@pytest.mark.parametrize("path", SHEETS)
def test_every_answer_is_there_after_reload_and_in_the_other_language(
    path: str, address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, address + path)
        page.evaluate(FILL_ALL)
        given = answers(page)
        assert len(given) > 15
        page.reload()
        assert answers(page) == given
        page.click(".mt-language")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.wait_for_selector(".mt-on")
        assert answers(page) == given
        page.close()
        assert answers(sheet(context, address + path)) == given
        assert len(kept(sheet(context, address))) == 1


def test_what_is_typed_is_kept_after_a_moment_of_rest(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = still(context, f"{address}tools/lifeline/")
        page.type("#lifeline-hope", "Työpaikka")
        assert not kept(page)
        page.clock.run_for(1000)
        assert kept(page)[0]["answers"] == {"lifeline-hope": "Työpaikka"}
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_saved"])


# The mark beside the answer that was kept: what it is in, and on which words or fields it lies.
SEEN = """() => {
  const [mark] = document.querySelectorAll(".mt-seen");
  const own = mark.getBoundingClientRect();
  const range = document.createRange();
  const words = document.createTreeWalker(document.getElementById("mt-sheet"), 4);
  const boxes = [...document.querySelectorAll("#mt-sheet :is(input, textarea)")]
    .map(one => [one.id, one.getBoundingClientRect()]);
  while (words.nextNode()) {
    range.selectNodeContents(words.currentNode);
    if (words.currentNode.parentNode !== mark)
      boxes.push(...[...range.getClientRects()].map(box => [words.currentNode.data, box]));
  }
  return [mark.parentNode.querySelector("[id]").id, boxes
    .filter(([, box]) => box.width > 1 && box.right > own.left + 1 && own.right > box.left + 1
      && box.bottom > own.top + 2 && own.bottom > box.top + 2)
    .map(([what]) => what)];
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_kept_is_seen_at_the_answer_and_covers_nothing(
    width: int, address: str, browser: Browser
) -> None:
    with person(browser, viewport={"width": width, "height": 800}) as context:
        page = still(context, f"{address}tools/lifeline/")
        mark = page.locator(".mt-seen")
        for name in ("lifeline-hope", "lifeline-date", "lifeline-events-2-event"):
            page.fill(f"#{name}", "2026-03-05")
            expect(mark).to_have_count(0)
            page.clock.run_for(1000)
            expect(mark).to_be_visible()
            place, lies_on = page.evaluate(SEEN)
            assert (place.removesuffix("-label"), lies_on) == (name, [])
        assert page.locator("#mt-status").text_content() == WORDS["fi"]["say_saved"]
        keep_nothing(page)
        page.clock.resume()
        sure(page)
        expect(mark).to_have_count(0)


def test_before_anything_is_typed_the_page_says_what_is_kept_and_keeps_nothing(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        line, promise, more = page.locator(".mt-promise").all()
        expect(line).to_contain_text(WORDS["fi"]["keep_here"])
        # Folded: it is asked for less often than the promise itself.
        page.locator("#mt-keep summary").click()
        expect(promise).to_have_text(WORDS["fi"]["keep_promise"])
        expect(more).to_contain_text("seitsemään päivään")
        settle(page)
        assert page.evaluate("() => localStorage.length") == 0


def test_answers_leave_no_cookie_and_go_nowhere(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate(FILL_ALL)
        settle(page)
        assert kept(page)
        # The browser fetches the page's icon when it likes; the page itself asks for nothing.
        assert not [url for url in asked if "/favicon.svg" not in url]
        assert not context.cookies()


def test_a_date_is_kept_as_iso_and_said_in_each_language(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-date", "2026-03-05")
        expect(page.locator(".mt-date .mt-written")).to_have_text("5. maaliskuuta 2026")
        page.goto(f"{address}en/tools/lifeline/")
        expect(page.locator(".mt-date .mt-written")).to_have_text("5 March 2026")
        assert kept(page)[0]["answers"] == {"lifeline-date": "2026-03-05"}


def test_each_site_of_a_host_has_answers_of_its_own(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.evaluate("() => { localStorage['mt1:/other/:lifeline:a'] = 'theirs'; }")
        page.fill("#lifeline-hope", "Työpaikka")
        settle(page)
        keys = page.evaluate("() => Object.keys(localStorage).sort()")
        assert [key.startswith(PREFIX) for key in keys] == [True, False]
        do(page, "removeAll")
        sure(page)
        assert page.evaluate("() => ({...localStorage})") == {"mt1:/other/:lifeline:a": "theirs"}
        assert not answers(page)


def test_one_sheets_answers_are_deleted_after_a_question(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/smart-goal/")
        page.evaluate(FILL_ALL)
        page.goto(f"{address}tools/lifeline/")
        page.evaluate(FILL_ALL)
        settle(page)
        do(page, "remove")
        sure(page, "no")
        assert len(kept(page)) == 2
        do(page, "remove")
        sure(page)
        assert [copy["sheet"] for copy in kept(page)] == ["smart-goal"]
        assert not answers(page)
        page.reload()
        assert not answers(page)


def test_nothing_is_kept_when_one_does_not_want_it(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        settle(page)
        keep_nothing(page)
        sure(page)
        assert not kept(page)
        expect(page.locator("#mt-status")).to_contain_text(WORDS["fi"]["say_off"])
        page.fill("#lifeline-strengths", "Tarkka")
        settle(page)
        assert not kept(page)
        assert answers(page)["lifeline-hope"] == "Työpaikka"
        other = sheet(context, f"{address}tools/smart-goal/")
        expect(other.locator("#mt-off")).to_be_checked()
        page.uncheck("#mt-off")
        both = {"lifeline-hope": "Työpaikka", "lifeline-strengths": "Tarkka"}
        assert kept(page)[0]["answers"] == both


def leaves_with_a_question(page: Page) -> bool:
    """Whether the browser asks before the page is closed."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    return asked == ["beforeunload"]


def test_leaving_asks_only_when_answers_would_be_lost(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        assert not leaves_with_a_question(page)
        page = sheet(context, f"{address}tools/lifeline/")
        keep_nothing(page)
        sure(page)
        assert leaves_with_a_question(page)


def test_a_full_storage_says_so_and_offers_the_file(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-hope", "Työpaikka")
        settle(page)
        page.evaluate(FILL_UP)
        page.fill("#lifeline-strengths", "Tarkka, nopea ja rauhallinen")
        settle(page)
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_unkept"])
        notice(page, "say_full")
        with page.expect_download() as download:
            press(page, "say_file_save")
        file = json.loads(download.value.path().read_text("utf-8"))
        assert file["sheets"][0]["answers"] == answers(page)
        assert kept_here(page) == {"lifeline-hope": "Työpaikka"}
        page.evaluate("() => { delete localStorage['another-site-0']; }")
        page.type("#lifeline-strengths", ".")
        settle(page)
        assert kept_here(page) == answers(page)
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_saved"])


def kept_here(page: Page) -> dict[str, str]:
    """The answers of the one kept copy, beside what other sites have kept."""
    stored: dict[str, str] = page.evaluate("() => ({...localStorage})")
    (text,) = (text for key, text in stored.items() if key.startswith(PREFIX))
    return dict(json.loads(text)["answers"])


def test_where_storage_is_forbidden_the_sheet_works_and_says_so(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        context.add_init_script(f"({FORBID})()")
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_blocked"])
        for promise in page.locator(".mt-promise").all():
            expect(promise).to_be_hidden()
        press(page, "say_row_add")
        page.fill("#lifeline-events-3-event", "Työkokeilu")
        settle(page)
        notice(page, "say_blocked")
        # Long words are said once, where the person is.
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_unkept"])
        with page.expect_download() as download:
            press(page, "say_file_save")
        file = json.loads(download.value.path().read_text("utf-8"))
        assert file["sheets"][0]["answers"] == {"lifeline-events-3-event": "Työkokeilu"}


SCRIPT = """"><script>window.spoilt = 1</script><img src=x onerror="window.spoilt = 1">"""


def test_script_typed_as_an_answer_stays_text(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/network-map/")
        page.fill("#network-map-whose", SCRIPT)
        page.fill("#network-map-people-1-initials", SCRIPT)
        page.check("[name=network-map-people-1-ring][value='2']")
        settle(page)
        page.reload()
        on_paper(page)
        page.emulate_media(media="print")
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert SCRIPT in page.locator("#network-map-whose + .mt-written").inner_text()
        assert SCRIPT in page.locator(".mt-told").inner_text()
        assert SCRIPT in (page.locator("#mt-copy option").text_content() or "")
        assert page.evaluate("() => window.spoilt") is None


def with_renames(route: Route) -> None:
    reply = route.fetch()
    renames = [
        ["^lifeline-hopes()$", "lifeline-hope$1"],
        ["^lifeline-gone$", "lifeline-gone", "house", "home"],
    ]
    pairs = json.dumps(renames).replace('"', "&quot;")
    html = reply.text().replace("<form ", f'<form data-mt-renamed="{pairs}" ')
    route.fulfill(response=reply, body=html)


def stored(context: BrowserContext, address: str, copy: dict[str, Any]) -> None:
    """Puts a copy into the browser's storage, as an earlier version of the site would have."""
    page = sheet(context, address)
    key = f"{PREFIX}{copy['sheet']}:{copy['id']}"
    page.evaluate("([key, text]) => { localStorage[key] = text; }", [key, json.dumps(copy)])
    page.close()


def test_answers_follow_a_renamed_question_and_none_is_dropped(
    address: str, browser: Browser
) -> None:
    old = {"lifeline-hopes": "house", "lifeline-gone": "house"}
    copy = {"sheet": "lifeline", "id": "a1", "n": 1, "name": "", "at": "2026", "answers": old}
    with person(browser) as context:
        stored(context, address, copy)
        context.route("**/tools/lifeline/", with_renames)
        page = sheet(context, f"{address}tools/lifeline/")
        assert answers(page) == {"lifeline-hope": "house"}
        page.fill("#lifeline-strengths", "Tarkka")
        settle(page)
        assert kept(page)[0]["answers"] == {
            "lifeline-gone": "home",
            "lifeline-hope": "house",
            "lifeline-strengths": "Tarkka",
        }


def test_a_damaged_entry_of_the_storage_does_no_harm(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.evaluate("key => { localStorage[key] = '{half'; }", f"{PREFIX}lifeline:x")
        page.reload()
        page.fill("#lifeline-hope", "Työpaikka")
        page.reload()
        assert answers(page) == {"lifeline-hope": "Työpaikka"}


def test_what_is_typed_before_the_script_comes_stays(address: str, browser: Browser) -> None:
    """On a slow network a sheet is shown after a while, and a person does not wait."""
    held: list[Route] = []
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-whose", "Amina")
        page.fill("#lifeline-hope", "Vanha toive")
        page.select_option("tr:has(#lifeline-events-1) .mt-list", "4")
        settle(page)
        page.route("**/sheet.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
        page.goto(f"{address}tools/lifeline/", wait_until="commit")
        page.fill("#lifeline-hope", "Uusi toive")
        page.check("[name=lifeline-events-1-feeling][value='2']")
        page.wait_for_selector(".mt-footer", state="attached")
        held[0].continue_()
        page.wait_for_selector(".mt-on")
        settle(page)
        expected = {"lifeline-whose": "Amina", "lifeline-hope": "Uusi toive"}
        expected["lifeline-events-1-feeling"] = "2"
        assert answers(page) == kept(page)[-1]["answers"] == expected
