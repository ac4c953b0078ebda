"""How easy the pages are to read, by a published measure for each language.

English: Flesch's Reading Ease, 206.835 - 1.015 * words per sentence - 84.6 * syllables per word;
100 is very easy, 60-70 plain English.
Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948).

Finnish: Wiio's simple measure, 2.7 + 0.3 * long words per hundred words, where a word is long when
its base form has four syllables or more; the result is a grade of the comprehensive school.
Source: O. A. Wiio, Viestinnän perusteet (1989), as computed by Voikko's own voikko-readability.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mentoring_tools.content.model import Library, Page
from mentoring_tools.language.finnish import Finnish

#: A page is an outlier when it is harder than this: less than "fairly easy" in Flesch's words, or
#: beyond the grade of a thirteen-year-old in Wiio's measure.
HARDEST = {"en": 70.0, "fi": 7.0}
#: The same by the average length of a sentence, in words.
LONGEST_SENTENCES = 12.0
#: Fewer words say nothing: both measures are made for samples of a hundred words.
FEWEST_WORDS = 100

_LEGEND = """\
Reading ease: en by Flesch (100 is easiest), fi by Wiio (a school grade, 1 is easiest);
! = to rewrite: en below {en:.0f}, fi above {fi:.0f}, or more than {longest:.0f} words a sentence
     measure  words  a sentence  page"""
_FINNISH_VOWEL = re.compile(
    r"aa|ee|ii|oo|uu|yy|ää|öö|[aeouyäö]i|[aeio]u|[eiäö]y|ie|uo|yö|[aeiouyäöå]"
)
# An e that is not heard: at the end (rule, not table), in -es (rules, not places), in -ed (helped,
# not started), and inside of words made of two (something, carefully).
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy][lr])e(?=$|ful|ly|ment|less|ness|ty$|thing|time|where|line|house|hand)"
    r"|(?<=[^aeioucgsxz])(?<![cs]h)(?<![^aeiouy][lr])e(?=s$)|(?<=[^aeioudt])e(?=d$)|(?<=[gq])ue(?=s?$)"
)
# Vowels side by side that are two syllables: being, employer, science, idea, evaluation.
_APART = re.compile(
    r"(?<=[eo])(?=ing)|(?<=[aeno]y)(?=[aeio])|(?<=i)(?<![cgst]i)(?=[aou])|(?<=u)(?<![gq]u)(?=[ao])"
    r"|(?<=i)(?<![^s][ct]i)(?<!fri)(?=e(?:r|st|t|n))|(?<=[dr]e)(?=a(?:s?$|ti|li))"
)
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Ease:
    """A page's measures: `value` by its language's measure, `words`, and words per sentence."""

    language: str
    slug: str
    value: float
    words: int
    sentence: float

    @property
    def hard(self) -> bool:
        """Whether it is an outlier, to be rewritten."""
        limit = HARDEST[self.language]
        beyond = self.value < limit if self.language == "en" else self.value > limit
        return self.words >= FEWEST_WORDS and (beyond or self.sentence > LONGEST_SENTENCES)


def of_library(library: Library) -> list[Ease]:
    """The measures of every page in a language that has one, the hardest of a language first."""
    found = [
        measure(page)
        for code in library.codes
        if code in MEASURES
        for page in library.of(code).values()
    ]
    return sorted(found, key=lambda e: (e.language, e.value if e.language == "en" else -e.value))


def measure(page: Page) -> Ease:
    """The measures of one page's running text.

    Headings, tables and the sheet are left aside, and so are references: both measures are made
    for sentences, and the name of a publisher or of a page elsewhere is nobody's to make easier.
    """
    texts = [p for p in page.passages if p.part == "text" and not p.marked]
    sentences = [sentence for passage in texts for sentence in passage.sentences]
    words = [word.text for sentence in sentences for word in sentence.words]
    if not words:
        return Ease(page.language, page.slug, 0, 0, 0)
    length = len(words) / len(sentences)
    value = MEASURES[page.language](words, length)
    return Ease(page.language, page.slug, value, len(words), length)


def flesch(words: Iterable[str], length: float) -> float:
    """Flesch's Reading Ease of these words in sentences of this average length."""
    counted = [english_syllables(word) for word in words]
    return 206.835 - 1.015 * length - 84.6 * sum(counted) / len(counted)


def wiio(words: Iterable[str], length: float = 0) -> float:
    """Wiio's simple measure of these words; the length of sentences has no part in it."""
    del length
    voikko = Finnish()
    long = [finnish_syllables(voikko.base(word) or word) >= 4 for word in words]
    return 2.7 + 30 * sum(long) / len(long)


def english_syllables(word: str) -> int:
    """The syllables of an English word, by its vowels; at least one."""
    low = re.sub(r"[’'](?:s|m|d|t|re|ve|ll)?$", "", word.lower())
    parts = re.sub(r"[^a-z]+", " ", low).split()
    return sum(max(1, _vowel_groups(part)) for part in parts) or 1


def finnish_syllables(word: str) -> int:
    """The syllables of a Finnish word: its vowels, long ones and diphthongs counted once."""
    return len(_FINNISH_VOWEL.findall(word.lower()))


def _vowel_groups(word: str) -> int:
    return len(_ENGLISH_VOWELS.findall(_APART.sub(" ", _SILENT.sub("", word))))


#: The measure of each language, from words and the average length of a sentence.
MEASURES: Mapping[str, Callable[[Iterable[str], float], float]] = {"en": flesch, "fi": wiio}


def table(eases: Iterable[Ease]) -> str:
    """The pages as lines of text, those to rewrite with a mark."""
    lines = [_LEGEND.format(**HARDEST, longest=LONGEST_SENTENCES)]
    for ease in eases:
        mark = "!" if ease.hard else " "
        lines.append(
            f"{mark} {ease.language} {ease.value:8.1f} {ease.words:6} {ease.sentence:11.1f}"
            f"  {ease.slug}"
        )
    return "\n".join(lines)
