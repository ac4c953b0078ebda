"""What all parts of a sheet are read with: words, the chip behind them, and what is wrong there."""

from collections.abc import Iterator
from typing import TypeVar

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.problems import Problem
from mentoring_tools.source.blocks import line_of, plain
from mentoring_tools.source.document import Document
from mentoring_tools.worksheet.chips import Chip, Mistake, read_chip

Made = TypeVar("Made")

ITEM = "- Vahvuuteni `#strengths long=3`"


class Reader:
    """Reads the sheet of a document; collects problems instead of stopping at the first."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        self.first_line = document.body_line
        self.headings = {heading.line: heading for heading in document.headings}
        self.problems: list[Problem] = []

    def problem(self, line: int, found: str, expected: str, example: str) -> None:
        """Notes a problem in the sheet's file."""
        self.problems.append(Problem(self.file, line, found, expected, example))

    def line(self, node: SyntaxTreeNode) -> int:
        """The line in the file."""
        return line_of(node, self.first_line)

    def words(self, block: SyntaxTreeNode) -> str:
        """The words of a paragraph, in which no chip may stand."""
        words = plain(block)
        if any(_chips(block)):
            self.problem(self.line(block), f"a chip in the wrong place: “{words}”",
                         "a chip only at the end of a list item or of a table's heading cell",
                         ITEM)  # fmt: skip
            return ""
        return words

    def labelled(self, node: SyntaxTreeNode, example: str) -> tuple[str, Chip | None]:
        """The words and the chip of a list item or a table cell, or problems."""
        chips = _chips(node)
        words, line = plain(node), self.line(node)
        if not chips:
            expected = "a chip with an id at the end of the line"
            self.problem(line, f"no chip with an id after “{words}”", expected, example)
            return words, None
        last = chips[-1].content
        if len(chips) > 1 or not words.endswith(last) or words == last:
            self.problem(line, f"a chip in the wrong place: “{words}”",
                         "the question's words first, then one chip as the last thing on the line",
                         example)  # fmt: skip
            return words, None
        return words.removesuffix(last).strip(), self.made(read_chip(last), line)

    def made(self, result: Made | Mistake, line: int) -> Made | None:
        """What was read, or None with a problem at this line."""
        if isinstance(result, Mistake):
            self.problem(line, result.found, result.expected, result.example)
            return None
        return result


def code(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The pieces of code in a node."""
    return (child for child in node.walk() if child.type == "code_inline")


def _chips(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return [piece for piece in code(node) if piece.content.startswith("#")]
