"""The chip at the end of a question: `#id kind name=value …`, and what it says of the question."""

import re
from dataclasses import dataclass, replace

from mentoring_tools.messages import Message, say
from mentoring_tools.worksheet.model import Drawing, Field, Kind, Option, Row, Scale

_CHIP = re.compile(r"#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)((?: +[^ ]+)*) *")
_SCALE = re.compile(r"(-?\d{1,6})\.\.(-?\d{1,6})")
_ENDS = re.compile(r"\s*\((-?\d+) = ([^,;]+)[,;] (-?\d+) = ([^)]+)\)$")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_PLAIN_KINDS: tuple[Kind, ...] = ("text", "date", "number", "one", "any", "signature", "check")
#: The words of which a chip may have one.
_KINDS = {*_PLAIN_KINDS, "long", "scale", "rows", "drawing"}
#: What may stand in a table's heading, in words and as kinds.
_COLUMN_LIST = say("one of: text, long=2, date, number, scale 1..5, check, one=close/far")
_COLUMN_KINDS: tuple[Kind, ...] = ("text", "long", "date", "number", "scale", "check")
#: The most of each measure on a sheet, which fits one page.
_MOST = {"long": 20, "rows": 20, "drawing": 200}
_DRAWINGS: tuple[Drawing, ...] = ("line", "rings", "bars", "wheel")
_KIND_LIST = say(
    "one of: text, long=4, date, number, one, any, scale 1..5, check, signature, drawing=60mm"
)
_SCALE_EXAMPLE = "Tunnen vahvuuteni (1 = en vielä, 5 = hyvin) `#strengths scale 1..5`"


@dataclass(frozen=True)
class Chip:
    """A chip taken apart; a word without a value has an empty one."""

    id: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Mistake:
    """A problem that has no place yet."""

    found: Message
    expected: Message
    example: str


def read_chip(text: str) -> Chip | Mistake:
    """`#events rows=6` as id and words; `scale 1..5` and `number 0..10` are a word with a value."""
    match = _CHIP.fullmatch(text)
    if not match:
        return Mistake(
            say("a chip that cannot be read: `{text}`", text=text),
            say("# and an id in small letters a–z, digits and hyphens, then kind and options"),
            "`#first-step long=2`",
        )
    words = re.sub(r"\b(scale|number) +(?=-?\d)", r"\1=", match.group(2)).split()
    pairs = (word.partition("=") for word in words)
    return Chip(match.group(1), tuple((name, value) for name, _, value in pairs))


def option_of(chip: Chip, label: str, line: int) -> Option | Mistake:
    """A choice; it may have a line to write on, by the word `text`, and an earlier id."""
    words = dict(chip.words)
    was = words.pop("was", "")
    if words not in ({}, {"text": ""}) or not _earlier(was):
        expected = say("nothing after a choice's id, or `text` for a line to write on")
        name = next((word for word in words if words[word] or word != "text"), "was")
        return Mistake(
            say("“{word}” in the chip of a choice", word=name), expected, "`#other text`"
        )
    return Option(chip.id, label, line, text=bool(words), was=was)


def row_of(chip: Chip, label: str, line: int) -> Row | Mistake:
    """A row with words of its own; the only word that its chip may have is an earlier id."""
    words = dict(chip.words)
    was = words.pop("was", "")
    if words or not _earlier(was):
        expected = say("nothing after a row's id, or was= and its earlier id")
        found = say("“{word}” in the chip of a row", word=next(iter(words), "was"))
        return Mistake(found, expected, f"`#{chip.id}`")
    return Row(chip.id, label, line, was)


def _earlier(was: str) -> bool:
    return not was or bool(_ID.fullmatch(was))


def field_of(chip: Chip, label: str, line: int, *, column: bool = False) -> Field | Mistake:
    """The question that label and chip describe; a grid's table is added by its reader."""
    field: Field | Mistake = Field(chip.id, "text", label, line)
    kinds = [name for name, _ in chip.words if name in _KINDS]
    if len(kinds) > 1:
        found = say(
            "{first} and {second} in one chip", first=", ".join(kinds[:-1]), second=kinds[-1]
        )
        expected = say("one kind in a chip, {kinds}; rows=6", kinds=_KIND_LIST)
        return Mistake(found, expected, f"`#{chip.id} long=4`")
    for name, value in chip.words:
        if isinstance(field, Field):
            field = _with_word(field, name, value, column=column)
    if isinstance(field, Field) and field.kind == "check" and not column:
        expected = say("`check` only in a table; outside it a list of choices")
        return Mistake(say("the kind check outside a table"), expected, "`#place any`")
    if isinstance(field, Field) and column and not _fits_a_column(field):
        found = say("the kind {kind} in a table's heading", kind=field.kind)
        return Mistake(found, _COLUMN_LIST, f"`#{chip.id} number`")
    return field


