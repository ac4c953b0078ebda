"""Word refuses a file, or loses a setting, whose elements stand in another order than the schema's.

The orders are those of ISO/IEC 29500-1 (transitional), as far as the files use them.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
import word_reading as reading
from lxml import etree
from word_sheets import COMBINATIONS, MAKERS, made

ORDERS = {
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr date dropDownList richText text "
    "checkbox",
    "sdt": "sdtPr sdtContent",
    "date": "dateFormat lid storeMappedDataAs calendar",
    "checkbox": "checked checkedState uncheckedState",
    "p": "pPr *",
    "pPr": "pStyle keepNext pageBreakBefore numPr tabs spacing ind jc outlineLvl",
    "r": "rPr *",
    "rPr": "rStyle rFonts b color sz szCs lang",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "left right",
    "tr": "trPr tc",
    "trPr": "cantSplit trHeight tblHeader",
    "tc": "tcPr p",
    "tcPr": "tcW shd vAlign",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr tcPr tblStylePr",
    "styles": "docDefaults style",
    "docDefaults": "rPrDefault pPrDefault",
    "lvl": "start numFmt suff lvlText lvlJc pPr",
    "abstractNum": "multiLevelType lvl",
    "numbering": "abstractNum num",
    "settings": "autoHyphenation compat themeFontLang",
    "inline": "extent docPr graphic",
    "anchor": "simplePos positionH positionV extent wrapSquare docPr graphic",
    "pic": "nvPicPr blipFill spPr",
    "spPr": "xfrm prstGeom ln",
    "blipFill": "blip stretch",
    "body": "* sectPr",
    "docPart": "docPartPr docPartBody",
    "docPartPr": "name category types behaviors guid",
    "category": "name gallery",
}
#: These hold one kind of child, or children in any order.
FREE = {
    *("behaviors", "compat", "docPartBody", "docParts", "document", "drawing", "dropDownList"),
    *("fldSimple", "ftr", "glossaryDocument", "graphic", "graphicData", "ln", "num", "numPr"),
    *("nvPicPr", "pPrDefault", "placeholder", "prstGeom", "rPrDefault", "sdtContent", "solidFill"),
    *("positionH", "positionV", "stretch", "tabs", "tblGrid", "tblStylePr", "types", "xfrm"),
}
PARTS = ["document", "styles", "settings", "numbering", "footer", "glossary/document"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("languages", COMBINATIONS, ids=str)
@pytest.mark.parametrize("name", MAKERS)
def test_children_stand_in_the_schemas_order(
    name: str, languages: tuple[str, ...], part: str
) -> None:
    file = made(name, languages)
    for element in elements(reading.part(file, f"word/{part}.xml")):
        kind = etree.QName(element).localname
        children = [str(etree.QName(child).localname) for child in element]
        if children and kind not in FREE:
            assert ordered(children, ORDERS[kind].split()), (kind, children)


def elements(root: Any) -> Iterator[Any]:
    yield from root.iter(etree.Element)


def ordered(children: list[str], order: list[str]) -> bool:
    """Whether no child stands before one that the order puts first; `*` is any other child."""
    places = [order.index(child if child in order else "*") for child in children]
    return places == sorted(places)


@pytest.mark.parametrize("wrong", [["tag", "alias"], ["text", "showingPlcHdr"]])
def test_the_check_of_the_order_sees_a_wrong_one(wrong: list[str]) -> None:
    assert not ordered(wrong, ORDERS["sdtPr"].split())


def test_styles_that_are_used_are_there() -> None:
    file = made("rating", ("fi", "en"))
    known = set(reading.found(reading.part(file, "word/styles.xml"), "//w:style/@w:styleId"))
    path = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    for part in ("document", "footer"):
        assert set(reading.found(reading.part(file, f"word/{part}.xml"), path)) <= known
    assert set(reading.found(reading.part(file, "word/styles.xml"), "//w:basedOn/@w:val")) <= known


def test_relations_lead_to_parts_that_are_there_and_typed() -> None:
    with zipfile.ZipFile(io.BytesIO(made("lifeline", ("fi",)))) as archive:
        names = set(archive.namelist())
        for folder in ("word", "word/glossary"):
            relations = etree.fromstring(archive.read(f"{folder}/_rels/document.xml.rels"))
            assert {f"{folder}/{relation.get('Target')}" for relation in relations} <= names
        types = etree.fromstring(archive.read("[Content_Types].xml"))
    typed = {str(entry.get("PartName")).lstrip("/") for entry in types if entry.get("PartName")}
    assert typed <= names
    assert {name for name in names if name.startswith("word/") and name.endswith(".xml")} <= typed
