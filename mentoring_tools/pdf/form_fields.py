"""Corrects a PDF's form fields: their names, groups, appearances and tags.

What WeasyPrint 70 does with fields, and what is done about it here:

- It names a field after its own label, and a group after its first choice. Here every name comes
  from the model, and `/TU` is the whole question, for a choice with the choice after it.
- It finds no label for a control outside a form, and a button there makes it crash. Sheets have
  neither form nor buttons, so it need not look for labels at all.
- It ignores `required` and `readonly`. No question is either.
- It lists radio buttons in `/Fields` beside their group, under the same name. Here they stand in
  their group only.
- It gives text fields no appearance and leans on NeedAppearances. Here each has one, so that no
  viewer draws the fields anew with other letters.
- It gives boxes no appearance for when they are off. Here they have both, and a group can be
  emptied again.
- It leaves `lang` out of the tags, and only logs what it complains of: see `engine_tags` and
  `render`.
- It embeds the fields' font whole. The bundled font is small, and the text shares it.

There is no signature field: it would need a certificate, which is more than a pair needs. Signing
is writing one's name on the line, by hand or by keyboard.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from mentoring_tools.pdf import appearances
from mentoring_tools.pdf.tags import numbered
from mentoring_tools.worksheet.model import Control, Worksheet, controls

_RADIO = 1 << 15
_MULTILINE = 1 << 12

#: The answers' font, as the form's resources name it, and the colour of answers.
_FONT = Name("/Answer")
_COLOUR = "0 g"

_Draw = Callable[[float, float], str]


@dataclass(frozen=True)
class Asked:
    """What a control asks: read aloud as `question`, or for each choice by its id.

    `language` is that of the answer when it is another than the page's. Outside of tables, what
    takes several lines is `ruled` for a hand.
    """

    kind: str
    question: str
    choices: Mapping[str, str]
    language: str
    ruled: bool


def asked(sheets: Sequence[Worksheet]) -> dict[str, Asked]:
    """Every control by its key, in reading order, its words joined from all languages."""
    controls = zip(*map(_told_apart, sheets), strict=True)
    return {twins[0].key: _asked(twins) for twins in controls}


def _told_apart(sheet: Worksheet) -> Iterator[Control]:
    """A sheet's controls; the same question again is said with its part, or with a number."""
    labels = Counter(field.label for field in sheet.fields)
    times: Counter[str] = Counter()
    for section in sheet.sections:
        for field in section.fields:
            part = f"{section.title}: " if labels[field.label] > 1 and section.title else ""
            for control in controls(sheet.slug, field):
                said = part + control.question
                times[said] += 1
                number = f" ({times[said]})" if times[said] > 1 else ""
                yield replace(control, question=said + number)


def _asked(twins: Sequence[Control]) -> Asked:
    first = twins[0]
    options = zip(*(control.options for control in twins), strict=True)
    choices = {same[0].id: _choice(twins, [each.label for each in same]) for same in options}
    return Asked(first.kind, _question(twins), choices, first.field.language, not first.row)


def _question(twins: Sequence[Control]) -> str:
    return _joined(control.question for control in twins)


def _choice(twins: Sequence[Control], labels: Sequence[str]) -> str:
    """A number is the same in every language, and said once."""
    if len(set(labels)) == 1:
        return f"{_question(twins)}: {labels[0]}"
    return _joined(f"{c.question}: {label}" for c, label in zip(twins, labels, strict=True))


def _joined(texts: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(texts))


def correct(pdf: Pdf, questions: Mapping[str, Asked]) -> None:
    """Corrects all fields in place; `questions` holds every control by its key, in reading order.

    Raises KeyError for a field that has no question.
    """
    if "/AcroForm" not in pdf.Root:
        return
    work = _Work(pdf)
    for page in pdf.pages:
        boxes = [work.correct(widget, questions) for widget in _widgets(page)]
        content = page.obj.Contents.read_bytes()
        page.obj.Contents.write(b"\n".join([b"q", content, b"Q", *boxes]))
    work.finish(questions)


def _widgets(page: Page) -> list[Any]:
    """A page's fields in the order of the tags, which becomes the order of the tab key too."""
    notes = sorted(page.obj.get("/Annots", []), key=lambda note: int(note.StructParent))
    page.obj.Annots = Array(notes)
    page.obj.Tabs = Name.S
    return [note for note in notes if note.Subtype == Name.Widget]


