"""Front matter becomes a typed model; each mistake is said in words, with its line."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mentoring_tools.content.schema import FRONT_MATTER, FrontMatter, Kind, Theme
from mentoring_tools.messages import Message, as_is, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import plain_words, text_files
from mentoring_tools.source.document import Document

_EXAMPLES = {
    "title": "title: Elämänviiva",
    "description": "description: Piirrä tärkeät tapahtumat viivalle ja huomaa vahvuutesi.",
    "goal": "goal: Tunnet kolme vahvuuttasi ja osaat kertoa niistä.",
    "phase": "phase: familiarization",
    "themes": "themes: [self-knowledge]",
    "minutes": "minutes: 45",
    "who": "who: both",
    "meetings": "meetings: 6",
    "paper": "paper: landscape",
    "repeats": "repeats: true",
    "common_fields": "common_fields: false",
    "tested": "tested: true",
    "step": "step: recruit",
    "sources": "sources:\n  - title: InfoFinland\n    url: https://www.infofinland.fi/",
}
_EXPECTED = {
    "minutes": say("a whole number of minutes, from 1 to 600"),
    "meetings": say("a whole number of meetings, from 1 to 30"),
    "repeats": say("true or false"),
    "common_fields": say("true or false"),
    "tested": say("true or false"),
    "description": say("one plain sentence, at most 160 characters"),
    "sources": say(
        "a list of sources, each with title and url, an address that begins with https://"
    ),
}


def written(document: Document, kind: Kind) -> tuple[FrontMatter | None, list[Problem]]:
    """The typed front matter of a page of this kind, or None with every mistake in it."""
    try:
        return FRONT_MATTER.get(kind, FrontMatter).model_validate(document.meta), []
    except ValidationError as error:
        return None, [_problem(document, kind, detail) for detail in error.errors()]


def unknown() -> FrontMatter:
    """Stands on a page whose front matter has mistakes: the run ends before anyone reads it."""
    return FrontMatter.model_construct(title="", description="")


def keys_of(kind: Kind) -> Iterator[tuple[str, Message, bool]]:
    """Each key of a kind of page: its name, its sentence for the author, whether it is needed."""
    for name, info in FRONT_MATTER.get(kind, FrontMatter).model_fields.items():
        yield name, as_is(info.description or ""), info.is_required()


def table() -> str:
    """All keys as a table in Markdown, for those who write."""
    rows: dict[str, str] = {}
    for kind in ("page", *FRONT_MATTER):
        for name, sentence, needed in keys_of(kind):
            more = "" if needed else " May be left out."
            rows.setdefault(name, f"| `{name}` | {sentence}{more} |")
    return "\n".join(["| key | what it says |", "|---|---|", *rows.values()])


def _problem(document: Document, kind: Kind, detail: ErrorDetails) -> Problem:
    name = str(detail["loc"][0])
    line = document.meta_lines.get(name, 1)
    inner = len(detail["loc"]) > 1 and name == "sources"
    if detail["type"] == "missing" and not inner:
        sentence = {key: text for key, text, _ in keys_of(kind)}[name]
        return Problem(document.file, line, say("the key “{key}” is missing", key=name), sentence,
                       _EXAMPLES[name])  # fmt: skip
    if name not in _EXAMPLES or (detail["type"] == "extra_forbidden" and not inner):
        return _unknown_key(document, kind, name, line)
    found = _found(name, detail)
    example = _EXAMPLES[name]
    if detail["type"] == plain_words.ERROR and not inner:
        example = f"{name}: {text_files.written(detail['ctx']['mended'])}"
    return Problem(document.file, line, found, _expected(name, detail), example)


def _unknown_key(document: Document, kind: Kind, name: str, line: int) -> Problem:
    known = ", ".join(key for key, _, _ in keys_of(kind))
    return Problem(document.file, line, say("the key “{key}” is unknown", key=name),
                   say("only these keys on a page of this kind: {keys}", keys=known),
                   _EXAMPLES["title"])  # fmt: skip


def _expected(name: str, detail: ErrorDetails) -> Message:
    if detail["type"] == plain_words.ERROR:
        return as_is(detail["ctx"]["expected"])
    if name in _EXPECTED:
        return _EXPECTED[name]
    if name == "themes":
        return say("a list of one or more of: {listed}", listed=", ".join(get_args(Theme)))
    if detail["type"] == "literal_error":
        known = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        return say("one of: {listed}", listed=known)
    return say("words; not empty") if isinstance(detail["input"], str) else plain_words.NOT_EMPTY


def _found(name: str, detail: ErrorDetails) -> Message:
    if detail["type"] == plain_words.ERROR:
        place = ".".join(map(str, detail["loc"]))
        return say("{place}: {what}", place=place, what=detail["ctx"]["found"])
    if name == "sources" and len(detail["loc"]) > 2:
        _, number, key = detail["loc"]
        return say("sources: the “{key}” of number {number} is missing, empty, unknown or no "
                   "address", key=key, number=int(number) + 1)  # fmt: skip
    return say("{place}: {what}", place=name, what=_shown(detail["input"]))


def _shown(value: Any) -> Message:
    return say("(empty)") if value in ("", None) else as_is(text_files.written(value))
