"""The list of what a browser may keep: pictures go with the pages that show them."""

from pathlib import Path

from mentoring_tools.content import pictures
from mentoring_tools.content.model import Language
from mentoring_tools.publishing import service_worker

LANGUAGES = [
    Language("fi", "suomi", "Työkalut", default=True), Language("en", "English", "Tools")
]  # fmt: skip


def test_pictures_are_kept_with_their_languages_pages(tmp_path: Path) -> None:
    for name in ("guides/dot.png", "en/guides/dot.png", "pictures/two.jpg", "assets/img/icon.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    listed = service_worker.files(tmp_path, LANGUAGES, "?12345")
    stamps = {n: pictures.stamp_of(tmp_path / n) for n in ("guides/dot.png", "pictures/two.jpg")}
    assert listed["shell"] == {}
    assert sorted(listed["fi"]) == sorted(name + stamp for name, stamp in stamps.items())
    assert sorted(name.partition("?")[0] for name in listed["en"]) == [
        "en/guides/dot.png", "pictures/two.jpg"
    ]  # fmt: skip
