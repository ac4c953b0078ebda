"""How Word sheets look: `downloads/print/word.yml`, read and written as Word's styles."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from mentoring_tools.docx.xml import root, twips, w
from mentoring_tools.messages import as_is, say
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.source import text_files
from mentoring_tools.source.text_files import Form, Tree

FILE = "downloads/print/word.yml"

_FORM = Form(
    say("the look of Word files"),
    say("the file's own keys, each with a number, a colour or a name as before"),
    f"git checkout -- {FILE}",
)
Length = Annotated[float, Field(ge=0)]

#: The letters of a check box: the font in which Word itself writes it.
TICK_FONT = "MS Gothic"


class Style(BaseModel):
    """A style of paragraphs or characters; what is left out comes from the style it is `like`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    like: str = ""
    size: Length = 0
    bold: bool | None = None
    colour: str = ""
    before: Length | None = None
    after: Length | None = None
    keep_next: bool = False
    level: int = 0
    tab: Literal["", "line", "half", "margin"] = ""


class Margins(BaseModel):
    """From the paper's edge to the text, and to the foot, in millimetres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    top: Length
    bottom: Length
    side: Length
    foot: Length


class Look(BaseModel):
    """The whole file; lengths in millimetres, colours as RRGGBB."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    font: str
    margins: Margins
    margins_beside: Margins
    first_line: Length
    first_beside: Length
    writing_line: Length
    choice_line: Length
    gap: Length
    colours: Mapping[str, str]
    paragraphs: Mapping[str, Style]
    characters: Mapping[str, Style]

    def beside(self) -> "Look":
        """The look of a sheet in two languages, whose words take more room."""
        return self.model_copy(
            update={"first_line": self.first_beside, "margins": self.margins_beside}
        )


def read(path: Path) -> Look:
    """The settings in a file. Raises Stop with every mistake in it."""
    text, problems = text_files.text_of(path, FILE)
    if text is None:
        raise Stop(problems)
    return _look(text)


@lru_cache(maxsize=1)
def _look(text: str) -> Look:
    """The settings in a text, which is the same for all the files of a build."""
    tree, problems = text_files.tree_of(text, FILE, _FORM)
    if tree is None or problems:
        raise Stop(problems)
    try:
        return Look.model_validate(tree.value)
    except ValidationError as error:
        raise Stop(_problem(tree, detail) for detail in error.errors()) from None


def _problem(tree: Tree, detail: ErrorDetails) -> Problem:
    keys = [str(part) for part in detail["loc"]]
    there = [keys[:end] for end in range(len(keys) + 1) if tree.at(*keys[:end]).node]
    place = tree.at(*there[-1][:-1]).lines.get(there[-1][-1]) if len(there) > 1 else None
    found = say("the key “{key}” is unknown", key=".".join(keys))
    if detail["type"] == "missing":
        found = say("the key “{key}” is missing", key=".".join(keys))
    elif detail["type"] != "extra_forbidden":
        shown = as_is(text_files.written(detail["input"]))
        found = say("{place}: {what}", place=".".join(keys), what=shown)
    return Problem(FILE, place or 1, found, _FORM.expected, _FORM.example)


def styles(look: Look, locale: str, width: float) -> str:
    """Word's `styles.xml` for a text this wide, in millimetres.

    `locale` is the language of words that name no other.
    """
    return root("w:styles", _defaults(look, locale), *_fixed(), *_own(look, width))


def _defaults(look: Look, locale: str) -> str:
    fonts = w("rFonts", ascii=look.font, hAnsi=look.font, eastAsia=look.font, cs=look.font)
    letters = w("rPrDefault", w("rPr", fonts, w("lang", val=locale)))
    return w("docDefaults", letters, w("pPrDefault"))


def _fixed() -> Iterator[str]:
    """The three styles that Word expects to find."""
    room = w("tblPr", w("tblInd", w=0, type="dxa"))
    for kind, id_, name, inside in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
        ("table", "TableNormal", "Normal Table", room),
        ("numbering", "NoList", "No List", ""),
    ):
        head = w("name", val=name) + w("uiPriority", val=99) + w("semiHidden")
        yield w("style", head, inside, type=kind, default=1, styleId=id_)


def _own(look: Look, width: float) -> Iterator[str]:
    for id_, style in look.paragraphs.items():
        base = "" if id_ == "Normal" else w("basedOn", val=style.like or "Normal")
        inside = base + w("qFormat") + _paragraph(style, look, width)
        yield _style("paragraph", id_, style.name, inside + _letters(style, look))
    for id_, style in look.characters.items():
        base = w("basedOn", val=style.like) if style.like else ""
        yield _style("character", id_, style.name, base + _letters(style, look))
    yield from _lines(look)
    font = w("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), TICK_FONT))
    yield _style("character", "Tick", "Sheet tick", w("rPr", font))
    yield from _tables(look)


def _style(kind: str, id_: str, name: str, inside: str) -> str:
    default = {"default": 1} if id_ == "Normal" else {}
    return w("style", w("name", val=name or id_), inside, type=kind, styleId=id_, **default)


def _paragraph(style: Style, look: Look, width: float) -> str:
    spacing = {
        side: round(20 * points)
        for side, points in (("before", style.before), ("after", style.after))
        if points is not None
    }
    return w(
        "pPr",
        w("keepNext") if style.keep_next else "",
        w("tabs", _stop(style, look, width)) if style.tab else "",
        w("spacing", **spacing) if spacing else "",
        w("outlineLvl", val=style.level - 1) if style.level else "",
    )


def _stop(style: Style, look: Look, width: float) -> str:
    end = width / 2 - look.gap if style.tab == "half" else width
    leader = {} if style.tab == "margin" else {"leader": "underscore"}
    return w("tab", val="right", **leader, pos=twips(end))


def _letters(style: Style, look: Look) -> str:
    return w(
        "rPr",
        "" if style.bold is None else w("b", val=int(style.bold)),
        w("color", val=look.colours[style.colour]) if style.colour else "",
        _size(round(2 * style.size)) if style.size else "",
    )


def _size(half_points: int) -> str:
    return w("sz", val=half_points) + w("szCs", val=half_points)


def _lines(look: Look) -> Iterator[str]:
    """Letters that make a line as high as a hand needs it.

    Calibri's line is 1.22 times its letters' size.
    """
    heights = {"First": look.first_line, "Next": look.writing_line, "Choice": look.choice_line}
    for name, height in heights.items():
        size = _size(round(height * 72 / 25.4 / 1.22 * 2))
        yield _style("character", f"{name}Line", f"Sheet {name.lower()} line", w("rPr", size))


def _tables(look: Look) -> Iterator[str]:
    colour = look.colours["line"]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w(
        "tblBorders", *(w(side, val="single", sz=4, space=0, color=colour) for side in sides)
    )
    tint = w("tcPr", w("shd", val="clear", color="auto", fill=look.colours["tint"]))
    parts = (w("tblStylePr", tint, type=part) for part in ("firstRow", "firstCol"))
    yield _table("SheetTable", "Sheet table", "center", w("tblPr", borders, _sides(1.6)), *parts)
    yield _table("SheetPair", "Sheet pair", "bottom", w("tblPr", _sides(0)))


def _table(id_: str, name: str, align: str, properties: str, *parts: str) -> str:
    cells = w("tcPr", w("vAlign", val=align))
    inside = w("basedOn", val="TableNormal") + properties + cells + "".join(parts)
    return _style("table", id_, name, inside)


def _sides(millimetres: float) -> str:
    room = twips(millimetres)
    return w("tblCellMar", *(w(side, w=room, type="dxa") for side in ("left", "right")))
