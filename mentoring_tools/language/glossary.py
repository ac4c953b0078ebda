"""The glossary: pairs of words, what each means, and what is not written instead of it.

`words/glossary.yml` is the one place for them; the glossary page is made from it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import plain_words, text_files
from mentoring_tools.source.passages import Passage
from mentoring_tools.source.plain_words import Text
from mentoring_tools.source.text_files import Form

FILE = "words/glossary.yml"

_EXAMPLE = """\
- words: {fi: aktori, en: mentee}
  means:
    fi: …
    en: …
  avoid:
    en: [actor]"""
_EXPECTED = say("a list of entries with words, means and, where needed, avoid, in every language")
_FORM = Form(say("the glossary"), _EXPECTED, _EXAMPLE)
# What may follow a variant in a text. Finnish endings are many, so any letters may.
_ENDINGS = {"en": r"(?:e?s|[’']s)?(?!\w)"}
_ANY_LETTERS = r"\w*"
_NEVER = r"(?!)"
# Finnish and Swedish put these after z.
_LAST_LETTERS = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


class Term(BaseModel):
    """One row of the glossary; each mapping goes by language code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Mapping[str, Text]
    means: Mapping[str, Text]
    avoid: Mapping[str, tuple[Text, ...]] = {}
    line: int = Field(exclude=True)


def read(root: Path, codes: Collection[str]) -> tuple[tuple[Term, ...], list[Problem]]:
    """The glossary's rows without a mistake, and every mistake; nothing when there is no file."""
    path = root / FILE
    if not path.is_file():
        return (), []
    tree, problems = text_files.read_tree(path, FILE, _FORM)
    if tree is None:
        return (), problems
    if not isinstance(tree.value, list | None):
        return (), [_problem(1, say("the glossary is not a list"))]
    rows_read = [_term(entry.value, entry.line, codes) for entry in tree.items]
    terms = tuple(term for term, problems in rows_read if term and not problems)
    problems += [problem for _, found in rows_read for problem in found]
    return terms, [*problems, *_twice(terms)]


def _twice(terms: Iterable[Term]) -> Iterator[Problem]:
    """Every row with a word that another row has in the same language."""
    seen: dict[tuple[str, str], int] = {}
    for term in terms:
        for code, word in term.words.items():
            line = seen.setdefault((code, word.casefold()), term.line)
            if line != term.line:
                found = say("the word “{word}” ({code}) has a row on line {line} too",
                            word=word, code=code, line=line)  # fmt: skip
                example = say("One row with both.")
                yield Problem(FILE, term.line, found, say("each word once"), example)


def passages(terms: Iterable[Term]) -> list[Passage]:
    """What the glossary says in words."""
    return [
        Passage(FILE, term.line, code, text, plain=True)
        for term in terms
        for texts in (term.words, term.means)
        for code, text in texts.items()
    ]


def check(terms: Iterable[Term], texts: Iterable[Passage]) -> Iterator[Problem]:
    """Every place in these texts where a word stands that the glossary has another word for."""
    terms, texts = tuple(terms), tuple(texts)
    codes = {code for term in terms for code in term.avoid}
    said = _said(texts)
    rules = {code: _rule(terms, code, said[code]) for code in codes & said.keys()}
    for passage in texts:
        if passage.language in rules and passage.file != FILE:
            pattern, rights = rules[passage.language]
            for match in pattern.finditer(passage.text):
                line = passage.line + passage.text.count("\n", 0, match.start())
                found = " ".join(match[0].split())
                yield _avoided(passage.file, line, found, rights[(match.lastindex or 1) - 1])


def unused(terms: Iterable[Term], texts: Iterable[Passage]) -> Iterator[Problem]:
    """Every row with a word that stands in none of these texts in its language.

    Endings are many, so a Finnish word is found by its beginning: a stricter look would need every
    word's base form in every check.
    """
    said = _said(texts)
    for term in terms:
        for code, word in term.words.items():
            if code in said and not _stands(word.lower(), code, said[code]):
                found = say("the word “{word}” ({code}) stands on no page", word=word, code=code)
                expected = say(
                    "only words that readers meet: use it on a page, or take the row away"
                )
                yield Problem(FILE, term.line, found, expected)


