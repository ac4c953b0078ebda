"""The planner as people use it: making, changing, keeping, and handing on a plan of meetings."""

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import icalendar
import pytest
from kept_answers import FORBIDDEN, KEEP, copy, entries, keeping
from measures import UNFOLD, add_axe, axe
from on_a_sheet import PREFIX, WORDS, kept, person, press, sheet, sure
from playwright.sync_api import Browser, Page, expect
from word_schema import schema_faults

PLAN = copy(
    "planner", "p1", start="2026-11-03", time="17:00", every="2", minutes="90", place="Kirjasto",
    sequence="4", last="3", m1_date="2026-11-03", m1_tools="lifeline", m2_date="2026-12-06",
    m3_date="2026-12-12", m3_title="Haastattelu", m3_place="Kahvila",
)  # fmt: skip
MEETINGS = "#mt-meetings > li"


def make(page: Page, first: str, **choices: str) -> None:
    """Makes a plan, with what is chosen by the names of the controls."""
    page.fill("#mt-plan-start", first)
    for name, value in choices.items():
        page.select_option(f"#mt-plan-{name}", value)
    page.get_by_role("button", name=WORDS["fi"]["planning_make"]).click()
    expect(page.locator("#mt-planned")).to_be_visible()


def titles(page: Page) -> list[str]:
    return page.locator(f"{MEETINGS} h3").all_inner_texts()


def file_of(page: Page, press_: str) -> bytes:
    with page.expect_download() as waiting:
        page.click(press_)
    return Path(waiting.value.path()).read_bytes()


def test_a_path_and_a_rhythm_make_a_plan(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}planner/?path=first-job")
        expect(page.locator("html.mt-on")).to_have_count(1)
        expect(page.locator("#mt-plan-count")).to_be_hidden()
        expect(page.locator("#mt-plan-minutes")).to_have_value("90")
        page.locator("#mt-plan-place").click()
        page.keyboard.type("Kirjasto")
        make(page, "2026-10-06", every="2")
        expect(page.locator(MEETINGS)).to_have_count(7)
        expect(page.locator("#mt-planned-title")).to_be_focused()
        assert titles(page)[1] == "tiistai 20. lokakuuta 2026 klo 17.00"
        expect(page.locator(MEETINGS).nth(1)).to_contain_text("Vahvuudet ja tavoite")
        expect(page.locator(MEETINGS).nth(1).get_by_role("link")).to_have_text(
            ["Vahvuuskortit", "SMART-tavoite"]
        )
        page.goto(f"{address}en/planner/")
        expect(page.locator(MEETINGS).nth(1)).to_contain_text(
            re.compile(r"Tuesday,? 20 October 2026 at 17:00")
        )
        expect(page.locator(MEETINGS).nth(1)).to_contain_text("Strengths and a goal")


def test_a_plan_of_ones_own_and_the_same_weekday_of_each_month(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}planner/")
        page.locator("#mt-plan-count").fill("3")
        make(page, "2026-12-29")
        assert [title.split(" klo")[0] for title in titles(page)] == [
            "tiistai 29. joulukuuta 2026", "tiistai 26. tammikuuta 2027",
            "tiistai 23. helmikuuta 2027",
        ]  # fmt: skip


def test_holidays_and_weekends_are_said(address: str, browser: Browser) -> None:
    with keeping(browser, address, entries(PLAN)) as page:
        page.goto(f"{address}planner/")
        said = page.locator(f"{MEETINGS} .mt-wrong")
        expect(said).to_have_text(["Itsenäisyyspäivä", "Viikonloppu"])
        page.goto(f"{address}en/planner/")
        expect(said).to_have_text(["Independence Day", "Weekend"])


