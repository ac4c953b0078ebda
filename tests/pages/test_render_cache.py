"""Finished pages are kept between runs; what is built with them is what is built without."""

import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from mentoring_tools.pages.render_cache import Rendered
from mentoring_tools.source import kept_files

# One change of each kind that can be seen on pages: file, what stood there, what stands there now.
CHANGES = [
    ("docs/fi/tools/lifeline.md", "title: ", "title: Uusi "),
    ("docs/fi/paths/first-job.md", "title: ", "title: Uusi "),
    ("mentoring_tools/strings/en.yml", "all_tools: All ", "all_tools: All the "),
    ("overrides/partials/footer.html", "<footer", '<footer data-new="1"'),
    ("overrides/partials/drawings/table.svg", "<svg", '<svg data-new="1"'),
    ("overrides/assets/css/screen.css", ":root {", ":root { --new: 1;"),
]


@pytest.fixture
def place(workshop: Path, tmp_path: Path) -> Path:
    """A project of its own, whose pages may be changed."""
    for name in ("docs", "overrides", "mentoring_tools"):
        shutil.copytree(workshop / name, tmp_path / name)
    for one in workshop.iterdir():
        if one.is_symlink() and not (tmp_path / one.name).exists():
            (tmp_path / one.name).symlink_to(one.resolve())
    return tmp_path


def change(place: Path, file: str, before: str, after: str) -> None:
    text = (place / file).read_text("utf-8")
    assert before in text, file
    (place / file).write_text(text.replace(before, after, 1), "utf-8")


def built(place: Path) -> dict[str, str]:
    """The pages of a build, each by its path, as the sum of what stands in it."""
    command = [".venv/bin/mkdocs", "build", "--strict", "--site-dir", "site"]
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOWNLOADS": "false"}
    run = subprocess.run(command, cwd=place, env=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    site = place / "site"
    return {
        page.relative_to(site).as_posix(): sha256(page.read_bytes()).hexdigest()
        for page in site.rglob("*.html")
    }


def times(place: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in (place / ".cache/rendered").rglob("*.html")}


def test_what_is_kept_is_what_would_be_made_and_no_more_is_made_than_that(place: Path) -> None:
    first = built(place)
    before = times(place)
    old = place / ".cache/rendered/fi/tools/old.html"
    kept_files.keep(old, b"key\n<p>Old</p>")
    change(place, "docs/en/guides/dialogue.md", "\n## ", "\nOne more line.\n\n## ")
    second = built(place)
    changed = {file.name for file, time in times(place).items() if before[file] != time}
    assert changed == {"dialogue.html"}
    assert not old.exists()
    for one in CHANGES:
        change(place, *one)
    third = built(place)
    shutil.rmtree(place / ".cache/rendered")
    assert first != second != third == built(place)


def test_a_damaged_one_is_told_and_made_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    file = tmp_path / ".cache" / "rendered" / "fi" / "index.html"
    Rendered(file, {}, "key").keep("<p>Hei</p>")
    assert Rendered(file, {}, "key").context == {"kept": "<p>Hei</p>"}
    assert Rendered(file, {}, "another").html is None
    file.write_bytes(file.read_bytes()[:-2])
    assert Rendered(file, {}, "key").html is None
    assert caplog.messages == [".cache/rendered/fi/index.html is damaged, and is made again."]
