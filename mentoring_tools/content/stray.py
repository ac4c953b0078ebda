"""What stands on a page and would not be read, or not be seen: stray chips, code, raw HTML."""

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.content.schema import Kind
from mentoring_tools.problems import Problem
from mentoring_tools.source.blocks import line_of, plain
from mentoring_tools.source.document import Document

_CODE = ("code_inline", "code_block", "fence")
_HTML = ("html_inline", "html_block")
_COMMENT = re.compile(r"(<!--.*?-->\s*)+", re.DOTALL)


def sheet(text: Document, kind: Kind) -> Iterator[Problem]:
    """A sheet on a page whose kind has none: nothing would be shown under its heading."""
    heading = text.heading("worksheet")
    if heading and kind not in ("tool", "agreement"):
        expected = "a sheet on the page of a tool or of the agreement; elsewhere another id"
        found, example = "the sheet's heading on a page without a sheet", "## … {#questions}"
        yield Problem(text.file, heading.line, found, expected, example)


def chips(text: Document) -> list[Problem]:
    """Every chip outside the sheet or in a heading; the sheet's reader looks at the others."""
    return [
        Problem(text.file, line_of(node, text.body_line),
                f"a chip in the wrong place: “{_around(node)}”",
                "a chip only on the sheet, under the heading with the id worksheet, at the end of "
                "a list item or of a table's heading cell",
                "- Vahvuuteni `#strengths long=3`")
        for node in _nodes(text, *_CODE, sheet=False)
        if _is_chip(node)
    ]  # fmt: skip


def code(text: Document) -> list[Problem]:
    """All code outside the sheet: the fonts have no letters for it, on the page and on paper."""
    return [
        Problem(text.file, line_of(node, text.body_line),
                f"words as code: “{_first_line(node)}”",
                "plain words, or words with emphasis; no ` around them, no four spaces before them",
                "*strengths*")
        for node in _nodes(text, *_CODE, sheet=False)
        if not _is_chip(node)
    ]  # fmt: skip


def html(text: Document) -> Iterator[Problem]:
    """Each line with raw HTML; a comment is none."""
    seen: set[int] = set()
    for node in _nodes(text, *_HTML, sheet=True):
        line = line_of(node, text.body_line)
        if line in seen or _COMMENT.fullmatch(node.content):
            continue
        seen.add(line)
        yield Problem(
            text.file, line, f"raw HTML: {_first_line(node)}",
            "Markdown only: links inside HTML are not looked at, and paper knows none; "
            "&lt; is the sign < itself",
            "[Sopimus](../agreement.md)",
        )  # fmt: skip


def _nodes(text: Document, *types: str, sheet: bool) -> Iterator[SyntaxTreeNode]:
    """The nodes of these types; without `sheet` only those that its reader does not look at."""
    for section, block in text.blocks:
        if sheet or section != "worksheet" or block.type == "heading":
            yield from (node for node in block.walk() if node.type in types)


def _is_chip(node: SyntaxTreeNode) -> bool:
    return node.type == "code_inline" and node.content.startswith("#")


def _around(node: SyntaxTreeNode) -> str:
    """The words of the paragraph, the heading or the cell around a chip."""
    while node.parent and node.type != "inline":
        node = node.parent
    return plain(node)


def _first_line(node: SyntaxTreeNode) -> str:
    return next(iter(node.content.strip().splitlines()), "")