def test_a_meeting_is_changed_moved_dropped_and_added(address: str, browser: Browser) -> None:
    with keeping(browser, address, entries(PLAN)) as page:
        page.goto(f"{address}planner/")
        page.locator(f"{MEETINGS} summary").nth(1).press("Enter")
        second = page.locator(MEETINGS).nth(1)
        second.get_by_label("Aihe").press_sequentially("Verkostot")
        second.get_by_label("Aihe").press("Enter")
        expect(second).to_contain_text("Verkostot")
        second.get_by_label("Työkalut").select_option("network-map")
        second.get_by_role("button", name="Lisää työkalu").press("Enter")
        expect(second.get_by_role("link", name="Verkostokartta")).to_be_visible()
        later = "Siirrä tätä ja seuraavia viikkoa myöhemmäksi"
        second.get_by_role("button", name=later).press("Enter")
        expect(page.locator(f"{MEETINGS} h3").nth(2)).to_contain_text("19. joulukuuta")
        assert "3. marraskuuta" in titles(page)[0]
        page.click("[data-mt-do=add]")
        expect(page.locator(MEETINGS)).to_have_count(4)
        expect(page.locator(f"{MEETINGS} h3").last).to_contain_text("2. tammikuuta 2027")
        first = page.locator(MEETINGS).first
        first.locator("summary").press("Enter")
        first.get_by_role("button", name="Poista tapaaminen").press("Enter")
        expect(page.locator(MEETINGS)).to_have_count(3)
        press(page, "deleting_undo")
        expect(page.locator(MEETINGS)).to_have_count(4)
        page.reload()
        expect(page.locator(MEETINGS)).to_have_count(4)
        expect(page.locator(MEETINGS).nth(1)).to_contain_text("Verkostokartta")


def test_a_changed_meeting_stays_the_same_event_of_a_higher_number(
    address: str, browser: Browser
) -> None:
    with keeping(browser, address, entries(PLAN)) as page:
        page.goto(f"{address}planner/")
        before = icalendar.Calendar.from_ical(file_of(page, "[data-mt-do=ics]")).events
        page.locator(f"{MEETINGS} summary").first.press("Enter")
        page.locator(MEETINGS).first.get_by_label("Päivä").fill("2026-12-31")
        page.locator(f"{MEETINGS} summary").first.focus()
        expect(page.locator(f"{MEETINGS} h3").last).to_contain_text("31. joulukuuta")
        after = icalendar.Calendar.from_ical(file_of(page, "[data-mt-do=ics]")).events
        assert {str(e["UID"]) for e in before} == {str(e["UID"]) for e in after}
        assert [e["SEQUENCE"] for e in before] == [4, 4, 4]
        assert [e["SEQUENCE"] for e in after] == [5, 5, 5]
        page.evaluate(UNFOLD)
        one = icalendar.Calendar.from_ical(
            file_of(page, f"{MEETINGS}:first-child .mt-actions button:nth-child(2)")
        )
        assert [str(e["UID"]) for e in one.events] == [str(after[0]["UID"])]
        assert f"{address}tools/lifeline/" in str(after[-1]["DESCRIPTION"])


