"""How easy the pages are to read, by a published measure for each language.

English: Flesch's Reading Ease, 206.835 - 1.015 * words per sentence - 84.6 * syllables per word;
100 is very easy, 60-70 plain English.
Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948).

Finnish: Wiio's simple measure, 2.7 + 0.3 * long words per hundred words, where a word is long when
its base form has four syllables or more; the result is a grade of the comprehensive school.
Source: O. A. Wiio, Viestinnän perusteet (1989), as computed by Voikko's own voikko-readability.
Endings make Finnish words long: on the forms as printed, these pages get over two grades more.
Words of the field (mentoroitava, tapaamismuistio) count as long too, as the formula has it.

Neither formula sees a text that stutters, so very short sentences are counted beside it, and an
average hides the worst, so long sentences are listed one by one.
"""

import re
import textwrap
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from mentoring_tools.content.model import Library, Page
from mentoring_tools.language import easy_language
from mentoring_tools.language.finnish import Finnish
from mentoring_tools.language.word_lists import Entry
from mentoring_tools.messages import SOURCE, Message, said, say
from mentoring_tools.source.passages import Passage

#: A page is an outlier when it is harder than this: less than "fairly easy" in Flesch's words, or
#: beyond the sixth grade, that of a twelve-year-old, in Wiio's measure.
HARDEST = {"en": 70.0, "fi": 6.0}
#: The same by the average length of a sentence, in words; a Finnish word says more than an English.
LONGEST_AVERAGE = {"en": 12.0, "fi": 9.9}
#: Both measures are made for samples of a hundred words: a text of fewer, such as a sheet's, is an
#: outlier only when it is this many times beyond a bar.
FEWEST_WORDS = 100
FAR = 1.25
#: A statement of so few words is short, and a page with more than this share of them is choppy.
#: Twice the share of all Finnish pages together (a tenth, in 2026).
SHORT = 4
MOST_SHORT = 0.2
#: A sentence of more words is listed.
LONGEST_SENTENCE = 18

_LEGEND = say(
    """\
Reading ease: en by Flesch (100 is easiest), fi by Wiio on base forms (a school grade, 1 is easiest)
! = to rewrite, and why at the end of the line:
  hard    en below {en:.0f}, fi above {fi:.1f}; easy {easy_en:.0f}, {easy_fi:.1f}
  long    more words a sentence than en {words_en:.1f}, fi {words_fi:.1f}, easy {easy:.1f}
  choppy  more than {short:.0%} of the statements have at most {most} words; not if easy
  sheet   its sheet is hard
For a sheet, and for a page of fewer than {fewest} words, only what is {far:.0%} beyond counts.
      measure  words  a sentence  short  sheet  page""",
    en=HARDEST["en"], fi=HARDEST["fi"],
    easy_en=easy_language.HARDEST["en"], easy_fi=easy_language.HARDEST["fi"],
    words_en=LONGEST_AVERAGE["en"], words_fi=LONGEST_AVERAGE["fi"],
    easy=easy_language.LONGEST_AVERAGE,
    short=MOST_SHORT, most=SHORT, fewest=FEWEST_WORDS, far=FAR - 1,
)  # fmt: skip
#: Why a page is to be rewritten.
_HARD, _LONG, _CHOPPY, _SHEET = say("hard"), say("long"), say("choppy"), say("sheet")
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
    """A page's measures: `value` by its language's measure, `words`, and words per sentence.

    `short` is the share, 0 to 1, of short ones among its statements; `sheet` is the value of the
    words on its sheet, if it has one. An `easy` page's sentences are short on purpose: they have a
    lower bar, and do not stutter.
    """

    language: str
    slug: str
    value: float
    words: int
    sentence: float
    short: float = 0
    sheet: float | None = None
    easy: bool = False

    @property
    def faults(self) -> tuple[Message, ...]:
        """Why it is an outlier, to be rewritten: `hard`, `long`, `choppy`, `sheet`, or nothing."""
        enough = self.words >= FEWEST_WORDS
        margin = 1 if enough else FAR
        average = easy_language.LONGEST_AVERAGE if self.easy else LONGEST_AVERAGE[self.language]
        found = {
            _HARD: self.words > 0 and self._is_hard(self.value, margin),
            _LONG: round(self.sentence, 1) > average * margin,
            _CHOPPY: enough and not self.easy and self.short > MOST_SHORT,
            _SHEET: self.sheet is not None and self._is_hard(self.sheet, FAR),
        }
        return tuple(fault for fault, there in found.items() if there)

    def _is_hard(self, value: float, margin: float) -> bool:
        """Whether a value as it is printed is beyond its bar by this factor."""
        bars, printed = easy_language.HARDEST if self.easy else HARDEST, round(value, 1)
        bar = bars[self.language]
        return printed < bar / margin if self.language == "en" else printed > bar * margin


def of_library(library: Library, listed: Collection[Entry] = ()) -> list[Ease]:
    """The measures of every page in a language that has one, the hardest of a language first.

    `listed` are the project's own words, whose forms no checker knows.
    """
    found = [
        measure(page, listed)
        for code in library.codes
        if code in MEASURES
        for page in library.every(code)
    ]
    return sorted(found, key=lambda e: (e.language, e.value if e.language == "en" else -e.value))


