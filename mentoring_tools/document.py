"""One Markdown file, read with line numbers: its front matter, headings, links, pictures, tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.problems import Problem

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)
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


@dataclass(frozen=True)
class Document:
    """A file's content, before anything is known of its kind.

    `file` is relative to the project, `slug` to its language's folder, without `.md`.
    `meta_lines` gives the line of each front-matter key.
    `tables` holds the h2 id above each table of the prose.
    `body` is the Markdown under the front matter, its first line being `body_line`.
    """

    file: str
    language: str
    slug: str
    meta: dict[str, Any]
    meta_lines: dict[str, int]
    body: str
    body_line: int
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    tables: tuple[str, ...] = ()
    sheet: tuple[SyntaxTreeNode, ...] = field(default=(), compare=False)

    @property
    def anchors(self) -> frozenset[str]:
        """The ids that a link can lead to."""
        return frozenset(heading.id for heading in self.headings if heading.id)

    def heading(self, id_: str) -> Heading | None:
        """The heading with this id, if there is one."""
        return next((h for h in self.headings if h.id == id_), None)


def read(path: Path, file: str, language: str, slug: str) -> tuple[Document | None, list[Problem]]:
    """The document, or None with what must be mended first."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, error)]
    return parse(text.replace("\r\n", "\n"), file, language, slug)


def parse(
    text: str, file: str, language: str, slug: str
) -> tuple[Document | None, list[Problem]]:
    """The same for a text at hand; `file` names it in problems."""
    match = _FRONT.match(text)
    front = match.group(1) if match else ""
    meta, meta_lines, problems = _front_matter(front, file)
    if problems:
        return None, problems
    body = text[match.end() :] if match else text
    first = text[: len(text) - len(body)].count("\n") + 1
    parts = _Parts(first)
    parts.walk(SyntaxTreeNode(_PARSER.parse(body)))
    document = Document(
        file, language, slug, meta, meta_lines, body, first,
        tuple(parts.headings), tuple(parts.links), tuple(parts.images), tuple(parts.tables),
        tuple(parts.sheet),
    )  # fmt: skip
    return document, _headings_without_id(document)


def plain(node: SyntaxTreeNode) -> str:
    """The words of a block, without marks, on one line."""
    words = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in node.walk()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    return " ".join("".join(words).split())


def _not_utf8(file: str, error: UnicodeDecodeError) -> Problem:
    line = error.object[: error.start].count(b"\n") + 1
    return Problem(
        file, line,
        f"the file is not UTF-8: byte {error.object[error.start]:#04x} cannot be read",
        "a text file saved as UTF-8",
        "In your editor choose Save as → Encoding → UTF-8.",
    )  # fmt: skip


def _front_matter(
    text: str, file: str
) -> tuple[dict[str, Any], dict[str, int], list[Problem]]:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        meta = yaml.safe_load(text) or {}
    except yaml.MarkedYAMLError as error:
        return {}, {}, [_invalid_yaml(file, error)]
    if not isinstance(meta, dict) or not isinstance(node, yaml.MappingNode | None):
        return {}, {}, [_not_a_mapping(file)]
    pairs = node.value if node else []
    lines = {str(key.value): key.start_mark.line + 2 for key, _ in pairs}
    return meta, lines, []


def _invalid_yaml(file: str, error: yaml.MarkedYAMLError) -> Problem:
    line = error.problem_mark.line + 2 if error.problem_mark else 1
    return Problem(
        file, line,
        f"the front matter cannot be read: {error.problem}",
        "one `key: value` a line between the two lines of ---; "
        "a value with a colon stands in quotes",
        'title: "Goal: a job"',
    )  # fmt: skip


def _not_a_mapping(file: str) -> Problem:
    expected = "one `key: value` a line between the two lines of ---"
    return Problem(file, 2, "the front matter holds no keys", expected, "title: Lifeline")


def _headings_without_id(document: Document) -> list[Problem]:
    return [
        Problem(
            document.file, heading.line,
            f"the heading “{heading.title}” has no id",
            "an id in braces after each heading's words, the same in every language",
            f"{'#' * heading.level} {heading.title} {{#steps}}",
        )
        for heading in document.headings
        if not heading.id
    ]  # fmt: skip


class _Parts:
    """Gathers the parts of a document in one walk through its blocks."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.section = ""
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.tables: list[str] = []
        self.sheet: list[SyntaxTreeNode] = []

    def walk(self, root: SyntaxTreeNode) -> None:
        for block in root.children:
            if block.type == "heading":
                self._heading(block)
            if self.section == "worksheet":
                self.sheet.append(block)
            self._inside(block)

    def _heading(self, block: SyntaxTreeNode) -> None:
        words = plain(block)
        match = _HEADING_ID.search(words)
        title, id_ = (words[: match.start()], match.group(1)) if match else (words, "")
        level = int(block.tag[1:])
        self.headings.append(Heading(level, id_, title, line_of(block, self.first_line)))
        if level <= 2:  # noqa: PLR2004 - an h2 opens a section
            self.section = id_

    def _inside(self, block: SyntaxTreeNode) -> None:
        if block.type == "table" and self.section != "worksheet":
            self.tables.append(self.section)
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
