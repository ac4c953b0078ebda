"""The sheet that two people fill in: the one form that page, PDF, Word and parity read.

A `line` in the file is left out of every `repr`: sheets of the same `repr` look alike on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as place
from typing import Literal

Kind = Literal[
    "text", "long", "date", "number", "one", "any", "scale", "grid", "check", "signature", "drawing"
]
ControlKind = Literal["text", "choice", "tick"]
Drawing = Literal["", "line", "rings", "bars", "wheel"]


def signed(number: int) -> str:
    """A number with a real minus; answers and the source have a hyphen."""
    return str(number).replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True)
class Option:
    """One choice of a field; with `text` it has a line to write on; `was` is its earlier id."""

    id: str
    label: str
    line: int = place(default=0, repr=False)
    text: bool = False
    was: str = place(default="", repr=False)


@dataclass(frozen=True)
class Scale:
    """Whole numbers from `low` to `high`, with a word for each end."""

    low: int
    high: int
    low_word: str
    high_word: str

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most."""
        return self.low, self.high

    @property
    def options(self) -> tuple[Option, ...]:
        """The numbers as choices."""
        return tuple(Option(str(n), signed(n)) for n in range(self.low, self.high + 1))


@dataclass(frozen=True)
class Row:
    """One row of a grid; an empty row has no label and its number as id; `was` is an earlier id."""

    id: str
    label: str
    line: int = place(default=0, repr=False)
    was: str = place(default="", repr=False)


@dataclass(frozen=True)
class Field:
    """One question. `lines` are writing lines, `height_mm` is that of a drawing area.

    `line` is the question's line in its Markdown file, `was` the field's earlier id.
    `language` is a code when the answer is written in another language than the page.
    `draws` is what is drawn from a grid.
    What changes the screen only: `span`, the least and the most
    that a number may be; `origin`, the sheet whose answer to the same question is offered here.
    """

    id: str
    kind: Kind
    label: str
    line: int = place(default=0, repr=False)
    hint: str = ""
    lines: int = 1
    options: tuple[Option, ...] = ()
    scale: Scale | None = None
    columns: tuple["Field", ...] = ()
    rows: tuple[Row, ...] = ()
    height_mm: int = 0
    language: str = ""
    was: str = ""
    half: bool = False
    draws: Drawing = ""
    span: tuple[int, int] | None = place(default=None, repr=False)
    origin: str = place(default="", repr=False)

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options, or the numbers of a scale."""
        return self.scale.options if self.scale else self.options

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The least and the most of a scale or a number."""
        return (self.scale.low, self.scale.high) if self.scale else self.span

    @property
    def many_scales(self) -> bool:
        """Whether a grid has three scales beside each other, or more."""
        return sum(bool(column.scale) for column in self.columns) > 2

    @property
    def named_rows(self) -> bool:
        """Whether the rows of a grid carry their own words."""
        return any(row.label for row in self.rows)


@dataclass(frozen=True)
class Note:
    """A paragraph on the sheet."""

    text: str
    line: int = place(default=0, repr=False)


@dataclass(frozen=True)
class Section:
    """A part of the sheet; the part before the first heading has neither id nor title."""

    id: str
    title: str
    line: int = place(repr=False)
    items: tuple[Field | Note, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The questions, without the notes."""
        return tuple(item for item in self.items if isinstance(item, Field))


@dataclass(frozen=True)
class Control:
    """One thing that is filled in, under the key that names it in page, PDF and Word alike."""

    key: str
    kind: ControlKind
    question: str
    field: Field
    row: Row | None = None
    column: Field | None = None
    option: Option | None = None

    @property
    def leaf(self) -> Field:
        """The grid's column, or the field itself."""
        return self.column or self.field

    @property
    def options(self) -> tuple[Option, ...]:
        """The choices of a group of radio buttons."""
        return self.leaf.choices if self.kind == "choice" else ()


@dataclass(frozen=True)
class Worksheet:
    """A whole sheet in one language."""

    slug: str
    language: str
    title: str
    line: int = place(repr=False)
    sections: tuple[Section, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All questions in reading order."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def controls(self) -> tuple[Control, ...]:
        """Everything that is filled in, in reading order."""
        return tuple(c for field in self.fields for c in controls(self.slug, field))


def key(slug: str, *parts: str) -> str:
    """The name of an answer: `lifeline-events-2-year`."""
    return "-".join((slug, *(part for part in parts if part)))


def controls(slug: str, field: Field) -> Iterator[Control]:
    """The controls of one field, in reading order; a drawing area has none."""
    if field.kind == "grid":
        for row in field.rows:
            for column in field.columns:
                yield _cell(slug, field, row, column)
    elif field.kind == "any":
        for option in field.options:
            question = f"{field.label}: {option.label}"
            yield Control(key(slug, field.id, option.id), "tick", question, field, option=option)
            yield from _line_of(slug, field, option)
    elif field.kind in ("one", "scale"):
        yield Control(key(slug, field.id), "choice", field.label, field)
        for option in field.options:
            yield from _line_of(slug, field, option)
    elif field.kind != "drawing":
        yield Control(key(slug, field.id), "text", field.label, field)


def _line_of(slug: str, field: Field, option: Option) -> Iterator[Control]:
    if option.text:
        name = key(slug, field.id, option.id, "text")
        yield Control(name, "text", f"{option.label} ({field.label})", field, option=option)


def _cell(slug: str, grid: Field, row: Row, column: Field) -> Control:
    kinds: dict[Kind, ControlKind] = {"one": "choice", "scale": "choice", "check": "tick"}
    name = key(slug, grid.id, row.id, column.id)
    question = f"{grid.label}, {row.label or row.id}: {column.label}"
    return Control(name, kinds.get(column.kind, "text"), question, grid, row, column)
