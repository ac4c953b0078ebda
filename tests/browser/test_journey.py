"""The page of the journey: what was done, goals, ratings before and now, the next meeting."""

from kept_answers import copy, entries, keeping
from measures import add_axe, axe
from on_a_sheet import WORDS, kept, person, press, sure
from playwright.sync_api import Browser, expect

KEPT = entries(
    copy("agreement", "a", 1, "", **{"goals-1-goal": "Saan työtä", "goals-1-sign": "Sopimus"}),
    copy("starting-point", "b", 2, whose="Amina", **{"rating-cv-before": "2"}),
    copy(
        "final-rating", "c", 3, whose="Amina", **{"rating-cv-after": "4", "rating-plan-after": "5"}
    ),
    copy("starting-point", "d", 4, whose="Minh", **{"rating-cv-before": "5"}),
    copy("mid-way-review", "e", 5, "", **{"rating-goals-mentee": "3"}),
    copy("action-plan", "f", 6, **{"plan-1-step": "a", "plan-1-done": "yes", "plan-2-step": "b"}),
    copy("planner", "g", 7, place="Kirjasto", m1_date="2025-01-07", m2_date="2040-01-03"),
)


def test_all_that_was_written_comes_together(address: str, browser: Browser) -> None:
    with keeping(browser, address, KEPT) as page:
        page.goto(f"{address}journey/")
        parts = page.locator("[data-mt-phase]")
        expect(parts.first.locator("li")).to_have_count(3)
        expect(parts.nth(1)).to_contain_text("Puolivälin tarkistus")
        expect(page.locator("#mt-goals")).to_contain_text("Saan työtä")
        expect(page.locator("#mt-goals")).to_contain_text("Sopimus")
        expect(page.locator("#mt-far li")).to_have_text(
            ["Toimintasuunnitelman askelia tehty: 1/2", "Aktorin arvio puolivälissä: 3/5"]
        )
        expect(page.locator("#mt-held")).to_contain_text("2")
        expect(page.locator("#mt-next")).to_contain_text("tiistai 3. tammikuuta 2040")
        expect(page.locator("#mt-next")).to_contain_text("Kirjasto")


def test_ratings_of_one_person_are_drawn_and_said(address: str, browser: Browser) -> None:
    with keeping(browser, address, KEPT) as page:
        page.goto(f"{address}journey/")
        page.get_by_label(WORDS["fi"]["journey_whose"]).select_option("Amina")
        row = page.locator("[data-mt-row=cv] td")
        expect(row).to_have_text(["2", "4", "+2"])
        expect(page.locator("[data-mt-row=plan] td")).to_have_text(["", "5", ""])
        expect(page.locator("[data-mt-row=finnish-at-work]")).to_be_hidden()
        expect(page.get_by_role("img", name=WORDS["fi"]["journey_ratings"])).to_be_visible()
        expect(page.locator("#mt-chart text").filter(has_text="Nyt 4")).to_have_text("Nyt 4 (+2)")
        expect(page.locator("[data-mt-phase=familiarization]")).not_to_contain_text("Minh")
        page.get_by_label(WORDS["fi"]["journey_whose"]).select_option("Minh")
        expect(row).to_have_text(["5", "", ""])


def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    address: str, browser: Browser
) -> None:
    with keeping(browser, address, KEPT) as page:
        page.goto(f"{address}en/journey/")
        expect(page.locator("#mt-chart svg")).to_be_visible()
        add_axe(page)
        assert not list(axe(page))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_is_printed_for_the_closing_talk(address: str, browser: Browser) -> None:
    with keeping(browser, address, KEPT) as page:
        page.goto(f"{address}journey/")
        expect(page.locator("#mt-chart svg")).to_be_visible()
        page.emulate_media(media="print")
        for shown in ("#mt-goals", "#mt-ratings", "#mt-chart svg", "#mt-next"):
            expect(page.locator(shown)).to_be_visible()
        for hidden in ("#from", ".mt-keep", "[data-mt-do=print]"):
            expect(page.locator(hidden)).to_be_hidden()


def test_all_is_deleted_here_too_and_comes_back(address: str, browser: Browser) -> None:
    with keeping(browser, address, KEPT) as page:
        page.goto(f"{address}journey/")
        page.click("[data-mt-do=removeAll]")
        sure(page)
        expect(page.locator("#mt-none")).to_be_visible()
        assert kept(page) == []
        press(page, "deleting_undo")
        expect(page.locator("#mt-goals li")).to_have_count(1)
        assert len(kept(page)) == 7


def test_where_nothing_is_kept_it_says_what_to_do(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = context.new_page()
        page.goto(f"{address}journey/")
        expect(page.locator("#mt-none")).to_contain_text(WORDS["fi"]["journey_none"])
        expect(page.locator("#mt-journey")).to_be_hidden()
