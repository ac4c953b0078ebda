"""Matching as organisers do it: the algorithm, opening files, proposals, and what is handed on."""

import csv
import io
import itertools
import random
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from measures import add_axe, axe
from on_a_sheet import WORDS, person, sheet
from opened_files import application, file, opened, saved, unwritten
from playwright.sync_api import Browser, Page, expect
from word_schema import schema_faults

FI = WORDS["fi"]
PAGE = "organisers/matching/"
CARDS = "#mt-pairs > li"
# What the modules make of many cases, all at once.
ROOT = 'new URL("assets/js/", document.baseURI.split("organisers")[0])'
PAIRED = f"""async cases => {{
  const {{ paired }} = await import(new URL("assignment.js", {ROOT}));
  return cases.map(([points, places]) => paired(points, places));
}}"""
# 200 people on each side, as people.js gives them, and how many pairs are made of them.
MANY = (
    """async () => {
  const at = (name) => import(new URL(name, """
    + ROOT
    + """));
  const [suiting, { paired }] = await Promise.all(["suitability.js", "assignment.js"].map(at));
  let seed = 7;
  const of = (...list) => list[(seed = (seed * 48271) % 2147483647) % list.length];
  const one = () => ({
    field: of("kokki", "nurse", "ohjelmoija"), occupation: of("aaxyz", "bbxyz", "ccxyz"),
    place: of("Espoo", "Oulu"), wishes: `kuuntelee ja tuntee alan ${of("Espoossa", "Oulussa")}`,
    mustNots: "", help: ["cv"], times: [of("x", "y", "z")], way: [],
    languages: [{ language: of("suomi", "English", "arabia"), level: of(1, 2, 3, 4, 5) }],
  });
  const people = () => Array.from({ length: 200 }, () => suiting.prepared(one()));
  const [these, those] = [people(), people()];
  const weights = { language: 5, field: 4, help: 4, times: 3, way: 2, place: 2, wishes: 1 };
  const before = performance.now();
  const points = these.map((a) => those.map((b) => {
    const { bar, points } = suiting.compared(a, b, weights);
    return bar ? -1 : points;
  }));
  const pairs = paired(points, those.map(() => 1));
  const found = pairs.filter(({ mentor }) => mentor >= 0);
  return { took: performance.now() - before, pairs: found.length };
}"""
)


def best(points: list[list[int]], places: list[int]) -> set[tuple[int, ...]]:
    """All assignments of most pairs with the best total, by trying every one."""
    found: dict[tuple[int, int], set[tuple[int, ...]]] = {}
    for taken in itertools.product(range(-1, len(places)), repeat=len(points)):
        if any(taken.count(mentor) > room for mentor, room in enumerate(places)):
            continue
        held = [points[at][mentor] for at, mentor in enumerate(taken) if mentor >= 0]
        if min(held, default=0) >= 0:
            found.setdefault((len(held), sum(held)), set()).add(taken)
    return found[max(found)]


def cases() -> list[tuple[list[list[int]], list[int]]]:
    chance = random.Random(15)  # noqa: S311 - cases, no secrets
    made = []
    for _ in range(150):
        mentees, mentors = chance.randint(1, 4), chance.randint(1, 4)
        choice = chance.choice([(0, 500, 1000), (-1, 100, 700, 700), tuple(range(-1, 1000, 37))])
        points = [[chance.choice(choice) for _ in range(mentors)] for _ in range(mentees)]
        made.append((points, [chance.randint(0, 2) for _ in range(mentors)]))
    return made


def handed_on(page: Page, folder: Path) -> None:
    """Looks at all files that are made of the pairs, and leaves the applications' one there."""
    rows = list(csv.reader(io.StringIO(saved(page, "list").decode("utf-8-sig")), delimiter=";"))
    assert rows[1][:3] == ["Amina", "mentee1@mentoring.example", "'=Bo"]
    letters = saved(page, "letters").decode("utf-8")
    assert "mentor1@mentoring.example" in letters
    assert "{" not in letters
    made = folder / "pairs.docx"
    made.write_bytes(saved(page, "word"))
    assert docx.Document(str(made)).tables[0].rows[1].cells[0].text == "Amina"
    assert not schema_faults(made)
    (folder / "kept.txt").write_bytes(saved(page, "keep"))
    assert page.evaluate("() => Object.keys(localStorage)") == []


def test_as_many_pairs_as_can_be_with_the_best_total_and_all_ties(
    address: str, browser: Browser
) -> None:
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        # Modules that are fetched later need what the page itself has run by then.
        expect(page.locator("#mt-files")).to_be_enabled()
        tried = cases()
        for (points, places), found in zip(tried, page.evaluate(PAIRED, tried), strict=True):
            taken = tuple(one["mentor"] for one in found)
            solutions = best(points, places)
            assert taken in solutions, (points, places)
            for at, one in enumerate(found):
                others = {solution[at] for solution in solutions} - {taken[at]}
                assert set(one["ties"]) == others, (points, places, at)
        assert page.evaluate(MANY)["pairs"] > 100


