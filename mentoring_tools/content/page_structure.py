"""What a page may hold: the headings that its kind needs, and no chip, code or HTML astray."""

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.content.model import WITH_SHEETS
from mentoring_tools.content.schema import HEADINGS, FrontMatter, Kind, PathFrontMatter
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Document, line_of, plain

_ID = re.compile(r"[a-z0-9-]+")
_CODE = ("code_inline", "code_block", "fence")
_HTML = ("html_inline", "html_block")
_COMMENT = re.compile(r"(<!--.*?-->\s*)+", re.DOTALL)


def ids(text: Document) -> list[Problem]:
    """Every heading whose id is missing, cannot be used, or stands on the page twice."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for heading in text.headings:
        wrong = _wrong(heading.id, heading.title, seen)
        if wrong:
            found, expected, id_ = wrong
            example = f"{'#' * heading.level} {heading.title} {{#{id_}}}"
            problems.append(Problem(text.file, heading.line, found, expected, example))
        seen.setdefault(heading.id, heading.line)
    return problems


def _wrong(id_: str, title: str, seen: dict[str, int]) -> tuple[Message, Message, str] | None:
    """What was found, what was expected and a right id, when a heading's id is wrong."""
    if not id_:
        expected = say("an id in braces after each heading's words, the same in every language")
        return say("the heading “{title}” has no id", title=title), expected, "steps"
    if not _ID.fullmatch(id_):
        expected = say("an id in small letters a–z, digits and hyphens, the same in every language")
        right = id_.lower() if _ID.fullmatch(id_.lower()) else "steps"
        return say("the id #{id} of the heading “{title}”", id=id_, title=title), expected, right
    if id_ in seen:
        expected = say("each id once on a page: links and parts of the page are found by it")
        found = say("the id #{id} stands here and on line {line}", id=id_, line=seen[id_])
        return found, expected, f"{id_}-2"
    return None


def missing(text: Document, kind: Kind, written: FrontMatter | None) -> list[Problem]:
    """Every heading that a page of this kind needs and that is not there."""
    needed = HEADINGS.get(kind, ())
    if isinstance(written, PathFrontMatter):
        needed += tuple(f"meeting-{number}" for number in range(1, written.meetings + 1))
    return [
        Problem(text.file, text.body_line, say("no heading with the id #{id}", id=id_),
                say("the headings of a page of this kind: {ids}",
                    ids=" ".join(f"#{name}" for name in needed)),
                f"## … {{#{id_}}}")
        for id_ in needed
        if not text.heading(id_) and all(_ID.fullmatch(heading.id) for heading in text.headings)
    ]  # fmt: skip


def first_level(text: Document) -> Iterator[Problem]:
    """Every heading that stands as high as the page's title."""
    for heading in text.headings:
        if heading.level == 1:
            found = say("a heading of the first level: “{title}”", title=heading.title)
            expected = say("two number signs or more; the page's first heading is its `title`")
            example = f"## {heading.title} {{#{heading.id or 'steps'}}}"
            yield Problem(text.file, heading.line, found, expected, example)


def levels(text: Document, kind: Kind) -> Iterator[Problem]:
    """Every heading on a wrong level, or where nothing can lead to it."""
    before = 1
    for heading in text.headings:
        if heading.id in HEADINGS.get(kind, ()) and heading.level > 2:
            found = say("the heading #{id} stands under another one", id=heading.id)
            expected = say("two number signs: the page's parts are found by these headings")
            example = f"## {heading.title} {{#{heading.id}}}"
            yield Problem(text.file, heading.line, found, expected, example)
        elif heading.level > before + 1:
            here, above, most = ("#" * level for level in (heading.level, before, before + 1))
            found = say("{here} under {above}: “{title}”",
                        here=here, above=above, title=heading.title)  # fmt: skip
            expected = say("at most {most} here: the page's title is #", most=most)
            example = f"{'#' * (before + 1)} {heading.title} {{#{heading.id or 'steps'}}}"
            yield Problem(text.file, heading.line, found, expected, example)
        before = heading.level
    top = {id(block) for _, block in text.blocks}
    for node in _nodes(text, "heading", sheet=True):
        if id(node) not in top:
            found = say("a heading inside a list or a quote: “{words}”", words=plain(node))
            expected = say("headings that begin at the line's left edge; in a list words in bold")
            yield Problem(text.file, line_of(node, text.body_line), found, expected, "**Ensin**")


def sheet(text: Document, kind: Kind) -> Iterator[Problem]:
    """A sheet on a page whose kind has none: nothing would be shown under its heading."""
    heading = text.heading("worksheet")
    if heading and kind not in (*WITH_SHEETS, "easy"):
        expected = say("a sheet on the page of a tool or of the agreement; elsewhere another id")
        found, example = say("the sheet's heading on a page without a sheet"), "## … {#questions}"
        yield Problem(text.file, heading.line, found, expected, example)


def chips(text: Document) -> list[Problem]:
    """Every chip outside the sheet or in a heading; the sheet's reader looks at the others."""
    return [
        Problem(text.file, line_of(node, text.body_line),
                say("a chip in the wrong place: “{words}”", words=_around(node)),
                say("a chip only on the sheet, under the heading with the id worksheet, at the end "
                    "of a list item or of a table's heading cell"),
                "- Vahvuuteni `#strengths long=3`")
        for node in _nodes(text, *_CODE, sheet=False)
        if _is_chip(node)
    ]  # fmt: skip


def code(text: Document) -> list[Problem]:
    """All code outside the sheet: the fonts have no letters for it, on the page and on paper."""
    return [
        Problem(text.file, line_of(node, text.body_line),
                say("words as code: “{words}”", words=_first_line(node)),
                say("plain words, or words with emphasis; no ` around them, no four spaces before "
                    "them"),
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
            text.file, line, say("raw HTML: {words}", words=_first_line(node)),
            say("Markdown only: links inside HTML are not looked at, and paper knows none; "
                "&lt; is the character < itself"),
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
