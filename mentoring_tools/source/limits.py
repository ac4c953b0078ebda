"""How much a page may hold, looked at before it is parsed: more would take minutes."""

import re
from collections.abc import Iterator

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem

#: The most of each: characters in a file and in a line, letters in a word, links and rows of tables
#: on a page, Markdown characters in a paragraph, levels of lists and quotes in each other.
FILE, LINE, WORD = 200_000, 5_000, 80
LINKS, ROWS, MARKS, LEVELS = 1_000, 1_000, 600, 8

_LINK = re.compile(r"\]\(|\]:|://|<\w|@")
_MARK = re.compile(r"[*_~`\[\]<!&\\]")
_WORD = re.compile(rf"[^\W\d_]{{{WORD + 1},}}")
# A new unit begins where a parser begins anew: at an item, a row, a heading, an empty line.
_NEW = re.compile(r"[ \t]*(?:[-+*|#>]|\d+[.)]|$)")
_DEEP = re.compile(r"(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*")
_INDENT = 4


def check(text: str, file: str) -> list[Problem]:
    """A problem for each thing there is too much of; a file far too long is not even looked at."""
    if len(text) > FILE:
        found = say("a file of {count} characters", count=len(text))
        most = say("at most {most} characters", most=FILE)
        return [Problem(file, 1, found, most, say("two pages"))]
    lines = text.split("\n")
    return [*_in_lines(lines, file), *_in_paragraphs(lines, file), *_on_the_page(text, lines, file)]


def _on_the_page(text: str, lines: list[str], file: str) -> Iterator[Problem]:
    links = max(text.count("["), len(_LINK.findall(text)))
    rows = sum("|" in line for line in lines)
    if links > LINKS:
        most = say("at most {most} links", most=LINKS)
        yield Problem(file, 1, say("about {links} links", links=links), most, say("two pages"))
    if rows > ROWS:
        most = say("at most {most} rows", most=ROWS)
        found = say("about {rows} rows of tables", rows=rows)
        yield Problem(file, 1, found, most, say("two pages"))


def _in_lines(lines: list[str], file: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if len(line) > LINE:
            found = say("a line of {count} characters", count=len(line))
            most = say("at most {most} characters", most=LINE)
            yield Problem(file, number, found, most, say("a paragraph for each thought"))
        elif len(line) > WORD and (word := _WORD.search(line)):
            begins = f"{word[0][:20]}…"
            found = say("a word of {count} letters: {word}", count=len(word[0]), word=begins)
            most = say("at most {most} letters", most=WORD)
            yield Problem(file, number, found, most, say("words with spaces between"))
        if _levels(line) > LEVELS:
            found = say("lists or quotes too deep in each other")
            most = say("at most {most} levels", most=LEVELS)
            yield Problem(file, number, found, most, say("a heading and a new list"))


def _levels(line: str) -> int:
    opened = _DEEP.match(line)
    marks = len(re.findall(r"[>.)+*-]", opened[0])) if opened else 0
    words = line.expandtabs(_INDENT)
    return max(marks, (len(words) - len(words.lstrip())) // _INDENT)


def _in_paragraphs(lines: list[str], file: str) -> Iterator[Problem]:
    marks, start = 0, 1
    for number, line in enumerate([*lines, ""], 1):
        if _NEW.match(line):
            if marks > MARKS:
                found = say("{marks} Markdown characters in one paragraph", marks=marks)
                most = say("at most {most} of them", most=MARKS)
                yield Problem(file, start, found, most, say("shorter paragraphs"))
            marks, start = 0, number if line.strip() else number + 1
        marks += len(_MARK.findall(line))
