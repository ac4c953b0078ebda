"""A sheet that came as a link, beside one's own answers and merged with them: nothing is lost."""

from links import GOOD, HOPE, SAID, SHEET, arrived, came, linked, notice_says, told
from on_a_sheet import answers, keep_nothing, kept, person, press, sheet
from playwright.sync_api import Browser, expect


def test_a_copy_stands_beside_what_was_written_here(address: str, browser: Browser) -> None:
    with came(browser, address + SHEET + linked(GOOD), {"lifeline-hope": "Oma"}) as page:
        arrived(page)
        press(page, "arrived_keep")
        notice_says(page, "arrived_kept", what="Elämänviiva 2")
        assert [copy["answers"] for copy in kept(page)] == [{"lifeline-hope": "Oma"}, HOPE]


def test_a_copy_that_came_back_changed_overwrites_nothing(address: str, browser: Browser) -> None:
    back = {**GOOD, "answers": {"lifeline-hope": "Toinen"}}
    with came(browser, address + SHEET + linked(GOOD)) as page:
        press(page, "arrived_keep")
        page.evaluate("link => { location.hash = link; }", linked(back))
        arrived(page)
        press(page, "arrived_keep")
        notice_says(page, "arrived_kept", what="Elämänviiva 2")
        assert [copy["answers"] for copy in kept(page)] == [HOPE, back["answers"]]
        assert len({copy["id"] for copy in kept(page)}) == 2
        page.evaluate("link => { location.hash = link; }", linked(GOOD))
        arrived(page)
        press(page, "arrived_keep")
        notice_says(page, "arrived_kept", what="Elämänviiva")
        assert len(kept(page)) == 2


def test_answers_are_merged_one_by_one_and_taken_back(address: str, browser: Browser) -> None:
    theirs = {
        "lifeline-whose": "Amina", "lifeline-hope": "Työ", "lifeline-strengths": "Sisu",
        "lifeline-events-1-event": "Muutto", "lifeline-events-1-year": "2015",
    }  # fmt: skip
    mine = {"lifeline-whose": "Pekka", "lifeline-hope": "Lepo", "lifeline-events-1-event": "Koulu"}
    with came(browser, address + SHEET + linked({**GOOD, "answers": theirs}), mine) as page:
        arrived(page)
        press(page, "arrived_merge")
        expect(page.get_by_role("heading", name=SAID["arrived_choose"])).to_be_focused()
        expect(page.locator(".mt-merge :checked")).to_have_count(3)
        assert answers(page) == mine
        choices = page.locator(".mt-merge")
        choices.nth(1).get_by_label(SAID["arrived_both"]).check()
        choices.nth(2).get_by_label("Linkin: Työ").check()
        press(page, "arrived_merge_do")
        assert answers(page) == {
            "lifeline-whose": "Pekka", "lifeline-hope": "Työ", "lifeline-strengths": "Sisu",
            "lifeline-events-1-event": "Koulu",
            "lifeline-events-2-event": "Muutto", "lifeline-events-2-year": "2015",
        }  # fmt: skip
        assert len(kept(page)) == 1
        press(page, "arrived_undo")
        assert answers(page) == mine


def test_what_is_written_while_one_chooses_stays(address: str, browser: Browser) -> None:
    theirs = {**HOPE, "lifeline-strengths": "Sisu", "lifeline-whose": "Amina"}
    link = linked({**GOOD, "answers": theirs})
    with came(browser, address + SHEET + link, {"lifeline-hope": "Lepo"}) as page:
        arrived(page)
        press(page, "arrived_merge")
        page.fill("#lifeline-strengths", "Huumori")
        press(page, "arrived_merge_do")
        both = {"lifeline-hope": "Lepo", "lifeline-strengths": "Huumori"}
        assert answers(page) == {**both, "lifeline-whose": "Amina"}
        press(page, "arrived_undo")
        assert answers(page) == both


def test_what_differs_nowhere_is_merged_at_once(address: str, browser: Browser) -> None:
    with came(browser, address + SHEET + linked(GOOD), {"lifeline-strengths": "Sisu"}) as page:
        arrived(page)
        press(page, "arrived_merge")
        notice_says(page, "arrived_merged", n=1)
        assert answers(page) == {**HOPE, "lifeline-strengths": "Sisu"}
        page.evaluate("link => { location.hash = link; }", linked(GOOD))
        arrived(page)
        press(page, "arrived_merge")
        told(page, "arrived_nothing")


def test_merging_can_be_left(address: str, browser: Browser) -> None:
    with came(browser, address + SHEET + linked(GOOD), {"lifeline-hope": "Oma"}) as page:
        arrived(page)
        press(page, "arrived_merge")
        press(page, "arrived_merge_not")
        arrived(page)
        assert answers(page) == {"lifeline-hope": "Oma"}


def test_where_nothing_is_kept_a_link_is_read_and_merged(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        keep_nothing(page)
        expect(page.locator("#mt-keep")).to_have_attribute("data-mt-state", "Off")
        page.fill("#lifeline-strengths", "Sisu")
        page.evaluate("link => { location.hash = link; }", linked(GOOD))
        arrived(page)
        expect(page.locator(".mt-arrived")).to_contain_text(SAID["arrived_off"])
        expect(page.get_by_role("button", name=SAID["arrived_keep"])).to_have_count(0)
        press(page, "arrived_merge")
        assert answers(page) == {**HOPE, "lifeline-strengths": "Sisu"}
        assert not kept(page)


def test_by_keyboard_alone(address: str, browser: Browser) -> None:
    with came(browser, address + SHEET + linked(GOOD), {"lifeline-hope": "Oma"}) as page:
        arrived(page)
        for key in ("Tab", "Tab", "Enter"):
            page.keyboard.press(key)
        expect(page.get_by_role("heading", name=SAID["arrived_choose"])).to_be_focused()
        for key in ("Tab", "ArrowDown", "Tab", "Enter"):
            page.keyboard.press(key)
        notice_says(page, "arrived_merged", n=1)
        assert answers(page) == HOPE
