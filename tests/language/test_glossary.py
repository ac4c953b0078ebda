"""Words that the glossary has another word for, wherever they stand."""

from pathlib import Path

import pytest

from mentoring_tools.language import glossary
from mentoring_tools.language.glossary import Term
from mentoring_tools.source import document
from mentoring_tools.source import passages as prose
from mentoring_tools.source.passages import Passage

SHEET = """\
---
title: {title}
goal: {goal}
---

## {heading} {{#worksheet}}

- {question} `#work`
    - {option} `#one`

    | {column} `#a` | B `#b` |
    |---|---|
    | {row} `#r` | |
"""
PLACES = ("title", "goal", "heading", "question", "option", "column", "row")
LINES = (2, 3, 6, 8, 9, 11, 13)


def term(avoid: str, code: str) -> Term:
    both = {"fi": "oikea", "en": "right"}
    return Term(words=both, means=both, avoid={code: (avoid,)}, line=1)


@pytest.mark.parametrize(("code", "word"), [("fi", "yleistaidon"), ("en", "must-haves")])
def test_a_sheet_is_looked_at_wherever_it_has_words(code: str, word: str) -> None:
    text = SHEET.format(**dict.fromkeys(PLACES, word))
    page, problems = document.parse(text, f"docs/{code}/tools/x.md", code, "tools/x")
    assert page
    assert not problems
    terms = [term({"fi": "yleistai", "en": "must-have"}[code], code)]
    found = list(glossary.check(terms, prose.of_document(page)))
    assert [problem.line for problem in found] == list(LINES)
    assert {problem.example for problem in found} == {{"fi": "oikea", "en": "right"}[code]}


#: What the readers of the first texts found, each in a sentence, and the word it should be.
FOUND = [
    ("en", "Have a GROW talk today.", "GROW conversation"),
    ("en", "Is it a must or wish?", "requirement"),
    ("en", "Read your application papers.", "job application"),
    ("en", "Workplace habits differ.", "unwritten rules of working life"),
    ("en", "Give each sentence a number.", "statement"),
    ("en", "Draw the life wheel.", "wheel of life"),
    ("en", "Do a mid-way review.", "midway review"),
    ("fi", "Anna lauseelle numero.", "väittämä"),
    ("fi", "Onko tämä pakko / toive?", "vaatimus"),
    ("fi", "Lue hakupaperisi.", "työhakemus"),
    ("fi", "Piirrä elämän pyörää.", "elämänpyörä"),
    ("fi", "Kirjoita yleistaidot.", "taito"),
    ("fi", "Tee osaamiskartoituksesta kuva.", "osaamiskartta"),
    ("fi", "Ennen aloitustapaamista.", "ensimmäinen tapaaminen"),
    ("fi", "Kysy TE-keskuksesta.", "työllisyyspalvelut"),
]


@pytest.mark.parametrize(("code", "text", "right"), FOUND)
def test_what_readers_found_is_told(project: Path, code: str, text: str, right: str) -> None:
    terms, _ = glossary.read(project, ("fi", "en"))
    found = list(glossary.check(terms, [Passage("docs/x.md", 1, code, text)]))
    assert [problem.example for problem in found] == [right]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Talk about your habits; you must not give a talk on rules."),
        ("en", "Take a paper with you, and read one sentence aloud."),
        ("fi", "Kirjoita paperille yksi lause ja puhelinnumero, ja pakkaa toiveet mukaan."),
    ],
)
def test_the_same_words_in_their_right_sense_are_not(project: Path, code: str, text: str) -> None:
    terms, _ = glossary.read(project, ("fi", "en"))
    assert not list(glossary.check(terms, [Passage("docs/x.md", 1, code, text)]))
