"""A filled PDF loses no answer: long ones and added rows stand in full, there or behind."""

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from filled import fields, take_all
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NotInTime
from verapdf import faults
from word_reading import squeezed

from mentoring_tools.project import load

PROJECT = Path(__file__).resolve().parents[2]

# One more row in each table that grows, then a text in everything that one writes in, longer where
# one writes on lines of the page's width; what is chosen is the last of what may be chosen.
FILL = """() => {
  document.querySelectorAll(".mt-rows > :first-child").forEach((more) => more.click());
  const given = {};
  [...document.getElementById("mt-sheet").elements].forEach((control, n) => {
    const { name, type } = control;
    if (!name) return;
    if (/radio|checkbox/.test(type)) return control.checked || control.click();
    const several = type === "textarea" && !control.closest("table");
    const words = `sana${n} `.repeat(several ? 60 : 12);
    if (type === "date") return;
    control.value = control.inputMode === "numeric" ? `${n}` : `Yö${n} ${words}loppu${n}.`;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    given[name] = control.value;
  });
  return given;
}"""


def filled(tab: Page, address: str, *files: str) -> tuple[dict[str, str], list[bytes]]:
    """What was written on a sheet's page, and the PDFs that came of it."""
    tab.goto(address)
    given = tab.evaluate(FILL)
    try:
        taken = take_all(tab, [f"{languages}/any.pdf" for languages in files])
    except NotInTime as failure:
        failure.add_note(f"The page says: {tab.locator('#mt-take, #mt-gaps').all_inner_texts()}")
        raise
    return given, [Path(one.path()).read_bytes() for one in taken]


def texts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """What each field shows, by its name, and what stands behind the sheet, without a name."""
    letters = _letters(pdf)
    for field in fields(pdf):
        if field.FT == "/Tx":
            yield str(field.T), _read(field.AP.N.read_bytes(), letters)
    behind = [page.obj.Contents for page in pdf.pages if "/Annots" not in page.obj]
    yield "", "".join(_read(content.read_bytes(), letters) for content in behind)


def _letters(pdf: pikepdf.Pdf) -> dict[bytes, str]:
    font: Any = pdf.Root.AcroForm.DR.Font.Answer
    pairs = re.findall(rb"^<(\w{4})> <(\w{4})>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {glyph.lower(): chr(int(code, 16)) for glyph, code in pairs}


def _read(content: bytes, letters: dict[bytes, str]) -> str:
    shown = b"".join(re.findall(rb"<(\w+)> Tj", content)).lower()
    return "".join(letters[shown[at : at + 4]] for at in range(0, len(shown), 4))


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with browser.new_context(service_workers="block") as context:
        yield context.new_page()


def sheets() -> list[tuple[str, tuple[str, ...]]]:
    """Each sheet's page with the languages of each file; an organiser's form once in a language."""
    library = load(PROJECT).library
    files = {"fi": ("fi", "fi-en"), "en": ("en",)}
    return [
        (
            f"{language.prefix}{page.url}",
            files[language.code][-1:] if page.kind == "form" else files[language.code],
        )
        for language in library.languages
        for page in library.with_sheets(language.code)
    ]


def lost(given: Mapping[str, str], file: bytes) -> list[str]:
    """The names of the answers that stand nowhere in full."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        seen = dict(texts(pdf))
    behind = squeezed(seen[""])
    return [
        name
        for name, text in given.items()
        if squeezed(text) not in behind and squeezed(text) != squeezed(seen.get(name, ""))
    ]


def test_every_answer_stands_in_full(tab: Page, address: str) -> None:
    found = {}
    for path, languages in sheets():
        given, files = filled(tab, address + path, *languages)
        assert given
        found[path] = [name for file in files for name in lost(given, file)]
    assert not {path: names for path, names in found.items() if names}


@pytest.mark.parametrize("tool", ["evaluation", "lifeline", "job-tracker"])
def test_a_filled_sheet_with_pages_behind_it_passes_verapdf(
    tab: Page, address: str, tmp_path: Path, tool: str
) -> None:
    file = tmp_path / "filled.pdf"
    file.write_bytes(filled(tab, f"{address}tools/{tool}/", "fi-en")[1][0])
    assert not faults([file])[file]
