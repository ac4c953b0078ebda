"""Reading pages as PDF: tagged, in the bundled letters, with links that work in a saved file."""

import base64
import hashlib
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from built import SITE_URL, Site
from pdfua import Severity, validate

from mentoring_tools.pdf import page_pdf

PAGES = ("index.pdf", "phases/working/working.pdf", "guides/dialogue/dialogue.pdf")


@pytest.fixture(params=[prefix + page for prefix in ("", "en/") for page in PAGES])
def file(site: Site, request: pytest.FixtureRequest) -> Path:
    """One reading page's PDF in the built site."""
    return Path(site.root / request.param)


def links(pdf: pikepdf.Pdf) -> set[str]:
    found = (
        str(note["/A"]["/URI"])
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get("/A", {})
    )
    return set(found)


def test_every_link_is_absolute(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        assert links(pdf)
        assert all(link.startswith(("https://", "http://")) for link in links(pdf))
        assert any(link.startswith(SITE_URL) for link in links(pdf))


def test_only_bundled_letters_are_used(file: Path) -> None:
    told = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in told.splitlines()[2:]]
    assert names
    assert all("Mentoring-Sans" in name for name in names)


def test_it_is_tagged_and_speaks_its_language(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root["/Lang"]) == ("en" if "/en/" in str(file) else "fi")
        assert pdf.Root["/MarkInfo"]["/Marked"]


def test_pdfua_finds_no_fault(file: Path) -> None:
    assert not [f for f in validate(str(file)).findings if f.severity is Severity.ERROR]


def test_poppler_and_qpdf_open_it_without_complaint(file: Path) -> None:
    for command in (["pdfinfo"], ["qpdf", "--check"]):
        run = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr) == (0, "")


def test_a_decoration_is_left_out_and_a_drawing_is_told() -> None:
    html = '<a href="x/"><svg aria-hidden="true"><path/></svg></a><svg aria-label="A lake"></svg>'
    paper = page_pdf.for_paper(html, "https://example.org/en/")
    assert paper == (
        '<a href="https://example.org/en/x/"></a>'
        '<svg aria-label="A lake"><title>A lake</title></svg>'
    )


@pytest.mark.parametrize(("media", "same"), [("screen", True), ("print", False)])
def test_what_changes_on_the_screen_alone_makes_no_file_again(
    site: Site, media: str, *, same: bool
) -> None:
    """Not by the policy either, which names each style that stands in a page."""
    html = site.pages[SITE_URL].file.read_text("utf-8")
    before = re.findall(rf'<style media="{media}">(.*?)</style>', html, re.DOTALL)[0]
    after = f"{before}a{{color:red}}"
    changed = html.replace(before, after).replace(source(before), source(after))
    assert changed.count(source(after)) == changed.count(after) == 1
    papers = {page_pdf.for_paper(text, SITE_URL) for text in (html, changed)}
    assert (len(papers) == 1) is same


def source(style: str) -> str:
    """How the policy names a style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"
