"""One Markdown file, read once with line numbers: its front matter, its text as tree and HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source import html, limits, markdown, pasted, text_files
from mentoring_tools.source.html import PageSection
from mentoring_tools.source.markdown import WrongAttribute
from mentoring_tools.source.text_files import Form

_FORM = Form(
    say("the front matter"),
    say(
        "one `key: value` a line between the two lines of ---; "
        "a value with a colon stands in quotes"
    ),
    'title: "Goal: a job"',
)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)
# A no-break space stays: it holds a number and its unit together on paper too.
_SPACES = re.compile(r"[ \t\n]+")
_EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_external(target: str) -> bool:
    """Whether a link leaves the site."""
    return bool(_EXTERNAL.match(target))


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is empty when none is written."""

    level: int
    id: str
    title: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or a picture; `language` is its `hreflang`, `section` the id of its h2.

    `words` are what a picture says to those who do not see it, or the link's own words.
    """

    target: str
    line: int
    language: str = ""
    section: str = ""
    words: str = field(default="", compare=False)

    @property
    def external(self) -> bool:
        """Whether it leaves the site."""
        return is_external(self.target)


@dataclass(frozen=True)
class Part:
    """What a text has besides paragraphs and lists, at its place: `section` is the id of its h2.

    Its kind is `table`, `note`, `footnote` (where its mark stands) or `box`, one to tick; `written`
    is how such a one is written, and `again` says that a footnote was named before.
    """

    kind: str
    written: str
    line: int
    section: str
    again: bool = False


@dataclass(frozen=True)
class Document:
    """A file's content, before anything is known of its kind.

    `file` is relative to the project, `slug` to its language's folder, without `.md`.
    `meta_lines` gives the line of each front-matter key; the text begins on `body_line`.
    `sections` is the text as HTML, all but the sheet.
    `extras` says whether there is more in it than paragraphs, lists and tables.
    `unread` says that the front matter could not be read: then nothing is known of its keys.
    `blocks` holds everything that stands in the text, each with the id of its h2.
    """

    file: str
    language: str
    slug: str
    meta: dict[str, Any]
    meta_lines: dict[str, int]
    body_line: int
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    parts: tuple[Part, ...] = ()
    sections: tuple[PageSection, ...] = field(default=(), repr=False)
    wrong_attributes: tuple[WrongAttribute, ...] = ()
    extras: bool = False
    unread: bool = False
    sheet: tuple[SyntaxTreeNode, ...] = field(default=(), compare=False)
    blocks: tuple[tuple[str, SyntaxTreeNode], ...] = field(default=(), compare=False, repr=False)

    @property
    def anchors(self) -> frozenset[str]:
        """The ids that a link can lead to."""
        return frozenset(heading.id for heading in self.headings if heading.id)

    @property
    def without_blocks(self) -> "Document":
        """The same without what only reading it needs, and what would fill the memory."""
        return replace(self, sheet=(), blocks=())

    def heading(self, id_: str) -> Heading | None:
        """The heading with this id, if there is one."""
        return next((h for h in self.headings if h.id == id_), None)


def parse(text: str, file: str, language: str, slug: str) -> tuple[Document | None, list[Problem]]:
    """A file's text as a document, or None where it cannot be told from what stands above it."""
    too_much = limits.check(text, file)
    if too_much:
        return None, too_much
    match = _FRONT.match(text)
    if match is None:
        return None, [_without_front_matter(text, file)]
    meta, meta_lines, problems = _front_matter(match.group(1), file)
    first = text[: match.end()].count("\n") + 1
    body, told = pasted.mended(text[match.end() :], file, first)
    document = Document(file, language, slug, meta, meta_lines, first, unread=bool(problems))
    return _with_text(document, body), problems + told


