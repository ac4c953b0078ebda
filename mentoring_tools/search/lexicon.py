"""What a word on a page is the form of, and what its other forms begin with, in each language."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from mentoring_tools.language import word_lists
from mentoring_tools.language.finnish import Finnish
from mentoring_tools.language.word_lists import NAMES, Entry
from mentoring_tools.search import finnish_stems
from mentoring_tools.source import checksums, kept_files

#: How much a part of a compound says beside the compound itself, and a word beside its kin.
PART, KIN = 0.5, 0.4

# What may stand behind the beginning of a Finnish form: the end of the stem, a case or a person,
# an owner, and a particle. Possible forms only; a browser asks it of what a person has typed.
_FINNISH_ENDS = (
    r"[aeiouyäö]{0,3}(?:j?[aä]|[tdjn]?[ei]n|t[aä]|n|t|s?s[aä]|st[aä]|l[lt][aä]|lle|n[aä]|ks[ie]"
    r"|tt[aä]|h[aeiouyäö]n?|seen|siin|tten|ne|tee?n|mme|tte|v[aä]t?|isi\w{0,3}|t[aä]+n|d[aä]+n?"
    r"|[tdj]?iin|(?:[lrs]|nn?)(?:[uy]t|eet)|mi(?:nen|s\w{0,4})|m[aä]\w{0,4}|k[aä]{2}|koon|ess[aä])?"
    r"(?:ni|si|ns[aä]|mme|nne|[aä]n|en)?(?:kin|k[aä]{2}n|k[oö]|h[aä]n|p[aä])?"
)
_ENGLISH_ENDS = r"[bdgklmnprt]?e?y?(?:s|d|r|rs|ing|ings|or|ors|ly|ment|ments|ed|er|ers|es|ies|ied)?"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Root:
    """What a word leads to: a base form, and how much of the word that is, 1 or `PART`."""

    base: str
    share: float = 1.0


class Lexicon:
    """What is known of one language; `ends` is a pattern for what stands behind a beginning.

    Of a language that is not known at all, each word stands for itself.
    """

    ends = ""

    def roots(self, word: str) -> tuple[Root, ...]:
        """The base forms of a word as it stands on a page."""
        return (Root(word),)

    def stems(self, base: str) -> tuple[str, ...]:
        """What the forms of a base form begin with."""
        return (base,)

    def kin(self, word: str) -> tuple[str, ...]:  # noqa: ARG002 - known of some languages only
        """Base forms of other words from the same root."""
        return ()

    def reaches(self, form: str, stems: Iterable[str]) -> bool:
        """Whether a form is one of these beginnings and a possible ending."""
        ends = re.compile(self.ends)
        return any(form.startswith(one) and ends.fullmatch(form[len(one) :]) for one in stems)


@dataclass
class FinnishLexicon(Lexicon):
    """Base forms and parts of compounds by Voikko and by the project's own words.

    `readings` holds for each word what it can be: `[base, verb, parts, root]`.
    """

    readings: Mapping[str, list[list[Any]]]
    ends: str = _FINNISH_ENDS
    verbs: frozenset[str] = field(init=False)
    often: Counter[str] = field(init=False)
    family: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        said = [one for found in self.readings.values() for one in found]
        self.verbs = frozenset(base for base, verb, _, _ in said if verb)
        self.often = Counter(base for base, _, _, _ in said)
        self.family = defaultdict(set)
        for word in self.readings:
            base, _, _, root = self._likeliest(word)
            if root:
                self.family[root].add(base)

    def roots(self, word: str) -> tuple[Root, ...]:
        """A word that Voikko and the lists do not know is its own base form."""
        base, _, parts, _ = self._likeliest(word)
        return (Root(base), *(Root(part, PART) for part in dict.fromkeys(parts) if part != base))

    def kin(self, word: str) -> tuple[str, ...]:
        """Words from the same root: *harjoitus* and *harjoitella* for *harjoittelu*."""
        base, _, _, root = self._likeliest(word)
        return tuple(sorted(self.family[root] - {base})) if root else ()

    def _likeliest(self, word: str) -> list[Any]:
        """Of all that it can be, the word that most others on the pages can be too."""
        found = self.readings.get(word) or [[word, False, (), ""]]
        return max(found, key=lambda one: self.often[one[0]])

    def stems(self, base: str) -> tuple[str, ...]:
        """By rules; a word that ends in a verb's letters is a noun unless it is used as a verb."""
        return finnish_stems.stems(base, verb=base in self.verbs)


class EnglishLexicon(Lexicon):
    """Stems by Snowball's second stemmer for English; a stem's shortest word stands for it."""

    ends = _ENGLISH_ENDS

    def __init__(self, words: Iterable[str]) -> None:
        import snowballstemmer  # noqa: PLC0415 - only a changed page needs its forty languages

        self.words = frozenset(words)
        self.stem = cache(snowballstemmer.stemmer("english").stemWord)
        self.shortest: dict[str, str] = {}
        for word in sorted(self.words, key=lambda one: (len(one), one)):
            self.shortest.setdefault(self.stem(word), word)

    def roots(self, word: str) -> tuple[Root, ...]:
        """One: English compounds are written apart. The stemmer leaves *CVs* as it is."""
        if len(word) == 3 and word[-1] == "s" and word[:-1] in self.words:
            return (Root(word[:-1]),)
        return (Root(self.shortest.get(self.stem(word), word)),)

    def stems(self, base: str) -> tuple[str, ...]:
        """The stem itself, with y for i, and without a silent e."""
        stem = self.stem(base)
        found = {base, stem, base.removesuffix("e"), stem.removesuffix("e")}
        if stem.endswith("i"):
            found.add(stem[:-1] + "y")
        found = {one for one in found if len(one) > 1}
        return tuple(sorted(found, key=lambda one: (-len(one), one)))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; what stands on both sides of a hyphen is two."""
    plain = text.replace("\N{SOFT HYPHEN}", "").replace("’s", "").replace("'s", "")
    return [word for word in _WORD.findall(plain.lower()) if len(word) > 1 and not word.isdigit()]


def of_language(code: str, words: Iterable[str], project_root: Path) -> Lexicon:
    """What is known of a language, made ready for these words."""
    if code == "fi":
        return FinnishLexicon(_readings(frozenset(words), project_root))
    return EnglishLexicon(words) if code == "en" else Lexicon()


def _readings(words: frozenset[str], project_root: Path) -> dict[str, list[list[Any]]]:
    """What each word can be; what earlier runs found out is kept in `.cache/search`."""
    lists = [word_lists.read(project_root, name).entries for name in ("fi", NAMES)]
    entries = tuple(entry for listed in lists for entry in listed)
    code = checksums.of_code(("language/finnish.py", "search/lexicon.py"), ("pyvoikko",))
    key = code + repr([(one.word, one.model) for one in entries])
    file = project_root / ".cache" / "search"
    kept: dict[str, list[list[Any]]] = json.loads(kept_files.kept_for(file, key) or b"{}")
    if not words <= kept.keys():
        kept |= {word: _ask(word, entries) for word in sorted(words - kept.keys())}
        said = json.dumps(kept, ensure_ascii=False).encode()
        kept_files.keep_for(file, key, said)
    return kept


def _ask(word: str, entries: tuple[Entry, ...]) -> list[list[Any]]:
    voikko = Finnish()
    found = voikko.readings(word)
    for entry in entries if not found else ():
        if found := voikko.readings_of(word, entry.word.lower(), entry.model):
            break
    return [[one.base, one.verb, list(one.parts), one.root] for one in found]
