"""Taking a sheet along: what is fetched and when, and what is said before a PDF."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from built import Site
from filled import ANSWER, in_pdf, in_word, take
from on_a_sheet import on_paper
from pdf_reading import poppler, tags
from playwright.sync_api import Browser, Download, Page
from verapdf import faults
from word_reading import picture_in, shown
from word_schema import schema_faults

from mentoring_tools.source import strings

WORDS, _ = strings.load(("fi", "en"))
# Bytes of script, compressed, that one press fetches, by the kind of file that is wanted; and what
# it fetches besides for a Word file of a sheet on which something is drawn.
MOST, MOST_TO_DRAW = {"pdf": 10_000, "docx": 6_000}, 1_200
DRAWS = "export-docx-drawing.js"

ARABIC = "مرحبا بكم"
LONG = "Sana kerrallaan. " * 300


@pytest.fixture
def requests() -> list[str]:
    """The addresses that the page has asked for, without the site's own part."""
    return []


@pytest.fixture
def page(address: str, browser: Browser, requests: list[str]) -> Iterator[Page]:
    """The Finnish page of a sheet."""
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        path = re.compile(rf"{address}([^?]*)")
        page.on("request", lambda request: requests.extend(path.findall(request.url)))
        page.goto(f"{address}tools/lifeline/", wait_until="networkidle")
        yield page


def had(page: Page, path: str, state: str = "filled") -> Download:
    """What is handed out for a file by its path in the downloads."""
    with page.expect_download() as download:
        take(page, path, state)
    return download.value


def had_after_all(page: Page, way: str) -> Download:
    """What is handed out when one of the ways on is chosen."""
    with page.expect_download() as download:
        page.click(f"#mt-gaps [value={way}]")
    return download.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_nothing_is_fetched_before_a_button_is_pressed(page: Page, requests: list[str]) -> None:
    assert not [path for path in requests if path.startswith(("assets/js/export-", "downloads/"))]
    assert "assets/js/export.js" not in requests
    had(page, "fi/lifeline.docx")
    assert {"assets/js/export.js", "assets/js/export-docx.js"} <= set(requests)
    assert [path for path in requests if path.startswith("downloads/")] == [
        "downloads/fi/lifeline.docx"
    ]
    assert not {"assets/js/export-pdf.js", f"assets/js/{DRAWS}"} & set(requests)


@pytest.mark.parametrize("kind", MOST)
def test_the_script_that_is_fetched_is_small(site: Site, kind: str) -> None:
    folder = site.root / "assets/js"
    # What asks about gaps, and what draws, comes only where there are any.
    exports = {f"export-{other}.js" for other in MOST if other != kind}
    others = {"export-gaps.js", DRAWS, *exports}
    modules = reached(folder, "export.js", others) - others
    assert f"export-{kind}.js" in modules
    assert weight(folder, modules) <= MOST[kind]
    assert weight(folder, reached(folder, DRAWS, modules) - modules) <= MOST_TO_DRAW


def weight(folder: Path, modules: set[str]) -> int:
    return sum(len(gzip.compress((folder / one).read_bytes(), 9)) for one in modules)


def reached(folder: Path, module: str, known: set[str]) -> set[str]:
    """A module and all that it imports; what is `known` already is not looked into."""
    known = known | {module}
    for other in re.findall(r'["\']\./([\w-]+\.js)\b', (folder / module).read_text("utf-8")):
        if other not in known:
            known = reached(folder, other, known)
    return known


def test_a_file_without_gaps_comes_at_once(page: Page) -> None:
    page.evaluate(ANSWER, {"lifeline-whose": "Äiti", "lifeline-date": "2026-03-05"})
    finnish = had(page, "fi/lifeline.pdf")
    assert finnish.suggested_filename == "Elämänviiva 2026-03-05.pdf"
    assert in_pdf(content(finnish)) == {"lifeline-whose": "Äiti", "lifeline-date": "5.3.2026"}
    status = page.locator("#mt-take [role=status]")
    assert status.inner_text() == WORDS["fi"]["filled_done"]
    assert not page.locator("#mt-gaps").is_visible()


def test_what_a_pdf_cannot_show_is_said_first(page: Page) -> None:
    page.evaluate(ANSWER, {"lifeline-whose": ARABIC, "lifeline-strengths": f"{LONG}😀"})
    take(page, "fi/lifeline.pdf")
    page.wait_for_selector("#mt-gaps[open]")
    lines = page.locator("#mt-gaps li").all_inner_texts()
    words = WORDS["fi"]
    letters = " ".join(dict.fromkeys(ARABIC.replace(" ", "")))
    whose = f"{words['field_whose']} {words['gaps_letters'].format(letters=letters)}"
    strengths = words["gaps_letters"].format(letters="😀")
    assert lines[0] == whose
    assert lines[1].endswith(strengths)
    assert len(lines) == 2
    assert page.evaluate("document.activeElement.closest('#mt-gaps') !== null")


