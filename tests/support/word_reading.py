"""A Word file as tests read, fill and print it."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from lxml import etree
from PIL import Image

from mentoring_tools.docx.xml import NAMESPACES
from mentoring_tools.worksheet.model import Control

W = f"{{{NAMESPACES['w']}}}"
W14 = f"{{{NAMESPACES['w14']}}}"

DOCUMENT = "word/document.xml"


def raw(file: bytes, name: str = DOCUMENT) -> bytes:
    """A part as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read(name)


def replaced(file: bytes, text: bytes) -> bytes:
    """The file with another text of the document itself."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for entry, content in {**parts, DOCUMENT: text}.items():
            archive.writestr(entry, content)
    return buffer.getvalue()


def part(file: bytes, name: str = DOCUMENT) -> Any:
    """The root element of a part."""
    return etree.fromstring(raw(file, name))


def found(node: Any, path: str) -> list[Any]:
    """What an XPath finds."""
    return list(node.xpath(path, namespaces=NAMESPACES))


def value(node: Any, path: str) -> str:
    """The one text that an XPath finds, or nothing."""
    return str(node.xpath(f"string({path})", namespaces=NAMESPACES))


def words(node: Any) -> str:
    """The text in a node, without the spaces that only keep lines apart."""
    return " ".join("".join(found(node, ".//w:t/text()")).replace("\u00a0", " ").split())


def controls(root: Any) -> dict[str, Any]:
    """Each content control by its tag; a tag that stands twice fails."""
    sdts = found(root, "//w:sdt")
    names = [value(sdt, "w:sdtPr/w:tag/@w:val") for sdt in sdts]
    assert len(set(names)) == len(names)
    return dict(zip(names, sdts, strict=True))


def kind(sdt: Any) -> str:
    """The last child of a control's properties, which says what it is."""
    return str(etree.QName(found(sdt, "w:sdtPr")[0][-1]).localname)


def fill(file: bytes, answers: Mapping[str, str]) -> bytes:
    """The file with these answers, as `content_controls.py` says that it is filled."""
    root = part(file)
    for key, sdt in controls(root).items():
        if key in answers:
            _fill(sdt, answers[key])
    return replaced(file, etree.tostring(root))


def _fill(sdt: Any, answer: str) -> None:
    properties, content = found(sdt, "w:sdtPr")[0], found(sdt, "w:sdtContent")[0]
    shown = answer
    if kind(sdt) == "checkbox":
        properties[-1][0].set(f"{W14}val", "1")
        shown = "☒"
    elif kind(sdt) == "dropDownList":
        shown = value(properties, f".//w:listItem[@w:value='{answer}']/@w:displayText")
    elif kind(sdt) == "date":
        properties[-1].set(f"{W}fullDate", f"{answer}T00:00:00Z")
    for mark in found(properties, "w:showingPlcHdr"):
        properties.remove(mark)
    for run in list(content):
        content.remove(run)
    if "\n" in answer:
        properties.replace(properties[-1], etree.Element(f"{W}richText"))
    content.append(_run(found(properties, "w:rPr")[0], shown))


def _run(look: Any, text: str) -> Any:
    run = etree.Element(f"{W}r")
    run.append(etree.fromstring(etree.tostring(look)))
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line
    return run


def answers_for(controls_: Sequence[Control]) -> dict[str, str]:
    """An answer of its own for every control."""
    given: dict[str, str] = {}
    for number, control in enumerate(controls_):
        plain = "2026-03-05" if control.leaf.kind == "date" else f"Ääni{number}x"
        long = f"Yö{number}a\nYö{number}b" if control.leaf.kind == "long" else plain
        choice = control.options[-1].id if control.options else long
        given[control.key] = "1" if control.kind == "tick" else choice
    return given


def printed(folder: Path, files: Mapping[str, bytes], ending: str = "docx") -> None:
    """Puts each file and the PDF that LibreOffice makes of it into the folder, by its name."""
    for name, content in files.items():
        (folder / f"{name}.{ending}").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
    ]
    command += [folder / f"{name}.{ending}" for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def shown(pdf: Path) -> str:
    """What a PDF shows, in reading order."""
    command = ["pdftotext", "-raw", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tops(pdf: Path) -> dict[str, float]:
    """How far from the first page's top each word stands, in points; the last of equal ones."""
    command = ["pdftotext", "-bbox", "-l", "1", str(pdf), "-"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    words_ = re.findall(r'yMin="([\d.]+)"[^>]*>([^<]+)</word>', run.stdout)
    return {word: float(top) for top, word in words_}


def text_of(pdf: Path) -> str:
    """The same without spaces, hyphens and writing lines: a line may break anywhere."""
    return squeezed(shown(pdf))


def squeezed(text: str) -> str:
    return re.sub(r"[\s_\-\u00ad\u200b\u2010\u2011]+", "", text)


def pages_of(pdf: Path) -> tuple[int, str]:
    """How many pages there are, and their size in points."""
    run = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True)
    lines = dict(line.split(":", 1) for line in run.stdout.splitlines() if ":" in line)
    return int(lines["Pages"]), lines["Page size"].strip()


@dataclass(frozen=True)
class Picture:
    """A picture of a file: what it shows in greys, its size on paper, the words about it."""

    image: Image.Image
    millimetres: tuple[float, float]
    words: str
    hidden: bool


def picture_in(file: Path, name: str) -> Picture:
    """The one picture that is called so, as python-docx reads it."""
    document = docx.Document(str(file))
    (shape,) = [s for s in document.inline_shapes if s._inline.docPr.name == name]
    inline = shape._inline
    part = document.part.related_parts[inline.graphic.graphicData.pic.blipFill.blip.embed]
    about = inline.docPr.get("descr")
    hidden = bool(inline.xpath("ancestor::w:p//w:vanish"))
    with Image.open(io.BytesIO(part.blob)) as image:
        return Picture(image.convert("L"), (shape.width.mm, shape.height.mm), about, hidden)


def runs(root: Any) -> Iterator[tuple[str, str]]:
    """Each run with words: its language and its text."""
    for run in found(root, "//w:r[w:t]"):
        if text := words(run):
            yield value(run, "w:rPr/w:lang/@w:val"), text
