"""A person's answers in every kind of browser: Chromium, Firefox, and WebKit as in Safari."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from browser import firefox, webkit
from built import BASE, Site
from on_a_sheet import ANSWERS, FILL_ALL, PREFIX, WORDS
from opened_files import application, evaluation, file
from playwright.sync_api import Browser
from serving import Host, served
from windows import ChromiumWindow, DrivenWindow, Window

SHEET = "tools/lifeline/"
HOPE, STRENGTHS = "#lifeline-hope", "#lifeline-strengths"
SPAN = "[name=lifeline-span][value='whole-life']"
SAVED = WORDS["fi"]["say_saved"]
LONG = "Pitkä vastaus, joka ei mahdu yhdelle riville. " * 8

# A saved file as the browser gets it: what it does with it is its own matter.
CATCH_FILES = """
  window.caught = [];
  let blob;
  const url = URL.createObjectURL;
  URL.createObjectURL = given => url.call(URL, (blob = given));
  HTMLAnchorElement.prototype.click = async function () {
    window.caught.push([this.download, await blob.text()]);
  };"""


def chromium_window(browser: Browser) -> Iterator[Window]:
    with browser.new_context() as context:
        yield ChromiumWindow(context, context.new_page())


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def running(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Window]:
    """One window of each browser, for all journeys."""
    if request.param == "chromium":
        yield from chromium_window(browser)
        return
    with (firefox if request.param == "firefox" else webkit)() as driver:
        yield DrivenWindow(driver, driver.current_window_handle)


@pytest.fixture
def window(running: Window, address: str) -> Window:
    """The window on a sheet that nobody has written on."""
    running.open(address)
    running.run("localStorage.clear(); sessionStorage.clear()")
    running.open(f"{address}tools/")
    running.open(address + SHEET)
    ready(running)
    return running


def ready(window: Window) -> None:
    window.until("return document.readyState === 'complete' && !!document.querySelector('.mt-on')")


def answers(window: Window) -> dict[str, str]:
    return dict(window.run(f"return ({ANSWERS})()"))


def kept(window: Window) -> list[dict[str, str]]:
    """The answers of each kept copy, in the order in which they were begun."""
    stored = window.run("return Object.entries(localStorage)")
    copies = [json.loads(text) for key, text in stored if key.startswith(PREFIX)]
    return [copy["answers"] for copy in sorted(copies, key=lambda copy: copy["n"])]


def says(window: Window, words: str, where: str = "#mt-status") -> None:
    """Waits until a place says these words, among others."""
    window.until(
        "return document.querySelector(arguments[0])?.textContent.includes(arguments[1])",
        where, words,
    )  # fmt: skip


def press_button(window: Window, words: str) -> None:
    """Presses the button that says these words."""
    window.run(
        "for (const one of document.querySelectorAll('details')) one.open = true;"
        "for (const one of document.querySelectorAll('button'))"
        "  one.toggleAttribute('data-this', one.textContent === arguments[0])", words,
    )  # fmt: skip
    window.press("[data-this]")


def unfold(window: Window) -> None:
    window.run("for (const one of document.querySelectorAll('details')) one.open = true")


def do(window: Window, act: str) -> None:
    unfold(window)
    window.press(f"[data-mt-do={act}]")


# What can have the focus in an organiser's work, and was not reached.
# Where the focus is wanted, Tab goes no further: so all presses are one errand to the browser.
WATCH = """
  document.addEventListener("focusin", ({target}) => (target.dataset.reached = "yes"));
  document.addEventListener("keydown", event => {
    if (event.key === "Tab" && window.goal && document.activeElement.matches(window.goal))
      event.preventDefault();
  });"""
MISSED = """
  const all = "button, input, select, textarea, summary, [tabindex='0']";
  const parts = [...document.querySelectorAll(".mt-own")];
  const missed = parts.flatMap(part => [...part.querySelectorAll(all)])
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.offsetParent && !e.dataset.reached);
  const wide = document.documentElement.scrollWidth > innerWidth ? ["the page is too wide"] : [];
  return [...missed.map(e => e.outerHTML.slice(0, 120)), ...wide];"""
SEEN = """
  const {left, right, top, bottom} = document.activeElement.getBoundingClientRect();
  return left >= 0 && right <= innerWidth && bottom > 0 && top < innerHeight;"""
HERE = "return document.activeElement.matches(window.goal)"


def tab_to(window: Window, selector: str) -> None:
    """Presses Tab until the focus stands on such an element, where it is seen."""
    window.run("window.goal = arguments[0]", selector)
    window.keys(*["Tab"] * 20)
    assert window.run(HERE), f"Tab does not reach {selector}"
    window.run("window.goal = ''")
    window.until(SEEN)


def begin_work(window: Window, address: str, file: Path) -> None:
    """Opens an organiser's page, goes past its menu by keyboard, and opens a file there."""
    window.open(address)
    window.until("return document.getElementById('mt-files')?.disabled === false")
    window.run(CATCH_FILES + WATCH)
    window.keys("Tab", "Enter")
    tab_to(window, "#mt-files")
    window.choose_file("#mt-files", str(file))


