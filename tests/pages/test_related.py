"""What comes before and after a tool, derived from paths, and tools about the same."""

from pathlib import Path

import pytest

from mentoring_tools.content import reader
from mentoring_tools.content import settings as mkdocs_yml
from mentoring_tools.content.model import Library
from mentoring_tools.pages import choices, related
from mentoring_tools.pages.related import Related
from mentoring_tools.source import strings

#: Each tool with its phase and its themes.
TOOLS = {
    "a": ("familiarization", "trust"),
    "b": ("working", "goals, networks"),
    "c": ("working", "networks"),
    "d": ("working", "networks, goals"),
    "e": ("assessment", "goals"),
}
#: The tools of each path, meeting by meeting.
PATHS = {"one": ["a", "b", "c"], "two": ["a", "b", "d"], "three": ["c", "b", "b", "d"]}
WORDS, _ = strings.load(("fi",))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, (phase, themes) in TOOLS.items():
        facts = f"goal: G\nphase: {phase}\nthemes: [{themes}]\nminutes: 5\nwho: both\n"
        sheet = "\n## Työpohja {#worksheet}\n\n- Mitä? `#what`\n"
        write(tmp_path, f"tools/{name}", facts, sheet)
    for name, tools in PATHS.items():
        held = "".join(
            f"\n## {n} {{#meeting-{n}}}\n\n- **Työkalut:** [{tool}](../tools/{tool}.md)\n"
            for n, tool in enumerate(tools, 1)
        )
        write(tmp_path, f"paths/{name}", f"goal: G\nmeetings: {len(tools)}\n", held)
    slugs = [*(f"tools/{name}" for name in TOOLS), *(f"paths/{name}" for name in PATHS)]
    nav = "".join(f"  - {slug}.md\n" for slug in slugs)
    languages = "      languages:\n        - {locale: fi, name: f, site_name: s}\n"
    (tmp_path / "mkdocs.yml").write_text(f"nav:\n{nav}plugins:\n  - i18n:\n{languages}")
    return reader.read(tmp_path, mkdocs_yml.read(tmp_path)[0], WORDS)[0]


def write(project: Path, slug: str, facts: str, text: str) -> None:
    file = project / "docs" / "fi" / f"{slug}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {slug}\ndescription: D\n{facts}---\n{text}", "utf-8")


def names(found: Related) -> tuple[str, str, list[str]]:
    return (
        found.before.name if found.before else "",
        found.after.name if found.after else "",
        [page.name for page in found.like],
    )


@pytest.mark.parametrize(
    ("tool", "before", "after", "like"),
    [
        ("a", "", "b", []),
        ("b", "a", "d", ["e", "c"]),
        ("c", "b", "b", ["d"]),
        ("d", "b", "", ["c", "e"]),
        ("e", "", "", ["b", "d"]),
    ],
)
def test_neighbours_come_from_paths_and_others_from_themes(
    library: Library, tool: str, before: str, after: str, like: list[str]
) -> None:
    """Most paths count, then `nav`; the same first theme is nearest, then the same phase."""
    found = related.of_language(library, "fi", WORDS["fi"])
    assert names(found[f"tools/{tool}"]) == (before, after, like)


def test_few_tools_are_not_grouped(library: Library) -> None:
    assert choices.by_theme(library.kind("fi", "tool")) == []


def test_many_tools_are_grouped_by_their_first_theme_each_once(library: Library) -> None:
    tools = library.kind("fi", "tool") * 3
    groups = choices.by_theme(tools)
    assert [theme for theme, _ in groups] == ["trust", "goals", "networks"]
    assert sum(len(group) for _, group in groups) == len(tools)
