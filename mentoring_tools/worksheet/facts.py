"""What the head and the foot of a sheet say on paper: the same for PDF and Word."""

import re
from calendar import month_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

#: A text in each language of the sheet, by language code.
Texts = Mapping[str, str]

#: Which way the paper is turned.
Orientation = Literal["portrait", "landscape"]

#: The interface's words on a sheet, in either form, and in a booklet. A file is given no others:
#: those of buttons and notices change, and then no file is made again.
ON_A_SHEET = (
    *("locale", "minutes", "page_of_pages", "phase_number", "who", "word_code", "word_date"),
    *("word_date_format", "word_drawing", "word_no_choice", "word_write"),
)
IN_A_BOOKLET = (
    *("edition", "minutes", "pack_about", "pack_contents", "phase_number", "who"),
    "word_date_format",
)


def words_of(
    words: Mapping[str, Texts], languages: Iterable[str], keys: Iterable[str]
) -> tuple[tuple[str, Texts], ...]:
    """These of the interface's words, in each language by its code."""
    return tuple((code, {key: words[code][key] for key in keys}) for code in languages)


@dataclass(frozen=True)
class Facts:
    """A tool's facts in the words of the sheet's languages.

    `title` is the tool's name, `goal` one sentence, `phase` the phase's title, `who` a few words.
    `phase_number` counts from 1; `phase` is empty and the number 0 where there is none.
    `minutes` is 0 where no time is said.
    `site` is the service's name, `licence` the short name of the licence of the words.
    """

    title: Texts
    goal: Texts
    phase: Texts
    phase_number: int
    minutes: int
    who: Texts
    site: Texts
    licence: str
    paper: Orientation = "portrait"


@dataclass(frozen=True)
class Logo:
    """A publisher's picture: its path under `docs/`, its size in pixels, and its hash."""

    path: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True)
class ReportPaper:
    """An empty paper for reports in one language: title, owner, and what stands at the foot.

    It has as many pages as the longest report may have.
    """

    language: str
    title: str
    owner: str
    foot: str
    logo: Logo | None = None
    pages: int = 4


@dataclass(frozen=True)
class Imprint:
    """What the foot of each page and the file's properties say; each text may be empty.

    `logo` and `colour` (#rrggbb) are the publisher's own, where there are any.
    `coded` says that readers reach the address, so that a code for a phone's camera leads there.
    `date` is when the words of the toolkit were last changed (2026-03-05), `version` is the
    project's; only what holds the whole toolkit says them.
    """

    address: str
    publisher: str
    date: str = ""
    version: str = ""
    logo: Logo | None = None
    colour: str = ""
    coded: bool = False

    def edition(self, words: Mapping[str, str]) -> str:
        """Date and version in the language of these words, or nothing where no date is known."""
        if not self.date:
            return ""
        year, month, day = map(int, self.date.split("-"))
        pieces = {"MMMM": month_name[month], "yyyy": str(year), "M": str(month), "d": str(day)}
        date = re.sub("M+|y+|d+", lambda piece: pieces[piece[0]], words["word_date_format"])
        return words["edition"].format(date=date, version=self.version)
