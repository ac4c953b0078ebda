"""What comes above, before and after a page, by the order of `nav`."""

from pathlib import Path

import pytest

from mentoring_tools.content import reader
from mentoring_tools.content import settings as mkdocs_yml
from mentoring_tools.content.model import Library
from mentoring_tools.pages import navigation
from mentoring_tools.pages.navigation import Neighbours
from mentoring_tools.source import strings

NAV = {"phases": ("familiarization", "working", "assessment"), "guides": ("index", "a", "b")}
TOOLS = (("one", "familiarization"), ("two", "working"), ("three", "working"))
WORDS, _ = strings.load(("fi",))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of a few pages; the tools of one phase lie among the others in `nav`."""
    slugs = [f"{folder}/{name}" for folder, names in NAV.items() for name in names]
    for slug in ("index", "agreement", "about", "tools/index", *slugs):
        write(tmp_path, slug, "familiarization" if slug == "agreement" else "")
    for name, phase in TOOLS:
        write(tmp_path, f"tools/{name}", phase)
    order = ["index", "agreement", *slugs, "tools/index", "tools/two", "tools/one", "tools/three"]
    nav = "".join(f"  - {slug}.md\n" for slug in [*order, "about"])
    settings = (
        "plugins:\n  - i18n:\n      languages:\n        - {locale: fi, name: f, site_name: s}"
    )
    (tmp_path / "mkdocs.yml").write_text(f"nav:\n{nav}{settings}\n")
    return reader.read(tmp_path, mkdocs_yml.read(tmp_path)[0], WORDS)[0]


def write(project: Path, slug: str, phase: str) -> None:
    facts = f"goal: G\nphase: {phase}\nthemes: [trust]\nminutes: 5\nwho: both\n" if phase else ""
    file = project / "docs" / "fi" / f"{slug}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {slug}\ndescription: D\n{facts}---\n")


@pytest.mark.parametrize(
    ("slug", "above"),
    [
        ("index", []),
        ("about", ["index"]),
        ("phases/working", ["index"]),
        ("tools/index", ["index"]),
        ("tools/three", ["index", "phases/working"]),
        ("agreement", ["index", "phases/familiarization"]),
        ("guides/index", ["index"]),
        ("guides/b", ["index", "guides/index"]),
    ],
)
def test_the_pages_above(library: Library, slug: str, above: list[str]) -> None:
    assert [page.slug for page in navigation.above(library, library.of("fi")[slug])] == above


@pytest.mark.parametrize(
    ("slug", "before", "after"),
    [
        ("phases/familiarization", None, "phases/working"),
        ("phases/working", "phases/familiarization", "phases/assessment"),
        ("phases/assessment", "phases/working", None),
        ("tools/one", None, "phases/working"),
        ("tools/two", "phases/familiarization", "tools/three"),
        ("tools/three", "tools/two", "phases/assessment"),
        ("guides/a", None, "guides/b"),
        ("guides/b", "guides/a", None),
        ("guides/index", None, None),
        ("agreement", None, None),
    ],
)
def test_the_pages_around(
    library: Library, slug: str, before: str | None, after: str | None
) -> None:
    found = navigation.of_language(library, "fi").get(slug, Neighbours())
    assert (found.before and found.before.slug, found.after and found.after.slug) == (before, after)
