"""Characters that no font of the PDF files has: told with their line before any file is made."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source.passages import Passage

FONT = "downloads/print/fonts/regular.ttf"

# What every Latin font has; the last one stands for what is left out of a passage.
_RARE = re.compile(
    r"[^\n\x20-\x7e\xa0-\u017f\u2010-\u201e\u2026\u2039\u203a\u20ac\u2190-\u2193\u2212\ufffc]+"
)


def check(root: Path, texts: Iterable[Passage]) -> Iterator[Problem]:
    """Every character in these texts that would come from another font on each machine."""
    font, texts = root / FONT, tuple(texts)
    if not font.is_file() or _all_known(font, texts):
        return
    for passage in texts:
        for match in _RARE.finditer(passage.text):
            if not known(font) >= set(match[0]):
                yield _problem(passage, match)


def _all_known(font: Path, texts: Iterable[Passage]) -> bool:
    """Whether all characters of all texts are in the font; each is asked for once."""
    characters: set[str] = set().union(*(passage.text for passage in texts))
    rare = set(filter(_RARE.match, characters))
    return not rare or known(font) >= rare


@cache
def known(font: Path) -> frozenset[str]:
    """The letters of a font."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only a rare character needs it

    with TTFont(font, lazy=True) as read:
        return frozenset(map(chr, read.getBestCmap()))


def _problem(passage: Passage, match: re.Match[str]) -> Problem:
    before = passage.text[: match.start()]
    line = before.rpartition("\n")[2] + passage.text[match.end() :].partition("\n")[0]
    return Problem(
        passage.file, passage.line + before.count("\n"),
        say("no font of the PDF files has the character “{sign}”", sign=match[0]),
        say("words, in Latin, Greek or Cyrillic letters and with the usual punctuation"),
        " ".join(line.replace("\ufffc", "…").split()),
    )  # fmt: skip
