"""Where a page's links lead on the site: to other pages' addresses, to files, to elsewhere."""

import shutil
from pathlib import Path

import pytest

from mentoring_tools import project
from mentoring_tools.pages import links
from mentoring_tools.project import Project

SMALL = Path(__file__).resolve().parents[1] / "small"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project.load(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("links") / "small")))


@pytest.mark.parametrize(
    ("code", "slug", "written", "address"),
    [
        ("fi", "index", "tools/lifeline.md", "tools/lifeline/"),
        ("fi", "index", "index.md", "./"),
        ("fi", "index", "downloads/fi/card.txt", "downloads/fi/card.txt"),
        ("en", "index", "tools/lifeline.md#steps", "tools/lifeline/#steps"),
        ("en", "index", "downloads/en/card.txt", "../downloads/en/card.txt"),
        ("fi", "tools/lifeline", "../index.md", "../../"),
        ("en", "tools/lifeline", "../index.md", "../../"),
        ("fi", "tools/lifeline", "index.md", "../"),
        ("fi", "tools/lifeline", "lifeline.md", "./"),
        ("fi", "tools/lifeline", "#steps", "#steps"),
        ("fi", "tools/lifeline", "../agreement.md#worksheet", "../../agreement/#worksheet"),
        ("en", "tools/lifeline", "../downloads/en/card.txt", "../../../downloads/en/card.txt"),
        ("en", "tools/lifeline", "https://example.org/#x", "https://example.org/#x"),
        ("en", "tools/lifeline", "mailto:a@example.org", "mailto:a@example.org"),
        ("fi", "tools/index", "lifeline.md", "lifeline/"),
    ],
)
def test_a_link_counts_from_the_page(
    small: Project, code: str, slug: str, written: str, address: str
) -> None:
    assert links.address(small.library, small.library.of(code)[slug], written) == address
