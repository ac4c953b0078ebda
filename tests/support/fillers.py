"""Programs that people fill in a PDF with; each takes the empty file and writes a new one."""

import base64
import ctypes
import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import java
import pikepdf
import pypdf
import pypdfium2
from browser import firefox
from pypdfium2 import raw
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

Filler = Callable[[Path, Mapping[str, str], Path], None]

_MUPDF = """
var answers = {answers};
// Debian 13's MuPDF opens a file in another way than Debian 12's.
var file = Document.openDocument ? Document.openDocument({empty}) : new Document({empty});
answers.forEach(function (texts, number) {{
  var page = file.loadPage(number);
  page.getWidgets().forEach(function (widget, at) {{
    if (texts[at]) widget.setTextValue(texts[at]);
  }});
  page.update();
}});
file.save({new}, "");
"""


# Poppler comes with a module for Debian's own Python.
_PYTHON = "/usr/bin/python3"
_POPPLER = Path(__file__).with_name("fill_with_poppler.py")

# What the viewer's own button saves, as text. It would ask before it closes, and wait for ever.
_SAVE = """
const done = arguments[arguments.length - 1];
addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
PDFViewerApplication.pdfDocument.saveDocument().then((bytes) => done(bytes.toBase64()));
"""
_WAIT = 30  # seconds for the viewer to show the fields; a slow machine takes some of them


def with_pypdf(empty: Path, answers: Mapping[str, str], new: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=empty)
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(answers), auto_regenerate=False)
    writer.write(new)


def with_pdfbox(empty: Path, answers: Mapping[str, str], new: Path) -> None:
    lines = new.with_suffix(".tsv")
    lines.write_text("".join(f"{name}\t{text}\n" for name, text in answers.items()), "utf-8")
    java.run("FillWithPdfBox", empty, lines, new)


def with_mupdf(empty: Path, answers: Mapping[str, str], new: Path) -> None:
    with pikepdf.open(empty) as pdf:
        texts = [[answers.get(str(note.get("/T"))) for note in _fields(page)] for page in pdf.pages]
    script = new.with_suffix(".js")
    values = {"answers": texts, "empty": str(empty), "new": str(new)}
    said = _MUPDF.format(**{name: json.dumps(value) for name, value in values.items()})
    script.write_text(said, "utf-8")
    subprocess.run(["mutool", "run", script], check=True, capture_output=True)


def with_pdfium(empty: Path, answers: Mapping[str, str], new: Path) -> None:
    """Puts the cursor into each field and types, as one does in Chrome's viewer."""
    with pikepdf.open(empty) as pdf:
        boxes = [
            {
                str(n.T): list(map(float, n.Rect))
                for n in _fields(page)
                if str(n.get("/T")) in answers
            }
            for page in pdf.pages
        ]
    file = pypdfium2.PdfDocument(empty)
    file.init_forms()
    for page, fields in zip(file, boxes, strict=True):
        for name, (left, low, right, high) in fields.items():
            place = (file.formenv, page, 0, (left + right) / 2, (low + high) / 2)
            raw.FORM_OnLButtonDown(*place)
            raw.FORM_OnLButtonUp(*place)
            typed = ctypes.create_string_buffer(f"{answers[name]}\0".encode("utf-16-le"))
            text = ctypes.cast(typed, ctypes.POINTER(ctypes.c_ushort))
            raw.FORM_ReplaceSelection(file.formenv, page, text)
            raw.FORM_ForceToKillFocus(file.formenv)
    file.save(new)
    file.close()


def with_poppler(empty: Path, answers: Mapping[str, str], new: Path) -> None:
    """As Evince and Okular do, whose fields these are."""
    texts = json.dumps(dict(answers)).encode()
    command: list[str | Path] = [_PYTHON, _POPPLER, empty.as_uri(), new.as_uri()]
    subprocess.run(command, input=texts, check=True, capture_output=True)


def with_pdfjs(empty: Path, answers: Mapping[str, str], new: Path) -> None:
    """Types into each field in Firefox's viewer."""
    with firefox() as driver:
        driver.get(empty.as_uri())
        fields = WebDriverWait(driver, _WAIT).until(
            lambda shown: shown.find_elements(By.CSS_SELECTOR, ".textWidgetAnnotation [name]")
        )
        for field in fields:
            field.send_keys(answers[str(field.get_attribute("name"))])
        new.write_bytes(base64.b64decode(driver.execute_async_script(_SAVE)))


def _fields(page: Any) -> list[Any]:
    return [note for note in page.obj.get("/Annots", []) if note.Subtype == "/Widget"]


FILLERS: dict[str, Filler] = {
    "pypdf": with_pypdf, "PDFBox": with_pdfbox, "MuPDF": with_mupdf, "PDFium": with_pdfium,
    "poppler": with_poppler, "pdf.js": with_pdfjs,
}  # fmt: skip
