"""A language's index: which pages a word leads to, and how surely, each from 1 to 9."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from mentoring_tools.content.model import Library, Page
from mentoring_tools.language.glossary import Term
from mentoring_tools.search.lexicon import KIN, Lexicon, words_of
from mentoring_tools.source.passages import Passage

#: What a word counts for by where it stands: our own figures, tried on the questions of the tests.
SAID, TITLE, GOAL, HEADING, LABEL, TEXT = 9.0, 8.0, 4.0, 3.0, 2.0, 1.0
#: A word that stands on more than this share of all pages tells little: it counts only where it
#: counts for more than `TEXT`.
EVERYWHERE = 0.4
#: A word that a page says more than so many times counts for one more.
OFTEN = 3

_GLOSSARY, _EXAMPLE = "guides/glossary", "example"

#: What words of a page have to count for, by its kind, to lead there: all that an organiser's pages
#: say would crowd the words that pairs look for. Names and words of daily speech always do.
_BRIEF = {"organiser": GOAL, "training": GOAL, "form": TITLE}

#: A piece of a page, and what its words count for.
Piece = tuple[float, str]


@dataclass(frozen=True)
class Entry:
    """A word of the index: what its forms begin with, forms apart, and its pages by number.

    A `common` word tells little: only the pages that say more of it than `TEXT` are there.
    """

    word: str
    stems: tuple[str, ...]
    apart: tuple[str, ...]
    pages: Mapping[int, int]
    common: bool = False

    @property
    def pattern(self) -> tuple[str, ...]:
        """How the stems come from the word: how many letters to take away, then what to add."""
        letters = zip(*(self.word, *self.stems), strict=False)
        shared = sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, letters))
        return (str(len(self.word) - shared), *(stem[shared:] for stem in self.stems))


@dataclass(frozen=True)
class Index:
    """A language's words in alphabetical order, and its pages in the order of `nav`."""

    pages: tuple[Page, ...]
    entries: tuple[Entry, ...]
    ends: str


@dataclass
class Gathered:
    """Words as they are gathered: by base form and page, how often they stand in which place."""

    lexicon: Lexicon
    counts: dict[str, dict[int, Counter[float]]] = field(default_factory=dict)
    forms: dict[str, set[str]] = field(default_factory=dict)

    def add(self, number: int, weight: float, text: str) -> None:
        """The words of a piece of the page with this number."""
        for word in words_of(text):
            roots = self.lexicon.roots(word)
            self.forms.setdefault(roots[0].base, set()).add(word)
            for root in roots:
                self._count(root.base, number, weight * root.share)
            for other in self.lexicon.kin(word) if weight >= HEADING else ():
                self._count(other, number, weight * KIN)

    def _count(self, base: str, number: int, weight: float) -> None:
        self.counts.setdefault(base, {}).setdefault(number, Counter())[weight] += 1

    def entries(self, pages: int) -> tuple[Entry, ...]:
        """What was gathered from so many pages, in alphabetical order."""
        found = (self._entry(base, counts, pages) for base, counts in sorted(self.counts.items()))
        return tuple(entry for entry in found if entry.pages)

    def _entry(self, base: str, counts: Mapping[int, Counter[float]], pages: int) -> Entry:
        common = len(counts) > max(3, EVERYWHERE * pages)
        grades = {
            number: _grade(places)
            for number, places in counts.items()
            if not common or max(places) > TEXT
        }
        stems = self.lexicon.stems(base)
        forms = self.forms.get(base, ())
        apart = sorted(form for form in forms if not self.lexicon.reaches(form, stems))
        return Entry(base, stems, tuple(apart), grades, common)


def build(pieces: Iterable[tuple[Page, Iterable[Piece]]], lexicon: Lexicon) -> Index:
    """The index of pages, each with what it says."""
    gathered, pages = Gathered(lexicon), []
    for number, (page, said) in enumerate(pieces):
        pages.append(page)
        for weight, text in said:
            gathered.add(number, weight, text)
    return Index(tuple(pages), gathered.entries(len(pages)), lexicon.ends)


def in_order(library: Library, code: str) -> tuple[Page, ...]:
    """The pages that can be found: all but the search itself, the easy ones last."""
    pages = library.of(code)
    standard = (pages[s] for s in library.nav if s in pages and pages[s].kind != "search")
    return (*standard, *library.easy_of(code))


def of_page(page: Page, synonyms: Iterable[str], terms: Iterable[Term], kind: str) -> list[Piece]:
    """All that leads to a page: words of daily speech, what it is called and what it says.

    `kind` is what such a page is called; the glossary says its terms.
    """
    said = [(SAID / len(words_of(one)) ** 0.4, one) for one in synonyms if words_of(one)]
    own = [one for one in _passages(page) if one.language == page.language]
    least = _BRIEF.get(page.kind, TEXT)
    own = [one for one in own if _weight(page, one) >= least]
    more = _of_glossary(terms, page.language) if page.slug == _GLOSSARY else ()
    return [*said, (GOAL, kind), *((_weight(page, one), one.text) for one in own), *more]


def sentences(page: Page) -> Iterator[str]:
    """What a result may show: the goal, then all that the page says in whole sentences."""
    yield getattr(page.front_matter, "goal", "") or page.front_matter.description
    for passage in _passages(page):
        if passage.part in ("text", "label") and passage.line > page.document.body_line:
            yield from (" ".join(one.text.split()) for one in passage.sentences)


def _passages(page: Page) -> Iterator[Passage]:
    """What a page says, without its example: people's names and work are not what it is about."""
    told = range(0)
    for heading, end in pairwise([*page.document.headings, None]):
        if heading and heading.id == _EXAMPLE:
            told = range(heading.line, end.line if end else sys.maxsize)
    yield from (one for one in page.passages if one.line not in told)


def _weight(page: Page, passage: Passage) -> float:
    if passage.line < page.document.body_line:
        return TITLE if passage.part == "heading" else GOAL
    return {"heading": HEADING, "label": LABEL}.get(passage.part, TEXT)


def _of_glossary(terms: Iterable[Term], code: str) -> Iterator[Piece]:
    for term in terms:
        yield from ((HEADING, word) for word in (*term.words.values(), *term.avoid.get(code, ())))
        yield TEXT, term.means[code]


def _grade(places: Counter[float]) -> int:
    """From 1 to 9: the best place counts, and whether it is often; in a text never like a title."""
    best = max(places)
    return max(1, round(best if best >= TITLE else min(best + (places.total() > OFTEN), TITLE - 1)))
