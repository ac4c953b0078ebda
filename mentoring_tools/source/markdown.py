"""The one parser of Markdown: CommonMark with what code hosts add, and attributes in braces.

Tables, struck words, notes, task lists, footnotes, lists of terms, bare addresses. Raw HTML is
parsed so that it can be told of; it is never written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError
from mdit_py_plugins.attrs.parse import parse as parse_attributes
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

#: The attributes that may stand in braces, by what they stand behind.
ATTRIBUTES = {"heading": ("id",), "link": ("lang", "hreflang"), "words": ("lang",)}

#: How deep blocks may stand in each other; text deeper down would be lost.
_DEEPEST = 100

_BRACES = re.compile(r"\{[^{}\n]*\}")
_AT_THE_END = re.compile(r"\s*(\{[^{}\n]*\})\s*\Z")
_CLOSING = re.compile(r"(?:\A|[ \t]+)#+\Z")
_ALIGNED = re.compile(r"text-align:(right|center)")
_VALUES = {
    "id": re.compile(r"\S+"),
    "lang": re.compile(r"[a-z]{2}"),
    "hreflang": re.compile(r"[a-z]{2}"),
}
_WORDS = ("em_close", "strong_close", "s_close", "image")


@dataclass(frozen=True)
class WrongAttribute:
    """What stands in braces and may not, behind a `heading`, a `link` or `words`; 0 is line one."""

    line: int
    written: str
    behind: str


def parse(text: str) -> tuple[list[Token], list[WrongAttribute]]:
    """The tokens of a text, and every attribute that may not stand where it does.

    Each token inside a line has a `map` that begins with its own line, counted from 0.
    """
    found: dict[str, Any] = {"wrong": []}
    return _parser().parse(text, found), found["wrong"]


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - its name in markdown-it
        """Every link is read, so that a wrong one can be told of."""
        del url
        return True


@cache
def _parser() -> MarkdownIt:
    options = {"maxNesting": _DEEPEST, "tasklists": True, "alerts": True}
    parser = _Parser("commonmark", options).enable(["table", "strikethrough"])
    parser.use(gfm_autolink_plugin).use(deflist_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.core.ruler.after("block", "heading_ids", _heading_ids)
    parser.core.ruler.after("block", "notes", _notes)
    parser.core.ruler.push("lines", _lines)
    parser.core.ruler.push("attributes", _attributes)
    parser.core.ruler.push("classes", _classes)
    parser.core.ruler.push("media", _media)
    return parser


def _notes(state: StateCore) -> None:
    """Takes the English titles out of notes: the interface has its own words for them."""
    tokens = iter(state.tokens)
    state.tokens = [token for token in tokens if not _is_title(token, tokens)]


def _is_title(token: Token, following: Iterator[Token]) -> bool:
    if token.type != "alert_title_open":
        return False
    next(following), next(following)
    return True


def _heading_ids(state: StateCore) -> None:
    """Takes what stands in braces at the end of a heading out of its words."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        match = opening.type == "heading_open" and _AT_THE_END.search(inline.content)
        if match:
            line = opening.map[0] if opening.map else 0
            if _give(opening, "heading", match[1], line, state):
                inline.content = _CLOSING.sub("", inline.content[: match.start()])


def _lines(state: StateCore) -> None:
    """Gives each token in a line the number of its line."""
    line = 0
    for token in state.tokens:
        line = token.map[0] if token.map else line
        if token.children:
            _count(token.children, line)


def _count(children: Sequence[Token], line: int) -> None:
    for child in children:
        child.map = [line, line + 1]
        if child.children:
            _count(child.children, line)
        line += child.type in ("softbreak", "hardbreak") or child.content.count("\n")


def _attributes(state: StateCore) -> None:
    """Gives links, pictures and words in emphasis what stands in braces behind them."""
    for token in state.tokens:
        if token.children and "{" in token.content:
            _give_children(token.children, state)


def _give_children(children: Sequence[Token], state: StateCore) -> None:
    opened: list[Token] = []
    last: Token | None = None
    for child in children:
        match = _BRACES.match(child.content) if last and child.type == "text" else None
        if last and match:
            behind = "link" if last.type == "link_open" else "words"
            if _give(last, behind, match[0], (child.map or [0])[0], state):
                child.content = child.content[match.end() :]
        if child.nesting == 1:
            opened.append(child)
        opener = opened.pop() if child.nesting == -1 else child
        last = opener if child.type in ("link_close", *_WORDS) else None


def _media(state: StateCore) -> None:
    """Makes a card of a link that is a paragraph of its own and says in its title what is there."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        link = _alone(inline.children or []) if opening.type == "paragraph_open" else None
        if link and not opening.hidden:
            opening.attrs["class"] = "mt-media"
            link.meta["media"] = True
            host = urlsplit(str(link.attrs["href"])).hostname or ""
            words = f"{link.attrs['title']} · {host.removeprefix('www.')}"
            language = {"language": link.attrs.get("hreflang", "")}
            inline.children = [*(inline.children or []), Token("media", "", 0, content=words,
                               map=link.map, meta=language)]  # fmt: skip


def _alone(children: Sequence[Token]) -> Token | None:
    """The link that is all there is, if it has a title."""
    tokens = [child for child in children if child.type != "text" or child.content.strip()]
    levels = [token for token in tokens if token.level == 0]
    alone = [token.type for token in levels] == ["link_open", "link_close"]
    return levels[0] if alone and "title" in levels[0].attrs else None


def _give(token: Token, behind: str, braces: str, line: int, state: StateCore) -> bool:
    """Whether the braces hold attributes; those that may stand there are given to the token."""
    try:
        _, attributes = parse_attributes(braces)
    except ParseError:
        return False
    if not attributes:
        return False
    for name, value in attributes.items():
        if name in ATTRIBUTES[behind] and _VALUES[name].fullmatch(str(value)):
            token.attrSet(name, value)
        else:
            written = {"class": f".{value}", "id": f"#{value}"}.get(name, f"{name}={value}")
            state.env["wrong"].append(WrongAttribute(line, written, behind))
    return True


def _classes(state: StateCore) -> None:
    """Aligns cells by a class, for a strict policy allows no style; no other class stays."""
    for token in state.tokens:
        token.attrs.pop("class", None)
        match = _ALIGNED.search(str(token.attrs.pop("style", "")))
        if match:
            token.attrs["class"] = f"mt-{match[1]}"