def test_the_word_table_is_sound_and_says_all(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    plan = {**PLAN, "answers": {**PLAN["answers"], "planner-place": "A & B <c>"}}
    with keeping(browser, address, entries(plan)) as page:
        page.goto(f"{address}planner/")
        made = file_of(page, "[data-mt-do=table]")
    file = tmp_path / "plan.docx"
    file.write_bytes(made)
    assert ZipFile(file).testzip() is None
    table = docx.Document(str(file)).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == ["Aika", "Aihe", "Työkalut", "Paikka"]
    assert texts[1][2:] == ["Elämänviiva", "A & B <c>"]
    assert texts[3][1:] == ["Haastattelu", "", "Kahvila"]
    assert not schema_faults(file)


def test_a_plan_is_kept_moved_and_deleted_as_sheets_are(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    with keeping(browser, address, entries(PLAN)) as page:
        page.goto(f"{address}my-sheets/")
        expect(page.locator("#mt-kept h3")).to_have_text("Tapaamisten suunnittelu")
        file = tmp_path / "saved.txt"
        file.write_bytes(file_of(page, "[data-mt-do=saveAll]"))
        page.get_by_role("link", name="Tapaamisten suunnittelu").first.click()
        page.click("[data-mt-do=remove]")
        sure(page)
        expect(page.locator("#mt-planned")).to_be_hidden()
        assert kept(page) == []
        press(page, "deleting_undo")
        expect(page.locator(MEETINGS)).to_have_count(3)
        page.evaluate("() => localStorage.clear()")
        page.goto(f"{address}tools/lifeline/")
        page.set_input_files("#mt-file", file)
        expect(page.locator(".mt-notice a")).to_contain_text("Tapaamisten suunnittelu")
        page.goto(f"{address}planner/")
        expect(page.locator(MEETINGS)).to_have_count(3)


def test_where_nothing_may_be_kept_a_plan_lasts_as_long_as_the_page(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}planner/")
        page.evaluate(UNFOLD)
        page.check("#mt-off")
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_off"])
        make(page, "2026-10-06")
        expect(page.locator(MEETINGS)).to_have_count(6)
        assert page.evaluate("() => Object.keys(localStorage)") == [f"{PREFIX}off"]
        page.uncheck("#mt-off")
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_saved"])


def test_a_browser_that_forbids_to_keep_makes_a_plan_all_the_same(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = context.new_page()
        page.add_init_script(f"({FORBIDDEN})()")
        page.goto(f"{address}planner/")
        make(page, "2026-10-06")
        expect(page.locator("#mt-status")).to_have_text(WORDS["fi"]["say_blocked"])
        assert len(icalendar.Calendar.from_ical(file_of(page, "[data-mt-do=ics]")).events) == 6


@pytest.mark.parametrize(
    "spoilt",
    [
        {"planner-m1-date": "2026-13-45"}, {"planner-m1-time": "99:99"},
        {"planner-minutes": "-5", "planner-every": "x", "planner-sequence": "1e9"},
        {"planner-m1-tools": "../../evil <b>", "planner-place": "<img src=x>"},
        {"planner-path": "__proto__", "planner-m1-of": "constructor"},
    ],
)  # fmt: skip
def test_what_a_file_from_elsewhere_holds_breaks_nothing(
    address: str, browser: Browser, spoilt: dict[str, str]
) -> None:
    plan: dict[str, Any] = {**PLAN, "answers": {**PLAN["answers"], **spoilt}}
    with keeping(browser, address, entries(plan)) as page:
        for path in ("", "journey/", "planner/"):
            page.goto(address + path)
            expect(page.locator("html.mt-on")).to_have_count(1)
        assert page.locator(MEETINGS).count() in (2, 3)
        assert not page.locator("#mt-planned img").count()
        assert icalendar.Calendar.from_ical(file_of(page, "[data-mt-do=ics]")).events


def test_two_plans_and_two_windows(address: str, browser: Browser) -> None:
    other = {**copy("planner", "p2", n=2, **{"m1-date": "2026-09-01"})}
    with keeping(browser, address, entries(PLAN, other)) as page:
        page.goto(f"{address}planner/")
        expect(page.locator("#mt-plans option")).to_have_count(2)
        page.select_option("#mt-plans", "p1")
        expect(page.locator(MEETINGS)).to_have_count(3)
        changed = {
            **PLAN,
            "at": "2026-12-01T10:00:00.000Z",
            "answers": {"planner-m1-date": "2026-11-03"},
        }
        second = page.context.new_page()
        second.goto(f"{address}robots.txt")
        second.evaluate(KEEP, {f"{PREFIX}planner:p1": json.dumps(changed)})
        expect(page.locator(MEETINGS)).to_have_count(1)
        page.click("[data-mt-do=begin]")
        expect(page.locator("#mt-planned")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_opened_plan(address: str, browser: Browser, scheme: str) -> None:
    with keeping(browser, address, entries(PLAN), color_scheme=scheme) as page:
        page.goto(f"{address}planner/")
        page.evaluate(UNFOLD)
        add_axe(page)
        assert not list(axe(page))


def test_what_is_printed_is_the_plan_alone(address: str, browser: Browser) -> None:
    with keeping(browser, address, entries(PLAN)) as page:
        page.goto(f"{address}planner/")
        page.emulate_media(media="print")
        expect(page.locator("#mt-meetings")).to_be_visible()
        for hidden in ("#mt-plan", "#how", ".mt-keep", f"{MEETINGS}:first-child summary"):
            expect(page.locator(hidden)).to_be_hidden()


def test_a_plan_is_made_and_handed_on_without_a_network(address: str, browser: Browser) -> None:
    with person(browser, service_workers="allow") as context:
        page = sheet(context, address)
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        context.set_offline(True)
        page.goto(f"{address}planner/?path=three-meetings")
        make(page, "2026-10-06")
        expect(page.locator(MEETINGS)).to_have_count(3)
        assert len(icalendar.Calendar.from_ical(file_of(page, "[data-mt-do=ics]")).events) == 3
        page.goto(f"{address}my-sheets/")
        expect(page.locator("#mt-kept li")).to_have_count(1)
