"""What is typed is drawn: as a curve, rings, bars or a wheel, told in words, printed and saved."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from on_a_sheet import FILL_ALL, WORDS, on_paper, person, press, settle, sheet
from playwright.sync_api import Browser, Page, expect

DESK = {"width": 1280, "height": 900}
EVENTS = [("Leipomo", 2009, 4), ("Oma leipomo", 2014, 5), ("Lopetus", 2018, -3)]


def lifeline(page: Page) -> None:
    """Three events, not in the order of their years."""
    for row, (event, year, feeling) in enumerate([EVENTS[2], *EVENTS[:2]], 1):
        page.fill(f"#lifeline-events-{row}-event", event)
        page.fill(f"#lifeline-events-{row}-year", str(year))
        page.select_option(f"tr:has(#lifeline-events-{row}) .mt-list", str(feeling))


def points(page: Page) -> list[tuple[float, float]]:
    """Where the drawing's dots are, in their order."""
    dots = page.locator(".mt-dot circle").evaluate_all(
        "dots => dots.map(dot => [+dot.getAttribute('cx'), +dot.getAttribute('cy')])"
    )
    return [(x, y) for x, y in dots]


def test_nothing_is_drawn_of_nothing(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        expect(page.locator(".mt-picture svg")).to_be_hidden()


def test_the_lifeline_is_a_curve_in_the_order_of_years(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        lifeline(page)
        page.fill("#lifeline-events-1-event", "Lopetus. ")
        expect(page.locator(".mt-dot")).to_have_count(3)
        first, second, third = points(page)
        assert first[0] < second[0] < third[0]
        assert second[1] < first[1] < third[1]
        share = (second[0] - first[0]) / (third[0] - first[0])
        assert share == pytest.approx(5 / 9, abs=0.02)
        expect(page.locator(".mt-told li")).to_have_text(
            [
                "2. Leipomo: Vuosi 2009, Tunne 4",
                "3. Oma leipomo: Vuosi 2014, Tunne 5",
                "1. Lopetus: Vuosi 2018, Tunne −3",
            ]
        )


def test_events_of_one_year_stand_beside_one_another(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        lifeline(page)
        for row in (1, 2, 3):
            page.fill(f"#lifeline-events-{row}-year", "2018")
        page.fill("#lifeline-events-4-year", "1999")
        page.select_option("tr:has(#lifeline-events-4) .mt-list", "1")
        expect(page.locator(".mt-dot")).to_have_count(4)
        places = [x for x, _ in points(page)]
        assert places[1] - places[0] > 100
        assert [round(b - a) for a, b in pairwise(places[1:])] == [34, 34]
        _, _, width, _ = str(page.locator(".mt-picture svg").get_attribute("viewBox")).split()
        assert places[-1] + 15 <= int(width)


def test_the_drawing_has_a_name_and_follows_the_language(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        lifeline(page)
        expect(page.get_by_role("img", name="Viivan tapahtumat")).to_be_visible()
        settle(page)
        page.goto(f"{address}en/tools/lifeline/")
        expect(page.get_by_role("img", name="Events on the line")).to_be_visible()
        expect(page.locator(".mt-told")).to_contain_text("Lopetus: Year 2018, Feeling −3")


def test_the_network_map_is_rings(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/network-map/")
        for row, (who, ring, tie) in enumerate([("TR", 1, "strong"), ("ML", 3, "weak")], 1):
            page.fill(f"#network-map-people-{row}-initials", who)
            page.check(f"[name=network-map-people-{row}-ring][value='{ring}']")
            page.check(f"#network-map-people-{row}-tie-{tie}")
        expect(page.locator(".mt-dot text")).to_have_text(["TR", "ML"])
        centre = page.locator(".mt-picture svg > circle").last.evaluate(
            "dot => [+dot.getAttribute('cx'), +dot.getAttribute('cy')]"
        )
        near, far = (abs(complex(x - centre[0], y - centre[1])) for x, y in points(page))
        assert far > 2.5 * near
        expect(page.locator(".mt-picture path[stroke-dasharray]")).to_have_count(1)
        expect(page.locator(".mt-told")).to_contain_text("1. TR: Rengas 1, Tuntee sinut hyvin")


def test_the_life_wheel_is_a_wheel(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/life-wheel/")
        page.fill("#life-wheel-sectors-work-now", "4")
        page.fill("#life-wheel-sectors-work-wish", "8")
        page.fill("#life-wheel-sectors-home-now", "7,5")
        page.fill("#life-wheel-sectors-home-wish", "6")
        page.fill("#life-wheel-sectors-home-own-name", "Oma pesä")
        told = page.locator(".mt-told li")
        expect(told).to_have_text(
            ["1. Työ: Nyt 4, Toive 8 (+4)", "7. Oma pesä: Nyt 7,5, Toive 6 (−1,5)"]
        )
        # What is is full, what is wished a broken line; so are the signs that say it.
        full = page.locator(".mt-picture path[fill=currentColor]")
        expect(full).to_have_count(2 + 1)
        expect(page.locator(".mt-picture path[stroke-dasharray]")).to_have_count(2 + 1)


WRONG = ["12", "−3", "1e308", "seitsemän", "7,5,5", "Infinity"]


@pytest.mark.parametrize("number", WRONG)
def test_a_number_out_of_range_is_told_at_its_field_and_drawn_nowhere(
    number: str, address: str, browser: Browser
) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/life-wheel/")
        page.wait_for_load_state("networkidle")
        page.fill("#life-wheel-sectors-work-now", "4")
        field = page.locator("#life-wheel-sectors-home-now")
        field.fill(number)
        field.blur()
        words = WORDS["fi"]["range_told"].replace("{low}", "0").replace("{high}", "10")
        expect(page.locator(".mt-wrong")).to_have_text(words)
        expect(field).to_have_accessible_description(words)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(page.locator(".mt-told li")).to_have_text(["1. Työ: Nyt 4"])
        field.fill("10")
        expect(page.locator(".mt-wrong")).to_have_count(0)
        expect(page.locator(".mt-told li")).to_have_count(2)


def test_one_sector_is_a_whole_circle(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/life-wheel/")
        page.fill("#life-wheel-sectors-work-now", "1")
        sector = page.locator(".mt-picture path[fill=currentColor]").first
        expect(sector).to_be_visible()
        width, height = sector.evaluate("path => [path.getBBox().width, path.getBBox().height]")
        assert width == pytest.approx(height, abs=1)


@pytest.mark.parametrize("years", [["1e308", "2000"], ["99999999999", "-5000"], ["x", ""]])
def test_no_year_breaks_the_line(years: list[str], address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        lifeline(page)
        for row, year in enumerate(years, 1):
            page.fill(f"#lifeline-events-{row}-year", year)
        expect(page.locator(".mt-dot")).to_have_count(3)
        paths = page.locator(".mt-picture path").evaluate_all(
            "all => all.map(path => path.getAttribute('d'))"
        )
        assert not [d for d in paths if re.search("NaN|Infinity|e", d)]


# Names that lie on a dot, on each other, on a ring's number, or outside the drawing.
LYING = """() => {
  const drawing = document.querySelector(".mt-picture svg");
  const box = (one) => one.getBoundingClientRect();
  const names = [...drawing.querySelectorAll(":scope > text")].map((one) => {
    const {left, right, top, bottom} = box(one); // with room over and under its letters
    return {name: one.textContent, left, right, top: top + 3, bottom: bottom - 4};
  });
  const dots = [...drawing.querySelectorAll(".mt-dot")].map(box);
  const {left, right} = box(drawing);
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return names.filter((name, at) =>
    name.left < left || name.right > right
    || [...dots, ...names.slice(0, at)].some((other) => meet(name, other)))
    .map(({name}) => name);
}"""


def test_names_stand_beside_their_dots_where_they_fit(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/network-map/")
        names = ["Ahmed", "Lin", "Valmistautumistapaaminen", "Olga", "Mehmet", "AB", "Sara"]
        for row, who in enumerate(names, 1):
            page.fill(f"#network-map-people-{row}-initials", who)
            page.check(f"[name=network-map-people-{row}-ring][value='{row % 3 + 1}']")
        expect(page.locator(".mt-dot text")).to_have_text(["3", "AB", "1", "4", "7", "2", "5"])
        beside = page.locator(".mt-picture svg > text")
        assert {"Ahmed", "Lin", "Olga", "Sara"} <= set(beside.all_text_contents())
        assert page.evaluate(LYING) == []


# How far what is drawn reaches beyond its place, in pixels.
BEYOND = """() => {
  const place = document.querySelector(".mt-picture").getBoundingClientRect();
  return Math.max(0, ...[...document.querySelectorAll(".mt-picture svg *")]
    .map((part) => part.getBoundingClientRect())
    .flatMap(({top, bottom}) => [place.top - top, bottom - place.bottom]));
}"""


def test_a_drawing_covers_nothing_else(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = context.new_page()
        for tool in ("network-map", "life-wheel", "lifeline", "starting-point"):
            page.goto(f"{address}tools/{tool}/")
            page.evaluate(FILL_ALL)
            expect(page.locator(".mt-picture svg")).to_be_visible()
            for width in (360, 800, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                assert (tool, width, page.evaluate(BEYOND)) == (tool, width, 0)


def test_a_long_name_is_a_number_in_its_dot_and_whole_in_the_list(
    address: str, browser: Browser
) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/network-map/")
        for row, who in enumerate(["Ahmed", "S.L.", "أمينة"], 1):
            page.fill(f"#network-map-people-{row}-initials", who)
            page.check(f"[name=network-map-people-{row}-ring][value='{row}']")
        expect(page.locator(".mt-dot text")).to_have_text(["1", "2", "3"])
        expect(page.locator(".mt-told li")).to_have_text(
            ["1. Ahmed: Rengas 1", "2. S.L.: Rengas 2", "3. \u2068أمينة\u2069: Rengas 3"]
        )


def rate(page: Page, column: str, numbers: list[int]) -> None:
    """Rates the first rows of the self-rating."""
    for row, number in enumerate(numbers):
        boxes = page.locator(f"tbody tr:nth-child({row + 1}) [name$=-{column}]")
        boxes.nth(number - 1).check()


def test_the_final_rating_is_offered_the_first_numbers_and_shows_the_difference(
    address: str, browser: Browser
) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/starting-point/")
        page.fill("#starting-point-whose", "Amina")
        rate(page, "before", [2, 3, 5])
        page.goto(f"{address}tools/final-rating/")
        offer = page.locator(".mt-notice")
        expect(offer).to_contain_text(WORDS["fi"]["offering_text"].replace("{whose}", " (Amina)"))
        assert not page.locator("[name$=-before]:checked").count()
        press(page, "offering_take")
        assert page.locator("[name$=-before]:checked").count() == 3
        rate(page, "after", [4, 3, 4])
        told = page.locator(".mt-told li")
        expect(told).to_have_count(3)
        expect(told.nth(0)).to_have_text(re.compile(r"Alussa 2, Nyt 4 \(\+2\)$"))
        expect(told.nth(1)).to_have_text(re.compile(r"\(±0\)$"))
        expect(told.nth(2)).to_have_text(re.compile(r"\(−1\)$"))
        expect(page.locator(".mt-picture svg")).to_contain_text("Nyt 4 (+2)")


def test_nobody_is_offered_another_persons_numbers(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/final-rating/")
        page.fill("#final-rating-whose", "Minh")
        page.goto(f"{address}tools/starting-point/")
        page.fill("#starting-point-whose", "Amina")
        rate(page, "before", [2])
        page.goto(f"{address}tools/final-rating/")
        expect(page.locator(".mt-notice")).to_have_count(0)


def test_a_drawing_is_saved_as_a_picture(address: str, browser: Browser) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        lifeline(page)
        with page.expect_download() as download:
            press(page, "say_picture")
        assert download.value.suggested_filename == "Elämänviiva.png"
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(b"\x89PNG")
        width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
        assert (width > 500, height > 500) == (True, True)


def printed(page: Page, tmp_path: Path) -> str:
    """The words of what the printer would get."""
    file = tmp_path / "printed.pdf"
    on_paper(page)
    page.pdf(path=file, prefer_css_page_size=True)
    run = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return run.stdout.decode()


def test_bars_are_printed_as_large_as_on_the_screen(address: str, browser: Browser) -> None:
    """Ten rows of them are half a page, and need no list of the same numbers beside them."""
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/final-rating/")
        for column in ("before", "after"):
            rate(page, column, [3] * 10)
        on_paper(page)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        drawing = page.locator(".mt-picture-bars svg")
        scale = drawing.evaluate("svg => svg.getScreenCTM().a")
        assert scale == pytest.approx(1, abs=0.1)
        expect(page.locator(".mt-told")).to_be_hidden()


def test_everything_that_was_typed_is_printed(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        lifeline(page)
        page.fill("#lifeline-date", "2026-03-05")
        page.fill("#lifeline-whose", "Amina, joka on leipuri ja jonka nimi on pitkä")
        page.fill("#lifeline-span-other-text", "muutoksista")
        page.fill("#lifeline-hope", "\n".join(f"Toivon {n}. asiaa" for n in range(30)))
        words = printed(page, tmp_path)
        for text in ("5. maaliskuuta 2026", "on pitkä", "muutoksista", "Toivon 29. asiaa"):
            assert text in words
        assert "Oma leipomo: Vuosi 2014, Tunne 5" in words
        for word in ("keep_promise", "own_save", "say_row_add", "say_picture"):
            assert WORDS["fi"][word][:20] not in words


def test_both_languages_stand_side_by_side_on_screen_and_paper(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    with person(browser, viewport=DESK) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        second = page.get_by_text("What do you hope for next?")
        expect(second).to_be_hidden()
        page.check("#mt-both")
        expect(second).to_be_visible()
        assert "What do you hope for next?" in printed(page, tmp_path)