def _fits_a_column(field: Field) -> bool:
    return bool(field.options) or field.kind in _COLUMN_KINDS


def _with_word(field: Field, name: str, value: str, *, column: bool) -> Field | Mistake:
    if name == "scale":
        return _scale(field, value)
    if name == "one" and value:
        return _inline_choice(field, value)
    if not value:
        return _bare_word(field, name)
    if name == "draws" and not column:
        return _drawn(field, value)
    return _named(field, name, value) or _measure(field, name, value, column=column)


def _bare_word(field: Field, name: str) -> Field | Mistake:
    for kind in _PLAIN_KINDS:
        if name == kind:
            return replace(field, kind=kind)
    if name == "half":
        return replace(field, half=True)
    found = say("the kind “{kind}” is unknown", kind=name)
    return Mistake(found, _KIND_LIST, f"`#{field.id} long=4`")


def _named(field: Field, name: str, value: str) -> Field | None:
    """A word whose value is a name (of a question, a language, a sheet), or a number's span."""
    if name == "was" and _ID.fullmatch(value):
        return replace(field, was=value)
    if name == "lang" and re.fullmatch(r"[a-z]{2}", value):
        return replace(field, language=value)
    if name == "from" and _ID.fullmatch(value):
        return replace(field, origin=value)
    if name == "number" and (span := _SCALE.fullmatch(value)) and int(span[1]) < int(span[2]):
        return replace(field, kind="number", span=(int(span[1]), int(span[2])))
    return None


def _drawn(field: Field, value: str) -> Field | Mistake:
    for drawing in _DRAWINGS:
        if value == drawing:
            return replace(field, draws=drawing)
    expected = say("draws= and one of: {listed}", listed=", ".join(_DRAWINGS))
    found = say("“{word}” is not understood", word=f"draws={value}")
    return Mistake(found, expected, "`#events rows=6 draws=line`")


def _measure(field: Field, name: str, value: str, *, column: bool) -> Field | Mistake:
    unit = "mm" * (name == "drawing")
    match = re.fullmatch(rf"([1-9]\d{{0,5}})(?:{unit})?", value)
    number = int(match[1]) if match else 0
    most = _MOST.get(name, number)
    if number > most:
        found = say("“{word}” is more than a page has room for", word=f"{name}={value}")
        expected = say("at most {word}: a sheet fits one page", word=f"{name}={most}{unit}")
        return Mistake(found, expected, f"`#{field.id} {name}=6{'0mm' * bool(unit)}`")
    if number and name == "long":
        return replace(field, kind="long", lines=number)
    if number and name == "rows" and not column:
        rows = tuple(Row(str(n), "") for n in range(1, number + 1))
        return replace(field, kind="grid", rows=rows)
    if number and name == "drawing" and not column:
        return replace(field, kind="drawing", height_mm=number)
    found = say("“{word}” is not understood", word=f"{name}={value}")
    more = say(
        "{kinds}; rows=6, draws=line, from=tool, lang=en, was=old-id, half", kinds=_KIND_LIST
    )
    return Mistake(found, more, f"`#{field.id} long=4`")


def _scale(field: Field, value: str) -> Field | Mistake:
    span, ends = _SCALE.fullmatch(value), _ENDS.search(field.label)
    if not span or not int(span[1]) < int(span[2]) <= int(span[1]) + 10:
        expected = say("two whole numbers, the smaller first, at most ten steps apart")
        found = say("the scale “{scale}” cannot be read", scale=value)
        return Mistake(found, expected, _SCALE_EXAMPLE)
    if not ends or (ends[1], ends[3]) != (span[1], span[2]):
        expected = say("the words for both ends in brackets at the end of the question")
        found = say("no words for {low} and {high} of the scale", low=span[1], high=span[2])
        return Mistake(found, expected, _SCALE_EXAMPLE)
    scale = Scale(int(span[1]), int(span[2]), ends[2].strip(), ends[4].strip())
    return replace(field, kind="scale", label=field.label[: ends.start()], scale=scale)


def _inline_choice(field: Field, value: str) -> Field | Mistake:
    label, colon, words = field.label.partition(": ")
    ids, labels = value.split("/"), [word.strip() for word in words.split(" / ")]
    if not colon or len(ids) != len(labels) or not all(map(_ID.fullmatch, ids)):
        return Mistake(
            say(
                "{ids} ids but {choices} choices in “{label}”",
                ids=len(ids),
                choices=len(labels) if colon else 0,
                label=field.label,
            ),
            say("after a colon as many choices as ids, with a slash between them"),
            "Kehä: lähi / keski / ulko `#ring one=close/middle/far`",
        )
    pairs = zip(ids, labels, strict=True)
    options = tuple(Option(id_, word, field.line) for id_, word in pairs)
    return replace(field, kind="one", label=label, options=options)
