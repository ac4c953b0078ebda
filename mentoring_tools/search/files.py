"""An index as files for a browser: its beginning, its words in parts, each page's sentences.

`index.json` holds the pages, how stems come from words, what may stand behind a stem, and the first
word of each part; `words-0.json` and so on are the parts. In a part each line is a word:
its name, then after a space a letter for its pattern and its pages, then forms that stand apart.
Pages stand behind a digit, which says how surely they are meant, from 9 to 1, each as the letter of
the step from the one before: such letters are few, and pack well. A 0 before them says that the
word is a common one.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

from mentoring_tools.content.model import Page
from mentoring_tools.search.index import Entry, Index, sentences

#: The folder of all languages' files in the site.
FOLDER = "lookup"
#: How many bytes a part has at most, compressed: all words in one as long as that is light enough,
#: and else small ones, of which a question asks for one or two a word.
WHOLE, PART = 45_000, 12_000

#: What a page counts for by its kind, in hundredths: our own figures, tried likewise.
KINDS = {
    "tool": 100, "agreement": 100, "path": 100, "guide": 92, "phase": 70,
    "organisers": 80, "organiser": 70, "form": 65, "training": 65,
}  # fmt: skip
OTHER_KIND = 50

_FIRST_PATTERN, _LAST_GRADE = 0x30, 0x39
_SURROGATES = range(0xD800, 0xE000)


def files(
    index: Index, code: str, told: Callable[[Page], tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Each file's path in the site, and its content.

    `told` gives a page's address and the line under its title.
    """
    patterns = list(dict.fromkeys(entry.pattern for entry in index.entries))
    lines = [_line(entry, patterns.index(entry.pattern)) for entry in index.entries]
    parts = list(_parts(lines))
    where = f"{FOLDER}/{code}"
    beginning = {
        "pages": [_page(page, *told(page)) for page in index.pages],
        "patterns": ["|".join(pattern) for pattern in patterns],
        "ends": index.ends,
        "parts": [part[0].partition(" ")[0] for part in parts],
    }
    yield f"{where}/index.json", _json(beginning)
    for number, part in enumerate(parts):
        yield f"{where}/words-{number}.json", _json("\n".join(part))
    for number, page in enumerate(index.pages):
        yield f"{where}/page-{number}.json", _json(list(sentences(page)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _page(page: Page, address: str, told: str) -> list[Any]:
    return [address, page.front_matter.title, told, KINDS.get(page.kind, OTHER_KIND)]


def _line(entry: Entry, pattern: int) -> str:
    surest = sorted(entry.pages.items(), key=lambda pair: (-pair[1], pair[0]))
    pages = "".join(
        str(grade) + _steps(number for number, _ in group)
        for grade, group in groupby(surest, key=lambda pair: pair[1])
    )
    first = _letter(_FIRST_PATTERN + pattern) + "0" * entry.common
    return " ".join([entry.word, first + pages, *entry.apart])


def _steps(numbers: Iterable[int]) -> str:
    """Rising numbers as the letters of the steps between them, the first from -1."""
    return "".join(
        _letter(_LAST_GRADE + after - before) for before, after in pairwise([-1, *numbers])
    )


def _letter(code: int) -> str:
    """The letter of a number; those that stand for half a letter are left out."""
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """The lines in as few parts as may be, each of a bounded weight."""
    if _weight(lines) <= WHOLE:
        yield lines
        return
    size = -(-len(lines) * PART // _weight(lines))
    yield from (lines[start : start + size] for start in range(0, len(lines), size))


def _weight(lines: Iterable[str]) -> int:
    return len(zlib.compress("\n".join(lines).encode(), 9))
