"""How tests read a piece of Markdown: as a page reads it, and as plain CommonMark does."""

from lxml.html import fromstring
from markdown_it import MarkdownIt

from mentoring_tools.content import reader
from mentoring_tools.content.page_cache import Read
from mentoring_tools.source import html, markdown
from mentoring_tools.source.html import NOTES, SCHEMES, Place

FRONT = "---\ntitle: A talk\ndescription: How to talk.\n---\n"
#: All that a page's text may hold, each with its attributes; any may have a `lang`.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "a": ("href", "hreflang", "id", "aria-label"), "img": ("src", "alt"), "div": ("class", "role"),
    "li": ("class", "id", "value"), "ol": ("class", "start"),
    **dict.fromkeys(("p", "span", "th", "td"), ("class",)),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("id",)),
    **dict.fromkeys(("ul", "dl", "dt", "dd", "blockquote", "table", "thead", "tbody", "tr"), ()),
    **dict.fromkeys(("main", "em", "strong", "s", "sup", "br", "hr", "code"), ()),
}  # fmt: skip
CLASSES = {
    *("mt-remark", "mt-remark-title", "mt-task", "mt-done", "mt-unseen", "mt-footnotes"),
    *("mt-media", "mt-right", "mt-center", *(f"mt-remark-{kind}" for kind in NOTES)),
}
#: A place in which links and pictures lead where they say, and words are called by their keys.
PLAIN = Place(lambda target: target, lambda target: {"src": target}, words={
    key: key for key in (
        "footnote_back", "remark_caution", "remark_important", "remark_note", "remark_tip",
        "remark_warning", "source_in_fi", "task_done",
    )
})  # fmt: skip


def as_html(text: str) -> str:
    """A text as a page's HTML, its headings among the rest."""
    tokens, _ = markdown.parse(text)
    lead, *rest = html.sections(tokens)
    parts = [f"{lead.html.filled(PLAIN)}\n"]
    for one in rest:
        id_ = f' id="{one.id}"' if one.id else ""
        parts.append(f"<h2{id_}>{one.title.filled(PLAIN)}</h2>\n{one.html.filled(PLAIN)}\n")
    return "".join(parts).strip()


def as_plain(text: str) -> str:
    """The same by CommonMark with tables, as code hosts preview it."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100, "xhtmlOut": False}).enable("table")
    return str(parser.render(text)).strip()


def forbidden(html: str) -> list[str]:
    """What stands in a page's HTML and may not: elements, attributes and addresses."""
    found = []
    for element in fromstring(f"<main>{html}</main>").iter():
        names = ATTRIBUTES.get(str(element.tag), ())
        if element.tag not in ATTRIBUTES:
            found.append(f"<{element.tag}>")
        found += [f"{name}=" for name in element.attrib if name not in (*names, "lang")]
        scheme, colon, _ = element.get("href", "").partition(":")
        active = colon and "/" not in scheme and scheme.lower() not in SCHEMES
        found += [f"{scheme}:"] * bool(active)
        found += [name for name in element.get("class", "").split() if name not in CLASSES]
    return found


def as_page(body: str) -> Read:
    """A guide with this text, and every mistake in it; the text begins on line 5."""
    return reader.page_of(FRONT + body, "docs/en/guides/talk.md", "en", "guides/talk")
