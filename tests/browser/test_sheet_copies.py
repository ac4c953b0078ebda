"""A sheet is filled many times: meeting by meeting, and for more people than one."""

from kept_answers import two_logs
from on_a_sheet import WORDS, answers, copies, do, kept, person, settle, sheet, sure
from playwright.sync_api import Browser, Page, expect


def answer_prompt(page: Page, text: str) -> None:
    page.once("dialog", lambda dialog: dialog.accept(text))


def open_copy(page: Page, label: str) -> None:
    page.select_option("#mt-copy", label=label)


def test_meetings_are_numbered_and_stay_with_the_same_person(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/meeting-log/")
        assert copies(page) == ["Tapaamismuistio 1"]
        page.fill("#meeting-log-whose", "Amina")
        page.fill("#meeting-log-topic", "Haastattelu")
        do(page, "begin")
        assert answers(page) == {"meeting-log-whose": "Amina"}
        page.fill("#meeting-log-topic", "Hakemus")
        settle(page)
        assert copies(page) == ["Tapaamismuistio 1 · Amina", "Tapaamismuistio 2 · Amina"]
        open_copy(page, "Tapaamismuistio 1 · Amina")
        assert answers(page)["meeting-log-topic"] == "Haastattelu"
        assert [copy["n"] for copy in kept(page)] == [1, 2]


def test_another_lifeline_is_another_persons(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        assert copies(page) == ["Elämänviiva"]
        page.fill("#lifeline-whose", "Amina")
        do(page, "begin")
        assert not answers(page)
        expect(page.locator("#lifeline-date")).to_be_focused()
        page.fill("#lifeline-whose", "Oleksii")
        settle(page)
        assert copies(page) == ["Elämänviiva · Amina", "Elämänviiva 2 · Oleksii"]
        names = page.locator("#mt-people option").all_text_contents()
        assert names == ["Amina", "Oleksii"]


def test_the_language_changes_and_the_copy_stays(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/meeting-log/")
        two_logs(page)
        open_copy(page, "Tapaamismuistio 1")
        page.click(".mt-language")
        expect(page.locator("#meeting-log-topic")).to_have_value("Haastattelu")
        assert copies(page) == ["Meeting log 1", "Meeting log 2"]
        later = sheet(context, f"{address}tools/meeting-log/")
        expect(later.locator("#meeting-log-topic")).to_have_value("Hakemus")


def test_a_copy_gets_a_name_and_keeps_it(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        page.fill("#lifeline-whose", "Amina")
        # What is kept already has the old name: it may not win over the new one.
        settle(page)
        answer_prompt(page, "  Työura  ")
        do(page, "name")
        assert copies(page) == ["Työura · Amina"]
        page.once("dialog", lambda dialog: dialog.dismiss())
        do(page, "name")
        page.reload()
        assert copies(page) == ["Työura · Amina"]
        assert answers(page) == {"lifeline-whose": "Amina"}


def test_deleting_one_copy_opens_another(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/meeting-log/")
        two_logs(page)
        settle(page)
        do(page, "remove")
        sure(page)
        assert copies(page) == ["Tapaamismuistio 1"]
        assert answers(page) == {"meeting-log-topic": "Haastattelu"}


def test_the_agreement_has_copies_without_an_owner(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}agreement/")
        page.locator("#mt-sheet textarea").first.fill("Kerran kuussa")
        settle(page)
        answer_prompt(page, "Amina ja Sari")
        do(page, "name")
        do(page, "begin")
        assert not answers(page)
        assert copies(page)[0] == "Amina ja Sari"


def test_the_buttons_say_what_they_do(address: str, browser: Browser) -> None:
    with person(browser) as context:
        page = sheet(context, f"{address}tools/lifeline/")
        region = page.get_by_role("region", name=WORDS["fi"]["keep_label"])
        choice = region.get_by_role("combobox", name=WORDS["fi"]["copy_label"])
        expect(choice).to_be_hidden()  # There is nothing to choose from yet.
        page.fill("#lifeline-whose", "Amina")
        settle(page)
        do(page, "begin")
        expect(choice).to_be_visible()
        for word in ("copy_begin", "copy_name", "copy_remove"):
            expect(region.get_by_role("button", name=WORDS["fi"][word])).to_be_visible()
        for word in ("own_save", "own_save_all", "own_remove_all"):
            expect(page.get_by_role("button", name=WORDS["fi"][word], exact=True)).to_be_visible()
        expect(page.get_by_label(WORDS["fi"]["own_open"])).to_be_attached()
