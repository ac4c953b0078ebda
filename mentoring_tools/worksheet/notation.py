"""The worksheet notation: a Markdown list whose items end in a code chip becomes a `Worksheet`.

CONTRIBUTING.md explains the notation to those who write in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Document, line_of, plain
from mentoring_tools.worksheet import rules
from mentoring_tools.worksheet.chips import Chip, Mistake, field_of, option_of, read_chip, row_of
from mentoring_tools.worksheet.model import Field, Note, Option, Row, Section, Worksheet

Made = TypeVar("Made")

#: What blocks are called, and what a second one under a question is.
_BLOCKS = {
    "bullet_list": say("a list"), "ordered_list": say("a numbered list"), "table": say("a table"),
}  # fmt: skip
_OTHERS = {"bullet_list": say("another list"), "table": say("another table")}

# These are looked at on the whole page.
_TOLD_ELSEWHERE = ("html_block", "footnote_reference")

_ITEM = "- Vahvuuteni `#strengths long=3`"
_CHOICES = "- Missä tapaamme? `#place any`\n    - kirjastossa `#library`"
_OPTIONS = "    - kirjastossa `#library`\n    - muualla, missä? `#other text`"
_ROWS = (
    "- Arvio `#rating`\n\n"
    "    | Väite | Nyt (1 = ei, 5 = kyllä) `#now scale 1..5` |\n"
    "    |---|---|\n"
    "    | Tunnen vahvuuteni `#strengths` | |"
)
_GRID = (
    "- Tapahtumat `#events rows=6`\n\n"
    "    | Tapahtuma `#event` | Vuosi `#year number` |\n"
    "    |---|---|"
)


def read(
    document: Document, reserved: Iterable[str] = ()
) -> tuple[Worksheet | None, list[Problem]]:
    """The sheet under the heading `{#worksheet}`, with every mistake in it.

    `reserved` ids may not be used for questions.
    Without that heading there is no sheet and no mistake.
    """
    heading = document.heading("worksheet")
    if heading is None:
        return None, []
    reading = _Reading(document)
    sections = tuple(reading.sections(list(document.sheet[1:])))
    sheet = Worksheet(document.slug.rpartition("/")[2], document.language, heading.title,
                      heading.line, sections)  # fmt: skip
    return sheet, reading.problems + rules.check_ids(document.file, sheet, reserved)


class _Labels:
    """Words and the chips behind them; collects problems instead of stopping at the first."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        self.first_line = document.body_line
        self.headings = {heading.line: heading for heading in document.headings}
        self.problems: list[Problem] = []

    def problem(self, line: int, found: Message, expected: Message, example: str) -> None:
        """Notes a problem in the sheet's file."""
        self.problems.append(Problem(self.file, line, found, expected, example))

    def line(self, node: SyntaxTreeNode) -> int:
        """The line in the file."""
        return line_of(node, self.first_line)

    def words(self, block: SyntaxTreeNode) -> str:
        """The words of a paragraph, in which no chip may stand."""
        words = plain(block)
        if any(_chips(block)):
            self.problem(self.line(block), say("a chip in the wrong place: “{words}”", words=words),
                         say("a chip only at the end of a list item or of a table's heading cell"),
                         _ITEM)  # fmt: skip
            return ""
        return words

    def labelled(self, node: SyntaxTreeNode, example: str) -> tuple[str, Chip | None]:
        """The words and the chip of a list item or a table cell, or problems."""
        chips = _chips(node)
        words, line = plain(node), self.line(node)
        if not chips:
            expected = say("a chip with an id at the end of the line")
            found = say("no chip with an id after “{words}”", words=words)
            self.problem(line, found, expected, example)
            return words, None
        last = chips[-1].content
        if len(chips) > 1 or not words.endswith(last) or words == last:
            self.problem(line, say("a chip in the wrong place: “{words}”", words=words),
                         say("the question's words first, then one chip as the last thing on the "
                             "line"),
                         example)  # fmt: skip
            return words, None
        return words.removesuffix(last).strip(), self.made(read_chip(last), line)

    def made(self, result: Made | Mistake, line: int) -> Made | None:
        """What was read, or None with a problem at this line."""
        if isinstance(result, Mistake):
            self.problem(line, result.found, result.expected, result.example)
            return None
        return result


