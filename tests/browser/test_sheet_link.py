"""A sheet as a link: the answers stand in the address itself, and come out of it as they were."""

import base64
import json
import re
import zlib
from typing import Any

import codes
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from links import GOOD, HOPE, MODULE, SAID, SHEET, arrived, came, faults, linked, share, told
from on_a_sheet import FILL_ALL, WORDS, answers, do, kept, person, press, settle, sheet
from playwright.sync_api import Browser, expect

CLIPBOARD = "() => { navigator.clipboard.writeText = async text => { window.copied = text; }; }"
SENDS = "() => { navigator.share = async given => { window.sent = given; }; }"


def test_a_sheet_goes_to_another_device_by_its_link_alone(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.evaluate(FILL_ALL)
        given_ = answers(page)
        link = share(page)
        assert link.startswith(f"{address}{SHEET}#answers=1.")
        assert len(link) <= 8000
    with person(browser) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(link)
        arrived(page)
        assert not [url for url in asked if "answers" in url]
        assert not kept(page)
        press(page, "arrived_keep")
        expect(page.locator("#lifeline-hope")).to_have_value(given_["lifeline-hope"])
        left = {"lifeline-private": given_["lifeline-private"]}
        assert answers(page) | left == given_
        assert page.url == address + SHEET
        page.reload()
        expect(page.locator("#lifeline-hope")).to_have_value(given_["lifeline-hope"])
        expect(page.locator(".mt-arrived")).to_have_count(0)


def test_the_dialog_says_who_can_read_it_and_what_is_left_out(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.evaluate(CLIPBOARD)
        page.fill("#lifeline-hope", "Työpaikka")
        page.fill("#lifeline-private", "Vain minulle")
        link = share(page)
        dialog = page.get_by_role("dialog", name=SAID["sharing_title"])
        expect(dialog).to_contain_text(SAID["sharing_readers"])
        expect(dialog).to_contain_text(SAID["sharing_left"])
        press(page, "sharing_copy")
        expect(dialog.get_by_role("status")).to_have_text(SAID["sharing_copied"])
        assert page.evaluate("() => window.copied") == link
        press(page, "sharing_close")
        expect(page.locator("dialog[open]")).to_have_count(0)
        packed = link.partition("#answers=1.")[2]
        text = zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
        assert json.loads(text)["answers"] == HOPE


def test_a_link_of_a_renamed_sheet_arrives_at_its_new_address(
    address: str, browser: Browser
) -> None:
    old = {**GOOD, "sheet": "mentee-review", "answers": {"mentee-review-useful": "Tavoite"}}
    with person(browser) as context:
        page = context.new_page()
        page.goto(f"{address}tools/mentee-review/{linked(old)}")
        expect(page).to_have_url(re.compile(r"/tools/closing-talk/"))
        arrived(page)
        expect(page.locator(".mt-arrived")).to_contain_text("Tavoite")


def test_a_phone_sends_the_link_itself(address: str, browser: Browser) -> None:
    with person(browser) as context:
        context.add_init_script(f"({SENDS})()")
        page = sheet(context, address + SHEET)
        page.fill("#lifeline-hope", "Työpaikka")
        link = share(page)
        press(page, "sharing_send")
        assert page.evaluate("() => window.sent") == {"title": "Elämänviiva", "url": link}


def test_an_empty_sheet_is_no_link(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        do(page, "link")
        told(page, "sharing_empty")


def test_what_is_too_long_for_a_link_goes_as_a_file(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        # Letters that cannot be packed closer.
        page.evaluate("""() => {
          const bytes = crypto.getRandomValues(new Uint8Array(9000));
          const field = document.getElementById("lifeline-hope");
          field.value = [...bytes].map(byte => byte.toString(36)).join("");
          field.dispatchEvent(new Event("input", {bubbles: true}));
        }""")
        do(page, "link")
        dialog = page.get_by_role("dialog", name=SAID["sharing_title"])
        expect(dialog).to_contain_text(SAID["sharing_long"])
        with page.expect_download() as download:
            press(page, "sharing_file_save")
        assert download.value.suggested_filename.startswith("Elämänviiva 20")


def test_the_code_on_the_screen_is_the_link(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.fill("#lifeline-hope", "Työ, jossa saan puhua suomea")
        link = share(page)
        press(page, "sharing_code")
        code = page.get_by_role("img", name=SAID["sharing_code_name"])
        assert codes.read(code.screenshot()) == [link]


def test_too_much_for_a_code_is_said(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.evaluate("""() => {
          const field = document.getElementById("lifeline-hope");
          field.value = [...crypto.getRandomValues(new Uint8Array(2000))].join("");
          field.dispatchEvent(new Event("input", {bubbles: true}));
        }""")
        do(page, "link")
        press(page, "sharing_code")
        status = page.get_by_role("dialog").get_by_role("status")
        expect(status).to_have_text(SAID["sharing_code_large"])
        expect(page.locator(".mt-code")).to_have_count(0)


ANY_TEXT = st.text(min_size=1, max_size=60)
ANY_COPY = st.fixed_dictionaries({
    "sheet": st.just("lifeline"),
    "id": st.from_regex(r"[A-Za-z0-9_]{1,40}", fullmatch=True),
    "n": st.integers(1, 2**53 - 1),
    "name": st.text(max_size=40),
    "at": st.datetimes().map(lambda moment: moment.isoformat()),
    "answers": st.dictionaries(ANY_TEXT.map("lifeline-{}".format), ANY_TEXT, max_size=12),
})  # fmt: skip


def test_any_answers_come_out_as_they_went_in(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        way = f"""async copy => {{
          const {{packed, unpacked}} = await ({MODULE})("link.js");
          return unpacked(await packed(copy));
        }}"""

        @settings(max_examples=150, deadline=None, database=None, derandomize=True,
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(ANY_COPY)
        def same(copy: dict[str, Any]) -> None:
            assert page.evaluate(way, copy) == {"copy": copy}

        same()


def test_a_link_with_anything_changed_is_none(address: str, browser: Browser) -> None:
    """Cut anywhere, or one sign another: never other answers than those that were sent."""
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        whole = linked(GOOD)
        start = whole.index(".") + 1
        cut = [whole[:end] for end in range(start, len(whole))]
        other = [whole[:at] + ("A" if whole[at] != "A" else "B") + whole[at + 1 :]
                 for at in range(start, len(whole))]  # fmt: skip
        found = page.evaluate(
            f"async links => {{ const {{unpacked}} = await ({MODULE})('link.js');"
            " return Promise.all(links.map(unpacked)); }", [*cut, *other],
        )  # fmt: skip
    assert all(one in ({"why": "damaged"}, {"copy": GOOD}) for one in found)
    assert found.count({"copy": GOOD}) <= 1  # the last sign holds bits that mean nothing


PROTOTYPE = ("lifeline-hope", "__proto__")
BAD_LINKS = {
    "cut": (linked(GOOD)[:-12], "arrived_damaged"),
    "empty": ("#answers=", "arrived_damaged"),
    "no version": ("#answers=" + linked(GOOD)[11:], "arrived_damaged"),
    "version nought": (linked(GOOD, 0), "arrived_damaged"),
    "newer": (linked(GOOD, 2), "arrived_version"),
    "far newer": ("#answers=999.something~else", "arrived_version"),
    "not packed": ("#answers=1.Zm9v", "arrived_damaged"),
    "no JSON": (linked(b"not json"), "arrived_damaged"),
    "a list": (linked([GOOD]), "arrived_damaged"),
    "a file of answers": (linked({"format": "x", "sheets": [GOOD]}), "arrived_damaged"),
    "number as answer": (linked({**GOOD, "answers": {"lifeline-hope": 5}}), "arrived_damaged"),
    "another sheet's": (linked({**GOOD, "answers": {"network-map-a": "x"}}), "arrived_damaged"),
    "a prototype": (linked(json.dumps(GOOD).replace(*PROTOTYPE).encode()), "arrived_damaged"),
    "odd name of a sheet": (linked({**GOOD, "sheet": "../x"}), "arrived_damaged"),
    "no time": (linked({**GOOD, "at": "yesterday"}), "arrived_damaged"),
    "endless": (linked({**GOOD, "answers": {"lifeline-hope": "x" * 3_000_000}}), "arrived_damaged"),
    "longer than any link": ("#answers=1." + "A" * 9000, "arrived_damaged"),
    "unknown sheet": (linked({**GOOD, "sheet": "toys", "answers": {}}), "arrived_unknown"),
    "sheet named like what every object has": (
        linked({**GOOD, "sheet": "constructor", "answers": {}}), "arrived_unknown"
    ),
}  # fmt: skip


def test_a_bad_link_gets_a_clear_message_and_changes_nothing(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        page.fill("#lifeline-strengths", "Tarkka")
        settle(page)
        before = kept(page)
        for fragment, word in BAD_LINKS.values():
            page.evaluate("link => { location.href = link; }", fragment)
            told(page, word)
            expect(page.get_by_role("button", name=SAID["say_close"])).to_be_focused()
            assert page.url == address + SHEET
            assert answers(page) == {"lifeline-strengths": "Tarkka"}
            assert kept(page) == before
            press(page, "say_close")


def test_markup_in_a_link_is_words(address: str, browser: Browser) -> None:
    nasty = "<img src=x onerror=document.title=1>"
    copy = {**GOOD, "name": nasty, "answers": {
        "lifeline-hope": nasty, "lifeline-whose": nasty, 'lifeline-"]<b>': nasty,
        "lifeline-events-77-event": nasty, "lifeline-events-0-event": nasty,
    }}  # fmt: skip
    with came(browser, address + SHEET + linked(copy)) as page:
        arrived(page)
        panel = page.locator(".mt-arrived")
        expect(panel.locator("img, b")).to_have_count(0)
        expect(panel).to_contain_text(nasty)
        expect(panel).to_contain_text(SAID["arrived_unasked"])
        press(page, "arrived_keep")
        expect(page.locator("#lifeline-hope")).to_have_value(nasty)


def test_a_link_shows_whose_it_is_and_when_it_was_made(address: str, browser: Browser) -> None:
    event = {"event": "Työ", "year": "2019", "feeling": "3"}
    row = {f"lifeline-events-2-{column}": text for column, text in event.items()}
    copy = {**GOOD, "answers": {**HOPE, "lifeline-whose": "Amina", **row}}
    with came(browser, address + SHEET + linked(copy)) as page:
        arrived(page)
        panel = page.locator(".mt-arrived")
        expect(panel).to_contain_text("Elämänviiva · Amina. Linkki on tehty 5. maaliskuuta 2026")
        expect(panel.locator("dd")).to_have_text(["Amina", "Työ · 2019 · 3", "Työpaikka"])
        assert not answers(page)
        press(page, "arrived_close")
        told(page, "arrived_closed")
        assert not kept(page)


def test_a_link_of_another_sheet_leads_there(address: str, browser: Browser) -> None:
    goal = {**GOOD, "sheet": "smart-goal", "answers": {"smart-goal-whose": "Amina"}}
    with came(browser, address + SHEET + linked(goal)) as page:
        told(page, "arrived_elsewhere")
        page.locator(".mt-notice a").click()
        page.wait_for_url("**/tools/smart-goal/#answers*")
        arrived(page)
        expect(page.locator(".mt-arrived dd")).to_have_text(["Amina"])


def test_the_page_in_the_other_language_opens_the_same_link(address: str, browser: Browser) -> None:
    with came(browser, address + SHEET + linked(GOOD)) as page:
        arrived(page)
        page.click(".mt-language")
        expect(page.get_by_role("heading", name=WORDS["en"]["arrived_title"])).to_be_focused()
        expect(page.locator(".mt-arrived dd")).to_have_text(["Työpaikka"])


@pytest.mark.parametrize("look", [
    {"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"},
], ids=lambda look: next(iter(look.values())))  # fmt: skip
@pytest.mark.parametrize("language", ["fi", "en"])
def test_all_of_it_is_for_everybody(
    language: str, look: dict[str, Any], address: str, browser: Browser
) -> None:
    start = address + ("en/" if language == "en" else "") + SHEET
    with person(browser, **look) as context:
        page = sheet(context, start)
        page.fill("#lifeline-hope", "Oma")
        do(page, "link")
        page.get_by_role("button", name=WORDS[language]["sharing_code"]).click()
        page.locator(".mt-code").wait_for()
        found = faults(page, contrast="forced_colors" not in look)
        page.keyboard.press("Escape")
        page.evaluate("link => { location.hash = link; }", linked(GOOD))
        page.locator(".mt-came").wait_for()
        found += faults(page, contrast="forced_colors" not in look)
        page.get_by_role("button", name=WORDS[language]["arrived_merge"]).click()
        page.locator(".mt-merge").wait_for()
        found += faults(page, contrast="forced_colors" not in look)
    assert not found
