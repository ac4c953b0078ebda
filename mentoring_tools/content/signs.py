"""Signs that would stand on the page as they are: marks of other programs, or ones that go astray.

Each is told with what to write instead.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

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
    """A pattern in running words, what it is called, and what to write instead."""

    pattern: re.Pattern[str]
    found: str
    expected: str
    example: str


def _sign(pattern: str, found: str, expected: str, example: str) -> _Sign:
    return _Sign(re.compile(pattern), found, expected, example)


_SIGNS = (
    _sign(r"^\s*(:::+|!!!|\?\?\?\+?)", "{} before a note, as another program writes it",
          "> [!TIP] on a line of its own, then > before each line of the note", _NOTE),
    _sign(r"(\[!\w+\])", "{}, which is no kind of note",
          "one of " + ", ".join(f"[!{kind.upper()}]" for kind in NOTES)
          + " alone on the first line of a quote", _NOTE),
    _sign(r"(\[\^[^\]\s]+\])", "the footnote {}, which is said nowhere",
          "a paragraph that begins with the same mark and a colon, anywhere on the page",
          "[^1]: Lähde: InfoFinland."),
    _sign(r"(\^\[)", "a footnote inside the line", "a mark here, and the note in its own paragraph",
          "Sana.[^1]\n\n[^1]: Lähde: InfoFinland."),
    _sign(r"(\[[ xX]\])(?=\s|$)", "the box {} outside a list",
          "boxes to tick at the beginning of a list's items", "- [ ] Sovimme tapaamisista."),
    _sign(r"(\[\[?_?TOC_?\]?\])", "{}", "nothing: the page lists its contents by itself", ""),
    _sign(r"(\] ?\(|\]\[|\[\[)", "{} of a link that is none",
          "words in square brackets, and right behind them the path in round ones",
          "[Sopimus](../agreement.md)"),
    _sign(r"(\{[^}]*\}?|\})", "{}: braces that belong to nothing",
          "an id behind a heading, or a language right behind a link or words in emphasis",
          "*employment services*{lang=en}"),
    _sign(r"(<!--|-->|</?[A-Za-z])", "{}: HTML, or a comment that is not closed",
          "Markdown only; a note to other writers between <!-- and -->", "<!-- Tarkista. -->"),
    _sign(r"(\*\*|~~|(?<![_\w])__(?!_)|(?<!=)==(?=\S)(?!=))", "{} that no second one closes",
          "**two stars** on both sides, without a space inside", "**tärkeää**"),
    _sign(r"(\$\$|\\[()\[\]])", "{}: a formula of another program", "the same in words", ""),
    _sign(r"(?<!\S)(:[a-z_]+:)(?!\S)", "{}: a picture sign by its name", "the same in words", ""),
    _sign(r"(\\)$", "{} at the end of a paragraph", "nothing: no line follows", ""),
    _sign(r"^\s*(\|.*\|)\s*$", "a table that is none: {}",
          "a row of headings, under it a row of lines with as many cells, then the rows", _TABLE),
    _sign(r"^(\d{1,2}[.)][^\W\d_]\S*|-[A-ZÅÄÖ]\S*)", "{}: an item of a list without a space",
          "a space behind the number or the hyphen", "1. Valitkaa aihe."),
)  # fmt: skip
_NOT_ON_A_SHEET = {"link": "a link", "image": "a picture"}
# What would be read as HTML or Markdown anywhere else.
_MARKUP = re.compile(r"</?[A-Za-z!][^>]*>?|\*\*|\]\(|\{[^}]*\}?|&#?\w+;")
_ALLOWED = {
    "heading": ("only an id in braces behind a heading, the same in every language",
                "## Näin teette {#steps}"),
    "link": ("only hreflang= or lang= in braces behind a link, with a language's two letters",
             "[Kotus](https://www.kotus.fi/){hreflang=fi}"),
    "words": ("only lang= in braces behind a picture or words in emphasis, with two letters",
              "*employment services*{lang=en}"),
}  # fmt: skip


def check(text: Document) -> Iterator[Problem]:
    """Every sign, attribute and footnote of a page that is not what it looks like."""
    for section, block in text.blocks:
        for node in block.walk():
            if node.type == "inline" and node.token:
                yield from _in_words(node.token.children or (), text)
            elif section == SHEET and node.type in _NOT_ON_A_SHEET and node.markup != "autolink":
                yield Problem(
                    text.file, line_of(node, text.body_line),
                    f"{_NOT_ON_A_SHEET[node.type]} on the sheet",
                    "words only: a sheet is filled in, and is the same on paper and in Word; "
                    "links and pictures stand in the page's other parts",
                    "Ohjeet ovat sivun alussa.",
                )  # fmt: skip
            elif node.type == "link" and "title" in node.attrs and not _is_card(node):
                yield Problem(
                    text.file, line_of(node, text.body_line),
                    f"words behind the address of a link: “{node.attrs['title']}”",
                    "words that all can see; only the link to a film or a recording, alone in its "
                    "paragraph, says there what it is and how long",
                    "[Mentori kertoo](https://yle.fi/) (video, 4 min)",
                )  # fmt: skip
            elif node.type == "footnote_ref" and (section == SHEET or _in_heading(node)):
                yield _misplaced_note(node, text)
    yield from _at_the_top(text)
    yield from _attributes(text)
    yield from _unused_notes(text)
    yield from _pictures(text)


def _at_the_top(text: Document) -> Iterator[Problem]:
    for key in WRITTEN_KEYS:
        value = text.meta.get(key)
        if not isinstance(value, str) or plain_words.wrong_in(value):
            continue  # HTML is told of where the values are read.
        match = _MARKUP.search(value)
        if match:
            yield Problem(
                text.file, text.meta_lines[key], f"“{match[0]}” in the {key}",
                "plain words: at the top of a page there is no Markdown and no HTML",
                f"{key}: Piirrä elämäsi viiva",
            )  # fmt: skip


def _in_words(tokens: Iterable[Token], text: Document) -> Iterator[Problem]:
    before = "softbreak"
    for token in tokens:
        if token.type in ("text", "image"):
            first = before in ("softbreak", "hardbreak")
            line = text.body_line + (token.map or [0])[0]
            yield from _in_piece(token.content, Problem(text.file, line, "", ""), first=first)
        before = token.type


def _in_piece(words: str, place: Problem, *, first: bool) -> Iterator[Problem]:
    """The first sign in a piece of a line; some are signs at the `first` place of a line only."""
    for sign in _SIGNS:
        match = sign.pattern.search(words)
        if match and (first or not sign.pattern.pattern.startswith("^")):
            found = sign.found.format(f"“{match[1]}”")
            yield replace(place, found=found, expected=sign.expected, example=sign.example)
            return


def _attributes(text: Document) -> Iterator[Problem]:
    for one in text.wrong_attributes:
        expected, example = _ALLOWED[one.behind]
        known = one.written.partition("=")[0].lstrip("#.") in ATTRIBUTES[one.behind]
        found = f"“{one.written}” in braces" + " is no language" * known
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
        f"the footnote [^{node.meta['label']}] in a heading or on the sheet",
        "a footnote in running text; on the sheet the same in words", "(lähde: InfoFinland)",
    )  # fmt: skip


def _unused_notes(text: Document) -> Iterator[Problem]:
    nodes = [node for _, block in text.blocks for node in block.walk()]
    named = {node.meta["label"] for node in nodes if node.type == "footnote_ref"}
    seen: set[str] = set()
    for node in nodes:
        if node.type == "footnote_reference":
            label = node.meta["label"]
            if label in seen or label not in named:
                what = "stands there twice" if label in seen else "is named nowhere in the text"
                yield Problem(
                    text.file, line_of(node, text.body_line), f"the footnote [^{label}] {what}",
                    "each footnote once, and its mark in the text", f"Sana.[^{label}]",
                )  # fmt: skip
            seen.add(label)


def _pictures(text: Document) -> Iterator[Problem]:
    for _, block in text.blocks:
        for node in block.walk():
            if node.type == "image" and not plain(node):
                yield Problem(
                    text.file, line_of(node, text.body_line), "a picture without words",
                    "say in words what the picture shows",
                    f"![Kaksi ihmistä pöydän ääressä]({node.attrs['src']})",
                )  # fmt: skip
