"""The slides of a training, read from its page: what is shown, and what the speaker says.

Under the heading with the id `slides`, each heading of the third level begins a slide. Its list
items and paragraphs are what is shown; its quotations are notes for the speaker.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.document import Document, line_of, plain
from mentoring_tools.worksheet.facts import Logo

#: The id of the heading above a page's slides.
SECTION = "slides"

#: What can be read from the back of a room: rows, how many letters make one, and those of a title.
ROWS, ROW, TITLE = 6, 60, 60

_EXAMPLE = """\
### Mentori kuuntelee {#slide-listening}

- Kuuntele loppuun asti.

> Kerro esimerkki."""


@dataclass(frozen=True)
class Slide:
    """A slide: its title, its lines, and what the speaker says, a paragraph each."""

    title: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """Slides with what stands around them: a title and a line below it, the foot, who made them.

    `locale` is the tag of their language (`fi-FI`), `colour` that of titles (#rrggbb).
    """

    slides: tuple[Slide, ...]
    title: str
    subtitle: str
    foot: str
    language: str
    locale: str
    author: str
    colour: str
    logo: Logo | None = None


@dataclass
class _Draft:
    title: str
    line: int
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(text: Document) -> tuple[tuple[Slide, ...], list[Problem]]:
    """The slides of a page, and a problem for all that no slide can hold."""
    drafts: list[_Draft] = []
    problems: list[Problem] = []
    for section, block in text.blocks:
        if section != SECTION:
            continue
        if block.type == "heading" and block.tag == "h3":
            drafts.append(_Draft(plain(block), line_of(block, text.body_line)))
        elif drafts and not _take(drafts[-1], block):
            line, expected = line_of(block, text.body_line), say("a list, paragraphs, quotations")
            found = say("a slide with something that cannot be shown on it")
            problems.append(Problem(text.file, line, found, expected, _EXAMPLE))
    problems += [problem for draft in drafts for problem in _too_much(text.file, draft)]
    made = tuple(Slide(d.title, tuple(d.lines), tuple(d.notes)) for d in drafts)
    return made, problems + list(_none(text, made))


def _take(draft: _Draft, block: SyntaxTreeNode) -> bool:
    """Puts a block on the slide; false where it cannot stand there."""
    if block.type == "blockquote":
        draft.notes += map(plain, block.children)
    elif block.type in ("bullet_list", "ordered_list"):
        draft.lines += map(plain, block.children)
    elif block.type == "paragraph":
        draft.lines.append(plain(block))
    else:
        return False
    return True


def _none(text: Document, slides: Iterable[Slide]) -> Iterator[Problem]:
    heading = text.heading(SECTION)
    if heading and not any(slides):
        found = say("no slide under the heading #{id}", id=SECTION)
        expected = say("a heading with three number signs for each slide")
        yield Problem(text.file, heading.line, found, expected, _EXAMPLE)


def _too_much(file: str, draft: _Draft) -> Iterator[Problem]:
    for found, expected in _measured(draft):
        yield Problem(file, draft.line, found, expected, _EXAMPLE)


def _measured(draft: _Draft) -> Iterator[tuple[Message, Message]]:
    """What is more on a slide than can be read from the back of a room."""
    rows = sum(-(-len(line) // ROW) for line in draft.lines)
    if rows > ROWS:
        yield (
            say("the slide “{title}” takes {count} rows", title=draft.title, count=rows),
            say("at most {most} rows of {letters} letters on a slide; the speaker's notes hold the "
                "rest", most=ROWS, letters=ROW),
        )  # fmt: skip
    if len(draft.title) > TITLE:
        yield (
            say("the slide's title “{title}” has {count} letters",
                title=draft.title, count=len(draft.title)),
            say("at most {most} letters in a slide's title", most=TITLE),
        )  # fmt: skip