def _with_text(document: Document, body: str) -> Document:
    tokens, wrong = markdown.parse(body)
    parts = _Parts(document.body_line)
    parts.read(tokens)
    return replace(
        document,
        headings=tuple(parts.headings),
        links=tuple(parts.links),
        images=tuple(parts.images),
        parts=tuple(parts.parts),
        sections=html.sections(tokens),
        wrong_attributes=tuple(wrong),
        extras=html.has_extras(tokens),
        sheet=tuple(parts.sheet),
        blocks=tuple(parts.all),
    )


class _Parts:
    """Gathers the parts of a document in one walk through its blocks."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.section = ""
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.parts: list[Part] = []
        self.sheet: list[SyntaxTreeNode] = []
        self.all: list[tuple[str, SyntaxTreeNode]] = []

    def read(self, tokens: Sequence[Token]) -> None:
        for block in SyntaxTreeNode(tokens).children:
            if block.type == "heading":
                self._heading(block)
            if self.section == html.SHEET:
                self.sheet.append(block)
            self.all.append((self.section, block))
            self._inside(block)

    def _heading(self, block: SyntaxTreeNode) -> None:
        level, id_ = int(block.tag[1:]), str(block.attrs.get("id", ""))
        line = line_of(block, self.first_line)
        self.headings.append(Heading(level, id_, plain(block), line))
        if level <= 2 or id_ == html.SHEET:
            self.section = id_

    def _inside(self, block: SyntaxTreeNode) -> None:
        for node in block.walk():
            if node.type == "link":
                self.links.append(self._link(node, "href", plain(node)))
            elif node.type == "image":
                self.images.append(self._link(node, "src", node.content))
            elif self.section != html.SHEET and (part := _written(node)):
                again = bool(node.meta.get("subId"))
                line = line_of(node, self.first_line)
                self.parts.append(Part(*part, line, self.section, again))

    def _link(self, node: SyntaxTreeNode, attribute: str, words: str) -> Link:
        target, language = str(node.attrs[attribute]), str(node.attrs.get("hreflang", ""))
        return Link(target, line_of(node, self.first_line), language, self.section, words)


def _written(node: SyntaxTreeNode) -> tuple[str, str] | None:
    """The kind of a part of the text, and how one is written; None for what is no such part."""
    if node.type == "table":
        return "table", "| … | … |\n|---|---|\n| … | … |"
    if node.type == "alert":
        return "note", f"> [!{node.meta['kind']}]\n> …"
    if node.type == "footnote_ref":
        return "footnote", f"[^{node.meta['label']}]"
    if node.type == "list_item" and "checked" in node.meta:
        return "box", f"- [{'x' if node.meta['checked'] else ' '}] …"
    return None


def plain(node: SyntaxTreeNode) -> str:
    """The words of a block, without marks, on one line."""
    words = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in node.walk()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    return _SPACES.sub(" ", "".join(words)).strip()


def line_of(node: SyntaxTreeNode, first_line: int) -> int:
    """The line in the file."""
    at: SyntaxTreeNode | None = node
    while at is not None and not at.map:
        at = at.parent
    return first_line + (at.map[0] if at and at.map else 0)


def _front_matter(text: str, file: str) -> tuple[dict[str, Any], dict[str, int], list[Problem]]:
    tree, problems = text_files.tree_of(text, file, _FORM, first_line=2)
    if tree is None:
        return {}, {}, problems
    meta = {} if tree.value is None else tree.value
    if not isinstance(meta, dict):
        return {}, {}, [_not_a_mapping(file)]
    return meta, tree.lines, problems


def _without_front_matter(text: str, file: str) -> Problem:
    opened = re.match(r"---[ \t]*(\n|\Z)", text)
    unopened = say("no line of --- opens the file")
    found = say("no line of --- closes the front matter") if opened else unopened
    expected = say("the page's keys at its top, between two lines of ---")
    example = "---\ntitle: Lifeline\ndescription: Draw what happened.\n---"
    return Problem(file, 1, found, expected, example)


def _not_a_mapping(file: str) -> Problem:
    expected = say("one `key: value` a line between the two lines of ---")
    return Problem(file, 2, say("the front matter holds no keys"), expected, "title: Lifeline")
