"""Readers' comfort, off at first: larger letters, and the page read aloud by one's own device."""

import json
from typing import Any

import pytest
from links import faults
from on_a_sheet import WORDS, keep_nothing, person, press, sheet, sure
from playwright.sync_api import Browser, Page, expect

SHEET = "tools/lifeline/"
SAID = WORDS["fi"]
SIZE = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
STORED = "() => Object.keys(localStorage)"

OWN = {"name": "Satu", "lang": "fi-FI", "localService": True}
FAR = {"name": "From a server", "lang": "fi-FI", "localService": False}
OTHER = {"name": "Rosa", "lang": "fil-PH", "localService": True}
# A device that says nothing by itself: a test lets it go on.
DEVICE = """(() => {
  const voices = %s;
  let waiting = [];
  const end = all => all.forEach(part => part.onend());
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: part => { waiting.push(part); window.said.push([part.text, part.voice.name]); },
    cancel: () => end(waiting.splice(0)),
  });
  window.said = [];
  window.goOn = () => end(waiting.splice(0, 1));
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", {value: speech});
})()"""


def voices(*given: dict[str, Any]) -> str:
    """What a device has to speak with, for its script."""
    return json.dumps(given)


def heard(page: Page, count: int) -> list[str]:
    """The first things that the device was given to say."""
    page.wait_for_function("count => window.said.length >= count", arg=count)
    return [text for text, _ in page.evaluate("() => window.said")]


def go_on(page: Page, times: int) -> None:
    for _ in range(times):
        spoken = page.evaluate("() => window.said.length")
        page.evaluate("() => window.goOn()")
        page.wait_for_function("before => window.said.length > before", arg=spoken)


def test_letters_grow_on_every_page_and_stay_so(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        usual = page.evaluate(SIZE)
        button = page.get_by_role("button", name=SAID["reading_letters"])
        expect(button).to_have_attribute("aria-pressed", "false")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert page.evaluate(SIZE) == usual * 1.25
        for path in (f"en/{SHEET}", "guides/privacy/"):
            page.goto(address + path)
            page.wait_for_function(f"size => ({SIZE})() === size", arg=usual * 1.25)
        page.goto(address + SHEET)
        expect(button).to_have_attribute("aria-pressed", "true")
        button.click()
        assert page.evaluate(SIZE) == usual
        assert not page.evaluate(STORED)


def test_not_keeping_forgets_the_letters_too(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        press(page, "reading_letters")
        page.fill("#lifeline-hope", "Työ")
        page.wait_for_function("() => Object.keys(localStorage).length === 2")
        keep_nothing(page)
        sure(page)
        page.wait_for_function("() => Object.keys(localStorage).length === 1")
        assert page.evaluate(STORED)[0].endswith(":off")


def test_a_device_reads_instructions_and_questions_by_its_own_voice(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        context.add_init_script(DEVICE % voices(FAR, OTHER, OWN))
        page = sheet(context, address + SHEET)
        page.fill("#lifeline-hope", "Salainen toive")
        press(page, "reading_aloud")
        press(page, "reading_instructions")
        first = page.locator(".mt-top-of-page p").first.text_content()
        assert heard(page, 1) == [first]
        expect(page.locator(".mt-spoken")).to_have_text(str(first))
        go_on(page, 2)
        press(page, "reading_stop")
        expect(page.locator(".mt-spoken")).to_have_count(0)
        page.evaluate("() => { window.said.length = 0; }")
        press(page, "reading_questions")
        heard(page, 1)
        go_on(page, 4)
        said = heard(page, 5)
        assert said[:2] == ["Päivä", "Kenen työpohja tämä on?"]
        assert not [text for text in said if "Salainen" in text]
        assert {voice for _, voice in page.evaluate("() => window.said")} == {"Satu"}


def test_one_question_is_read_alone(address: str, browser: Browser) -> None:
    with person(browser) as context:
        context.add_init_script(DEVICE % voices(OWN))
        page = sheet(context, f"{address}{SHEET}#step-2")
        expect(page.locator(".mt-asked")).to_be_focused()
        press(page, "reading_aloud")
        assert heard(page, 1) == ["Kenen työpohja tämä on?"]
        page.evaluate("() => window.goOn()")
        expect(page.locator(".mt-spoken")).to_have_count(0)
        press(page, "stepping_skip")
        expect(page.locator(".mt-aloud")).to_have_count(0)
        assert len(page.evaluate("() => window.said")) == 1


@pytest.mark.parametrize("given", [[FAR], [OTHER]], ids=["on a server", "another language"])
def test_without_such_a_voice_it_says_so(
    given: list[dict[str, Any]], address: str, browser: Browser
) -> None:
    with person(browser) as context:
        context.add_init_script(DEVICE % voices(*given))
        page = sheet(context, address + SHEET)
        press(page, "reading_aloud")
        expect(page.locator(".mt-notice p")).to_have_text(SAID["reading_none"])
        assert not page.evaluate("() => window.said")


def test_nothing_of_it_is_fetched_unasked(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + SHEET, wait_until="networkidle")
        rare = ("read-aloud", "steps", "clock", "looks", "asked.css", "link", "qr")
        assert not [url for url in asked for name in rare if f"/{name}" in url]


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", [SHEET, "en/agreement/"])
def test_all_of_it_is_for_everybody(path: str, look: str, address: str, browser: Browser) -> None:
    language = "en" if path.startswith("en/") else "fi"
    own = {**OWN, "lang": language}
    with person(browser, **LOOKS[look]) as context:
        context.add_init_script(DEVICE % voices(own))
        page = sheet(context, address + path)
        page.get_by_role("button", name=WORDS[language]["reading_letters"]).click()
        page.get_by_role("button", name=WORDS[language]["reading_aloud"]).click()
        page.get_by_role("button", name=WORDS[language]["reading_questions"]).click()
        heard(page, 1)
        found = faults(page, contrast=look != "forced")
    assert not found
