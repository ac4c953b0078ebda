"""The parts of a Word file around its text, and the zip that holds them."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from mentoring_tools.docx.styles import Margins
from mentoring_tools.docx.xml import content, element, root, twips, w
from mentoring_tools.worksheet.facts import Orientation

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: A4, in millimetres.
_A4 = (210, 297)

#: Where a choice's words begin behind its check box.
_BOX = twips(5.5)

#: The browser fills this part in, and can do without inflating it.
STORED = "word/document.xml"

#: The same in every file, so that the same source gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """The zip of all parts, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name == STORED else zipfile.ZIP_DEFLATED
            archive.writestr(entry, part, compresslevel=9)
    return buffer.getvalue()


def content_types() -> str:
    """Which part is what."""
    parts = {"document": "document.main", "glossary/document": "document.glossary",
             "glossary/styles": "styles",
             **{part: part for part in ("styles", "settings", "numbering", "footer")}}  # fmt: skip
    overrides = [
        element("Override", PartName=f"/word/{part}.xml", ContentType=f"{_WORD_TYPE}.{kind}+xml")
        for part, kind in parts.items()
    ]
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return _HEAD + element(
        "Types",
        element("Default", Extension="png", ContentType="image/png"),
        element("Default", Extension="rels",
                ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        element("Default", Extension="xml", ContentType="application/xml"),
        *overrides,
        element("Override", PartName="/docProps/core.xml", ContentType=core),
        xmlns=f"{_PACKAGE}/content-types",
    )  # fmt: skip


def package_relations() -> str:
    """Where the text and the properties are."""
    return _relations({
        "document": (f"{_OFFICE}/officeDocument", "word/document.xml"),
        "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    })  # fmt: skip


def document_relations(pictures: Iterable[str]) -> str:
    """What the text uses; `pictures` are names without an ending."""
    used = {name: (f"{_OFFICE}/{name}", f"{name}.xml")
            for name in ("styles", "settings", "numbering", "footer")}  # fmt: skip
    return _relations({
        **used,
        **{name: (f"{_OFFICE}/image", f"{name}.png") for name in pictures},
        "glossary": (f"{_OFFICE}/glossaryDocument", "glossary/document.xml"),
    })  # fmt: skip


def glossary_relations() -> str:
    """What the prompts use: styles of their own, as Word wants it."""
    return _relations({"styles": (f"{_OFFICE}/styles", "styles.xml")})


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    relations = [
        element("Relationship", Id=id_, Type=kind, Target=target)
        for id_, (kind, target) in targets.items()
    ]
    return _HEAD + element("Relationships", *relations, xmlns=f"{_PACKAGE}/relationships")


def properties(title: str, author: str, language: str) -> str:
    """What the file says of itself; without dates, which would change with every build."""
    return _HEAD + element(
        "cp:coreProperties",
        element("dc:title", content(title)),
        element("dc:creator", content(author)),
        element("dc:language", content(language)),
        **{
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
    )


def settings(locale: str) -> str:
    """Word's settings: today's Word, hyphenation on."""
    mode = w("compatSetting", name="compatibilityMode",
             uri="http://schemas.microsoft.com/office/word", val=15)  # fmt: skip
    return root("w:settings", w("autoHyphenation"), w("compat", mode),
                w("themeFontLang", val=locale))  # fmt: skip


def numbering() -> str:
    """The list of choices, whose mark is the check box."""
    level = w("lvl", w("start", val=1), w("numFmt", val="none"), w("suff", val="nothing"),
              w("lvlText", val=""), w("lvlJc", val="left"),
              w("pPr", w("ind", left=_BOX, hanging=_BOX)), ilvl=0)  # fmt: skip
    abstract = w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=0)
    return root("w:numbering", abstract, w("num", w("abstractNumId", val=0), numId=1))


def page(paper: Orientation, margins: Margins) -> str:
    """The section's properties: A4, turned or not."""
    short, long = map(twips, _A4)
    size = {"w": short, "h": long} if paper == "portrait" else {"w": long, "h": short}
    turned = {"orient": "landscape"} if paper == "landscape" else {}
    top, bottom, side, foot = map(
        twips, (margins.top, margins.bottom, margins.side, margins.foot)
    )  # fmt: skip
    return w(
        "sectPr",
        element("w:footerReference", **{"w:type": "default", "r:id": "footer"}),
        w("pgSz", **size, **turned),
        w("pgMar", top=top, right=side, bottom=bottom, left=side, header=foot, footer=foot,
          gutter=0),
    )  # fmt: skip


def width(paper: Orientation, margins: Margins) -> float:
    """The text's width in millimetres."""
    return _A4[paper == "landscape"] - 2 * margins.side
