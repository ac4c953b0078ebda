"""A real browser under the headers that a host sends: everything works, and nothing is blocked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import FLAGS
from browser import path as browser_path
from filled import in_pdf, take
from on_a_sheet import answers, press, settle
from playwright.sync_api import Browser, Frame, Page, expect

# One page of each kind, in both languages.
PAGES = [
    *("", "phases/working/", "agreement/", "tools/", "tools/lifeline/", "tools/life-wheel/"),
    *("tools/network-map/", "paths/first-job/", "guides/", "guides/privacy/", "about/"),
]
GIVEN = {
    "lifeline-whose": "Äiti",
    "lifeline-events-1-event": "Leipomo",
    "lifeline-events-1-year": "2009",
    "lifeline-events-1-feeling": "4",
    "lifeline-events-2-event": "Lopetus",
    "lifeline-events-2-year": "2018",
    "lifeline-events-2-feeling": "-3",
}


def listen(page: Page) -> list[str]:
    """All that the browser says on the console, warnings too, and what it did not get."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(f"{request.url}: {request.failure}"))
    return heard


@pytest.mark.parametrize("path", [f"{code}{path}" for code in ("", "en/") for path in PAGES])
def test_no_page_makes_the_browser_complain(served: str, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        heard = listen(page)
        answer = page.goto(served + path, wait_until="networkidle")
        assert answer is not None
        assert answer.ok
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not heard


def test_a_sheet_does_all_it_can(served: str, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        heard = listen(page)
        page.goto(f"{served}tools/lifeline/")
        for name, answer in GIVEN.items():
            if name.endswith("feeling"):
                page.select_option(f"tr:has([name={name}]) .mt-list", answer)
            else:
                page.fill(f"#{name}", answer)
        expect(page.locator(".mt-dot circle")).to_have_count(2)
        with page.expect_download() as picture:
            press(page, "say_picture")
        assert Path(picture.value.path()).read_bytes().startswith(b"\x89PNG")
        with page.expect_download() as filled:
            take(page, "fi/lifeline.pdf")
        assert in_pdf(Path(filled.value.path()).read_bytes()) == GIVEN
        settle(page)
        page.reload()
        assert answers(page) == GIVEN
        assert not heard


def test_the_policy_is_in_force(served: str, browser: Browser) -> None:
    """What comes into a page from outside is neither run nor shown nor fetched."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{served}tools/lifeline/")
        heard = listen(page)
        page.evaluate(
            """() => {
              document.body.insertAdjacentHTML("beforeend", `<p style="color: red">`);
              document.body.append(Object.assign(document.createElement("script"),
                {textContent: "window.strange = 1"}));
              document.body.append(Object.assign(document.createElement("iframe"), {src: "."}));
              return fetch("https://elsewhere.example/").catch(() => {});
            }"""
        )
        assert page.evaluate("window.strange") is None
        blocked = "Content Security Policy"
        assert len([said for said in heard if blocked in said]) >= 4


def test_no_other_site_can_show_a_page_in_a_frame(served: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(f'<iframe src="{served}"></iframe>', wait_until="networkidle")
        assert "chrome-error" in page.frames[1].url


@pytest.fixture(scope="module")
def whole(browser: Browser) -> Iterator[Browser]:
    """The browser with its viewer of PDF files."""
    running = browser.browser_type.launch(executable_path=browser_path(whole=True), args=FLAGS)
    yield running
    running.close()


@pytest.mark.parametrize("path", ["downloads/fi/lifeline.pdf", "guides/privacy/privacy.pdf"])
def test_a_pdf_opens_in_the_browser(served: str, whole: Browser, path: str) -> None:
    def within(frame: Frame) -> bool:
        return frame.parent_frame is not None and frame.url == served + path

    with whole.new_context() as context:
        page = context.new_page()
        heard = listen(page)
        # The browser's own viewer shows the file in a frame within frames.
        with page.expect_event("framenavigated", within):
            page.goto(served + path)
        # Beside a file that is no page, a browser looks for a picture at the domain's root.
        assert not [said for said in heard if "404" not in said]
