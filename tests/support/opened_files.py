"""Files that an organiser opens: applications and evaluations, as people save them."""

import json
from pathlib import Path
from random import Random
from typing import Any

from kept_answers import copy
from playwright.sync_api import FilePayload, Page, expect

FIELDS = ("sairaanhoitaja", "ohjelmoija", "kokki", "rakennusala")
PLACES = ("Helsinki", "Espoo", "Tampere")
LANGUAGES = (("suomi", "Finnish"), ("englanti", "English"), ("arabia", "Arabic"))
TIMES = ("weekday-daytime", "weekday-evening", "weekend")


def content(*sheets: Any, **more: Any) -> str:
    """What a file of answers with these copies holds."""
    file = {"format": "mentoring-answers", "version": 1, "saved": "", "sheets": sheets, **more}
    return json.dumps(file, ensure_ascii=False)


def file(folder: Path, name: str, *sheets: Any, **more: Any) -> Path:
    """A file of answers with these copies."""
    target = folder / name
    target.write_text(content(*sheets, **more), "utf-8")
    return target


def unwritten(name: str, *sheets: Any) -> FilePayload:
    """The same as a file that lies on no disk."""
    return {"name": name, "mimeType": "text/plain", "buffer": content(*sheets).encode()}


def opened(page: Page, *files: Any) -> None:
    """Opens files on an organiser's page, and waits until it shows what it makes of them."""
    expect(page.locator("#mt-files")).to_be_enabled()
    page.set_input_files("#mt-files", files)
    expect(page.locator("#mt-matching, #mt-results")).to_be_visible()


def saved(page: Page, act: str) -> bytes:
    """The file that a button of the page hands out, pressed by the keyboard."""
    with page.expect_download() as waiting:
        page.locator(f"[data-mt-do={act}]").press("Enter")
    return Path(waiting.value.path()).read_bytes()


def application(role: str, n: int, **answers: str) -> dict[str, Any]:
    """An application of the person of this number; the same number gives the same answers."""
    chance = Random(f"{role}{n}")  # noqa: S311 - answers, no secrets
    given: dict[str, Any] = {
        "name": f"{role.title()} {n}", "contact": f"{role}{n}@mentoring.example",
        "field": chance.choice(FIELDS), "place": chance.choice(PLACES),
        "languages_1_language": chance.choice(LANGUAGES)[n % 2], "languages_1_level": "4",
        "languages_2_language": "suomi", "languages_2_level": str(chance.randint(1, 5)),
        f"times_{chance.choice(TIMES)}": "yes", "help_cv": "yes", "wishes": "sama ammatti",
    }  # fmt: skip
    given |= answers
    name = given.pop("name")
    made = copy(f"{role}-application", f"{role}{n}", **given)
    made["answers"][f"{role}-application-name"] = name
    return made


def answered(sheet: str, questions: list[dict[str, Any]], n: int) -> dict[str, Any]:
    """A copy in which the person of this number answered all of a sheet, and may be quoted."""
    chance = Random(f"{sheet}{n}")  # noqa: S311 - answers, no secrets
    given: dict[str, str] = {}
    for one in questions:
        key, options = one["key"], [key for key, *_ in one.get("options", ())]
        if one["kind"] == "number":
            given[key] = str(chance.randint(one["low"] or 0, one["high"] or 20))
        elif one["kind"] == "any":
            given |= dict.fromkeys(options, "yes")
        else:
            given[key] = (
                chance.choice(options) if options else f"Vastaus {n}: ääniä ja sanoja. " * 20
            )
    made = copy(sheet, f"a{n}", n + 1)
    made["answers"] = given | {f"{sheet}-quote": "yes"}
    return made


def evaluation(n: int, role: str = "mentee", **answers: str) -> dict[str, Any]:
    """What the person of this number says of a programme."""
    given: dict[str, Any] = {
        "role": role,
        "meetings": str(n % 9 + 1),
        "recommend": str(n % 11),
        "best": f"Word {n}",
    }
    return copy("programme-evaluation", f"e{n}", **(given | answers))
