"""Results as organisers see them: sums as Python has them, small groups, hostile files, reports."""

import csv
import io
import itertools
import json
import random
import re
import statistics
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from built import Site
from kept_answers import copy
from measures import add_axe, axe
from on_a_sheet import WORDS, person, sheet
from opened_files import answered, evaluation, file, opened, saved, unwritten
from pdf_reading import tags, words
from playwright.sync_api import Browser, Page, expect
from verapdf import faults
from word_reading import printed
from word_schema import schema_faults

EN = WORDS["en"]
PAGE = "en/organisers/results/"
HIDDEN = """async cases => {
  const root = document.baseURI.split("en/organisers")[0];
  const { hidden } = await import(new URL("assets/js/sums.js", root));
  return cases.map(hidden).map((counts) => counts.map((one) => one ?? null));
}"""


def rows(text: bytes) -> dict[str, dict[str, str]]:
    """The table's lines by their questions."""
    lines = csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";")
    return {line["question"]: line for line in lines}


def table(folder: Path) -> Path:
    target = folder / "table.csv"
    target.write_text("Name;Rating\nAmina;5\n", "utf-8")
    return target


def told(page: Page) -> list[list[str]]:
    """What is told of files that were not taken whole: the name of each, and why."""
    return [text.split(" ", 1) for text in page.locator("#mt-told li").all_inner_texts()]


def rating(n: int) -> dict[str, Any]:
    given: dict[str, Any] = {"rating_cv_before": str(1 + n % 3), "rating_cv_after": str(3 + n % 3)}
    return copy("final-rating", f"r{n}", whose=f"Person {n}", **given)


