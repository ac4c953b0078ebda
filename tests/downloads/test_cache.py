"""What is made, when it is made again, and what lies beside it in the published site."""

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import pytest
from built import Site

from mentoring_tools.downloads import cache
from mentoring_tools.downloads.tasks import Booklet, Download, SheetPdf, SheetWord, Task, Zip
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.source import checksums

FINE = Download("fi/fine.pdf", "tools/fine", ("fi",), "pdf")
PACK = Download("fi/toolkit.zip", "", ("fi",), "zip")


@dataclass(frozen=True)
class Words(Task):
    """A file that holds just these words."""

    words: str

    def make(self, looks: Path, made: Path) -> bytes:  # noqa: ARG002 - as every task
        return self.words.encode()


@dataclass(frozen=True)
class Twice(Task):
    """A file that holds another one twice."""

    other: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.other,)

    def make(self, looks: Path, made: Path) -> bytes:  # noqa: ARG002 - as every task
        return (made / self.other).read_bytes() * 2


@dataclass(frozen=True)
class Faulty(Task):
    """A file that cannot be made."""

    def make(self, looks: Path, made: Path) -> bytes:  # noqa: ARG002 - as every task
        raise Stop([Problem("docs/fi/tools/fine.md", 7, say("a fault"), say("none"))])


def made(project: Path, *tasks: Task, packs: bool = True) -> list[str]:
    """What a run says that it made."""
    said: list[str] = []
    cache.make(tasks, project, said.append, packs=packs)
    return said


def test_a_file_is_made_once(tmp_path: Path) -> None:
    assert made(tmp_path, Words(FINE, "one")) == ["1 of 1 downloads: fi/fine.pdf"]
    assert not made(tmp_path, Words(FINE, "one"))


def test_a_file_is_made_again_when_what_it_depends_on_changes(tmp_path: Path) -> None:
    made(tmp_path, Words(FINE, "one"))
    assert made(tmp_path, Words(FINE, "two")) == ["1 of 1 downloads: fi/fine.pdf"]
    assert (tmp_path / ".cache/downloads/fi/fine.pdf").read_text() == "two"


def test_a_pack_waits_while_one_only_looks(tmp_path: Path) -> None:
    made(tmp_path, Words(PACK, "old"))
    assert made(tmp_path, Words(PACK, "new"), packs=False) == []
    assert made(tmp_path, Words(PACK, "new")) == ["1 of 1 downloads: fi/toolkit.zip"]


def test_a_fault_stops_and_leaves_the_file_unmade(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="1 problem to mend"):
        made(tmp_path, Faulty(FINE))
    assert not (tmp_path / ".cache/downloads/fi/fine.pdf").exists()


@pytest.mark.parametrize("more", [0, 5], ids=["here", "on all cores"])
def test_a_file_is_made_after_those_that_it_needs(tmp_path: Path, more: int) -> None:
    others = [Words(replace(FINE, path=f"fi/{n}.pdf"), "other") for n in range(more)]
    said = made(tmp_path, Twice(PACK, FINE.path), Words(FINE, "one"), *others)
    assert len(said) == 2 + more
    assert (tmp_path / ".cache/downloads/fi/toolkit.zip").read_text() == "oneone"


def test_a_file_is_made_from_one_that_was_there_before(tmp_path: Path) -> None:
    made(tmp_path, Words(FINE, "one"))
    said = made(tmp_path, Words(FINE, "one"), Twice(PACK, FINE.path))
    assert said == ["1 of 1 downloads: fi/toolkit.zip"]


def test_nothing_is_made_from_a_file_with_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="1 problem to mend"):
        made(tmp_path, Faulty(FINE), Twice(PACK, FINE.path))
    assert not (tmp_path / ".cache/downloads/fi/toolkit.zip").exists()


def test_a_file_that_no_page_has_any_more_goes(tmp_path: Path) -> None:
    made(tmp_path, Words(FINE, "one"))
    made(tmp_path, Words(PACK, "all"))
    assert not (tmp_path / ".cache/downloads/fi/fine.pdf").exists()


def test_nothing_is_dropped_when_only_pages_are_built(tmp_path: Path) -> None:
    made(tmp_path, Words(FINE, "one"))
    made(tmp_path)
    assert (tmp_path / ".cache/downloads/fi/fine.pdf").exists()


def test_the_published_sums_are_those_of_the_files(site: Site) -> None:
    folder = site.root / "downloads"
    lines = (folder / "SHA256SUMS").read_text("ascii").splitlines()
    sums = {path: digest for digest, path in (line.split("  ") for line in lines)}
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*.*") if p.is_file()}
    assert sums.keys() == files.keys()
    for path, file in files.items():
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sums[path]


@pytest.mark.parametrize(
    ("files", "most"),
    [
        ("??/[!t]*.pdf", 160_000),
        ("fi-en/[!t]*.pdf", 180_000),
        ("*/*.docx", 150_000),
        ("*/*.pptx", 100_000),
        ("*/toolkit.zip", 15_000_000),
        ("*/organisers.zip", 4_000_000),
    ],
    ids=["a PDF", "a PDF of two languages", "a Word file", "slides", "everything", "a programme"],
)
def test_files_are_light_enough_for_a_phone(site: Site, files: str, most: int) -> None:
    weights = {str(file): file.stat().st_size for file in (site.root / "downloads").glob(files)}
    assert weights
    assert not {file: weight for file, weight in weights.items() if weight > most}