def caught(window: Window, act: str, many: int) -> str:
    """Presses a button by keyboard; the name of the file that it hands out, the n-th."""
    tab_to(window, f"[data-mt-do={act}]")
    window.keys("Enter")
    window.until("return window.caught.length === arguments[0]", many)
    return str(window.run("return window.caught.at(-1)[0]"))


@pytest.fixture(params=[360, 1280])
def organiser(running: Window, request: pytest.FixtureRequest) -> Iterator[Window]:
    running.narrow(request.param)
    yield running
    running.narrow(0 if isinstance(running, DrivenWindow) else 1280)


def test_an_organiser_matches_by_keyboard_alone(
    organiser: Window, address: str, tmp_path: Path
) -> None:
    people = [application(role, n) for role in ("mentee", "mentor") for n in range(1, 4)]
    begin_work(organiser, f"{address}organisers/matching/", file(tmp_path, "all.txt", *people))
    organiser.until("return document.querySelector('#mt-people table')")
    tab_to(organiser, "#mt-hide")
    organiser.keys(" ")
    organiser.until("return document.querySelector('#mt-people').textContent.includes('Aktori 1')")
    assert caught(organiser, "keep", 1).endswith(".txt")
    organiser.keys("Shift+Tab", "Enter")
    organiser.until("return document.activeElement.id === 'mt-pairs-title'")
    tab_to(organiser, "#mt-pairs summary")
    organiser.keys("Enter")
    organiser.until("return document.querySelector('#mt-pairs select')")
    tab_to(organiser, "#mt-pairs select")
    before = organiser.run("return document.activeElement.selectedIndex")
    organiser.keys(WORDS["fi"]["matching_nobody"][0] if before else "M")
    organiser.until("return document.activeElement.selectedIndex !== arguments[0]", before)
    says(organiser, WORDS["fi"]["matching_own"], "#mt-pairs > li")
    organiser.keys("Shift+Tab", "Tab")
    assert caught(organiser, "list", 2).endswith(".csv")
    tab_to(organiser, "#mt-paired [data-mt-do=print]")
    assert not organiser.run(MISSED)


def test_an_organiser_reports_by_keyboard_alone(
    organiser: Window, address: str, tmp_path: Path
) -> None:
    people = [evaluation(n, quote="yes") for n in range(6)]
    begin_work(organiser, f"{address}organisers/results/", file(tmp_path, "all.txt", *people))
    organiser.until("return document.querySelector('#mt-summed summary')")
    tab_to(organiser, "#mt-summed summary")
    organiser.keys("Enter")
    tab_to(organiser, "#mt-summed [type=checkbox]")
    organiser.keys(" ")
    tab_to(organiser, "#mt-programme")
    organiser.keys(*"Oma")
    tab_to(organiser, "#mt-length")
    organiser.keys("E")
    assert caught(organiser, "docx", 1).endswith(".docx")
    assert caught(organiser, "pdf", 2).endswith(".pdf")
    assert organiser.run("return window.caught[1][1].startsWith('%PDF')")
    assert caught(organiser, "list", 3).endswith(".csv")
    tab_to(organiser, "[data-mt-do=keep]")
    assert not organiser.run(MISSED)


