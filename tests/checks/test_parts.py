"""What the house is made of: each part that is taken away is named, with what to do."""

import shutil
from pathlib import Path

import pytest
from cases import replace

from mentoring_tools.problems import Stop
from mentoring_tools.project import load
from mentoring_tools.source import strings

HERE = Path(__file__).resolve().parents[1]


@pytest.fixture
def house(tmp_path: Path, project: Path) -> Path:
    """The small project with the real templates, fonts and interface words."""
    small = Path(shutil.copytree(HERE / "small", tmp_path / "small"))
    shutil.copytree(project / "overrides", small / "overrides")
    shutil.copytree(project / "downloads" / "print", small / "downloads" / "print")
    shutil.copytree(project / strings.FOLDER, small / strings.FOLDER, dirs_exist_ok=True)
    for code in ("fi", "en"):
        words, _ = strings.load((code,))
        path = small / f"docs/{code}/paths/short.md"
        text = path.read_text("utf-8").replace("Tools:", f"{words[code]['meeting_tools']}:")
        path.write_text(text.replace("Time:", f"{words[code]['meeting_time']}:"), "utf-8")
    return small


def told(house: Path) -> str:
    with pytest.raises(Stop) as stop:
        load(house)
    return str(stop.value)


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("overrides/partials/footer.html", "overrides/base.html:17"),
        ("overrides/partials/drawings/phases-working.svg", "docs/fi/phases/working.md:1"),
        ("overrides/path.html", "docs/fi/paths/short.md:1"),
        ("downloads/print/sheet.html", "mkdocs.yml:1"),
        ("downloads/print/grid.html", "downloads/print/body.html:3"),
        ("downloads/print/fonts/italic.ttf", "downloads/print/sheet.css:5"),
    ],
)
def test_a_part_that_is_gone_is_named(house: Path, part: str, place: str) -> None:
    (house / part).unlink()
    assert told(house) == (
        f"{place}: {part} is not there, and is needed\n"
        "  expected: this file, as it was, or no mention of it here\n"
        f"  example:  git checkout -- {part}\n"
        "1 problem to mend."
    )


def test_a_word_that_is_gone_in_every_language_is_told(house: Path) -> None:
    for code in ("fi", "en"):
        replace(house / strings.file_of(code), "\ngo_to_sheet:", "\ngo_to_the_sheet:")
    assert told(house) == "\n".join(
        [
            *(
                f"mentoring_tools/strings/{code}.yml:1: "
                "the interface word “go_to_sheet” is missing\n"
                "  expected: the same keys in every language\n"
                "  example:  go_to_sheet: …"
                for code in ("en", "fi")
            ),
            "2 problems to mend.",
        ]
    )
