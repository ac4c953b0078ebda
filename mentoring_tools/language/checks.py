"""The checks of words in one list: spelling, other languages, terms, and the word lists."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mentoring_tools.content.model import Library
from mentoring_tools.language import (
    easy_language,
    font_coverage,
    glossary,
    mixed_languages,
    spelling,
    verdict_cache,
    word_lists,
)
from mentoring_tools.language.english import English
from mentoring_tools.language.finnish import Finnish
from mentoring_tools.language.glossary import Term
from mentoring_tools.language.spelling import Dictionary, Speller
from mentoring_tools.language.word_lists import NAMES, Entry, WordList
from mentoring_tools.problems import Problem
from mentoring_tools.source import passages, strings, text_files
from mentoring_tools.source.passages import Passage
from mentoring_tools.source.strings import Words

#: The checkers that there are, by language; words of other languages are not checked.
DICTIONARIES: Mapping[str, Dictionary] = {"en": English(), "fi": Finnish()}


def check(
    root: Path,
    library: Library,
    words: Mapping[str, Words],
    terms: Iterable[Term],
    *,
    whole: bool = True,
) -> list[Problem]:
    """Every problem with what is said in words: on the pages, in the interface, in the glossary.

    Only where all of that is there, or `whole`, is a listed word said to stand nowhere.
    """
    terms = tuple(terms)
    said = [*_of_pages(library), *_of_interface(root, words), *glossary.passages(terms)]
    problems = [*_spelling(root, said, whole=whole), *glossary.check(terms, said)]
    problems += glossary.unused(terms, said) if whole else []
    return [*problems, *easy_language.check(library), *font_coverage.check(root, said)]


def _of_pages(library: Library) -> Iterator[Passage]:
    for code in library.codes:
        for page in library.every(code):
            yield from page.passages


def _of_interface(root: Path, words: Mapping[str, Words]) -> Iterator[Passage]:
    for code, mapping in words.items():
        file = strings.file_of(code)
        text, _ = text_files.text_of(root / file, file)
        yield from passages.of_words(file, text or "", mapping, code)


def _spelling(root: Path, said: Iterable[Passage], *, whole: bool) -> list[Problem]:
    """Only languages that have both a checker and a list `words/<language>.txt` are looked at."""
    names = word_lists.read(root, NAMES)
    codes = sorted(word_lists.languages(root) & set(DICTIONARIES))
    lists = {code: word_lists.read(root, code) for code in codes}
    unread = [problem for words in (names, *lists.values()) for problem in words.unread]
    if unread:
        # Without a list every word of it would be unknown.
        return unread
    spellers = {
        code: Speller(code, DICTIONARIES[code], (*words.entries, *names.entries))
        for code, words in lists.items()
    }
    with verdict_cache.verdicts(root, spellers.values()):
        problems, used = _of_words([one for one in said if one.language in spellers], spellers)
    problems += [
        problem for words in (*lists.values(), names) for problem in word_lists.check(words)
    ]
    return problems + (list(_unused(names, lists, used)) if whole else [])


def _of_words(
    said: Iterable[Passage], spellers: Mapping[str, Speller]
) -> tuple[list[Problem], dict[str, set[Entry]]]:
    """Every problem with a word, and the listed words that each language needs."""
    of_language = {code: [one for one in said if one.language == code] for code in spellers}
    written = {code: passages.different_words(ones) for code, ones in of_language.items()}
    # A language whose words are all known needs no look at its passages.
    unknown = [code for code, speller in spellers.items() if not speller.allow(written[code])]
    problems = [
        problem
        for code in unknown
        for passage in of_language[code]
        for problem in _of_passage(passage, spellers)
    ]
    return problems, {code: speller.used(written[code]) for code, speller in spellers.items()}


def _of_passage(passage: Passage, spellers: Mapping[str, Speller]) -> Iterator[Problem]:
    if spellers[passage.language].allow(word.text for word in passage.words):
        return
    for sentence in passage.sentences:
        left_over = mixed_languages.check(sentence, spellers)
        yield from [left_over] if left_over else spelling.check(sentence, spellers)


def _unused(
    names: WordList, lists: Mapping[str, WordList], used: Mapping[str, set[Entry]]
) -> Iterator[Problem]:
    for code, words in lists.items():
        yield from word_lists.unused(words, used[code])
    yield from word_lists.unused(names, set().union(*used.values()))
