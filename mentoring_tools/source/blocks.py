"""What stands in Markdown, with line numbers: headings, links, pictures, tables, the sheet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_HEADING_ID = re.compile(r"\s*\{[ ]*#([\w-]+)[^}]*\}\s*$")
_LINK_ATTRIBUTES = re.compile(r"\A\{[^}]*\bhreflang=[\"']?([\w-]+)[^}]*\}")
_PARSER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is empty when none is written."""

    level: int
    id: str
    title: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or a picture; `language` is its `hreflang`, `section` the id of its h2."""

    target: str
    line: int
    language: str = ""
    section: str = ""

    @property
    def external(self) -> bool:
        """Whether it leaves the site."""
        return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", self.target))


class Blocks:
    """Gathers the parts of a document in one walk through its blocks."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.section = ""
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.tables: list[tuple[str, int]] = []
        self.sheet: list[SyntaxTreeNode] = []
        self.all: list[tuple[str, SyntaxTreeNode]] = []

    def read(self, markdown: str) -> None:
        """Gathers what stands in `markdown`."""
        for block in SyntaxTreeNode(_PARSER.parse(markdown)).children:
            if block.type == "heading":
                self._heading(block)
            if self.section == "worksheet":
                self.sheet.append(block)
            self.all.append((self.section, block))
            self._inside(block)

    def _heading(self, block: SyntaxTreeNode) -> None:
        words = plain(block)
        match = _HEADING_ID.search(words)
        title, id_ = (words[: match.start()], match.group(1)) if match else (words, "")
        level = int(block.tag[1:])
        self.headings.append(Heading(level, id_, title, line_of(block, self.first_line)))
        if level <= 2:
            self.section = id_

    def _inside(self, block: SyntaxTreeNode) -> None:
        if block.type == "table" and self.section != "worksheet":
            self.tables.append((self.section, line_of(block, self.first_line)))
        for node in block.walk():
            if node.type == "link":
                self.links.append(self._link(node, "href"))
            elif node.type == "image":
                self.images.append(self._link(node, "src"))

    def _link(self, node: SyntaxTreeNode, attribute: str) -> Link:
        after = node.next_sibling
        match = _LINK_ATTRIBUTES.match(after.content) if after else None
        target = str(node.attrs[attribute])
        line = line_of(node, self.first_line)
        return Link(target, line, match.group(1) if match else "", self.section)


def plain(node: SyntaxTreeNode) -> str:
    """The words of a block, without marks, on one line."""
    words = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in node.walk()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    return " ".join("".join(words).split())


def line_of(node: SyntaxTreeNode, first_line: int) -> int:
    """The line in the file; for words inside a block, counted by its line breaks."""
    breaks = sum(1 for n in _before(node) if n.type in ("softbreak", "hardbreak"))
    block: SyntaxTreeNode | None = node
    while block is not None and not block.map:
        block = block.parent
    return first_line + (block.map[0] if block and block.map else 0) + breaks


def _before(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    if node.map or node.parent is None or node.parent.is_root:
        return
    yield from node.parent.children[: node.parent.children.index(node)]
    yield from _before(node.parent)
