"""One Markdown file, read with line numbers: its front matter, and what stands in its text."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.blocks import Blocks, Heading, Link
from mentoring_tools.problems import Problem

#: PyYAML's fast loader, where it was built with one.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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


def text_of(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """A file's text, or None with what must be mended first; `file` names it in problems."""
    try:
        return path.read_text("utf-8").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, error)]


def parse(
    text: str, file: str, language: str, slug: str
) -> tuple[Document | None, list[Problem]]:
    """A file's text as a document, or None with what must be mended first."""
    match = _FRONT.match(text)
    front = match.group(1) if match else ""
    meta, meta_lines, problems = _front_matter(front, file)
    if problems:
        return None, problems
    body = text[match.end() :] if match else text
    first = text[: len(text) - len(body)].count("\n") + 1
    parts = Blocks(first)
    parts.read(body)
    document = Document(
        file, language, slug, meta, meta_lines, body, first,
        tuple(parts.headings), tuple(parts.links), tuple(parts.images), tuple(parts.tables),
        tuple(parts.sheet), tuple(parts.all),
    )  # fmt: skip
    return document, _headings_without_id(document)


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
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        meta = loader.construct_document(node) if node else {}
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
        "the front matter cannot be read from here on",
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
