"""Front matter becomes a typed model; each mistake is said in words, with its line."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mentoring_tools.content.schema import FRONT_MATTER, FrontMatter, Kind, Theme
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
    "sources": "sources:\n  - title: InfoFinland\n    url: https://www.infofinland.fi/",
}
_EXPECTED = {
    "minutes": "a whole number of minutes, from 1 to 600",
    "meetings": "a whole number of meetings, from 1 to 30",
    "repeats": "true or false",
    "common_fields": "true or false",
    "tested": "true or false",
    "description": "one plain sentence, at most 160 characters",
    "sources": "a list of sources, each with title and url, an address that begins with https://",
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


def keys_of(kind: Kind) -> Iterator[tuple[str, str, bool]]:
    """Each key of a kind of page: its name, its sentence for the author, whether it is needed."""
    for name, info in FRONT_MATTER.get(kind, FrontMatter).model_fields.items():
        yield name, info.description or "", info.is_required()


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
        return Problem(document.file, line, f"the key “{name}” is missing", sentence,
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
    return Problem(document.file, line, f"the key “{name}” is unknown",
                   f"only these keys on a page of this kind: {known}",
                   _EXAMPLES["title"])  # fmt: skip


def _expected(name: str, detail: ErrorDetails) -> str:
    if detail["type"] == plain_words.ERROR:
        return str(detail["ctx"]["expected"])
    if name in _EXPECTED:
        return _EXPECTED[name]
    if name == "themes":
        return "a list of one or more of: " + ", ".join(get_args(Theme))
    if detail["type"] == "literal_error":
        return "one of: " + str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    quotes = "; a number, a date, yes and no stand in quotes"
    return "words; not empty" + quotes * (not isinstance(detail["input"], str))


def _found(name: str, detail: ErrorDetails) -> str:
    if detail["type"] == plain_words.ERROR:
        return f"{'.'.join(map(str, detail['loc']))}: {detail['ctx']['found']}"
    if name == "sources" and len(detail["loc"]) > 2:
        _, number, key = detail["loc"]
        wrong = "is missing, empty, unknown or no address"
        return f"sources: the “{key}” of number {int(number) + 1} {wrong}"
    return f"{name}: {_shown(detail['input'])}"


def _shown(value: Any) -> str:
    return "(empty)" if value in ("", None) else text_files.written(value)
