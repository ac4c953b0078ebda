"""Finnish words by Voikko: what is a word, and what it is the form of.

Source: Voikko's Finnish transducer, https://voikko.puimula.org/, in the package pyvoikko.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from typing import Any

from mentoring_tools.messages import say

# What Voikko's answer holds beside a form's own letters: marks, and the base form of each part.
_MARK = re.compile(r"\[\w*\]")
_BASE_MARK = re.compile(r"\[X\w\](.*?)\[X\]")
_DOING = "\0"
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

    def readings(self, word: str) -> list["Reading"]:
        """What the word can be a form of, each base form once, without regard to capitals."""
        found: dict[str, Reading] = {}
        for one in _readings(word.lower()):
            reading = _reading(one)
            found.setdefault(reading.base, reading)
        return list(found.values())

    def readings_of(self, word: str, listed: str, model: str = "") -> list["Reading"]:
        """The same for a word that `follows` a listed one; nothing for another word."""
        if not self.follows(word, listed, model):
            return []
        low, stem = word.lower(), listed.lower()
        for other in _models(stem, model):
            for part, like in _stems(stem, other):
                if part in low and (found := self.readings(low.replace(part, like, 1))):
                    return [one.with_word(like, part) for one in found]
        return [Reading(low)]


@dataclass(frozen=True)
class Reading:
    """A word's base form, whether that is a verb, and the base forms that a compound is made of.

    `root` is the word that it is derived from, the same for *harjoitus* and *harjoittelu*.
    """

    base: str
    verb: bool = False
    parts: tuple[str, ...] = ()
    root: str = ""

    def with_word(self, like: str, word: str) -> "Reading":
        """The same of a word that stands where another was asked for."""
        parts = tuple(part.replace(like, word, 1) for part in self.parts)
        return replace(self, base=self.base.replace(like, word, 1), parts=parts)


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


def _reading(one: Any) -> Reading:
    """What Voikko says; what is done is a noun of its own, *tapaaminen* beside *tavata*."""
    base = _base([one]).lower().replace("=", "")
    parts = _parts(one, base)
    last = one.FSTOUTPUT.rpartition("[Bc]")[2]
    names = _BASE_MARK.findall(last)
    root = "" if parts or not names else names[0].lower().replace("=", "")
    noun, doing, _ = _letters(one.FSTOUTPUT).rpartition(_DOING)
    if doing and "[Tn4]" in last:
        return Reading(f"{noun.replace(_DOING, '')}minen", parts=(*parts[:-1], base), root=root)
    return Reading(base, one.CLASS == "teonsana", parts, root)


def _parts(one: Any, base: str) -> tuple[str, ...]:
    """The parts of a compound as they are said alone: *työ* and *haastattelu*."""
    *firsts, last = one.FSTOUTPUT.split("[Bc]")
    said = [_letters(part) for part in firsts]
    alone = [_alone(part, letters) for part, letters in zip(firsts, said, strict=True)]
    length = len("".join(said).replace(_DOING, ""))
    rest = base[length:].strip("-") or _letters(last)
    return tuple(part for part in (*alone, rest) if len(part) > 1) if firsts else ()


def _alone(part: str, letters: str) -> str:
    noun, doing, _ = letters.partition(_DOING)
    if doing:
        return f"{noun}minen"
    names = _BASE_MARK.findall(part)
    return (_base(_readings(letters.strip("-"))) or (names[-1] if names else "")).lower()


def _letters(output: str) -> str:
    """A form's own letters, with a mark before the ending of what is done."""
    return _MARK.sub("", _BASE_MARK.sub("", output.replace("[Tn4]", _DOING)))


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
