"""What easy language asks of an easy page, as far as a machine can tell.

From the public criteria of selkokieli (Selkokeskus, "Selkokielen mittari 2.0"): short sentences,
one thing in each, common words, no long ones without need. A person must judge the rest.
"""

from collections.abc import Iterable, Iterator

from mentoring_tools.content.model import Library
from mentoring_tools.messages import SOURCE, said, say
from mentoring_tools.problems import Problem
from mentoring_tools.source.passages import Passage

#: A sentence of more words is a mistake; half of it is a good average.
LONGEST_SENTENCE = 14
#: The longest average of a page's sentences, in words.
LONGEST_AVERAGE = 8.0
#: The bars of reading ease, a grade easier than for other pages; see `readability.py`.
HARDEST = {"en": 80.0, "fi": 5.0}
#: A word of more letters is listed: is there a shorter one, or two words?
LONGEST_WORD = 14

_EXAMPLE = "Mentori kuuntelee sinua. Hän kertoo omasta työstään."


def check(library: Library) -> Iterator[Problem]:
    """Every sentence of an easy page that is too long, on its sheet too."""
    for sentence in _sentences(library):
        if (length := len(sentence.words)) > LONGEST_SENTENCE:
            yield Problem(
                sentence.file, sentence.line,
                say("a sentence of {words} words on an easy page", words=length),
                say("at most {most} words, and one thing in a sentence", most=LONGEST_SENTENCE),
                _EXAMPLE,
            )  # fmt: skip


def long_words(library: Library) -> dict[str, list[str]]:
    """The long words of each easy page by its file, each as it is written and once."""
    found: dict[str, list[str]] = {}
    for sentence in _sentences(library):
        for word in sentence.words:
            if len(word.text) > LONGEST_WORD:
                found.setdefault(sentence.file, []).append(word.text)
    return {file: list(dict.fromkeys(words)) for file, words in found.items()}


def listing(words: Iterable[tuple[str, list[str]]], language: str = SOURCE) -> str:
    """These long words as lines of text, a page a line."""
    head = say("Words of more than {most} letters on easy pages:", most=LONGEST_WORD)
    return "\n".join(
        [said(head, language), *(f"{file}: {', '.join(all_)}" for file, all_ in words)]
    )


def _sentences(library: Library) -> Iterator[Passage]:
    for code in library.codes:
        for page in library.easy_of(code):
            for passage in page.passages:
                if not passage.marked:
                    yield from passage.sentences