def test_applications_become_pairs_with_reasons_and_files(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    people = [application(role, n) for role in ("mentee", "mentor") for n in range(1, 4)]
    same = {"languages_1_language": "persia", "languages_1_level": "5", "times_weekend": "yes"}
    people[0] = application(
        "mentee", 1, name="Amina", field="kokki", place="Espoossa", must_nots="ei Turku", **same
    )
    people[3] = application(
        "mentor", 1, name="=Bo", field="Kokki", place="Espoo", capacity="2", **same
    )
    files = [file(tmp_path, f"{one['id']}.txt", one) for one in people]
    table = tmp_path / "mentors.csv"
    table.write_bytes(
        'Nimi;Kielet;Ammatti\r\n"Lee; Li";suomi 4, englanti;kokki\r\n'.encode("cp1252")
    )
    damaged = tmp_path / "damaged.txt"
    damaged.write_text('{"format": "mentoring-answers", "vers', "utf-8")
    foreign = tmp_path / "photo.txt"
    foreign.write_bytes(b"\xff\xd8\x00<script>alert(1)</script>")
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        opened(page, *files, files[0], table, damaged, foreign)
        told = page.locator("#mt-told li")
        expect(told).to_have_count(3)
        assert [text.split()[0] for text in told.all_inner_texts()] == [
            files[0].name, "damaged.txt", "photo.txt",
        ]  # fmt: skip
        page.get_by_role("button", name=FI["matching_take"]).press("Enter")
        expect(page.locator("#mt-people")).to_contain_text("Lee; Li")
        page.get_by_role("button", name=FI["matching_propose"]).press("Enter")
        expect(page.locator("#mt-pairs-title")).to_be_focused()
        first = page.locator(CARDS).first
        expect(first.locator("h3")).to_have_text("Amina – =Bo")
        expect(first).to_contain_text("espoossa")
        first.locator("summary").press("Enter")
        expect(first).to_contain_text("ei Turku")
        chooser = first.get_by_label(FI["matching_mentor"], exact=True)
        chooser.select_option(label=FI["matching_nobody"])
        expect(first).to_contain_text(FI["matching_own"])
        page.get_by_role("button", name=FI["matching_propose"]).press("Enter")
        expect(first).to_contain_text(FI["matching_own"])
        first.locator("summary").press("Enter")
        first.get_by_role("button", name=FI["matching_let_go"]).press("Enter")
        expect(first.locator("h3")).to_have_text("Amina – =Bo")
        page.get_by_label(FI["matching_hide"]).press("Space")
        expect(first.locator("h3")).to_have_text("Aktori 1 – Mentori 1")
        add_axe(page)
        assert not list(axe(page))
        assert page.evaluate("() => document.documentElement.scrollWidth <= 360")
        handed_on(page, tmp_path)
        again = context.new_page()
        again.goto(f"{address}en/{PAGE}")
        opened(again, tmp_path / "kept.txt")
        expect(again.locator("#mt-status")).to_have_text("Mentees: 3. Mentors: 3.")


HOSTILE: dict[str, Any] = {
    "name": "<img src=x onerror=alert(1)>", "capacity": "1e9", "languages_1_language": "__proto__",
    "languages_1_level": "-5", "times_constructor": "yes", "wishes": "x" * 9000,
}  # fmt: skip


def test_four_hundred_files_become_pairs_and_the_hostile_one_is_named(
    address: str, browser: Browser
) -> None:
    people = [application(role, n) for role in ("mentee", "mentor") for n in range(200)]
    files = [unwritten(f"{one['id']}.txt", one) for one in people]
    files[7] = unwritten("hostile.txt", {**people[7], "answers": [HOSTILE]}, HOSTILE)
    with person(browser) as context:
        page = sheet(context, address + PAGE)
        opened(page, *files)
        expect(page.locator("#mt-told li")).to_have_text([re.compile("^hostile.txt ")])
        expect(page.locator("#mt-status")).to_contain_text("199")
        page.get_by_role("button", name=FI["matching_propose"]).press("Enter")
        expect(page.locator(CARDS)).to_have_count(199)
        pairs = list(
            csv.reader(io.StringIO(saved(page, "list").decode("utf-8-sig")), delimiter=";")
        )
    assert len(pairs) == 200
    mentors = [pair[2] for pair in pairs[1:]]
    assert len(set(mentors)) == len(mentors)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hostile_application_breaks_nothing(
    address: str, browser: Browser, tmp_path: Path, scheme: Any
) -> None:
    with person(browser, color_scheme=scheme) as context:
        page = sheet(context, address + PAGE)
        opened(
            page, file(tmp_path, "a.txt", application("mentor", 1, **HOSTILE)),
            file(tmp_path, "b.txt", application("mentee", 1), {"sheet": "__proto__"}, None),
        )  # fmt: skip
        expect(page.locator("#mt-told")).to_contain_text("b.txt")
        page.get_by_role("button", name=FI["matching_propose"]).click()
        expect(page.locator(CARDS)).to_have_count(1)
        assert not page.locator("#mt-matching img").count()
        add_axe(page)
        assert not list(axe(page))
