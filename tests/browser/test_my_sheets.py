"""What is kept on the device: seen on home, among all tools, and on a page of its own."""

import json

import pytest
from arriving import MOVED, WATCH
from kept_answers import FORBIDDEN, copy, entries, keeping
from measures import UNFOLD, add_axe, axe
from on_a_sheet import PREFIX, WORDS, kept, notice, person, press, sure
from playwright.sync_api import Browser, Page, expect

GOAL = copy("smart-goal", "a1", whose="Amina", goal="Saan työtä leipomosta", first_step="Soitan")
LOG = copy("meeting-log", "b2", n=2, topic="Haastattelu", tasks_1_task="CV", tasks_2_task="Puhelu")
LINE = copy("lifeline", "c3", n=3, name="Uusi viiva", hope="Työpaikka")


def names(page: Page) -> list[str]:
    return page.locator("#mt-kept h3").all_inner_texts()


@pytest.mark.parametrize("path", ["", "tools/"])
def test_where_nothing_is_kept_nothing_is_shown_and_nothing_moves(
    address: str, browser: Browser, path: str
) -> None:
    with keeping(browser, address, {f"{PREFIX}off": "yes"}) as page:
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        page.add_init_script(f"({WATCH})()")
        page.goto(address + path, wait_until="load")
        expect(page.locator("html.mt-on")).to_have_count(1)
        expect(page.locator("#mt-begun")).to_be_empty()
        assert page.evaluate("document.getElementById('mt-begun').offsetHeight") == 0
        assert not [url for url in fetched if "begun-list" in url or "/words/" in url]
        assert page.evaluate(MOVED) == []


@pytest.mark.parametrize("path", ["", "en/", "tools/", "en/tools/"])
def test_what_is_begun_is_seen_with_how_far_it_is_and_nothing_moves(
    address: str, browser: Browser, path: str
) -> None:
    with keeping(browser, address, entries(GOAL, LOG, LINE, copy("values", "d4"))) as page:
        page.add_init_script(f"({WATCH})()")
        page.goto(address + path)
        rows = page.locator("#mt-begun li")
        expect(rows).to_have_count(3)
        expect(rows.first).to_contain_text("Uusi viiva")
        expect(rows.nth(1)).to_contain_text("2 of 12" if "en" in path else "2/12")
        expect(rows.nth(2)).to_contain_text("Amina" if "en" not in path else "2026")
        expect(page.locator("#mt-begun a").last).to_contain_text("(4)")
        expect(page.locator(".mt-begun-mark")).to_have_count(4 if "tools" in path else 0)
        assert page.evaluate(MOVED) == []
        add_axe(page)
        assert not list(axe(page))


def test_one_goes_on_in_the_very_copy_and_home_knows_of_it_afterwards(
    address: str, browser: Browser
) -> None:
    older = copy("lifeline", "o1", hope="Vanha")
    with keeping(browser, address, entries(LINE, older)) as page:
        page.goto(address)
        page.locator("#mt-begun a", has_text="Elämänviiva").click()
        expect(page.locator("#lifeline-hope")).to_have_value("Vanha")
        page.locator("#lifeline-whose").press_sequentially("Minh")
        page.go_back()
        expect(page.locator("#mt-begun li").first).to_contain_text("Minh")


def test_all_are_listed_searched_and_opened(address: str, browser: Browser) -> None:
    with keeping(browser, address, entries(GOAL, LOG, LINE)) as page:
        page.goto(f"{address}my-sheets/")
        expect(page.locator("#mt-count")).to_have_text("Työpohjia: 3")
        assert names(page) == ["Uusi viiva", "Tapaamismuistio 2", "SMART-tavoite · Amina"]
        page.get_by_role("searchbox").first.press_sequentially("LEIPOMO")
        expect(page.locator("#mt-kept li")).to_have_count(1)
        expect(page.locator("#mt-kept mark")).to_have_text("leipomo")
        page.get_by_role("searchbox").first.fill("olematon")
        expect(page.locator("#mt-count")).to_have_text(WORDS["fi"]["mine_missing"])
        page.get_by_role("searchbox").first.fill("")
        page.get_by_role("link", name="SMART-tavoite · Amina").click()
        expect(page.locator("#smart-goal-first-step")).to_have_value("Soitan")


def test_what_is_written_is_never_read_as_markup(address: str, browser: Browser) -> None:
    evil = copy("lifeline", "e1", name="<img src=x>", hope="<script>alert(1)</script> kissa")
    with keeping(browser, address, entries(evil)) as page:
        page.goto(f"{address}my-sheets/")
        page.get_by_role("searchbox").first.press_sequentially("kissa")
        expect(page.locator("#mt-kept")).to_contain_text("<script>alert(1)</script> kissa")
        page.goto(address)
        expect(page.locator("#mt-begun li")).to_contain_text("<img src=x>")
        assert not page.locator("#mt-begun img, #mt-kept script").count()


@pytest.mark.parametrize("act", ["saveAll", "one"])
def test_what_is_kept_is_handed_out_as_a_file(address: str, browser: Browser, act: str) -> None:
    with keeping(browser, address, entries(GOAL, LINE)) as page:
        page.goto(f"{address}my-sheets/")
        with page.expect_download() as waiting:
            if act == "one":
                page.get_by_role("button", name="Tallenna tiedostoon: Uusi viiva").click()
            else:
                page.click("[data-mt-do=saveAll]")
        saved = json.loads(waiting.value.path().read_text("utf-8"))
        assert saved["format"] == "mentoring-answers"
        assert [one["sheet"] for one in saved["sheets"]][-1] == "lifeline"
        assert len(saved["sheets"]) == (1 if act == "one" else 2)