def test_everything_is_there_after_reload_and_in_the_other_language(window: Window) -> None:
    window.run(f"({FILL_ALL})()")
    given = answers(window)
    assert len(given) > 15
    window.reload()
    ready(window)
    assert answers(window) == given
    window.press(".mt-language")
    window.until("return document.documentElement?.lang === 'en'")
    ready(window)
    assert answers(window) == given


def test_back_and_forward_bring_every_answer(window: Window) -> None:
    window.run(f"({FILL_ALL})()")
    says(window, SAVED)
    given = answers(window)
    window.run("document.querySelector('.mt-header a[href]').click()")
    window.until("return location.pathname !== arguments[0]", f"{PREFIX[4:-1]}{SHEET}")
    window.back()
    window.until("return location.pathname.endsWith(arguments[0])", SHEET)
    ready(window)
    window.until("return document.querySelector(arguments[0]).value", HOPE)
    assert answers(window) == given
    longer = {**given, "lifeline-strengths": given["lifeline-strengths"] + "x"}
    window.write(STRENGTHS, "x")
    window.until(
        "return Object.values(localStorage).some(text => text.includes(arguments[0]))",
        json.dumps(longer["lifeline-strengths"], ensure_ascii=False)[1:-1],
    )
    assert kept(window) == [longer]


def test_long_answers_show_whole_after_reload(window: Window) -> None:
    window.run(
        "for (const area of document.querySelectorAll('#mt-sheet textarea')) {"
        "  area.value = arguments[0];"
        "  area.dispatchEvent(new Event('input', {bubbles: true}));"
        "}", LONG,
    )  # fmt: skip
    says(window, SAVED)
    for _ in range(4):
        window.reload()
        ready(window)
        window.until(
            "return [...document.querySelectorAll('#mt-sheet textarea')]"
            ".every(area => area.value && area.scrollHeight <= area.clientHeight)"
        )


def test_a_second_copy_is_begun_and_the_first_one_opened_again(window: Window) -> None:
    window.write(HOPE, "Työpaikka")
    do(window, "begin")
    assert not answers(window)
    window.write(HOPE, "Opiskelupaikka")
    says(window, SAVED)
    window.run(
        "const list = document.getElementById('mt-copy'); list.selectedIndex = 0;"
        "list.dispatchEvent(new Event('change'))"
    )
    assert answers(window) == {"lifeline-hope": "Työpaikka"}
    assert kept(window) == [{"lifeline-hope": "Työpaikka"}, {"lifeline-hope": "Opiskelupaikka"}]


def test_two_windows_ask_which_answer_stays_and_say_that_nothing_is_saved_before(
    window: Window, address: str
) -> None:
    window.write(HOPE, "Työ")
    says(window, SAVED)
    other = window.another()
    other.open(address + SHEET)
    ready(other)
    # Typed there, and kept there later than here.
    other.run("document.querySelector(arguments[0]).value = 'Oma yritys'", HOPE)
    other.run(
        "document.querySelector(arguments[0]).dispatchEvent(new Event('input', {bubbles: true}));"
        "const [key] = Object.keys(localStorage).filter(key => key.includes(':lifeline:'));"
        "const copy = JSON.parse(localStorage[key]);"
        "copy.answers['lifeline-hope'] = 'Koulu'; localStorage[key] = JSON.stringify(copy);"
        "dispatchEvent(new StorageEvent('storage', {key}))", HOPE,
    )  # fmt: skip
    says(other, WORDS["fi"]["say_torn"], ".mt-notice")
    says(other, WORDS["fi"]["say_waits"])
    press_button(other, WORDS["fi"]["say_torn_mine"])
    says(other, SAVED)
    assert kept(other) == [{"lifeline-hope": "Oma yritys"}]
    other.close()


