"""A choice can be taken back, and typing behind "something else" is one."""

from on_a_sheet import WORDS, answers, kept, person, settle, sheet, stand_on
from playwright.sync_api import Browser, expect

SPAN = "[name=lifeline-span][value='whole-life']"
LIST = "tr:has(#lifeline-events-1) .mt-list"


def test_a_choice_pressed_again_is_taken_back_and_a_double_click_is_not(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.dblclick(SPAN)
        assert answers(page) == {"lifeline-span": "whole-life"}
        page.click(SPAN)
        settle(page)
        assert not answers(page)
        assert not kept(page)[0]["answers"]


def test_a_choice_that_was_kept_can_be_taken_back_too(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.click(SPAN)
        page.reload()
        stand_on(page, SPAN)
        page.keyboard.press("Space")
        assert not answers(page)
        page.keyboard.press("ArrowRight")
        assert len(answers(page)) == 1


def test_how_it_is_done_is_said_once_before_the_first_choice(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.get_by_text(WORDS["fi"]["choice_again"])).to_be_visible()
        page = sheet(context, f"{address}tools/life-wheel/")
        expect(page.get_by_text(WORDS["fi"]["choice_again"])).to_have_count(0)


def test_typing_behind_something_else_chooses_it(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-span-other-text", "muutoksista")
        given = {"lifeline-span": "other", "lifeline-span-other-text": "muutoksista"}
        assert answers(page) == given
        settle(page)
        page.reload()
        assert answers(page) == given


# Each scale's numbers: how many rows they stand in, whether those of a row touch, and the least
# side of what is pressed. Where there is no room for a row, a list takes their place.
SCALES = """() => [...document.querySelectorAll(".mt-ends")]
  .filter(scale => scale.checkVisibility()).map(scale => {
  const list = scale.querySelector(".mt-list");
  if (list?.checkVisibility()) return [1, true, list.offsetHeight];
  const boxes = [...scale.querySelectorAll(".mt-numbers > label")]
    .map(one => one.getBoundingClientRect());
  const rows = new Set(boxes.map(box => Math.round(box.top))).size;
  const joined = boxes.slice(1).every((box, at) => Math.abs(box.left - boxes[at].right) < 1);
  return [rows, joined, Math.min(...boxes.flatMap(b => [b.width, b.height]))];
})"""
SCALED = (
    *("tools/lifeline", "tools/meeting-log", "tools/grow-talk", "tools/network-map"),
    *("tools/evaluation", "tools/work-culture", "organisers/sheets/matching-matrix"),
)


def test_a_scale_looks_like_one(address: str, browser: Browser) -> None:
    faults = []
    with person(browser) as context:
        page = context.new_page()
        for path in SCALED:
            page.goto(f"{address}{path}/")
            page.wait_for_selector(".mt-on")
            for width in (320, 360, 768, 900, 1280, 1536):
                page.set_viewport_size({"width": width, "height": 800})
                scales = page.evaluate(SCALES)
                assert scales
                for rows, joined, least in scales:
                    if rows > 1 or not joined or least < 44:
                        faults.append((path, width, rows, joined, least))
    assert not faults


def test_a_list_of_numbers_and_the_numbers_are_one_answer(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.select_option(LIST, "2")
        assert answers(page) == {"lifeline-events-1-feeling": "2"}
        expect(page.locator(".mt-dot")).to_have_count(1)
        settle(page)
        page.reload()
        page.locator("#lifeline-events .mt-line").first.click()
        expect(page.locator(LIST)).to_have_value("2")
        page.select_option(LIST, "")
        settle(page)
        assert not answers(page)
        assert not kept(page)[0]["answers"]
        expect(page.locator(".mt-picture svg")).to_be_hidden()
