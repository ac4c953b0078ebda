"""Bad input, case by case: each file in `cases/` spoils the small project and says what is told."""

import shutil
from collections import defaultdict
from dataclasses import replace as replace_in
from pathlib import Path

import pytest
import yaml
from cases import replace, spoil
from spoken_messages import left_in_english

from mentoring_tools.downloads import targets
from mentoring_tools.language import font_coverage
from mentoring_tools.pages import links
from mentoring_tools.problems import Stop, report
from mentoring_tools.project import load
from mentoring_tools.worksheet.facts import Imprint

HERE = Path(__file__).resolve().parents[1]
CASES = sorted((HERE / "cases").glob("*.yml"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a small project without a problem."""
    return Path(shutil.copytree(HERE / "small", tmp_path / "small"))


def test_the_small_project_has_no_problem(small: Path) -> None:
    loaded = load(small)
    assert loaded.library.codes == ("fi", "en")
    assert len(loaded.library.of("en")) == 8


def test_a_link_may_lead_to_any_file_that_is_made(small: Path) -> None:
    for code in ("fi", "en"):
        files = (f"{code}/toolkit.pdf", f"{code}/lifeline.pdf", "fi-en/toolkit.zip", "SHA256SUMS")
        words = " ".join(f"[A file](../downloads/{file})" for file in files)
        replace(small / f"docs/{code}/tools/lifeline.md", "Why.", f"{words} [Steps](#steps)")
    loaded = load(small)
    page = loaded.library.of("en")["tools/lifeline"]
    assert len(page.document.links) == 7
    # What the site says of a link, and what the booklet does.
    address = links.address(loaded.library, page, "../downloads/fi-en/toolkit.zip")
    assert address == "../../../downloads/fi-en/toolkit.zip"
    loaded = replace_in(loaded, words={code: defaultdict(str) for code in ("fi", "en")})
    booklet = targets.booklet(loaded, ("en",), Imprint("https://example.org/", ""), [])
    assert 'href="https://example.org/downloads/en/toolkit.pdf"' in repr(booklet)
    assert 'href="#lifeline"' in repr(booklet)


def test_a_sign_that_no_font_has(small: Path, project: Path) -> None:
    (small / font_coverage.FONT).parent.mkdir(parents=True)
    shutil.copy(project / font_coverage.FONT, small / font_coverage.FONT)
    replace(small / "docs/fi/tools/lifeline.md", "Why.", "Why, Жан?\nBecause 😀 of that.")
    with pytest.raises(Stop) as stop:
        load(small)
    assert str(stop.value) == (
        "docs/fi/tools/lifeline.md:12: no font of the PDF files has the character “😀”\n"
        "  expected: words, in Latin, Greek or Cyrillic letters and with the usual punctuation\n"
        "  example:  Because of that.\n"
        "1 problem to mend."
    )


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_mistake_is_told_with_its_place_and_a_right_example(case: Path, small: Path) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    spoil(small, told)
    with pytest.raises(Stop) as stop:
        load(small)
    assert str(stop.value) == told["told"].rstrip("\n")
    assert [
        left for problem in stop.value.problems for left in left_in_english(problem, "fi")
    ] == []
    if "fi" in told:
        assert report(stop.value.problems, "fi") == told["fi"].rstrip("\n")