def test_a_file_takes_answers_along_and_brings_them_back(window: Window, tmp_path: Path) -> None:
    window.run(f"({FILL_ALL})()")
    says(window, SAVED)
    given = answers(window)
    window.run(CATCH_FILES)
    do(window, "saveSheet")
    window.until("return window.caught.length")
    name, text = window.run("return window.caught[0]")
    assert name.endswith(".txt")
    file = tmp_path / "vastaukset.txt"
    file.write_text(text, "utf-8")
    window.run("localStorage.clear(); sessionStorage.clear()")
    window.reload()
    ready(window)
    assert not answers(window)
    window.choose_file("#mt-file", str(file))
    says(window, "Työpohjia: 1", ".mt-notice")
    assert answers(window) == given
    assert kept(window) == [given]


def test_a_link_takes_answers_along_and_brings_them_back(window: Window) -> None:
    window.run(f"({FILL_ALL})()")
    says(window, SAVED)
    given = answers(window)
    do(window, "link")
    window.until("return document.getElementById('mt-link')")
    link = window.run("return document.getElementById('mt-link').value")
    press_button(window, WORDS["fi"]["sharing_code"])
    says(window, WORDS["fi"]["sharing_code_name"], "dialog [role=status]")
    window.run("localStorage.clear(); sessionStorage.clear()")
    window.open("about:blank")
    window.open(link)
    says(window, WORDS["fi"]["arrived_title"], ".mt-arrived h2")
    assert not kept(window)
    press_button(window, WORDS["fi"]["arrived_keep"])
    says(window, "Elämänviiva", ".mt-notice")
    del given["lifeline-private"]
    assert answers(window) == given
    assert kept(window) == [given]


def test_one_question_at_a_time_keeps_its_place_and_the_answers(window: Window) -> None:
    window.press("[data-mt-do=steps]")
    says(window, "1/8", "#mt-step-place")
    window.until("return document.activeElement.matches('.mt-asked')")
    press_button(window, WORDS["fi"]["stepping_skip"])
    says(window, "2/8", "#mt-step-place")
    window.write("#lifeline-whose", "Amina")
    says(window, SAVED)
    window.back()
    says(window, "1/8", "#mt-step-place")
    window.forward()
    says(window, "2/8", "#mt-step-place")
    window.reload()
    ready(window)
    says(window, "2/8", "#mt-step-place")
    press_button(window, WORDS["fi"]["stepping_whole"])
    window.until("return !document.querySelector('.mt-step-head')")
    assert answers(window) == {"lifeline-whose": "Amina"}
    assert kept(window) == [{"lifeline-whose": "Amina"}]


def test_deleting_is_confirmed_told_and_undone(window: Window) -> None:
    window.write(HOPE, "Työpaikka")
    says(window, SAVED)
    do(window, "remove")
    window.press("dialog[open] [value=yes]")
    says(window, "Poistettu tältä laitteelta: Elämänviiva.")
    assert not answers(window)
    assert not kept(window)
    press_button(window, WORDS["fi"]["deleting_undo"])
    says(window, WORDS["fi"]["deleting_undone"])
    assert answers(window) == {"lifeline-hope": "Työpaikka"}
    assert kept(window) == [{"lifeline-hope": "Työpaikka"}]


def test_not_keeping_removes_all_of_it(window: Window, address: str) -> None:
    window.write(HOPE, "Työpaikka")
    says(window, SAVED)
    window.open(f"{address}tools/smart-goal/")
    ready(window)
    window.write("#smart-goal-whose", "Amina")
    says(window, SAVED)
    unfold(window)
    window.press("#mt-off")
    listed = "return document.querySelectorAll('dialog[open] li').length === 2"
    window.until(listed)
    window.press("dialog[open] [value=no]")
    assert len(kept(window)) == 2
    assert not window.run("return document.getElementById('mt-off').checked")
    window.press("#mt-off")
    window.until(listed)
    window.press("dialog[open] [value=yes]")
    says(window, WORDS["fi"]["say_off"])
    assert window.run("return Object.keys(localStorage)") == [f"{PREFIX}off"]
    assert not window.run("return sessionStorage.length")
    assert answers(window) == {"smart-goal-whose": "Amina"}


