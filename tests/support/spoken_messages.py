"""What of a message another language leaves in English."""

import re

from mentoring_tools import messages
from mentoring_tools.messages import Message, said
from mentoring_tools.problems import Problem

# English words that no value of these tests holds outside of quotes, and no other language has.
_ENGLISH = re.compile(r"(?<![\w-])(?:the|an|of|is|and|or|with|that|not|each|only|which)(?![\w-])")
_QUOTED = re.compile(r"”[^”]*”|`[^`]*`|“[^”]*”")


def untranslated(words: str, language: str) -> list[str]:
    """The patterns in words that have no twin in a language; plain words are one of them."""
    if not isinstance(words, Message):
        return [words]
    twin = messages.twins(language).get(words.pattern)
    letters = re.sub(r"\{\w+\}", "", words.pattern)
    own = [words.pattern] if twin is None and re.search(r"[^\W\d_]", letters) else []
    inner = [value for value in words.values.values() if isinstance(value, Message)]
    return own + [pattern for value in inner for pattern in untranslated(value, language)]


def left_in_english(problem: Problem, language: str) -> list[str]:
    """What a problem would say in English to a reader of another language."""
    sentences = (problem.found, problem.expected)
    left = [pattern for words in sentences for pattern in untranslated(words, language)]
    spoken = [_QUOTED.sub("", said(words, language)) for words in sentences]
    return left + [words for words in spoken if _ENGLISH.search(words)]
