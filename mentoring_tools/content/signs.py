"""Signs that would stand on the page as they are: marks of other programs, or ones that go astray.

Each is told with what to write instead.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.messages import Message, as_is, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import plain_words
from mentoring_tools.source.document import Document, line_of, plain
from mentoring_tools.source.html import NOTES, SHEET
from mentoring_tools.source.markdown import ATTRIBUTES
from mentoring_tools.source.passages import WRITTEN_KEYS

_NOTE = "> [!TIP]\n> Sopikaa heti seuraava tapaaminen."
_TABLE = "| Vaihe | Kesto |\n|---|---|\n| Aloitus | 1 kk |"


@dataclass(frozen=True)
class _Sign:
    """A sign that went astray: where it stands, what is told of it, and a right example.

    The sign is the first group of the pattern; what is found names it as `{sign}`.
    """

    pattern: re.Pattern[str]
    found: Message
    expected: Message
    example: str


def _sign(pattern: str, found: Message, expected: Message, example: str) -> _Sign:
    return _Sign(re.compile(pattern), found, expected, example)


_SIGNS = (
    _sign(r"^\s*(:::+|!!!|\?\?\?\+?)", say("“{sign}” before a note, as another program writes it"),
          say("> [!TIP] on a line of its own, then > before each line of the note"), _NOTE),
    _sign(r"(\[!\w+\])", say("“{sign}”, which is no kind of note"),
          say("one of {kinds} alone on the first line of a quote",
              kinds=", ".join(f"[!{kind.upper()}]" for kind in NOTES)), _NOTE),
    _sign(r"(\[\^[^\]\s]+\])", say("the footnote “{sign}”, which has no text"),
          say("a paragraph that begins with the same mark and a colon, anywhere on the page"),
          "[^1]: Lähde: InfoFinland."),
    _sign(r"(\^\[)", say("a footnote inside the line"),
          say("a mark here, and the note in its own paragraph"),
          "Sana.[^1]\n\n[^1]: Lähde: InfoFinland."),
    _sign(r"(\[[ xX]\])(?=\s|$)", say("the box “{sign}” outside a list"),
          say("boxes to tick at the beginning of a list's items"), "- [ ] Sovimme tapaamisista."),
    _sign(r"(\[\[?_?TOC_?\]?\])", say("“{sign}”"),
          say("nothing: the page lists its contents by itself"), ""),
    _sign(r"(\] ?\(|\]\[|\[\[)", say("“{sign}”: this is not a link"),
          say("words in square brackets, and right after them the path in round ones"),
          "[Sopimus](../agreement.md)"),
    _sign(r"(\{[^}]*\}?|\})", say("“{sign}”: braces that belong to nothing"),
          say("an id after a heading, or a language right after a link or words in emphasis"),
          "*employment services*{lang=en}"),
    _sign(r"(<!--|-->|</?[A-Za-z])", say("“{sign}”: HTML, or a comment that is not closed"),
          say("Markdown only; a note to other writers between <!-- and -->"), "<!-- Tarkista. -->"),
    _sign(r"(\*\*|~~|(?<![_\w])__(?!_)|(?<!=)==(?=\S)(?!=))",
          say("“{sign}” that no second one closes"),
          say("**two stars** on both sides, without a space inside"), "**tärkeää**"),
    _sign(r"(\$\$|\\[()\[\]])", say("“{sign}”: a formula from another program"),
          say("the same in words"), ""),
    _sign(r"(?<!\S)(:[a-z_]+:)(?!\S)", say("“{sign}”: an emoji by its name"),
          say("the same in words"), ""),
    _sign(r"(\\)$", say("“{sign}” at the end of a paragraph"), say("nothing: no line follows"), ""),
    _sign(r"^\s*(\|.*\|)\s*$", say("this is not a table: “{sign}”"),
          say("a row of headings, under it a row of lines with as many cells, then the rows"),
          _TABLE),
    _sign(r"^(\d{1,2}[.)][^\W\d_]\S*|-[A-ZÅÄÖ]\S*)",
          say("“{sign}”: an item of a list without a space"),
          say("a space after the number or the hyphen"), "1. Valitkaa aihe."),
)  # fmt: skip
_NOT_ON_A_SHEET = {
    "link": say("a link on the sheet"), "image": say("a picture on the sheet"),
}  # fmt: skip
_NOTHING = as_is("")
# What would be read as HTML or Markdown anywhere else.
_MARKUP = re.compile(r"</?[A-Za-z!][^>]*>?|\*\*|\]\(|\{[^}]*\}?|&#?\w+;")
_ALLOWED = {
    "heading": (say("only an id in braces after a heading, the same in every language"),
                "## Näin teette {#steps}"),
    "link": (say("only hreflang= or lang= in braces after a link, with a language's two "
                 "letters"),
             "[Kotus](https://www.kotus.fi/){hreflang=fi}"),
    "words": (say("only lang= in braces after a picture or words in emphasis, with two letters"),
              "*employment services*{lang=en}"),
}  # fmt: skip


def check(text: Document) -> Iterator[Problem]:
    """Every sign, attribute and footnote of a page that is not what it looks like."""
    for section, block in text.blocks:
        for node in block.walk():
            yield from _of_node(node, text, on_sheet=section == SHEET)
    yield from _at_the_top(text)
    yield from _attributes(text)
    yield from _unused_notes(text)
    yield from _pictures(text)


def _of_node(node: SyntaxTreeNode, text: Document, *, on_sheet: bool) -> Iterator[Problem]:
    if node.type == "inline" and node.token:
        yield from _in_words(node.token.children or (), text)
    elif on_sheet and node.type in _NOT_ON_A_SHEET and node.markup != "autolink":
        yield _not_on_a_sheet(node, text)
    elif node.type == "link" and "title" in node.attrs and not _is_card(node):
        yield _unseen_title(node, text)
    elif node.type == "footnote_ref" and (on_sheet or _in_heading(node)):
        yield _misplaced_note(node, text)


def _not_on_a_sheet(node: SyntaxTreeNode, text: Document) -> Problem:
    return Problem(
        text.file, line_of(node, text.body_line), _NOT_ON_A_SHEET[node.type],
        say("words only: a sheet is filled in, and is the same on paper and in Word; "
            "links and pictures stand in the page's other parts"),
        "Ohjeet ovat sivun alussa.",
    )  # fmt: skip


def _unseen_title(node: SyntaxTreeNode, text: Document) -> Problem:
    return Problem(
        text.file, line_of(node, text.body_line),
        say("words after the address of a link: “{words}”", words=node.attrs["title"]),
        say("words that all can see; only the link to a film or a recording, alone in "
            "its paragraph, says there what it is and how long"),
        "[Mentori kertoo](https://yle.fi/) (video, 4 min)",
    )  # fmt: skip


def _at_the_top(text: Document) -> Iterator[Problem]:
    for key in WRITTEN_KEYS:
        value = text.meta.get(key)
        if not isinstance(value, str) or plain_words.wrong_in(value):
            continue  # HTML is told of where the values are read.
        match = _MARKUP.search(value)
        if match:
            yield Problem(
                text.file, text.meta_lines[key],
                say("“{markup}” in the {key}", markup=match[0], key=key),
                say("plain words: at the top of a page there is no Markdown and no HTML"),
                f"{key}: Piirrä elämäsi viiva",
            )  # fmt: skip


def _in_words(tokens: Iterable[Token], text: Document) -> Iterator[Problem]:
    before = "softbreak"
    for token in tokens:
        if token.type in ("text", "image"):
            first = before in ("softbreak", "hardbreak")
            line = text.body_line + (token.map or [0])[0]
            yield from _in_piece(
                token.content, Problem(text.file, line, _NOTHING, _NOTHING), first=first
            )
        before = token.type


def _in_piece(words: str, place: Problem, *, first: bool) -> Iterator[Problem]:
    """The first sign in a piece of a line; some are signs at the `first` place of a line only."""
    for sign in _SIGNS:
        match = sign.pattern.search(words)
        if match and (first or not sign.pattern.pattern.startswith("^")):
            found = sign.found.given(sign=match[1])
            yield replace(place, found=found, expected=sign.expected, example=sign.example)
            return


def _attributes(text: Document) -> Iterator[Problem]:
    for one in text.wrong_attributes:
        expected, example = _ALLOWED[one.behind]
        known = one.written.partition("=")[0].lstrip("#.") in ATTRIBUTES[one.behind]
        found = say("“{written}” in braces", written=one.written)
        if known:
            found = say("“{written}” in braces is no language", written=one.written)
        yield Problem(text.file, text.body_line + one.line, found, expected, example)


def _is_card(node: SyntaxTreeNode) -> bool:
    return bool(node.nester_tokens and node.nester_tokens.opening.meta.get("media"))


def _in_heading(node: SyntaxTreeNode) -> bool:
    while node.parent and node.type != "heading":
        node = node.parent
    return node.type == "heading"


def _misplaced_note(node: SyntaxTreeNode, text: Document) -> Problem:
    return Problem(
        text.file, line_of(node, text.body_line),
        say("the footnote [^{label}] in a heading or on the sheet", label=node.meta["label"]),
        say("a footnote in running text; on the sheet the same in words"), "(lähde: InfoFinland)",
    )  # fmt: skip


def _unused_notes(text: Document) -> Iterator[Problem]:
    nodes = [node for _, block in text.blocks for node in block.walk()]
    named = {node.meta["label"] for node in nodes if node.type == "footnote_ref"}
    seen: set[str] = set()
    for node in nodes:
        if node.type == "footnote_reference":
            label = node.meta["label"]
            if label in seen or label not in named:
                found = say("the footnote [^{label}] is named nowhere in the text", label=label)
                if label in seen:
                    found = say("the footnote [^{label}] stands there twice", label=label)
                yield Problem(
                    text.file, line_of(node, text.body_line), found,
                    say("each footnote once, and its mark in the text"), f"Sana.[^{label}]",
                )  # fmt: skip
            seen.add(label)


def _pictures(text: Document) -> Iterator[Problem]:
    for _, block in text.blocks:
        for node in block.walk():
            if node.type == "image" and not plain(node):
                yield Problem(
                    text.file, line_of(node, text.body_line), say("a picture without words"),
                    say("say in words what the picture shows"),
                    f"![Kaksi ihmistä pöydän ääressä]({node.attrs['src']})",
                )  # fmt: skip
