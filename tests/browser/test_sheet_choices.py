"""A choice can be taken back, and typing behind "something else" is one."""

from on_a_sheet import WORDS, answers, kept, person, settle, sheet, stand_on
from playwright.sync_api import Browser, expect

FEELING = "[name=lifeline-events-1-feeling][value='2']"


def test_a_choice_pressed_again_is_taken_back_and_a_double_click_is_not(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.dblclick(FEELING)
        assert answers(page) == {"lifeline-events-1-feeling": "2"}
        expect(page.locator(".mt-dot")).to_have_count(1)
        page.click(FEELING)
        settle(page)
        assert not answers(page)
        assert not kept(page)[0]["answers"]
        expect(page.locator(".mt-picture svg")).to_be_hidden()


def test_a_choice_that_was_kept_can_be_taken_back_too(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.click(FEELING)
        page.reload()
        page.locator("#lifeline-events .mt-line").first.click()
        stand_on(page, FEELING)
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


# How many rows each scale's numbers stand in, whether those of a row touch, and the least side.
SCALES = """() => [...document.querySelectorAll(".mt-numbers")]
  .filter(scale => scale.checkVisibility()).map(scale => {
  const boxes = [...scale.children].map(one => one.getBoundingClientRect());
  const rows = Map.groupBy(boxes, box => Math.round(box.top));
  const joined = [...rows.values()]
    .every(row => row.slice(1).every((box, at) => Math.abs(box.left - row[at].right) < 1));
  return [boxes.length, rows.size, joined, Math.min(...boxes.flatMap(b => [b.width, b.height]))];
})"""


def test_a_scale_looks_like_one(address: str, browser: Browser) -> None:
    """One row, or two joined halves of what no phone has room for."""
    faults = []
    with person(browser) as context:
        page = context.new_page()
        for path in ("lifeline", "meeting-log", "grow-talk", "network-map", "evaluation"):
            page.goto(f"{address}tools/{path}/")
            for width in (320, 360, 768, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                scales = page.evaluate(SCALES)
                assert scales
                for numbers, rows, joined, least in scales:
                    most = 1 if numbers < 8 or (width > 700 and path == "grow-talk") else 2
                    if rows > most or not joined or least < 44:
                        faults.append((path, width, numbers, rows, joined, least))
    assert not faults
