"""No text is left in another language: an English sentence on a Finnish page, or the reverse."""

from collections.abc import Mapping

from mentoring_tools.language.spelling import Speller, marked
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source.passages import Passage

_SHOWN = 60


def left_over(sentence: Passage, spellers: Mapping[str, Speller]) -> Speller | None:
    """The other language that a sentence is written in, or None.

    It is when two thirds of its words, names left aside, are known in that language and not in the
    page's, and these are two or more, or the only one.
    """
    own = spellers[sentence.language]
    words = [word.text for word in sentence.words if not own.verdict(word.text)]
    strange = [word for word in words if not own.allows(word)]
    others = [s for code, s in spellers.items() if code != sentence.language]
    for other in others if not sentence.marked else ():
        theirs = sum(map(other.allows, strange))
        if 3 * theirs >= 2 * len(words) and theirs >= min(2, len(words)) > 0:
            return other
    return None


def check(sentence: Passage, spellers: Mapping[str, Speller]) -> Problem | None:
    """The problem with a sentence that is written in another language."""
    other = left_over(sentence, spellers)
    return _problem(sentence, spellers, other) if other else None


def _problem(sentence: Passage, spellers: Mapping[str, Speller], other: Speller) -> Problem:
    text = " ".join(sentence.text.split())
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
    own = spellers[sentence.language].dictionary.language
    same = say("the same in {language}", language=own)
    return Problem(
        sentence.file, sentence.line,
        say("words in {language} on a page in {own}: “{words}”",
            language=other.dictionary.language, own=own, words=shown),
        same if sentence.plain else say("{expected}, or the mark of their language after them",
                                        expected=same),
        marked(shown, sentence, other.code),
    )  # fmt: skip