def test_many_files_are_summed_as_python_sums_them(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    people = [
        evaluation(n, "mentor" if n % 3 == 0 else "mentee", outcomes_work="yes" if n % 2 else "",
                   outcomes_business="yes" if n < 3 else "", quote="yes" if n == 4 else "no")
        for n in range(60)
    ]  # fmt: skip
    files = [file(tmp_path, f"{one['id']}.txt", one) for one in people]
    files.append(file(tmp_path, "ratings.txt", *map(rating, range(12))))
    hostile = evaluation(99, best="<img src=x>", recommend="1e400", meetings="-7", role="__proto__")
    files.append(file(tmp_path, "hostile.txt", hostile, {"sheet": 1}, copy("lifeline", "x")))
    files.append(file(tmp_path, "newer.txt", version=9))
    files.append(table(tmp_path))
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        opened(page, *files, files[0])
        assert told(page) == [
            ["hostile.txt", EN["receiving_spoilt"].format(n=1)],
            ["newer.txt", EN["receiving_version"].format(theirs=9)],
            ["table.csv", EN["receiving_table"]],
            [files[0].name, EN["receiving_same"].format(n=1)],
        ]
        expect(page.locator("#mt-status")).to_contain_text(EN["receiving_read"].format(n=62))
        found = rows(saved(page, "list"))
        numbers = [int(one["answers"]["programme-evaluation-recommend"]) for one in people]
        line = found["programme-evaluation-recommend"]
        assert int(line["answers"]) == 60
        assert float(line["mean"]) == round(statistics.mean(numbers), 3)
        assert float(line["spread"]) == round(statistics.stdev(numbers), 3)
        work = found["programme-evaluation-outcomes=programme-evaluation-outcomes-work"]
        assert work["count"] == "30"
        business = found["programme-evaluation-outcomes=programme-evaluation-outcomes-business"]
        assert business["count"] == ""
        before, after = ([low + n % 3 for n in range(12)] for low in (1, 3))
        change = next(
            line for name, line in found.items() if name.endswith("CV is ready to send.=change")
        )
        assert float(change["mean"]) == statistics.mean(after) - statistics.mean(before)
        expect(page.locator("#mt-results svg")).to_be_visible()
        assert not page.locator("#mt-summed img").count()
        best = page.locator("details", has_text="What was best?")
        best.locator("summary").press("Enter")
        boxes = best.get_by_role("checkbox")
        expect(boxes).to_have_count(1)
        boxes.press("Space")
        add_axe(page)
        assert not list(axe(page))
        assert page.evaluate("() => document.documentElement.scrollWidth <= 360")
        for pages, many in (("1", False), ("4", True)):
            page.locator("#mt-length").select_option(pages)
            made = tmp_path / f"{pages}.docx"
            made.write_bytes(saved(page, "docx"))
            text = [one.text for one in docx.Document(str(made)).paragraphs]
            assert "“Word 4”" in text
            assert not any("Word 5" in one for one in text)
            assert any("How did the programme work" in one for one in text) is many
            assert not schema_faults(made)
        joined = tmp_path / "joined.txt"
        joined.write_bytes(saved(page, "keep"))
        assert "Person 3" not in joined.read_text("utf-8")
        page.goto(address + PAGE.removeprefix("en/"))
        opened(page, joined, files[0])
        expect(page.locator("#mt-told li")).to_have_count(1)
        expect(page.locator("#mt-status")).to_contain_text("73")


def test_a_thousand_files_are_summed_and_the_hostile_one_is_named(
    address: str, browser: Browser
) -> None:
    people = [evaluation(n, "mentor" if n % 3 else "mentee") for n in range(999)]
    files = [unwritten(f"{one['id']}.txt", one) for one in people]
    hostile = evaluation(7, best="<img src=x onerror=alert(1)>", recommend="1e9", role="__proto__")
    hostile["answers"]["programme-evaluation-quote"] = {"toString": "yes"}
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        opened(page, *files, unwritten("hostile.txt", hostile))
        expect(page.locator("#mt-told li")).to_have_text([re.compile("^hostile.txt ")])
        found = rows(saved(page, "list"))["programme-evaluation-recommend"]
        numbers = [int(one["answers"]["programme-evaluation-recommend"]) for one in people]
        assert int(found["answers"]) == 999
        assert float(found["mean"]) == round(statistics.mean(numbers), 3)
        assert float(found["spread"]) == round(statistics.stdev(numbers), 3)
        assert not page.locator("#mt-summed img").count()


def test_nothing_is_told_of_fewer_than_five(address: str, browser: Browser, tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - cases, no secrets
    tried = [[chance.randint(0, 9) for _ in range(chance.randint(2, 7))] for _ in range(400)]
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        # Modules that are fetched later need what the page itself has run by then.
        expect(page.locator("#mt-files")).to_be_enabled()
        for counts, shown in zip(tried, page.evaluate(HIDDEN, tried), strict=True):
            left = [count for count, told in zip(counts, shown, strict=True) if told is None]
            assert all(
                told is None or told == count >= 5
                for count, told in zip(counts, shown, strict=True)
            )
            assert len(left) != 1, counts
            if len(left) < len(counts):
                assert sum(left) == 0 or sum(left) >= 5, counts
        people = [evaluation(n) for n in range(4)]
        opened(page, file(tmp_path, "few.txt", *people))
        expect(page.locator("#mt-summed")).to_contain_text(EN["results_few"])
        for word in ("Word", *(str(n) for n in (5, 6, 7, 8, 9))):
            assert word not in page.locator("#mt-summed").inner_text().replace("(4 answers)", "")
        mixed = [evaluation(n, "mentor" if n < 3 else "mentee") for n in range(4, 12)]
        opened(page, file(tmp_path, "more.txt", *mixed, evaluation(3, "mentor", meetings="2")))
        cells = page.locator("tr", has_text="How many times did you meet").locator("td")
        expect(cells.nth(0)).to_have_text("13")
        if cells.count() > 3:
            assert cells.nth(4).inner_text() == "–"


@pytest.fixture(scope="module")
def reports(
    site: Site, address: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Reports on more than they have room for: in each language, of each length, `en-1.pdf`.

    What LibreOffice makes of a Word file lies beside it, `en-1-word.pdf`.
    """
    folder = tmp_path_factory.mktemp("reports")
    counted = json.loads((site.root / "assets/words/en-organisers.json").read_text("utf-8"))
    people = [
        answered(sheet, asked, n) for sheet, asked in counted["counted"].items() for n in range(6)
    ]
    made: dict[str, bytes] = {}
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        opened(page, file(folder, "all.txt", *people))
        best = page.locator("details", has_text="What was best?")
        best.locator("summary").press("Enter")
        for box in best.get_by_role("checkbox").all():
            box.press("Space")
        page.get_by_label(EN["results_programme"], exact=True).fill("Työ & taito 漢")
        page.get_by_label(EN["results_next_own"], exact=True).fill("Uusi ryhmä.\nLisää aikaa.")
        for code, pages in itertools.product(("fi", "en"), ("1", "4")):
            page.locator("#mt-language").select_option(code)
            page.locator("#mt-length").select_option(pages)
            made[f"{code}-{pages}-word"] = saved(page, "docx")
            (folder / f"{code}-{pages}.pdf").write_bytes(saved(page, "pdf"))
            expect(page.locator("#mt-made")).to_contain_text("漢")
    printed(folder, made)
    # A chart is among what has room on one page, too.
    charts = {
        name: len(docx.Document(io.BytesIO(file)).inline_shapes) for name, file in made.items()
    }
    assert charts == {name: 1 if "-1-" in name else 2 for name in made}
    return folder


@pytest.mark.parametrize("made", ["", "-word"])
@pytest.mark.parametrize("code", ["fi", "en"])
@pytest.mark.parametrize("pages", [1, 4])
def test_a_report_is_of_one_page_or_of_four_in_either_language(
    reports: Path, code: str, pages: int, made: str
) -> None:
    report, said = reports / f"{code}-{pages}{made}.pdf", WORDS[code]
    with pikepdf.open(report) as pdf:
        assert len(pdf.pages) == pages
    text = words(report)
    for word in ("report", "programme", "outcomes" if pages == 1 else "limits"):
        assert said[f"results_{word}"] in text
    assert "Työ & taito" in text
    assert "Vastaus 0: ääniä" in text
    assert said["results_before"] in text
    assert ("Lisää aikaa." in text) is (pages == 4)


def test_a_report_as_pdf_can_be_read_aloud(reports: Path) -> None:
    report = reports / "en-4.pdf"
    assert faults([report]) == {report: []}
    with pikepdf.open(report) as pdf:
        assert str(pdf.Root.Lang) == "en"
        kinds = [str(tag.S) for tag in tags(pdf)]
    assert kinds.count("/Figure") == 2
    assert kinds.count("/Table") == kinds.count("/Caption") > 9