class _Reading(_Labels):
    """One pass over one sheet."""

    def sections(self, blocks: list[SyntaxTreeNode]) -> Iterator[Section]:
        start = Section("", "", self.line(blocks[0]) if blocks else self.first_line, ())
        items: list[Field | Note] = []
        for block in blocks:
            if block.type == "heading":
                yield from _filled(start, items)
                heading = self.headings[self.line(block)]
                start, items = Section(heading.id, heading.title, heading.line, ()), []
            else:
                items += self.block(block)
        yield from _filled(start, items)

    def block(self, block: SyntaxTreeNode) -> Iterator[Field | Note]:
        if block.type == "bullet_list":
            yield from filter(None, map(self.item, block.children))
        elif block.type == "paragraph":
            yield from self.note(block)
        elif block.type not in _TOLD_ELSEWHERE:
            block_name = _BLOCKS.get(block.type, say("a block"))
            found = say("{block} that belongs to no question of the sheet", block=block_name)
            expected = say("a table is indented by four spaces under its question")
            self.problem(self.line(block), found, expected, _GRID)

    def note(self, block: SyntaxTreeNode) -> Iterator[Note]:
        words = self.words(block)
        if words:
            yield Note(words, self.line(block))

    def item(self, item: SyntaxTreeNode) -> Field | None:
        first = item.children[0] if item.children else item
        label, chip = self.labelled(first, _ITEM)
        if chip is None:
            return None
        field = self.made(field_of(chip, label, self.line(first)), self.line(first))
        return self.with_parts(field, item.children[1:]) if field else None

    def with_parts(self, field: Field, parts: list[SyntaxTreeNode]) -> Field:
        for part in parts:
            if part.type == "paragraph":
                field = replace(field, hint=f"{field.hint} {self.words(part)}".strip())
            elif part.type == "bullet_list" and field.kind in ("one", "any") and not field.options:
                field = replace(field, options=tuple(self.options(part)))
            elif part.type == "table" and not field.columns:
                field = self.grid(field, part)
            elif part.type not in _TOLD_ELSEWHERE:
                self.misplaced(field, part)
        return self.complete(field)

    def misplaced(self, field: Field, part: SyntaxTreeNode) -> None:
        name, label = _BLOCKS.get(part.type, say("a block")), field.label
        found = say("{block} under “{label}”, which is not a choice", block=name, label=label)
        expected = say("`one` or `any` in the chip of a question with a list of choices")
        if part.type == "table" or (field.options and part.type == "bullet_list"):
            name = _OTHERS.get(part.type, name)
            found = say("{block} under “{label}”", block=name, label=label)
            expected = say("one list or one table for a question; each question has its own chip")
        example = _GRID if part.type == "table" else _CHOICES
        self.problem(self.line(part), found, expected, example)

    def complete(self, field: Field) -> Field:
        if field.kind in ("one", "any") and not field.options:
            expected = say("a list of choices, indented by four spaces, each with its own chip")
            found = say("no choices under “{label}”", label=field.label)
            self.problem(field.line, found, expected, _CHOICES)
        if field.kind == "grid" and not (field.columns and field.rows):
            expected = say("a table under the question, with rows=… in its chip or rows of its own")
            found = say("the table of “{label}” has no rows or no columns", label=field.label)
            self.problem(field.line, found, expected, _GRID)
        return field

    def options(self, block: SyntaxTreeNode) -> Iterator[Option]:
        for item in block.children:
            first = item.children[0] if item.children else item
            label, chip = self.labelled(first, _OPTIONS)
            for part in item.children[1:]:
                found = say("more under the choice “{label}”", label=label)
                expected = say(
                    "nothing under a choice; `text` in its chip gives it a line to write on"
                )
                self.problem(self.line(part), found, expected, _OPTIONS)
            option = chip and self.made(option_of(chip, label, self.line(first)), self.line(first))
            if option:
                yield option

    def grid(self, field: Field, table: SyntaxTreeNode) -> Field:
        if field.kind not in ("text", "grid"):
            found = say("a table under “{label}”, whose kind is {kind}",
                        label=field.label, kind=field.kind)  # fmt: skip
            self.problem(field.line, found, say("only an id and rows=… in its chip"), _GRID)
        heads = table.children[0].children[0].children
        named = not any(True for _ in _code(heads[0]))
        columns = tuple(filter(None, map(self.column, heads[1:] if named else heads)))
        own = map(self.row, _body_rows(table)) if named else field.rows
        for row in _body_rows(table):
            self.empty(row.children[1:] if named else row.children)
        rows = tuple(filter(None, own))
        return replace(field, kind="grid", columns=columns, rows=rows)

    def column(self, cell: SyntaxTreeNode) -> Field | None:
        label, chip = self.labelled(cell, "| Vuosi `#year number` |")
        line = self.line(cell)
        return self.made(field_of(chip, label, line, column=True), line) if chip else None

    def row(self, row: SyntaxTreeNode) -> Row | None:
        label, chip = self.labelled(row.children[0], "    | Tunnen vahvuuteni `#strengths` | |")
        line = self.line(row)
        made = chip and self.made(row_of(chip, label, line), line)
        # A row whose chip has more than an id is a row all the same.
        return made or (Row(chip.id, label, line) if chip else None)

    def empty(self, cells: list[SyntaxTreeNode]) -> None:
        for cell in cells:
            if words := plain(cell):
                found = say("words in a cell that is to be filled in: “{words}”", words=words)
                expected = say(
                    "empty cells; a table whose first heading has no chip may have rows of "
                    "its own, with words and a chip in each row's first cell"
                )
                self.problem(self.line(cell), found, expected, _ROWS)


def _filled(start: Section, items: list[Field | Note]) -> Iterator[Section]:
    if items or start.id:
        yield replace(start, items=tuple(items))


def _body_rows(table: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return table.children[1].children if len(table.children) > 1 else []


def _code(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The pieces of code in a node."""
    return (child for child in node.walk() if child.type == "code_inline")


def _chips(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return [piece for piece in _code(node) if piece.content.startswith("#")]