class _Work:
    """One file's fields on their way; shares equal appearances among them."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.form: Any = pdf.Root.AcroForm
        self.fonts = self.form.DR.Font
        self.choices = {
            kid.objgen: str(choice)
            for group in self.form.Fields
            if "/Kids" in group
            for kid, choice in zip(group.Kids, group.Opt, strict=True)
        }
        #: The structure element of each field, by the number that the field carries.
        self.tags = numbered(pdf.Root.StructTreeRoot.ParentTree)
        self.fields: dict[str, Any] = {}
        self.looks: dict[str, Any] = {}
        self.shapes = pdf.pages[0].obj.Resources.XObject
        self.font: Any = None

    def correct(self, widget: Any, questions: Mapping[str, Asked]) -> bytes:
        """One field or one choice of a group; what it adds to the page."""
        key = str(widget.T)
        question = questions[key]
        # Neither has to be there, and a table of choices has hundreds of them.
        del widget.P, widget.Type
        if question.language:
            self.tags[int(widget.StructParent)].Lang = String(question.language)
        if question.kind == "choice":
            return self._choice(key, widget, question)
        widget.TU = String(question.question)
        self.fields[key] = widget
        if question.kind == "text":
            self._text(widget, ruled=question.ruled and _has_lines(widget))
            return b""
        widget.V = Name.Off
        return self._mark(widget, "Yes", appearances.tick, appearances.box)

    def _choice(self, key: str, widget: Any, question: Asked) -> bytes:
        if key not in self.fields:
            self.fields[key] = self.pdf.make_indirect(Dictionary(
                FT=Name.Btn, Ff=_RADIO, T=String(key), TU=String(question.question),
                V=Name.Off, Kids=Array(),
            ))  # fmt: skip
        group = self.fields[key]
        choice = self.choices[widget.objgen]
        del widget.T, widget.FT
        widget.Parent = group
        widget.TU = String(question.choices[choice])
        group.Kids.append(widget)
        mark = appearances.ring if _numeric(choice) else appearances.dot
        return self._mark(widget, choice, mark, appearances.circle)

    def _mark(self, widget: Any, state: str, mark: _Draw, box: _Draw) -> bytes:
        """Appearances for on and off; the name of the first is the value that a reader gets."""
        size = _size(widget)
        widget.AP = self._two_looks(state, size, mark(*size))
        widget.AS = Name.Off
        del widget.MK, widget.Border
        name = f"{box.__name__}-{size[0]:g}"
        self.shapes[f"/{name}"] = self._look(size, box(*size))
        x, y = widget.Rect[0], widget.Rect[1]
        return f"/Artifact BMC q 1 0 0 1 {x} {y} cm /{name} Do Q EMC".encode()

    def _text(self, widget: Any, *, ruled: bool) -> None:
        *_, font, points = str(widget.DA).partition(" Tf")[0].split()
        self.font = self.fonts[font]
        widget.DA = String(f"{_FONT} {points} Tf {_COLOUR}")
        # One of its own: programs that fill in a file write into the stream that they find.
        widget.AP = Dictionary(N=self._stream(_size(widget), appearances.answer()))
        if ruled:
            # Viewers set lines closer than a hand does: what they draw covers the writing lines.
            widget.MK = Dictionary(BG=Array([1]))

    def _two_looks(self, state: str, size: tuple[float, float], drawing: str) -> Any:
        key = f"{state} {size} {drawing}"
        if key not in self.looks:
            off = self._look(size, appearances.nothing())
            looks = {f"/{state}": self._look(size, drawing), "/Off": off}
            self.looks[key] = self.pdf.make_indirect(Dictionary(N=Dictionary(looks)))
        return self.looks[key]

    def _look(self, size: tuple[float, float], drawing: str) -> Any:
        key = f"{size} {drawing}"
        if key not in self.looks:
            self.looks[key] = self._stream(size, drawing)
        return self.looks[key]

    def _stream(self, size: tuple[float, float], drawing: str) -> Any:
        return self.pdf.make_stream(
            drawing.encode(), Subtype=Name.Form,
            BBox=Array([0, 0, *size]), Resources=Dictionary(),
        )  # fmt: skip

    def finish(self, order: Iterable[str]) -> None:
        """The form itself: its fields in reading order, and nothing left for viewers to draw."""
        fonts = {str(_FONT): self.font} if self.font else {}
        self.pdf.Root.AcroForm = self.pdf.make_indirect(Dictionary(
            Fields=Array([self.fields[key] for key in order if key in self.fields]),
            DR=Dictionary(Font=Dictionary(fonts)),
            DA=String(f"{_FONT} 11 Tf {_COLOUR}"),
            NeedAppearances=False,
        ))  # fmt: skip


def _has_lines(widget: Any) -> bool:
    return bool(int(widget.get("/Ff", 0)) & _MULTILINE)


def _numeric(choice: str) -> bool:
    return choice.lstrip("-").isdigit()


def _size(widget: Any) -> tuple[float, float]:
    """Width and height in points; a rectangle may begin at any corner."""
    x1, y1, x2, y2 = map(float, widget.Rect)
    corners = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    left, low, right, high = (round(corner, 1) for corner in corners)
    widget.Rect = Array([left, low, right, high])
    return round(right - left, 1), round(high - low, 1)