def measure(page: Page, listed: Collection[Entry] = ()) -> Ease:
    """The measures of one page's running text, and of its sheet apart.

    Headings and tables are left aside, and so are references: both measures are made for
    sentences, and the name of a publisher or of a page elsewhere is nobody's to make easier.
    """
    sentences = [
        sentence
        for passage in page.passages
        if passage.part == "text" and not passage.marked
        for sentence in passage.sentences
    ]
    words, length = _words_and_length(sentences)
    sheet = _sheet(page, listed)
    if not words:
        return Ease(page.language, page.slug, 0, 0, 0, sheet=sheet)
    value, short = MEASURES[page.language](words, length, listed), short_share(sentences)
    easy = page.kind == "easy"
    return Ease(page.language, page.slug, value, len(words), length, short, sheet, easy)


def short_share(sentences: Iterable[Passage]) -> float:
    """How many of these sentences' statements are short, from 0 to 1.

    A statement ends in a full stop. A question, the words before a list and an item without an end
    mark are short by nature, and do not stutter.
    """
    lengths = [len(s.words) for s in sentences if s.text.rstrip("”’)\"'").endswith(".")]
    return sum(length <= SHORT for length in lengths) / len(lengths) if lengths else 0


def long_sentences(library: Library) -> list[Passage]:
    """Every sentence that is too long, on pages and on their sheets, in the order of files."""
    said = [
        sentence
        for code in library.codes
        if code in MEASURES
        for page in library.every(code)
        for passage in page.passages
        if passage.part in ("text", "label") and not passage.marked
        for sentence in passage.sentences
        if len(sentence.words) > LONGEST_SENTENCE
    ]
    return sorted(said, key=lambda sentence: (sentence.file, sentence.line))


def _sheet(page: Page, listed: Collection[Entry]) -> float | None:
    """The measure of what is printed on its sheet: the title, headings, questions and options."""
    if not page.worksheet:
        return None
    printed = [p for p in page.passages if p.plain and p.part != "text" and not p.marked]
    words, length = _words_and_length([s for passage in printed for s in passage.sentences])
    return MEASURES[page.language](words, length, listed)


def _words_and_length(sentences: Collection[Passage]) -> tuple[list[str], float]:
    words = [word.text for sentence in sentences for word in sentence.words]
    return words, len(words) / len(sentences) if sentences else 0


def flesch(words: Iterable[str], length: float, _: Collection[Entry] = ()) -> float:
    """Flesch's Reading Ease of these words in sentences of this average length."""
    counted = [english_syllables(word) for word in words]
    return 206.835 - 1.015 * length - 84.6 * sum(counted) / len(counted)


def wiio(words: Iterable[str], length: float = 0, listed: Collection[Entry] = ()) -> float:
    """Wiio's simple measure of these words; the length of sentences has no part in it.

    Words that Voikko lacks count by their base form when they follow a listed one.
    """
    del length
    long = [finnish_syllables(_finnish_base(word, listed)) >= 4 for word in words]
    return 2.7 + 30 * sum(long) / len(long)


def english_syllables(word: str) -> int:
    """The syllables of an English word, by its vowels; at least one."""
    low = re.sub(r"[’'](?:s|m|d|t|re|ve|ll)?$", "", word.lower())
    parts = re.sub(r"[^a-z]+", " ", low).split()
    return sum(max(1, _vowel_groups(part)) for part in parts) or 1


def finnish_syllables(word: str) -> int:
    """The syllables of a Finnish word: its vowels, long ones and diphthongs counted once."""
    return len(_FINNISH_VOWEL.findall(word.lower()))


def _finnish_base(word: str, listed: Collection[Entry]) -> str:
    voikko = Finnish()
    if known := voikko.base(word):
        return known
    bases = (voikko.base_of(word, entry.word, entry.model) for entry in listed)
    return next(filter(None, bases), word)


def _vowel_groups(word: str) -> int:
    return len(_ENGLISH_VOWELS.findall(_APART.sub(" ", _SILENT.sub("", word))))


#: The measure of each language, from words, the average length of a sentence, and listed words.
MEASURES: Mapping[str, Callable[[Iterable[str], float, Collection[Entry]], float]] = {
    "en": flesch,
    "fi": wiio,
}


def table(eases: Iterable[Ease], language: str = SOURCE) -> str:
    """The pages as lines of text, those to rewrite with a mark and what is the matter."""
    return "\n".join([said(_LEGEND, language), *(_line(ease, language) for ease in eases)])


def listing(sentences: Collection[Passage], language: str = SOURCE) -> str:
    """These sentences as lines of text, each with its place, its length and how it begins."""
    head = say("Sentences of more than {most} words: {count}",
               most=LONGEST_SENTENCE, count=len(sentences))  # fmt: skip
    lines = [
        say("{file}:{line}: {count} words: {text}", file=s.file, line=s.line, count=len(s.words),
            text=textwrap.shorten(s.text, 60, placeholder="…"))
        for s in sentences
    ]  # fmt: skip
    return "\n".join(said(line, language) for line in (head, *lines))


def _line(ease: Ease, language: str) -> str:
    mark = "!" if ease.faults else " "
    sheet = "" if ease.sheet is None else f"{ease.sheet:.1f}"
    line = f"{mark} {ease.language} {ease.value:8.1f} {ease.words:6} {ease.sentence:11.1f}"
    line += f" {ease.short:6.0%} {sheet:>6}  {ease.slug}"
    faults = ", ".join(said(fault, language) for fault in ease.faults)
    return f"{line}  {faults}" if faults else line
