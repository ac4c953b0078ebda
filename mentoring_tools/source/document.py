"""One Markdown file, read with line numbers: its front matter, and what stands in its text."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.blocks import Blocks, Heading, Link
from mentoring_tools.source.text_files import Form

_FORM = Form(
    "the front matter",
    "one `key: value` a line between the two lines of ---; a value with a colon stands in quotes",
    'title: "Goal: a job"',
)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Document:
    """A file's content, before anything is known of its kind.

    `file` is relative to the project, `slug` to its language's folder, without `.md`.
    `meta_lines` gives the line of each front-matter key.
    `tables` holds the h2 id above each table of the prose, and its line.
    `blocks` holds everything that stands in the text, each with the id of its h2.
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
    tables: tuple[tuple[str, int], ...] = ()
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


def parse(
    text: str, file: str, language: str, slug: str
) -> tuple[Document | None, list[Problem]]:
    """A file's text as a document, or None with what must be mended first."""
    match = _FRONT.match(text)
    if match is None:
        return None, [_without_front_matter(text, file)]
    meta, meta_lines, problems = _front_matter(match.group(1), file)
    if problems:
        return None, problems
    body = text[match.end() :]
    first = text[: len(text) - len(body)].count("\n") + 1
    parts = Blocks(first)
    parts.read(body)
    document = Document(
        file, language, slug, meta, meta_lines, body, first,
        tuple(parts.headings), tuple(parts.links), tuple(parts.images), tuple(parts.tables),
        tuple(parts.sheet), tuple(parts.all),
    )  # fmt: skip
    return document, []


def _front_matter(
    text: str, file: str
) -> tuple[dict[str, Any], dict[str, int], list[Problem]]:
    tree, problems = text_files.tree_of(text, file, _FORM, first_line=2)
    if tree is None:
        return {}, {}, problems
    meta = {} if tree.value is None else tree.value
    if not isinstance(meta, dict):
        return {}, {}, [_not_a_mapping(file)]
    return meta, tree.lines, problems


def _without_front_matter(text: str, file: str) -> Problem:
    opened = re.match(r"---[ \t]*(\n|\Z)", text)
    found = "no line of --- closes the front matter" if opened else "no line of --- opens the file"
    expected = "the page's keys at its top, between two lines of ---"
    example = "---\ntitle: Lifeline\ndescription: Draw what happened.\n---"
    return Problem(file, 1, found, expected, example)


def _not_a_mapping(file: str) -> Problem:
    expected = "one `key: value` a line between the two lines of ---"
    return Problem(file, 2, "the front matter holds no keys", expected, "title: Lifeline")