def test_deleting_asks_first_and_can_be_undone(address: str, browser: Browser) -> None:
    with keeping(browser, address, entries(GOAL, LOG, LINE)) as page:
        page.goto(f"{address}my-sheets/")
        page.get_by_role("button", name="Poista: Uusi viiva").click()
        sure(page, "no")
        assert len(kept(page)) == 3
        page.get_by_role("button", name="Poista: Uusi viiva").click()
        sure(page)
        expect(page.locator("#mt-status")).to_contain_text("Uusi viiva")
        expect(page.locator("#mt-kept li")).to_have_count(2)
        press(page, "deleting_undo")
        expect(page.locator("#mt-kept li")).to_have_count(3)
        page.click("[data-mt-do=removeAll]")
        sure(page)
        expect(page.locator("#mt-none")).to_be_visible()
        assert kept(page) == []


def test_nothing_is_kept_any_more_when_one_says_so(address: str, browser: Browser) -> None:
    with keeping(browser, address, {**entries(GOAL), f"{PREFIX}x:y": "{"}) as page:
        page.goto(f"{address}my-sheets/")
        page.evaluate(UNFOLD)
        page.check("#mt-off")
        sure(page)
        expect(page.locator("#mt-status")).to_contain_text(WORDS["fi"]["say_off"])
        assert page.evaluate("() => Object.keys(localStorage)") == [f"{PREFIX}off"]
        press(page, "deleting_undo")
        expect(page.locator("#mt-kept li")).to_have_count(1)
        expect(page.locator("#mt-off")).not_to_be_checked()


def test_entries_that_cannot_be_read_are_set_aside(address: str, browser: Browser) -> None:
    with keeping(browser, address, {**entries(GOAL), f"{PREFIX}lifeline:bad": "{"}) as page:
        page.goto(address)
        expect(page.locator("#mt-begun li")).to_have_count(1)
        page.goto(f"{address}my-sheets/")
        expect(page.locator(".mt-notice p")).to_contain_text("1")
        expect(page.locator("#mt-kept li")).to_have_count(1)
        page.get_by_role("button", name=WORDS["fi"]["aside_close"]).click()


@pytest.mark.parametrize("path", ["", "tools/", "my-sheets/"])
def test_a_browser_that_forbids_to_keep_shows_the_page(
    address: str, browser: Browser, path: str
) -> None:
    with person(browser) as context:
        page = context.new_page()
        page.add_init_script(f"({FORBIDDEN})()")
        page.goto(address + path)
        expect(page.locator("html.mt-on")).to_have_count(1)
        expect(page.locator(".mt-footer nav")).to_be_visible()
        if path == "my-sheets/":
            expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_blocked"])
            expect(page.locator("#mt-none")).to_be_visible()


def test_five_hundred_sheets_are_listed_found_and_deleted(address: str, browser: Browser) -> None:
    many = [copy("meeting-log", f"m{n}", n=n, topic=f"aihe{n}") for n in range(1, 501)]
    with keeping(browser, address, entries(*many)) as page:
        page.goto(address)
        expect(page.locator("#mt-begun a").last).to_contain_text("(500)")
        page.goto(f"{address}my-sheets/")
        expect(page.locator("#mt-count")).to_have_text("Työpohjia: 500")
        expect(page.locator("#mt-kept li")).to_have_count(50)
        page.click("#mt-more")
        expect(page.locator("#mt-kept li")).to_have_count(500)
        page.get_by_role("searchbox").first.press_sequentially("aihe499")
        expect(page.locator("#mt-kept li")).to_have_count(1)
        page.click("[data-mt-do=removeAll]")
        expect(page.locator("dialog li")).to_have_count(500)
        sure(page)
        expect(page.locator("#mt-none")).to_be_visible()


def test_the_page_tells_what_it_cannot_do_without_scripts(address: str, browser: Browser) -> None:
    with person(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}my-sheets/")
        expect(page.locator(".mt-unscripted")).to_have_text(WORDS["fi"]["device_noscript"])
        expect(page.locator("#mt-some")).to_be_hidden()
        expect(page.locator("#next")).to_be_visible()
        page.goto(address)
        expect(page.locator("#situations")).to_be_visible()


def test_another_window_is_heard(address: str, browser: Browser) -> None:
    with keeping(browser, address, entries(GOAL)) as page:
        page.goto(f"{address}my-sheets/")
        expect(page.locator("#mt-kept li")).to_have_count(1)
        other = page.context.new_page()
        other.goto(f"{address}tools/lifeline/")
        other.locator("#lifeline-hope").press_sequentially("Ääni")
        expect(page.locator("#mt-kept li")).to_have_count(2)


def test_not_reached_is_said(address: str, browser: Browser) -> None:
    complaints: list[str] = []
    with keeping(browser, address, entries(GOAL), complaints=complaints) as page:
        page.goto(f"{address}my-sheets/")
        page.route("**/save-all.js*", lambda route: route.abort())
        page.click("[data-mt-do=saveAll]")
        notice(page, "say_unreached")
    assert complaints
