"""A publisher's own look: colours, a logo, pages left out."""

import shutil
from pathlib import Path

import pytest
from cases import replace

from mentoring_tools.content import branding
from mentoring_tools.pages import links
from mentoring_tools.problems import Stop
from mentoring_tools.project import load

SMALL = Path(__file__).resolve().parents[1] / "small"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#1f4d3f", "#fbf8f2", 9.04)],
)
def test_contrast_is_as_wcag_counts_it(one: str, other: str, ratio: float) -> None:
    assert branding.contrast(one, other) == branding.contrast(other, one)
    assert round(branding.contrast(one, other), 2) == ratio


def test_each_scheme_has_the_colour_given_for_it() -> None:
    assert branding.styles("", "") == ""
    light = branding.styles("#5a1a6b", "")
    assert light.startswith("@media (prefers-color-scheme: light) { :root { --mt-spruce: #5a1a6b;")
    both = branding.styles("#5a1a6b", "#e3b5f0")
    assert both.startswith(light)
    assert "(prefers-color-scheme: dark) { :root { --mt-spruce: #e3b5f0;" in both


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def test_a_page_left_out_is_nowhere_and_the_words_of_links_to_it_stay(small: Path) -> None:
    replace(small / "mkdocs.yml", "nav:", "extra:\n  leave_out: [tools/lifeline]\nnav:")
    library = load(small).library
    assert "tools/lifeline" not in library.of("fi")
    assert "tools/lifeline" not in library.nav
    path = library.of("en")["paths/short"]
    assert links.address(library, path, "../tools/lifeline.md#steps") == ""
    assert links.address(library, path, "../agreement.md") == "../../agreement/"


def test_only_what_others_can_do_without_is_left_out(small: Path) -> None:
    replace(small / "mkdocs.yml", "nav:", "extra:\n  leave_out: [agreement, tools/linelife]\nnav:")
    with pytest.raises(Stop) as stop:
        load(small)
    assert [(one.line, str(one.found)) for one in stop.value.problems] == [
        (3, "`leave_out` names agreement, which other pages cannot do without"),
        (3, "`leave_out` names tools/linelife, which is no page"),
    ]
