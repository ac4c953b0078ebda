"""What was read of a page is kept between runs, and read again when anything has changed."""

from pathlib import Path

import pytest

from mentoring_tools.content import page_cache, reader
from mentoring_tools.content.page_cache import Read, Reader
from mentoring_tools.problems import Problem

GUIDE = "---\ntitle: A talk\ndescription: How to talk.\n---\n\nText.\n"
GIVEN = (GUIDE, "docs/en/guides/talk.md", "en", "guides/talk")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The texts that had to be read; each test begins as a new process does."""
    monkeypatch.setattr(page_cache, "_load", page_cache._load.__wrapped__)
    return []


def counting(asked: list[tuple[str, ...]]) -> Reader:
    """The real reader, which notes what it was asked for."""

    def read(text: str, file: str, language: str, slug: str) -> Read:
        asked.append((text, file, language, slug))
        return reader.page_of(text, file, language, slug)

    return read


def run(project: Path, asked: list[tuple[str, ...]], *given: tuple[str, ...]) -> list[Read]:
    """What one run reads."""
    with page_cache.kept(project, counting(asked)) as page_in:
        return [page_in(*one) for one in given]


def test_a_page_that_stays_as_it_was_is_read_once(
    tmp_path: Path, asked: list[tuple[str, ...]]
) -> None:
    first = run(tmp_path, asked, GIVEN)
    assert run(tmp_path, asked, GIVEN) == first == [reader.page_of(*GIVEN)]
    assert asked == [GIVEN]


def test_mistakes_are_kept_with_the_page(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    given = ("---\ntitle: [\n---\n", *GIVEN[1:])
    run(tmp_path, asked, given)
    ((page, problems),) = run(tmp_path, asked, given)
    assert (page, problems) == reader.page_of(*given)
    assert asked == [given]
    assert [type(problem) for problem in problems] == [Problem]


@pytest.mark.parametrize("place", range(4))
def test_a_page_is_read_again_when_anything_of_it_is_new(
    place: int, tmp_path: Path, asked: list[tuple[str, ...]]
) -> None:
    new = (GUIDE + "More.\n", "docs/en/guides/x.md", "fi", "guides/x")
    given = (*GIVEN[:place], new[place], *GIVEN[place + 1 :])
    run(tmp_path, asked, GIVEN)
    run(tmp_path, asked, given)
    assert asked == [GIVEN, given]


def test_only_what_was_asked_for_last_stays(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    other = (GUIDE, "docs/en/guides/other.md", "en", "guides/other")
    for given in ((GIVEN, other), (GIVEN,), (GIVEN, other)):
        run(tmp_path, asked, *given)
    assert asked == [GIVEN, other, other]


def test_another_version_of_the_code_reads_again(
    tmp_path: Path, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, asked, GIVEN)
    monkeypatch.setattr(page_cache, "_version", lambda: "another")
    run(tmp_path, asked, GIVEN)
    assert asked == [GIVEN, GIVEN]


@pytest.mark.parametrize("damage", [b"", b"\x80" * 100, None])
def test_a_damaged_file_is_no_obstacle(
    damage: bytes | None,
    tmp_path: Path,
    asked: list[tuple[str, ...]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    run(tmp_path, asked, GIVEN)
    file = tmp_path / ".cache" / "pages"
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    assert run(tmp_path, asked, GIVEN) == [reader.page_of(*GIVEN)]
    assert asked == [GIVEN, GIVEN]
    assert caplog.messages == [".cache/pages is damaged, and is made again."]


def test_a_folder_in_its_place_is_no_obstacle(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    (tmp_path / ".cache/pages").mkdir(parents=True)
    assert run(tmp_path, asked, GIVEN) == [reader.page_of(*GIVEN)]
    run(tmp_path, asked, GIVEN)
    assert asked == [GIVEN]


def test_a_server_that_runs_asks_the_disk_once(tmp_path: Path) -> None:
    asked: list[tuple[str, ...]] = []
    for _ in range(2):
        run(tmp_path, asked, GIVEN)
    (tmp_path / ".cache" / "pages").unlink()
    run(tmp_path, asked, GIVEN)
    assert asked == [GIVEN]
