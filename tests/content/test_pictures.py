"""Pictures beside a page and those that all languages share: found, measured, not too heavy."""

import re
import shutil
from collections import defaultdict
from dataclasses import replace as replace_in
from pathlib import Path

import pytest
from cases import replace
from PIL import Image

from mentoring_tools import project
from mentoring_tools.content import pictures
from mentoring_tools.downloads import targets
from mentoring_tools.downloads.tasks import Booklet
from mentoring_tools.pages import links
from mentoring_tools.problems import Stop
from mentoring_tools.worksheet.facts import Imprint

SMALL = Path(__file__).resolve().parents[1] / "small"
HOLDER = "![A dot](dot.png) and ![A dot](../../pictures/dot.png)"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project whose lifeline shows a picture of its own and one that is shared."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    for code in ("fi", "en"):
        Image.new("RGB", (40, 30)).save(folder / f"docs/{code}/tools/dot.png")
        replace(folder / f"docs/{code}/tools/lifeline.md", "Why.", HOLDER)
    return folder


@pytest.mark.parametrize(("code", "up"), [("fi", "../.."), ("en", "../../..")])
def test_both_are_found_from_the_page(small: Path, code: str, up: str) -> None:
    loaded = project.load(small)
    page = loaded.library.of(code)["tools/lifeline"]
    place = links.place(loaded.library, page, loaded.pictures, {}, far=False)
    html = re.sub(r"\?[0-9a-f]{5}\b", "", page.document.sections[0].html.filled(place))
    assert '<img src="../dot.png" width="40" height="30" alt="A dot">' in html
    assert f'<img src="{up}/pictures/dot.png" width="4" height="3" alt="A dot">' in html


def test_what_lies_far_down_is_fetched_when_it_is_near(small: Path) -> None:
    loaded = project.load(small)
    page = loaded.library.of("fi")["tools/lifeline"]
    place = links.place(loaded.library, page, loaded.pictures, {}, far=True)
    assert page.document.sections[0].html.filled(place).count(' loading="lazy"') == 2


def test_only_shared_ones_are_published_by_us(small: Path) -> None:
    found, problems = pictures.read(small)
    assert not problems
    assert sorted(found) == ["en/tools/dot.png", "fi/tools/dot.png", "pictures/dot.png"]
    assert [address for address, _ in pictures.shared(found)] == ["pictures/dot.png"]


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (Image.new("RGB", (2001, 10)), r"the picture has 2001 × 10 pixels and 0 kB"),
        (Image.effect_noise((700, 700), 100), r"the picture has 700 × 700 pixels and \d{3} kB"),
    ],
    ids=["wide", "heavy"],
)
def test_a_picture_is_light(small: Path, picture: Image.Image, said: str) -> None:
    picture.save(small / "docs/pictures/dot.png")
    with pytest.raises(Stop) as stop:
        project.load(small)
    (problem,) = stop.value.problems
    assert (problem.file, problem.line) == ("docs/pictures/dot.png", 1)
    assert re.fullmatch(said, problem.found)
    assert problem.expected == "at most 2000 pixels a side and 300 kB: phones have to fetch it"


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="{}" height="{}">
<style>text {{ font-family: Georgia }}</style>
<rect width="40" height="30" fill="#e8f2ee"/><text x="4" y="20" font-family="Arial">Ää</text>
</svg>"""


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        ("40", "30", (40, 30)),
        ("40.4px", " 30.0 ", (40, 30)),
        ("1in", "25.4mm", (96, 96)),
        ("72pt", "6pc", (96, 96)),
        ("100%", "30", None),
        ("40em", "30", None),
        ("0", "30", None),
        ("", "30", None),
    ],
)
def test_a_drawing_says_its_size(
    small: Path, width: str, height: str, size: tuple[int, int] | None
) -> None:
    file = small / "docs/pictures/line.svg"
    file.write_text(DRAWING.format(width, height), "utf-8")
    found, problems = pictures.read(small)
    shown = found["pictures/line.svg"]
    assert (shown.width, shown.height) == (size or (0, 0))
    assert [problem.file for problem in problems] == ([] if size else ["docs/pictures/line.svg"])


def test_a_drawing_stands_on_the_page_and_on_paper(small: Path) -> None:
    (small / "docs/pictures/line.svg").write_text(DRAWING.format(40, 30), "utf-8")
    for code in ("fi", "en"):
        replace(small / f"docs/{code}/tools/lifeline.md", HOLDER, "![A](../../pictures/line.svg)")
    loaded = project.load(small)
    page = loaded.library.of("en")["tools/lifeline"]
    place = links.place(loaded.library, page, loaded.pictures, {}, far=False)
    html = page.document.sections[0].html.filled(place)
    assert re.search(r'line\.svg\?[0-9a-f]{5}" width="40" height="30" alt="A">', html)


def test_the_booklet_shows_it_and_is_made_again_when_it_is_new(small: Path) -> None:
    def booklet() -> Booklet:
        loaded = replace_in(project.load(small), words={c: defaultdict(str) for c in ("fi", "en")})
        return targets.booklet(loaded, ("fi",), Imprint("https://example.org/", ""), [])

    first = booklet()
    (chapter,) = (one for part in first.parts for one in part.chapters if one.slug == "lifeline")
    assert '<img src="../../docs/fi/tools/dot.png" alt="A dot">' in chapter.instructions["fi"]
    assert '<img src="../../docs/pictures/dot.png" alt="A dot">' in chapter.instructions["fi"]
    Image.new("RGB", (40, 30), "red").save(small / "docs/fi/tools/dot.png")
    assert repr(booklet()) != repr(first)
