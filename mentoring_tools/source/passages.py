"""What a page says in words, as passages: each with its line, its language and its part."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from mentoring_tools.source.document import Document, line_of

Part = Literal["text", "heading", "label", "reference"]

#: Front-matter keys whose values are read by people, and what part of a page each is.
WRITTEN_KEYS: Mapping[str, Part] = {"title": "heading", "description": "text", "goal": "text"}

# Stands where words in another language, or code, are left out of a passage.
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
# A sentence ends where a mark is followed by a capital, a figure or an opening quotation mark.
_SHORTENED = r"(?<!\besim)(?<!\be\.g)(?<!\bi\.e)(?<!\bvrt)(?<!\bmm)(?<!\bns)"
_SHORTENED += r"(?<!\bks)(?<!\bpuh)(?<!\btel)(?<!\bnro)"
_SENTENCE_END = re.compile(rf"(?:[!?…]|{_SHORTENED}\.)[”’)\"']*(\s+)(?=[”‘\"(]?[A-ZÅÄÖ0-9])")
# An address, or something with a figure in it: A4, Fork2Farm, 1:1.
_NO_WORD = re.compile(r"\w[.@]\w|\A\w*\d\w*\Z|\A\d+(?::\d+)+\Z")
_WORD = re.compile(r"\w+(?:[.:@][\w/]+)*(?:[-’'][\w.:]*\w)*-?")


@dataclass(frozen=True)
class Passage:
    """Words that stand together: a paragraph, a heading, a cell of a table, an item of a list.

    A line break in `text` is one in the file; `line` is that of the first word.
    `part` is running `text`, a `heading` or title, a `label` in a table or on a sheet, or a
    `reference`: an item of a list that only names a page elsewhere, and is no sentence.
    `marked` says that the writer has marked the words with their language, `plain` that words
    there cannot be marked.
    """

    file: str
    line: int
    language: str
    text: str
    part: Part = "text"
    marked: bool = False
    plain: bool = False

    @property
    def words(self) -> tuple["Word", ...]:
        """Its words, without numbers, addresses and marks."""
        return tuple(self._words())

    @property
    def sentences(self) -> tuple["Passage", ...]:
        """Its sentences; one without an end mark is a sentence too."""
        ends = [match.start(1) for match in _SENTENCE_END.finditer(self.text)]
        cuts = [0, *ends, len(self.text)]
        pieces = [(start, self.text[start:end]) for start, end in pairwise(cuts)]
        return tuple(self._piece(start, piece) for start, piece in pieces if _WORD.search(piece))

    def _words(self) -> Iterator["Word"]:
        for number, line in enumerate(self.text.split("\n"), self.line):
            yield from (Word(word, number) for word in _words_of(line))

    def _piece(self, start: int, piece: str) -> "Passage":
        before = self.text[:start] + piece[: len(piece) - len(piece.lstrip())]
        line = self.line + before.count("\n")
        return replace(self, line=line, text=piece.strip())


@dataclass(frozen=True)
class Word:
    """One word as it is written, and its line in the file."""

    text: str
    line: int


def different_words(passages: Iterable[Passage]) -> set[str]:
    """The words of all these passages, each once."""
    return set(_words_of("\n".join(passage.text for passage in passages)))


def of_document(document: Document) -> tuple[Passage, ...]:
    """A page's passages: first what is written at its top, then its text in reading order."""
    return (*_of_front_matter(document), *_of_blocks(document))


def of_words(file: str, text: str, words: Mapping[str, str], language: str) -> tuple[Passage, ...]:
    """The interface's words as passages; `text` is their file's text, one key a line.

    A key that ends in `_format` has a pattern for dates, not words.
    """
    starts = {line.partition(":")[0]: n for n, line in enumerate(text.splitlines(), 1)}
    return tuple(
        Passage(
            file, starts.get(key, 1), language, _PLACEHOLDER.sub(_GAP, value), "label", plain=True
        )
        for key, value in words.items()
        if not key.endswith("_format")
    )


def _words_of(text: str) -> Iterator[str]:
    plain = text.replace("\N{SOFT HYPHEN}", "").replace("\N{NON-BREAKING HYPHEN}", "-")
    for word in _WORD.findall(plain):
        if word.isalpha() or not _NO_WORD.search(word):
            yield word


def _of_front_matter(document: Document) -> Iterator[Passage]:
    for key, part in WRITTEN_KEYS.items():
        value = document.meta.get(key)
        if isinstance(value, str):
            line = document.meta_lines[key]
            yield Passage(document.file, line, document.language, value, part, plain=True)


def _of_blocks(document: Document) -> Iterator[Passage]:
    for section, block in document.blocks:
        for node in block.walk():
            if node.type == "inline":
                passages = _of_inline(node, document, _part(node, section))
                yield from (replace(p, plain=section == "worksheet") for p in passages)


def _part(inline: SyntaxTreeNode, section: str) -> Part:
    around = inline.parent.type if inline.parent else ""
    if around == "heading":
        return "heading"
    if around in ("th", "td") or section == "worksheet":
        return "label"
    return "reference" if _refers(inline) else "text"


def _refers(inline: SyntaxTreeNode) -> bool:
    """Whether this is an item that names pages elsewhere: links out, and no end mark."""
    item = inline.parent.parent if inline.parent else None
    links = [str(node.attrs["href"]) for node in inline.walk() if node.type == "link"]
    said = "".join(text for text, _ in _runs(inline.children, "")).strip()
    listed = item is not None and item.type == "list_item"
    return listed and any("://" in link for link in links) and said[-1:] not in (*".!?…",)


def _of_inline(inline: SyntaxTreeNode, document: Document, part: Part) -> Iterator[Passage]:
    """The words of one block, and apart from them those that are marked with a language."""
    file, line = document.file, line_of(inline, document.body_line)
    own = ""
    for text, language in _runs(inline.children, ""):
        if language:
            at = line + own.count("\n")
            yield Passage(file, at, language, text, part, marked=True)
            own += _GAP + "\n" * text.count("\n")
        else:
            own += text
    if any(map(str.isalpha, own)):
        yield Passage(file, line, document.language, own, part)


def _runs(nodes: Iterable[SyntaxTreeNode], language: str) -> Iterator[tuple[str, str]]:
    """Pieces of text in reading order, each with the language it is marked with, or none."""
    for node in nodes:
        if node.type == "text":
            yield node.content, language
        elif node.type in ("softbreak", "hardbreak"):
            yield "\n", language
        elif node.type == "media":
            yield f" ({node.content})", ""
        elif node.type == "image":
            yield node.content, str(node.attrs.get("lang", language))
        elif node.children:
            yield from _runs(node.children, str(node.attrs.get("lang", language)))
        else:
            yield _GAP, language
