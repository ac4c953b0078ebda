"""Words for those who write and build, in English or in the language of their machine.

Code says them in English, each pattern once; `strings/messages.<language>.po` holds its twins.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from pathlib import Path

FOLDER = Path(__file__).parent / "strings"

#: The language of the patterns in code.
SOURCE = "en"


class Message(str):
    """Words in English that can be said in another language too.

    `pattern` is the English with a name in braces for each of `values`; these may be messages.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: Mapping[str, object]

    def given(self, **values: object) -> "Message":
        """The same with values in the places that its braces keep."""
        return say(self.pattern, **values)


def say(pattern: str, **values: object) -> Message:
    """A message; without values the pattern is taken as it is, braces too."""
    message = Message(pattern.format(**values) if values else pattern)
    message.pattern, message.values = pattern, values
    return message


def as_is(words: str) -> Message:
    """A message as it is; other words, such as a value, are the same in every language."""
    return words if isinstance(words, Message) else say("{words}", words=words)


def listed(parts: Sequence[str]) -> str:
    """One or more messages on a line, with commas between them."""
    return reduce(lambda first, next_: say("{first}, {next}", first=first, next=next_), parts)


def lines(parts: Sequence[str]) -> str:
    """One or more messages, each on a line of its own."""
    return reduce(lambda first, next_: say("{first}\n{next}", first=first, next=next_), parts)


def said(words: str, language: str) -> str:
    """Words in a language: a message by its twin, or in English without one; others as they are."""
    if not isinstance(words, Message) or language == SOURCE:
        return str(words)
    twin = twins(language).get(words.pattern, words.pattern)
    if not words.values:
        return twin
    values = {name: _value(value, language) for name, value in words.values.items()}
    try:
        return twin.format(**values)
    except (KeyError, IndexError, ValueError):
        return str(words)  # A twin whose braces are wrong says less than English does.


def _value(value: object, language: str) -> object:
    return said(value, language) if isinstance(value, Message) else value


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language to speak: what the environment names first and there are words in, or English.

    Source: GNU gettext's manual, "Locale Environment Variables" and "The LANGUAGE variable".
    """
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "C")
    plain = locale.partition(".")[0] in ("C", "POSIX")
    wishes = ("" if plain else environment.get("LANGUAGE", "")) or locale
    codes = (wish.replace(".", "_").partition("_")[0].lower() for wish in wishes.split(":"))
    return next((code for code in codes if code == SOURCE or _file(code).is_file()), SOURCE)


def _file(language: str) -> Path:
    return FOLDER / f"messages.{Path(language).name}.po"


@cache
def twins(language: str) -> Mapping[str, str]:
    """The patterns of a language by the English ones; those without words are left out."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only another language needs it

    with _file(language).open("rb") as file:
        catalogue = read_po(file)
    return {str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string}
