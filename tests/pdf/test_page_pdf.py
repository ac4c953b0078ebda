"""Reading pages as PDF: tagged, in the bundled letters, with links that work in a saved file."""

import base64
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from built import SITE_URL, Site
from pdfua import Severity, validate

from mentoring_tools.pdf import page_pdf
from mentoring_tools.pdf.page_pdf import PagePlace
from mentoring_tools.problems import Stop
from mentoring_tools.source import checksums
from mentoring_tools.worksheet import widths

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


def test_a_link_elsewhere_prints_its_address() -> None:
    away = '<a class="x" href="https://www.infofinland.fi/">InfoFinland</a>'
    html = f'{away}<a href="../tools/">x</a>'
    assert page_pdf.for_paper(html, "https://example.org/en/about/") == (
        '<a data-mt-away=" (www.infofinland.fi)" class="x" href="https://www.infofinland.fi/">'
        'InfoFinland</a><a href="https://example.org/en/tools/">x</a>'
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


@pytest.mark.parametrize(
    "within", ['<script type="module"', "mt-phases", "mt-more", "mt-news", "mt-fine"]
)
def test_what_is_printed_on_no_page_makes_no_file_again(site: Site, within: str) -> None:
    html = site.pages[SITE_URL + "guides/dialogue/"].file.read_text("utf-8")
    at = html.index(">", html.index(within, html.index("<body" if "mt-" in within else "<html")))
    changed = html[: at + 1] + "7 MB" + html[at + 1 :]
    papers = {page_pdf.for_paper(text, SITE_URL) for text in (html, changed)}
    assert len(papers) == (2 if within == "mt-fine" else 1)


def test_another_version_of_scripts_and_styles_makes_no_file_again(site: Site) -> None:
    html = site.pages[SITE_URL + "guides/dialogue/"].file.read_text("utf-8")
    (stamp,) = set(re.findall(r"\?[0-9a-f]{5}(?=\")", html))
    papers = {page_pdf.for_paper(text, SITE_URL) for text in (html, html.replace(stamp, "?00000"))}
    assert len(papers) == 1


def source(style: str) -> str:
    """How the policy names a style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


class Renderer:
    """What the other plugin is to the export: it says what it was told, and counts its errors."""

    def __init__(self) -> None:
        self.enabled, self.num_errors = True, 0


def exported(cache: Path, published: Path, html: str, plugin: Renderer) -> str:
    """One page through the export; where it is enabled, the plugin writes its file."""
    export = page_pdf.PageExport(plugin, cache)
    file = str(published.with_suffix(".html"))
    place = PagePlace("fi/about.md", "https://example.org/about/", file)
    copy = export.before(html, place)
    if plugin.enabled and not plugin.num_errors:
        published.parent.mkdir(exist_ok=True)
        published.write_bytes(f"%PDF {copy}".encode())
    return export.after(copy, lambda size: f"{size} bytes")


def test_a_page_s_pdf_is_made_once_and_published_each_time(tmp_path: Path) -> None:
    plugin, site = Renderer(), tmp_path / "site" / "about.pdf"
    html = f'<a href="about.pdf">PDF ({page_pdf.SIZE})</a>'
    first = exported(tmp_path / ".cache", site, html, plugin)
    content = site.read_bytes()
    assert plugin.enabled
    assert first == f'<a href="about.pdf">PDF ({len(content)} bytes)</a>'
    site.unlink()
    kept = Renderer()
    assert exported(tmp_path / ".cache", site, html, kept) == first
    assert not kept.enabled
    assert site.read_bytes() == content


def test_a_damaged_one_is_told_and_made_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    plugin, site = Renderer(), tmp_path / "site" / "about.pdf"
    exported(tmp_path / ".cache", site, "<p>Hei", plugin)
    (kept,) = (tmp_path / ".cache").rglob("*.pdf")
    kept.write_bytes(kept.read_bytes()[:-3])
    exported(tmp_path / ".cache", site, "<p>Hei", plugin)
    assert plugin.enabled
    assert site.read_bytes() == b"%PDF <p>Hei"
    assert len(caplog.messages) == 1
    assert caplog.messages[0].endswith(" is damaged, and is made again.")


def test_another_font_or_library_makes_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin, site = Renderer(), tmp_path / "site" / "about.pdf"
    for versions in ("as installed", "another weasyprint"):
        monkeypatch.setattr(checksums, "of_code", lambda *_, v=versions: v)
        exported(tmp_path / ".cache", site, "<p>Hei", plugin)
        assert plugin.enabled
    fonts = Path(shutil.copytree(widths.FONTS, tmp_path / "fonts"))
    with (fonts / "regular.ttf").open("ab") as font:
        font.write(b"0")
    monkeypatch.setattr(widths, "FONTS", fonts)
    exported(tmp_path / ".cache", site, "<p>Hei", plugin)
    assert plugin.enabled


def test_a_page_that_cannot_be_laid_out_stops_with_its_name(tmp_path: Path) -> None:
    plugin, site = Renderer(), tmp_path / "site" / "about.pdf"
    export = page_pdf.PageExport(plugin, tmp_path / ".cache")
    export.before("<p>Hei", PagePlace("fi/about.md", "", str(site.with_suffix(".html"))))
    plugin.num_errors += 1
    with pytest.raises(Stop, match=r"docs/fi/about\.md:1: the page's PDF could not be made"):
        export.after("<p>Hei", str)
