"""Spelling: every word is one that the language's checker or the project's own list knows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import groupby
from typing import Protocol

from mentoring_tools.language.word_lists import Entry
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.passages import Passage, Word

#: What was found out about words: the listed words that each needs, or None where it is unknown.
Verdicts = dict[str, list[str] | None]

_MOST_SUGGESTIONS = 3
# How alike a word that stands elsewhere on the site must be to be the first suggestion.
_ALIKE = 0.85
# Looking for suggestions takes a third of a second; nobody reads them for fifty words.
_MOST_WORDS = 20
# Something with a figure in it is no word: A4, B2.
_FIGURE = re.compile(r"\w*\d\w*")


class Dictionary(Protocol):
    """What a checker knows of one language."""

    @property
    def language(self) -> Message:
        """The language's name."""

    @property
    def name(self) -> str:
        """The checker in its version."""

    @property
    def same_everywhere(self) -> bool:
        """Whether everybody who builds the site has this version.

        Where not, a form of a listed word begins with the same letter as the word.
        """

    def knows(self, word: str) -> bool:
        """Whether it is a word as it is written."""

    def follows(self, word: str, listed: str, model: str = "") -> bool:
        """Whether it is a form of a listed word, which inflects as the model does."""

    def ends(self, ending: str) -> bool:
        """Whether an abbreviation can have this ending after a colon."""

    def near(self, word: str) -> list[str]:
        """Words that are written nearly like it."""


@dataclass
class Speller:
    """One language's checker together with the project's lists.

    `verdicts` is filled as words are asked for; `code` is the language's two letters.
    """

    code: str
    dictionary: Dictionary
    entries: tuple[Entry, ...]
    verdicts: Verdicts = field(default_factory=dict)
    suggested: dict[str, list[str]] = field(default_factory=dict)

    def allows(self, word: str) -> bool:
        """Whether the word may stand in a text of this language."""
        return self.verdict(word) is not None

    def allow(self, words: Iterable[str]) -> bool:
        """Whether all these words may."""
        unknown = [word for word in words if not self.allows(word)]
        return not unknown

    def verdict(self, word: str) -> list[str] | None:
        """The listed words that make it known; None when it is unknown."""
        if word not in self.verdicts:
            self.verdicts[word] = self._find_out(word)
        return self.verdicts[word]

    def used(self, words: Iterable[str]) -> set[Entry]:
        """The entries that these words need, here or where the checker is another version."""
        said = set(words)
        needed = {listed for found in map(self.verdict, said) for listed in found or ()}
        spared = set() if self.dictionary.same_everywhere else set(self._spared(said))
        return {entry for entry in self.entries if entry.word in needed} | spared

    def _spared(self, words: Iterable[str]) -> Iterator[Entry]:
        """The entries that these words need in another version of the checker."""
        follows, beginning = self.dictionary.follows, defaultdict(list)
        for word in words:
            beginning[word[0].lower()].append(word)
        for entry in self.entries:
            near = beginning[entry.word[0].lower()]
            if any(follows(word, entry.word, entry.model) for word in near):
                yield entry

    def near(self, word: str) -> list[str]:
        """A few words that may have been meant; none when many words are unknown."""
        if word not in self.suggested and len(self.suggested) < _MOST_WORDS:
            found = [*self._on_the_site(word), *self.dictionary.near(word)]
            self.suggested[word] = list(dict.fromkeys(found))[:_MOST_SUGGESTIONS]
        return self.suggested.get(word, [])

    def _on_the_site(self, word: str) -> list[str]:
        known = [other for other, listed in self.verdicts.items() if listed is not None]
        written = [other for other in known if other[0].isupper() == word[0].isupper()]
        return get_close_matches(word, written, 1, _ALIKE)

    def _find_out(self, word: str) -> list[str] | None:
        if _FIGURE.fullmatch(word) or self.dictionary.knows(word):
            return []
        for entry in self.entries:
            if self.dictionary.follows(word, entry.word, entry.model):
                return [entry.word]
        return self._of_parts(word)

    def _of_parts(self, word: str) -> list[str] | None:
        """A word with a colon or hyphens is known when its parts are."""
        whole, colon, ending = word.rpartition(":")
        if colon:
            return self.verdict(whole) if self.dictionary.ends(ending) else None
        *firsts, last = word.strip("-").split("-")
        if last == word:
            return None
        found = [self.verdict(last), *map(self._first_part, firsts)]
        return None if None in found else [name for names in found for name in names or ()]

    def _first_part(self, part: str) -> list[str] | None:
        """Known alone or before a hyphen only: *tutustumis-* of *tutustumis-CV*."""
        return [] if self.dictionary.knows(f"{part}-") else self.verdict(part)


def check(passage: Passage, spellers: Mapping[str, Speller]) -> Iterator[Problem]:
    """Every word of a passage that its language does not know.

    Words side by side that another language knows are told together.
    """
    speller = spellers[passage.language]

    def known_in(word: Word) -> str:
        return passage.language if speller.allows(word.text) else _other(word, passage, spellers)

    for code, words in groupby(passage.words, known_in):
        if code and code != passage.language:
            yield _in_another(list(words), passage, speller, spellers[code])
        elif not code:
            yield from (_unknown(word, passage, speller) for word in words)


def _other(word: Word, passage: Passage, spellers: Mapping[str, Speller]) -> str:
    """The code of the other language that knows a word; empty when none does."""
    others = spellers.items() if not passage.marked else ()
    return next((code for code, speller in others if speller.allows(word.text)), "")


def _unknown(word: Word, passage: Passage, speller: Speller) -> Problem:
    return Problem(
        passage.file, word.line,
        say("“{word}” is not a known word in {language}",
            word=word.text, language=speller.dictionary.language),
        say("a word spelt right, or a new line in {file}; for a name in words/names.txt",
            file=f"words/{speller.code}.txt"),
        ", ".join(speller.near(word.text)),
    )  # fmt: skip


def _in_another(
    words: Sequence[Word], passage: Passage, speller: Speller, other: Speller
) -> Problem:
    together = " ".join(word.text for word in words)
    own = speller.dictionary.language
    expected = say("words in {language}", language=own)
    if not passage.plain:
        expected = say("{expected}, or the mark of their language after them", expected=expected)
    return Problem(
        passage.file, words[0].line,
        say("“{words}” is not known in {own}, but in {language}",
            words=together, own=own, language=other.dictionary.language),
        say("{expected}; for a name a new line in words/names.txt", expected=expected),
        marked(together, passage, other.code),
    )  # fmt: skip


def marked(words: str, passage: Passage, code: str) -> str:
    """The words with the mark of their language, or nothing where words cannot be marked."""
    return "" if passage.plain else f"*{words}*{{lang={code}}}"