@pytest.fixture
def asked(page: Page) -> Page:
    """The page while it says what cannot be seen."""
    page.evaluate(ANSWER, {"lifeline-whose": ARABIC, "lifeline-strengths": LONG})
    take(page, "fi/lifeline.pdf")
    page.wait_for_selector("#mt-gaps[open]")
    return page


def test_the_pdf_can_be_had_all_the_same_and_holds_everything(asked: Page) -> None:
    file = content(had_after_all(asked, "anyway"))
    assert in_pdf(file) == {"lifeline-whose": ARABIC, "lifeline-strengths": LONG}


def test_word_is_a_way_out(asked: Page) -> None:
    word = had_after_all(asked, "docx")
    assert word.suggested_filename.endswith(".docx")
    assert in_word(content(word)) == {"lifeline-whose": ARABIC, "lifeline-strengths": LONG}


def test_paper_is_a_way_out(asked: Page, tmp_path: Path) -> None:
    asked.evaluate("window.print = () => { window.printed = !document.querySelector('[open]') }")
    asked.click("#mt-gaps [value=print]")
    asked.wait_for_function("() => window.printed")
    paper = tmp_path / "paper.pdf"
    on_paper(asked)
    asked.pdf(path=paper)
    text = " ".join(shown(paper).split())
    assert text.count("Sana kerrallaan.") == LONG.count("Sana kerrallaan.")


@pytest.mark.parametrize("way", ["cancel", "Escape"])
def test_one_may_go_back(asked: Page, way: str) -> None:
    taken: list[str] = []

    def note(download: Download) -> None:
        taken.append(download.suggested_filename)

    asked.on("download", note)
    if way == "cancel":
        asked.click("#mt-gaps [value='']")
    else:
        asked.keyboard.press(way)
    asked.wait_for_selector("#mt-gaps", state="hidden")
    had(asked, "fi/lifeline.docx")
    assert [Path(name).suffix for name in taken] == [".docx"]


def test_a_long_answer_goes_on_behind_the_sheet(page: Page, tmp_path: Path) -> None:
    page.evaluate(ANSWER, {"lifeline-strengths": LONG})
    file = tmp_path / "filled.pdf"
    file.write_bytes(content(had(page, "fi/lifeline.pdf")))
    assert in_pdf(file.read_bytes()) == {"lifeline-strengths": LONG}
    text = " ".join(shown(file).split())
    behind = text.partition(WORDS["fi"]["filled_more"])[2]
    assert behind.count("Sana kerrallaan.") == LONG.count("Sana kerrallaan.")
    assert not faults([file])[file]


def test_added_rows_are_in_word_and_behind_the_sheet_in_the_pdf(page: Page, tmp_path: Path) -> None:
    more = page.locator("#lifeline-events ~ .mt-rows button").first
    more.click()
    more.click()
    rows = {"lifeline-events-6-event": "kuusi", "lifeline-events-8-event": "kahdeksan",
            "lifeline-events-8-feeling": "-3"}  # fmt: skip
    page.evaluate(ANSWER, rows)
    assert in_word(content(had(page, "fi-en/lifeline.docx"))) == rows
    file = tmp_path / "filled.pdf"
    file.write_bytes(content(had(page, "fi/lifeline.pdf")))
    lines = [line.strip() for line in shown(file).splitlines()]
    row = next(at for at, line in enumerate(lines) if line.endswith(" 8."))
    assert lines[row + 1].endswith(": kahdeksan")
    assert lines[row + 2].endswith(": \u22123")
    assert not faults([file])[file]


#: Answers of which something is drawn, by the tool's sheet.
DRAWN = {
    "lifeline": {"lifeline-events-1-event": "Muutto", "lifeline-events-1-feeling": "-3",
                 "lifeline-events-2-event": "Työ", "lifeline-events-2-feeling": "4"},
    "life-wheel": {"life-wheel-sectors-work-now": "3", "life-wheel-sectors-work-wish": "8"},
    "network-map": {"network-map-people-1-ring": "2"},
    "final-rating": {"final-rating-rating-strengths-after": "4"},
}  # fmt: skip


