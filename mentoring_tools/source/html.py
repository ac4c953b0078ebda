"""What was parsed as HTML, in sections, open where places differ: links, pictures, ids, words.

Nothing is written but what is listed here: elements by the parser's own rules, text escaped.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

#: What an address elsewhere may begin with.
SCHEMES = ("https", "http", "mailto", "tel")

#: The id of the heading under which the sheet stands: its form is made from the model.
SHEET = "worksheet"

#: Notes, as code hosts know them.
NOTES = ("note", "tip", "important", "warning", "caution")

# What needs looks of its own.
_EXTRAS = ("alert_open", "dl_open", "footnote_ref", "image", "media")
# Stands for an item of a list that lies in nothing else.
_ITEM = "i"
# Stands around what is filled in later. No text has it: the parser replaces it.
_MARK = "\0"


@dataclass(frozen=True)
class Place:
    """How a page's HTML is filled in for one place: a page of the site, a chapter on paper.

    `link` turns what a link says into an address; an empty one leaves the words alone.
    `picture` turns what a picture says into its attributes, `src` among them.
    `prefix` begins the ids of footnotes; headings have ids only where `headings` says so.
    """

    link: Callable[[str], str]
    picture: Callable[[str], Mapping[str, str]]
    words: Mapping[str, str]
    prefix: str = ""
    headings: bool = True


@dataclass(frozen=True)
class Html:
    """A piece of a page. Every second of its `pieces` is filled in: a letter, then what it says."""

    pieces: tuple[str, ...] = ("",)

    def filled(self, place: Place) -> str:
        """The HTML as it stands in a place."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        texts = list(self.pieces)
        texts[1::2] = [_FILL[piece[0]](piece[1:], place) for piece in texts[1::2]]
        return "".join(texts)

    def items(self, place: Place) -> list[str]:
        """The same, cut behind each `<li>` of its lists, which is left out."""
        starts = [at for at, piece in enumerate(self.pieces) if at % 2 and piece == _ITEM]
        cuts = zip([0, *(at + 1 for at in starts)], [*starts, len(self.pieces)], strict=True)
        return [Html(self.pieces[start:end]).filled(place) for start, end in cuts]


@dataclass(frozen=True)
class PageSection:
    """What stands under an h2, without the heading; what stands before the first has no id."""

    id: str
    title: Html
    html: Html


def sections(tokens: Sequence[Token]) -> tuple[PageSection, ...]:
    """All sections of a page in their order, each with the footnotes that it is first to name."""
    text, notes = _without_notes(tokens)
    writer = _Writer(notes)
    return tuple(writer.section(part) for part in _parts(text))


def has_extras(tokens: Sequence[Token]) -> bool:
    """Whether a text has more than paragraphs, lists and tables, and so needs looks for it."""
    return any(
        token.type in _EXTRAS or "class" in token.attrs or "checked" in token.meta
        or has_extras(token.children or ())
        for token in tokens
    )  # fmt: skip


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if _begins_section(token):
            yield part
            part = []
        part.append(token)
    yield part


def _begins_section(token: Token) -> bool:
    if token.type != "heading_open" or token.level:
        return False
    return token.tag in ("h1", "h2") or token.attrs.get("id") == SHEET


def _without_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The text without the footnotes' own words, and those by label."""
    text: list[Token] = []
    notes: dict[str, list[Token]] = {}
    into = [text]
    for token in tokens:
        if token.type == "footnote_reference_open":
            into.append([])
            notes.setdefault(token.meta["label"], into[-1])
        elif token.type == "footnote_reference_close":
            into.pop()
        else:
            into[-1].append(token)
    return text, notes


@dataclass
class _Writer:
    """Writes the sections of one page; `placed` are the footnotes that stand somewhere already."""

    notes: Mapping[str, Sequence[Token]]
    placed: set[str] = field(default_factory=set)

    def section(self, tokens: list[Token]) -> PageSection:
        at = 3 if tokens and _begins_section(tokens[0]) else 0
        heading, body = tokens[:at], tokens[at:]
        html = "\n".join(filter(None, (_written(body), self._footnotes(body))))
        id_ = str(heading[0].attrs.get("id", "")) if heading else ""
        said = Html() if id_ == SHEET else _open(html)
        return PageSection(id_, _open(_written(heading[1:2])), said)

    def _footnotes(self, body: Sequence[Token]) -> str:
        items = []
        for ref in self._new(body):
            note, number = _written(self.notes[ref.meta["label"]]), ref.meta["id"] + 1
            led, word = _hole("n", f"back-{number}"), _hole("w", "footnote_back")
            back = f'<a href="#{led}" aria-label="{word}">↑</a>'
            last = "</p>" if note.endswith("</p>") else ""
            said = f"{note.removesuffix(last)} {back}{last}"
            items.append(f'<li value="{number}" id="{_hole("n", f"note-{number}")}">{said}</li>\n')
        return f'<ol class="mt-footnotes">\n{"".join(items)}</ol>\n' if items else ""

    def _new(self, body: Sequence[Token]) -> Iterator[Token]:
        """The footnotes that are named here first, and those that they name themselves."""
        waiting = [body]
        while waiting:
            for ref in _refs(waiting.pop(0)):
                label = ref.meta["label"]
                if label not in self.placed:
                    self.placed.add(label)
                    waiting.append(self.notes[label])
                    yield ref