def _said(texts: Iterable[Passage]) -> dict[str, str]:
    """All that is said in each language outside the glossary, in small letters.

    To look for plain letters in it is a hundred times quicker than any pattern.
    """
    said: dict[str, list[str]] = {}
    for passage in texts:
        if passage.file != FILE:
            said.setdefault(passage.language, []).append(passage.text)
    return {code: "\n".join(pieces).lower() for code, pieces in said.items()}


def _stands(word: str, code: str, said: str) -> bool:
    """Whether a word stands in a text; both are in small letters."""
    stems = [word] if code in _ENDINGS else [_stem(part) for part in word.split()]
    between = r"[\w-]*\s+".join(map(re.escape, stems))
    pattern = re.compile(rf"(?<![\w-]){between}{_ENDINGS.get(code, '')}")
    at = said.find(stems[0])
    while at >= 0 and not pattern.match(said, at):
        at = said.find(stems[0], at + 1)
    return at >= 0


def _stem(word: str) -> str:
    return word[: max(3, len(word) - min(3, len(word) // 2))]


def rows(terms: Iterable[Term], code: str) -> list[dict[str, Any]]:
    """The glossary for a page in a language: its own words first and in its alphabet's order."""
    return [
        {
            "words": [{"lang": c, "text": t} for c, t in _own_first(term.words, code)],
            "means": term.means[code],
        }
        for term in sorted(terms, key=lambda term: order(term.words[code], code))
    ]


def order(word: str, code: str) -> str:
    """What the words of a language are sorted by: å, ä and ö come last in Finnish and Swedish."""
    if code in ("fi", "sv"):
        return word.casefold().translate(_LAST_LETTERS)
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _own_first(words: Mapping[str, str], code: str) -> list[tuple[str, str]]:
    return sorted(words.items(), key=lambda pair: pair[0] != code)


def _term(entry: Any, line: int, codes: Collection[str]) -> tuple[Term | None, list[Problem]]:
    try:
        given = entry if isinstance(entry, dict) else {"": entry}
        term = Term.model_validate({**given, "line": line})
    except ValidationError as error:
        return None, [_of_detail(line, detail) for detail in error.errors()]
    return term, list(_languages(term, codes))


def _of_detail(line: int, detail: ErrorDetails) -> Problem:
    if detail["type"] == plain_words.ERROR:
        context = detail["ctx"]
        return Problem(FILE, line, _found(detail), context["expected"], context["mended"])
    return _problem(line, _found(detail))


def _found(detail: ErrorDetails) -> Message:
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == plain_words.ERROR:
        return say("{place}: {what}", place=key, what=detail["ctx"]["found"])
    if detail["type"] == "missing":
        return say("the key “{key}” is missing", key=key)
    if detail["type"] == "extra_forbidden":
        return say("the key “{key}” is unknown", key=key)
    shown = text_files.written(detail["input"]) or say("(empty)")
    return say("{place}: {what}", place=key, what=shown)


def _languages(term: Term, codes: Collection[str]) -> Iterator[Problem]:
    for key, said in (("words", term.words), ("means", term.means)):
        for code in sorted(set(codes) ^ set(said)):
            found = say("{key}: “{code}” is not a language of the site", key=key, code=code)
            if code in codes:
                found = say("{key}: “{code}” is missing", key=key, code=code)
            yield _problem(term.line, found)


def _problem(line: int, found: Message) -> Problem:
    return Problem(FILE, line, found, _EXPECTED, _EXAMPLE)


def _rule(terms: Iterable[Term], code: str, said: str) -> tuple[re.Pattern[str], list[str]]:
    """One pattern with a group for each variant, and the right word of each group.

    Only variants whose first word is in `said`, in small letters.
    """
    pairs = [
        (variant, term.words[code])
        for term in terms
        for variant in term.avoid.get(code, ())
        if variant.lower().partition(" ")[0] in said
    ]
    # The words of one variant may stand on two lines.
    patterns = (r"\s+".join(map(re.escape, variant.split())) for variant, _ in pairs)
    variants = "|".join(f"({pattern})" for pattern in patterns) or _NEVER
    pattern = rf"(?<![\w-])(?:{variants}){_ENDINGS.get(code, _ANY_LETTERS)}"
    return re.compile(pattern, re.IGNORECASE), [right for _, right in pairs]


def _avoided(file: str, line: int, found: str, right: str) -> Problem:
    expected = say("the glossary’s word, “{word}”", word=right)
    said = say("“{word}” is not a word of this site", word=found)
    return Problem(file, line, said, expected, right)