@pytest.mark.parametrize("languages", ["fi", "en", "fi-en"])
def test_the_zips_hold_every_file_by_phase_or_step(site: Site, languages: str) -> None:
    folder, held = site.root / "downloads" / languages, 0
    for name, folders in (("toolkit", "123"), ("organisers", "123456")):
        with zipfile.ZipFile(folder / f"{name}.zip") as pack:
            assert pack.testzip() is None
            names = pack.namelist()
        assert names[:2] == ["README.txt", "SHA256SUMS"]
        assert {path.partition("/")[0][:1] for path in names if "/" in path} == set(folders)
        held += len(set(names)) - 2
    files = [f for f in folder.iterdir() if f.suffix in (".pdf", ".docx", ".pptx")]
    # An empty paper is nothing to take along.
    assert held == len([f for f in files if f.stem != "letterhead"])


# What is made by what


@pytest.fixture
def rooms(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the machine and of the print templates, which a test may change."""
    shutil.copytree(project / "mentoring_tools", tmp_path / "mentoring_tools")
    shutil.copytree(project / "downloads", tmp_path / "downloads")
    monkeypatch.setattr(checksums, "_ROOMS", tmp_path / "mentoring_tools")
    checksums.of_code.cache_clear()
    yield tmp_path
    checksums.of_code.cache_clear()


def made_by(root: Path) -> dict[str, str]:
    """The checksum of what makes each kind of file."""
    checksums.of_code.cache_clear()
    kinds = (SheetPdf, SheetWord, Booklet, Zip)
    return {kind.__name__: kind.makers.checksum(root / "downloads/print") for kind in kinds}


PDFS, ALL = {"SheetPdf", "Booklet"}, {"SheetPdf", "SheetWord", "Booklet", "Zip"}


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ("mentoring_tools/publishing/headers.py", set()),
        ("mentoring_tools/pages/form.py", set()),
        ("mentoring_tools/downloads/cache.py", set()),
        ("mentoring_tools/pdf/fonts.py", PDFS),
        ("mentoring_tools/docx/tables.py", {"SheetWord"}),
        ("mentoring_tools/worksheet/widths.py", PDFS | {"SheetWord"}),
        ("mentoring_tools/downloads/tasks.py", ALL),
        ("downloads/print/sheet.css", PDFS),
        ("downloads/print/grid.html", PDFS),
        ("downloads/print/word.yml", {"SheetWord"}),
        ("downloads/print/fonts/regular.ttf", PDFS | {"SheetWord"}),
        ("downloads/print/fonts/make.py", set()),
    ],
)
def test_a_change_makes_just_the_files_that_it_touches(
    rooms: Path, changed: str, kinds: set[str]
) -> None:
    before = made_by(rooms)
    with (rooms / changed).open("ab") as file:
        file.write(b"\n# A comment.\n")
    after = made_by(rooms)
    assert {kind for kind in after if after[kind] != before[kind]} == kinds


@pytest.mark.parametrize(
    ("library", "kinds"),
    [
        ("weasyprint", PDFS),
        ("pikepdf", PDFS),
        ("fonttools", PDFS | {"SheetWord"}),
        ("mkdocs", set()),
    ],
)
def test_another_version_of_a_library_makes_the_files_it_lays_out(
    rooms: Path, library: str, kinds: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made_by(rooms)
    known = version

    def another(name: str) -> str:
        return known(name) + "+1" * (name == library)

    monkeypatch.setattr("mentoring_tools.source.checksums._version", another)
    after = made_by(rooms)
    assert {kind for kind in after if after[kind] != before[kind]} == kinds


def test_a_file_is_made_again_when_one_that_it_needs_is(tmp_path: Path) -> None:
    made(tmp_path, Words(FINE, "one"), Twice(PACK, FINE.path))
    said = made(tmp_path, Words(FINE, "two"), Twice(PACK, FINE.path))
    assert len(said) == 2
    assert (tmp_path / ".cache/downloads/fi/toolkit.zip").read_text() == "twotwo"


@pytest.mark.parametrize("damage", [b"", b"on", b"another's", None], ids=repr)
def test_a_damaged_file_is_told_and_made_again(
    tmp_path: Path, damage: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    made(tmp_path, Words(FINE, "one"))
    file = tmp_path / ".cache/downloads/fi/fine.pdf"
    if damage is None:
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(damage)
    assert made(tmp_path, Words(FINE, "one")) == ["1 of 1 downloads: fi/fine.pdf"]
    assert file.read_bytes() == b"one"
    told = "" if damage is None else ".cache/downloads/fi/fine.pdf is damaged, and is made again."
    assert "\n".join(caplog.messages) == told


def test_a_damaged_mark_is_told_and_the_file_made_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    made(tmp_path, Words(FINE, "one"))
    (tmp_path / ".cache/downloads/fi/fine.pdf.sum").write_bytes(b"\xff\xfe")
    assert made(tmp_path, Words(FINE, "one")) == ["1 of 1 downloads: fi/fine.pdf"]
    assert caplog.messages == [".cache/downloads/fi/fine.pdf.sum is damaged, and is made again."]