def _refs(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from (child for child in token.children or () if child.type == "footnote_ref")


def _written(tokens: Sequence[Token]) -> str:
    return str(_RENDERER.render(tokens, _OPTIONS, {})).strip()


def _open(html: str) -> Html:
    return Html(tuple(html.split(_MARK)))


def _hole(kind: str, said: str) -> str:
    return f"{_MARK}{kind}{said}{_MARK}"


class _Renderer(RendererHTML):
    """Markdown-it's own writer, where it would not write what a page may hold."""

    def link_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        return f"<a{_hole('a', str(token.attrs.get('href', '')))}{_languages(token)}>"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        words = escape(self.renderInlineAsText(token.children, options, env))
        return f'<img{_hole("p", str(token.attrs["src"]))} alt="{words}"{_languages(token)}>'

    def heading_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        id_ = str(token.attrs.get("id", ""))
        return f"<{token.tag}{_hole('h', id_) if id_ else ''}>"

    def alert_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        kind = str(tokens[idx].meta["kind"]).lower()
        title = f'<p class="mt-remark-title">{_hole("w", f"remark_{kind}")}</p>'
        return f'<div class="mt-remark mt-remark-{kind}" role="note">\n{title}\n'

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        if "checked" not in (token.meta or {}):
            item = self.renderToken(tokens, idx, options, env)
            return item if token.level > 1 else item.replace("<li>", f"{_MARK}{_ITEM}{_MARK}")
        if not token.meta["checked"]:
            return '<li class="mt-task">'
        done = f'<span class="mt-unseen">{_hole("w", "task_done")}</span>'
        return f'<li class="mt-task mt-done">{done} '

    def footnote_ref(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        number = tokens[idx].meta["id"] + 1
        once = tokens[idx].meta["subId"] == 0
        id_ = f' id="{_hole("n", f"back-{number}")}"' if once else ""
        return f'<sup><a href="#{_hole("n", f"note-{number}")}"{id_}>{number}</a></sup>'

    def media(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        """What a card says under its link: what it is, how long, where, and in which language."""
        language = tokens[idx].meta["language"]
        spoken = f" · {_hole('l', language)}" if language else ""
        return f"<br><span>{escape(tokens[idx].content)}{spoken}</span>"

    def html_block(self, *_: Any) -> str:
        return ""

    def html_inline(self, *_: Any) -> str:
        return ""

    def code_block(self, *_: Any) -> str:
        return ""

    def fence(self, *_: Any) -> str:
        return ""


def _languages(token: Token) -> str:
    """A link's title is left out: on a phone nobody sees it."""
    names = ("lang", "hreflang")
    return _attributes({name: token.attrs[name] for name in names if name in token.attrs})


def _attributes(given: Mapping[Any, object]) -> str:
    return "".join(f' {name}="{escape(str(value))}"' for name, value in given.items())


def _link(target: str, place: Place) -> str:
    scheme, colon, _ = target.partition(":")
    if colon and "/" not in scheme and "#" not in scheme and scheme.lower() not in SCHEMES:
        return ""
    address = place.link(target)
    return f' href="{escape(address)}"' if address else ""


_FILL: Mapping[str, Callable[[str, Place], str]] = {
    "a": _link,
    "p": lambda target, place: _attributes(place.picture(target)),
    "h": lambda id_, place: _attributes({"id": id_}) if place.headings else "",
    "n": lambda id_, place: escape(place.prefix + id_),
    "w": lambda key, place: escape(place.words[key]),
    "l": lambda code, place: escape(place.words.get(f"source_in_{code}", code)),
    _ITEM: lambda _, __: "<li>",
}
_RENDERER = _Renderer()
_OPTIONS = MarkdownIt("commonmark", {"xhtmlOut": False}).options