def test_a_choice_is_taken_back_by_pressing_it_again(window: Window) -> None:
    window.press(SPAN)
    assert answers(window) == {"lifeline-span": "whole-life"}
    says(window, SAVED)
    window.run("return new Promise(done => setTimeout(done, 600))")  # no double click
    window.press(SPAN)
    assert not answers(window)
    window.until("return !Object.values(localStorage).some(text => text.includes('-span'))")
    window.space(SPAN)
    assert answers(window) == {"lifeline-span": "whole-life"}
    window.space(SPAN)
    assert not answers(window)


def test_the_printer_gets_every_answer_as_text(window: Window) -> None:
    window.write(HOPE, "Työpaikka")
    window.run("window.print = () => dispatchEvent(new Event('beforeprint'))")
    window.press("#mt-take [value=print]")
    do(window, "take")
    window.until("return document.body.classList.contains('mt-alone')")
    written = "return document.querySelector('#lifeline-hope + *').textContent"
    assert window.run(written) == "Työpaikka"
    window.run("dispatchEvent(new Event('afterprint'))")
    assert window.run("return document.body.className") == ""


def first_result(window: Window, title: str) -> None:
    window.until(
        "return document.querySelector('#mt-results a')?.textContent"
        ".replaceAll('\\u00ad', '').includes(arguments[0])", title,
    )  # fmt: skip


def test_the_search_finds_while_one_types_and_back_brings_it(window: Window, address: str) -> None:
    window.open(f"{address}search/")
    window.write("#mt-q", "sopimuksen")
    first_result(window, "Mentorointisopimus")
    window.until("return document.querySelector('.mt-sentence mark')")
    assert "q=sopimuksen" in window.run("return location.search")
    window.press("#mt-results a")
    window.until("return location.pathname.endsWith('/agreement/')")
    window.back()
    first_result(window, "Mentorointisopimus")
    assert window.run("return document.getElementById('mt-q').value") == "sopimuksen"
    window.open(f"{address}en/search/?q=intervew")
    first_result(window, "Mock interview")


def test_what_was_begun_is_found_again_and_planned(window: Window, address: str) -> None:
    window.write(HOPE, "Kissa")
    says(window, SAVED)
    window.open(address)
    window.until("return document.querySelector('#mt-begun li a')")
    window.open(f"{address}my-sheets/")
    window.until("return document.querySelector('#mt-kept li') && document.querySelector('.mt-on')")
    window.write("#mt-in-sheets", "kis")
    window.until("return document.querySelector('#mt-kept mark')?.textContent === 'Kis'")
    window.open(f"{address}planner/?path=three-meetings")
    window.until("return document.querySelector('.mt-on')")
    window.write("#mt-plan-place", "Kirjasto")
    window.press("#mt-plan button")
    window.until("return document.querySelectorAll('#mt-meetings > li').length === 3")
    window.run(CATCH_FILES)
    window.press("[data-mt-do=ics]")
    window.until("return window.caught.length")
    [[name, text]] = window.run("return window.caught")
    assert name.endswith(".ics")
    assert text.count("BEGIN:VEVENT") == 3
    assert "LOCATION;LANGUAGE=fi:Kirjasto\r\n" in text
    window.reload()
    window.until("return document.querySelectorAll('#mt-meetings > li').length === 3")


@dataclass(frozen=True)
class Fading(Host):
    """The site on a host that can be cut off."""

    off: Event = field(default_factory=Event)

    def answers(self, address: str) -> bool:  # noqa: ARG002 - all or nothing
        return not self.off.is_set()


def test_a_page_that_was_read_opens_without_a_network_with_its_answers(
    running: Window, site: Site
) -> None:
    host = Fading(site.root, BASE)
    with served(host) as address:
        running.open(address + SHEET)
        ready(running)
        if not running.run("return 'serviceWorker' in navigator"):
            pytest.skip("this browser, as it is driven here, has no workers for pages")
        running.until(
            "caches.match(location.href).then((kept) => (window.keeps = !!kept));"
            "return window.keeps && !!navigator.serviceWorker.controller"
        )
        running.write(HOPE, "Työpaikka")
        says(running, SAVED)
        host.off.set()
        running.open(address)
        running.open(address + SHEET)
        ready(running)
        running.until("return document.querySelector(arguments[0]).value", HOPE)
        assert answers(running)["lifeline-hope"] == "Työpaikka"