@pytest.mark.parametrize("sheet", DRAWN)
def test_what_the_page_draws_is_a_picture_in_word(
    address: str, page: Page, sheet: str, tmp_path: Path, site: Site
) -> None:
    """In the place of the empty one, if there is one, as large as it is read."""
    page.goto(f"{address}tools/{sheet}/")
    page.evaluate(ANSWER, DRAWN[sheet])
    file = tmp_path / "filled.docx"
    file.write_bytes(content(had(page, f"fi/{sheet}.docx")))
    told = page.locator(".mt-told li").all_inner_texts()
    assert told
    name = str(page.locator("[data-mt-draws]").get_attribute("id"))
    empty = picture_in(site.root / f"downloads/fi/{sheet}.docx", name)
    picture = picture_in(file, name)
    assert picture.words.splitlines()[1:] == told
    assert picture.millimetres[0] > 100
    assert picture.millimetres[0] / picture.millimetres[1] == pytest.approx(
        picture.image.width / picture.image.height, rel=0.01
    )
    assert min(picture.image.tobytes()) < 150 < max(picture.image.tobytes())
    assert picture.image.tobytes() != empty.image.tobytes()
    assert not picture.hidden
    assert not schema_faults(file)


@pytest.mark.parametrize("sheet", DRAWN)
def test_what_the_page_draws_stands_behind_the_sheet(
    address: str, page: Page, sheet: str, tmp_path: Path
) -> None:
    page.goto(f"{address}tools/{sheet}/")
    page.evaluate(ANSWER, DRAWN[sheet])
    file = tmp_path / "filled.pdf"
    file.write_bytes(content(had(page, f"fi/{sheet}.pdf")))
    told = page.locator(".mt-told li").all_inner_texts()
    assert told
    with pikepdf.open(file) as pdf:
        (figure,) = [tag for tag in tags(pdf) if str(tag.S) == "/Figure"]
        assert str(figure.Alt) == "\n".join(told)
        left, low, right, high = map(float, figure.A.BBox)
    inked = _dark(file, (left, low, right, high), tmp_path)
    assert inked[1] - inked[0] > 200, "points"
    assert told[0] in " ".join(shown(file).split())
    assert not faults([file])[file]


def _dark(file: Path, box: tuple[float, ...], folder: Path) -> tuple[float, float]:
    """From where to where something is drawn in a box of the last page, in points."""
    left, low, right, high = box
    poppler("pdftoppm", "-r", "72", "-gray", "-f", "2", "-singlefile", file, folder / "page")
    head, dots = (folder / "page.pgm").read_bytes().split(b"\n255\n", 1)
    width, height = map(int, head.split()[1:])
    rows = [dots[y * width : (y + 1) * width] for y in range(int(height - high), int(height - low))]
    dark = [x for x in range(int(left), int(right)) if any(row[x] < 200 for row in rows)]
    return min(dark), max(dark)


def test_the_other_language_names_and_writes_its_own_way(address: str, page: Page) -> None:
    page.goto(f"{address}en/tools/lifeline/")
    page.evaluate(ANSWER, {"lifeline-date": "2026-03-05"})
    english, both = (had(page, f"{code}/lifeline.pdf") for code in ("en", "fi-en"))
    assert english.suggested_filename == "Lifeline 2026-03-05.pdf"
    assert in_pdf(content(english)) == {"lifeline-date": "5 March 2026"}
    assert in_pdf(content(both)) == {"lifeline-date": "5.3.2026"}


def test_a_file_that_cannot_be_fetched_is_told(page: Page) -> None:
    page.route("**/downloads/**", lambda route: route.abort())
    take(page, "fi/lifeline.pdf")
    status = page.locator("#mt-take [role=status]")
    status.filter(has_text=WORDS["fi"]["filled_failed"]).wait_for()


def test_nothing_written_becomes_markup(page: Page) -> None:
    page.add_init_script("window.alerted = 0; window.alert = () => { window.alerted += 1 }")
    page.reload()
    text = '<img src="x" onerror="alert(1)"></script><script>alert(2)</script>'
    page.evaluate(ANSWER, {"lifeline-whose": f"{text}😀", "lifeline-strengths": f"{LONG}{text}"})
    take(page, "fi/lifeline.pdf")
    page.wait_for_selector("#mt-gaps[open]")
    assert not page.locator("#mt-gaps img").count()
    file = content(had_after_all(page, "anyway"))
    assert in_pdf(file)["lifeline-whose"] == f"{text}😀"
    assert page.evaluate("window.alerted") == 0
