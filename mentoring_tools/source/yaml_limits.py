"""What no YAML file here may hold, looked at before it is read: references, tags, too much of all.

A reference to what stands elsewhere can hold itself, or ten times ten times ten of it.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem

#: The most of each: characters in a file, values in it, levels of values in each other.
CHARACTERS, VALUES, LEVELS = 500_000, 20_000, 12

#: The tag of a value that comes from the environment.
ENVIRONMENT = "!ENV"

_QUOTES = say("the words themselves, in quotes where they begin with &, * or !")
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check(text: str, file: str, first_line: int, *, tags: bool) -> Problem | None:
    """The first thing in a text that is not to be read; with `tags`, `!ENV` may stand there."""
    if len(text) > CHARACTERS:
        found = say("a file of {count} characters", count=len(text))
        most = say("at most {most} characters", most=CHARACTERS)
        return Problem(file, first_line, found, most, say("several files"))
    try:
        return _first(text, file, first_line, tags=tags)
    except yaml.MarkedYAMLError as error:
        # Other mistakes are told of where the text is read.
        mark = error.problem_mark if (error.context or "").endswith(("alias", "anchor")) else None
        if mark is None:
            return None
        found = say("a word that begins with & or * is read as a reference")
        return Problem(file, first_line + mark.line, found, _QUOTES, '"*words*"')
    except yaml.YAMLError:
        return None


def _first(text: str, file: str, first_line: int, *, tags: bool) -> Problem | None:
    levels = values = 0
    for event in _events(text):
        levels += _step(event)
        values += isinstance(event, yaml.NodeEvent)
        wrong = _wrong(event, tags=tags) or _too_much(levels, values)
        if wrong:
            return Problem(file, first_line + event.start_mark.line, *wrong)
    return None


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_Parser)


def _step(event: yaml.Event) -> int:
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0


def _wrong(event: Any, *, tags: bool) -> tuple[Message, Message, str] | None:
    """What is found, what is expected, and an example; None where all is well."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        shown = ("*" if isinstance(event, yaml.AliasEvent) else "&") + anchor
        return say("“{word}” is read as a reference", word=shown), _QUOTES, f'"{shown}"'
    if tag and not (tags and tag == ENVIRONMENT):
        shown = "!" + tag.removeprefix("tag:yaml.org,2002:").lstrip("!")
        return say("“{word}” is read as a kind of value", word=shown), _QUOTES, f'"{shown}"'
    return None


def _too_much(levels: int, values: int) -> tuple[Message, Message, str] | None:
    if levels > LEVELS:
        most = say("at most {most} levels", most=LEVELS)
        return say("values too deep in each other"), most, "key: words"
    if values > VALUES:
        most = say("at most {most} values in a file", most=VALUES)
        return say("more than {most} values", most=VALUES), most, say("several files")
    return None
