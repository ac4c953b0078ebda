"""Words that stand on a page as they are written: neither HTML nor invisible characters."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from mentoring_tools.messages import Message, say
from mentoring_tools.source import pasted

#: The kind of pydantic's error for words that are not plain; its `ctx` has `found` and `expected`.
ERROR = "not_plain"

#: What is expected where words are none.
NOT_EMPTY = say("words; not empty; a number, a date, yes and no stand in quotes")

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>?|<[!?][^<>]*>?|&#?\w+;")


def wrong_in(text: str) -> tuple[Message, Message] | None:
    """What is not plain in a text, and what is expected; None where all of it is words."""
    if markup := _MARKUP.search(text):
        return say("“{markup}” is HTML", markup=markup[0]), say("words, not HTML")
    if sign := pasted.SIGN.search(text):
        found = say("an invisible character: {sign}", sign=pasted.name_of(sign[0]))
        return found, say("the same words without it")
    return None


def mended(text: str) -> str:
    """The same without what is not plain: an example of what to write."""
    return " ".join(pasted.SIGN.sub("", _MARKUP.sub(" ", text)).split()) or "…"


def _plain(text: str) -> str:
    if wrong := wrong_in(text):
        found, expected = wrong
        context = {"found": found, "expected": expected, "mended": mended(text)}
        raise PydanticCustomError(ERROR, "{found}", context)
    return text


#: Words that a person writes outside of Markdown; not empty.
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_plain)
]
