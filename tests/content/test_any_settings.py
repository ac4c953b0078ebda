"""Whatever stands in the settings or at a page's top, the answer is values or problems."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring_tools.content import reader
from mentoring_tools.content import settings as site_settings

HERE = Path(__file__).resolve().parents[1]
WRITTEN = (HERE / "small/mkdocs.yml").read_text("utf-8").splitlines()
PIECES = st.one_of(
    st.sampled_from(["&a", "*a", "!ENV X", "!ENV []", "<<: {a: 1}", "? [a]: b", "1: 2", "=", "~"]),
    st.text("abc:-[]{}!&*\"'# \n<>", max_size=12),
)
LINES = st.lists(st.one_of(st.sampled_from(WRITTEN), PIECES), max_size=14)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES)
def test_any_settings_are_read_or_told_of(tmp_path: Path, lines: list[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text("\n".join(lines), "utf-8")
    given_, problems = site_settings.read(tmp_path)
    assert given_.languages or problems


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=8), st.sampled_from(["title", "themes", "sources", "minutes"]))
def test_any_front_matter_is_read_or_told_of(pieces: list[str], key: str) -> None:
    text = f"---\n{key}: " + "\n".join(pieces) + "\n---\n\nWords.\n"
    page, problems = reader.page_of(text, "docs/fi/tools/a.md", "fi", "tools/a")
    assert page or problems
