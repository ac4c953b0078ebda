"""The search page as people use it: typing, the address, the keyboard, no scripts, no network."""

import json
from urllib.parse import quote

import pytest
from built import Site
from on_a_sheet import opened
from playwright.sync_api import Browser, Page, Route, expect

# Until the worker serves the page, and until it has kept the words of the index.
SERVED = """() => new Promise((done) => {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) done();
  serviceWorker.addEventListener("controllerchange", () => done());
})"""
KEPT = """async () => {
  for (;;) {
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys();
      if (kept.some(({ url }) => url.endsWith("words-0.json"))) return;
    }
    await new Promise(requestAnimationFrame);
  }
}"""


def first(page: Page) -> str:
    return page.locator("#mt-results a").first.inner_text().replace("\u00ad", "")


@pytest.mark.parametrize(
    ("path", "question", "title"),
    [
        ("search/", "kysymyksiä", "Tutustumiskysymykset"),
        ("search/", "haastatelu", "Harjoitushaastattelu"),
        ("en/search/", "interviews", "Mock interview"),
    ],
)
def test_results_come_while_typing_and_the_address_says_what_was_asked(
    address: str, browser: Browser, path: str, question: str, title: str
) -> None:
    with opened(browser, address + path) as page:
        page.get_by_role("searchbox").press_sequentially(question)
        expect(page.locator("#mt-results")).to_contain_text(title)
        expect(page).to_have_url(f"{address}{path}?q={quote(question)}")
        expect(page.locator("#mt-all")).to_be_hidden()
        expect(page.locator("#mt-status")).to_contain_text("r" if "en" in path else "tulos")


def test_a_shared_address_shows_the_same_results_with_the_sentence_and_marked_words(
    address: str, browser: Browser
) -> None:
    with opened(browser, f"{address}search/?q=sopimuksen") as page:
        expect(page.get_by_role("searchbox")).to_have_value("sopimuksen")
        result = page.locator("#mt-results li").first
        expect(result).to_contain_text("Työkalu · Aloitus · 45 minuuttia")
        expect(result.locator("mark").first).to_contain_text("opimu")
        expect(result.locator(".mt-sentence")).to_contain_text("sopimus")


def test_a_result_leads_to_its_page(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}en/search/?q=lifeline") as page:
        page.locator("#mt-results a").first.click()
        expect(page).to_have_url(f"{address}en/tools/lifeline/")
        page.go_back()
        expect(page.get_by_role("searchbox")).to_have_value("lifeline")
        expect(page.locator("#mt-results a").first).to_be_visible()


def test_everything_goes_by_keyboard(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}search/") as page:
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("kartta/")
        expect(page.get_by_role("searchbox")).to_have_value("kartta/")
        expect(page.locator("#mt-results a").first).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.locator("#mt-results a").first).to_be_focused()


def test_what_is_not_found_is_said_with_near_words_and_situations(
    address: str, browser: Browser
) -> None:
    with opened(browser, f"{address}search/?q=sopqwerty") as page:
        expect(page.locator("#mt-status")).to_contain_text("sopqwerty")
        near = page.locator(".mt-near a")
        expect(near.first).to_be_visible()
        expect(page.locator("#mt-nothing details")).to_have_count(6)
        near.first.click()
        expect(page.locator("#mt-results a").first).to_be_visible()


def test_what_is_typed_is_never_read_as_markup(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}search/?q=%3Cimg%20src%3Dx%3E%20kartta") as page:
        expect(page.locator("#mt-results a").first).to_be_visible()
        assert page.locator("main img").count() == 0


def test_without_scripts_every_page_is_there_with_its_words(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}search/?q=haastis", java_script_enabled=False) as page:
        listed = page.locator("#mt-all li")
        expect(listed.filter(has_text="haastis")).to_contain_text("Harjoitushaastattelu")
        tools = page.locator("#mt-all ul:not(#kind-easys + ul) a[href*='tools/']").count()
        page.goto(f"{address}tools/")
        assert page.locator(".mt-shelf:not(:has(#easy)) .mt-card").count() == tools


@pytest.mark.parametrize("path", ["", "tools/", "about/", "tools/lifeline/", "paths/first-job/"])
def test_a_field_on_every_page_leads_to_the_search_without_scripts(
    address: str, browser: Browser, path: str
) -> None:
    with opened(browser, address + path, java_script_enabled=False) as page:
        field = page.get_by_role("searchbox").last
        field.fill("väsymys")
        field.press("Enter")
        expect(page).to_have_url(f"{address}search/?q={quote('väsymys')}")


def test_nothing_is_fetched_for_the_search_elsewhere_and_nothing_before_it_is_wanted(
    address: str, browser: Browser
) -> None:
    with opened(browser, "about:blank") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in ("", "tools/", "search/"):
            page.goto(address + path, wait_until="load")
        assert not [url for url in asked if "/lookup/" in url]
        with page.expect_request("**/lookup/fi/index.json"):
            page.get_by_role("searchbox").focus()


def test_a_search_works_without_a_network_once_it_was_used(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}search/?q=kartta") as page:
        page.evaluate(SERVED)
        page.reload()
        expect(page.locator("#mt-results mark").first).to_be_visible()
        page.evaluate(KEPT)
        page.context.set_offline(True)
        page.goto(f"{address}search/?q=sopimus")
        expect(page.locator("#mt-results li").first).to_contain_text("Mentorointisopimus")


def test_of_many_parts_only_those_are_fetched_that_may_have_the_words(
    site: Site, address: str, browser: Browser
) -> None:
    folder = site.root / "lookup/fi"
    begun = json.loads((folder / "index.json").read_text("utf-8"))
    lines = json.loads((folder / "words-0.json").read_text("utf-8")).split("\n")
    size = len(lines) // 8
    parts = [lines[start : start + size] for start in range(0, len(lines), size)]
    begun["parts"] = [part[0].partition(" ")[0] for part in parts]
    fetched: list[int] = []

    def answer(route: Route) -> None:
        number = int(route.request.url.rpartition("-")[2].removesuffix(".json"))
        fetched.append(number)
        route.fulfill(json="\n".join(parts[number]))

    with opened(browser, "about:blank", service_workers="block") as page:
        page.route("**/lookup/fi/index.json", lambda route: route.fulfill(json=begun))
        page.route("**/lookup/fi/words-*.json", answer)
        page.goto(f"{address}search/?q=verkostokartan")
        expect(page.locator("#mt-results li").first).to_contain_text("Verkostokartta")
        assert {begun["parts"][n][:1] for n in fetched} <= {"t", "u", "v"}
        assert 0 < len(fetched) < 3
        page.get_by_role("searchbox").fill("haastattelun kysymykset")
        expect(page.locator("#mt-results")).to_contain_text("Harjoitushaastattelu")
        assert len(fetched) == len(set(fetched)) < len(parts)
