"""Finnish words by Voikko: what is a word, and what it is the form of.

Source: Voikko's Finnish transducer, https://voikko.puimula.org/, in the package pyvoikko.
"""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

from mentoring_tools.messages import say

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_NAMES = ("etunimi", "sukunimi", "paikannimi", "nimi")
# A foreign name inflects like one of these, by its last letter: Aminan like kalan, Minhin like
# kaalin. Two for each, for back and front vowels.
_MODELS = {
    "a": ("kala",), "ä": ("kesä",), "o": ("talo",), "ö": ("kyhmö",), "u": ("savu",),
    "y": ("hely",), "e": ("kolme", "nalle"), "i": ("kaali", "tyyli"), "é": ("nalle",),
}  # fmt: skip
_AFTER_CONSONANT = ("kaal", "tyyl")
# The endings of an abbreviation follow the last letter as it is said: CV:hen like teehen.
_SAID = ("tee", "maa", "äl", "ämm", "kaal", "tyyl", "muu", "suo", "työ", "pii", "pyy")
# Abbreviations that Voikko lacks, without their full stop.
_SHORT = {
    *("em", "esim", "huom", "jne", "klo", "ko", "krt", "ks", "mm", "nro", "ns", "os", "puh", "tms"),
    *("ts", "vk", "vrt", "ym", "yms"),
}


class Finnish:
    """What Voikko knows."""

    language = say("Finnish")
    same_everywhere = True
    name = f"pyvoikko-{version('pyvoikko')}"

    def knows(self, word: str) -> bool:
        """Whether it is a Finnish word as it is written; a name must have its capital."""
        if not word.islower() and word[1:] != word[1:].lower() and not word.isupper():
            return False
        if word in _SHORT:
            return True
        return any(not (word.islower() and _has_capital(r)) for r in _readings(word.lower()))

    def follows(self, word: str, listed: str, model: str = "") -> bool:
        """Whether `word` is a form or a compound of `listed`, as the model's forms are."""
        if listed[:-1] not in (word.lower() if listed.islower() else word):
            return False
        return word.lower() == listed.lower() or any(_bases_like(word, listed, model))

    def ends(self, ending: str) -> bool:
        """Whether an abbreviation can have this ending after its colon."""
        return any(bool(_readings(said + ending.lower())) for said in _SAID)

    def near(self, word: str) -> list[str]:
        """Known words that are one slip of the fingers away, or one capital."""
        low = word.lower()
        if word == low and self.knows(word.capitalize()):
            return [word.capitalize()]
        found = dict.fromkeys(w for w in _slips(low) if w != low and self.knows(w))
        return [w.capitalize() if word[:1].isupper() else w for w in found]

    def base(self, word: str) -> str:
        """The base form as Voikko gives it first; empty for an unknown word."""
        return _base(_readings(word.lower()))

    def base_of(self, word: str, listed: str, model: str = "") -> str:
        """The base form of a word that `follows` a listed one; empty for another word."""
        if not self.follows(word, listed, model):
            return ""
        return next(_bases_like(word, listed, model), word.lower())


@cache
def _readings(low: str) -> list[Any]:
    # Loading takes about a second, and most runs find every word in what is remembered.
    import pyvoikko  # noqa: PLC0415

    readings: list[Any] = pyvoikko.analyse(low.replace("’", "'"))
    return readings


def _bases_like(word: str, listed: str, model: str) -> Iterator[str]:
    """The base forms that it has if it inflects, or ends a compound, as a listed word does."""
    low, stem = word.lower(), listed.lower()
    for other in _models(stem, model):
        for part, other_part in _stems(stem, other):
            if part in low and (readings := _readings(low.replace(part, other_part, 1))):
                yield _base(readings).replace(other_part, part, 1)


def _base(readings: list[Any]) -> str:
    return str(readings[0].BASEFORM).replace("--", "-") if readings else ""


def _models(stem: str, model: str) -> tuple[str, ...]:
    return (model,) if model else _MODELS.get(stem[-1], _AFTER_CONSONANT)


def _stems(stem: str, other: str) -> Iterator[tuple[str, str]]:
    """The whole words, and both without the last letter that they share: moottoreita."""
    yield stem, other
    if stem[-1] == other[-1]:
        yield stem[:-1], other[:-1]


def _has_capital(reading: Any) -> bool:
    """Whether it is a name, or an abbreviation in capitals."""
    short = reading.CLASS == "lyhenne" and not reading.BASEFORM.islower()
    return short or reading.CLASS in _NAMES


def _slips(word: str) -> Iterator[str]:
    """Two letters that changed places, then one too few, one too many, and a wrong one."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (one + two[1] + two[0] + two[2:] for one, two in cuts if len(two) > 1)
    yield from (one + letter + two for one, two in cuts for letter in _LETTERS)
    yield from (one + two[1:] for one, two in cuts if two)
    yield from (one + letter + two[1:] for one, two in cuts if two for letter in _LETTERS)
