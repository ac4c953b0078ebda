"""What the head and the foot of a sheet say on paper: the same for PDF and Word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

#: A text in each language of the sheet, by language code.
Texts = Mapping[str, str]


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
    paper: Literal["portrait", "landscape"] = "portrait"


@dataclass(frozen=True)
class Imprint:
    """What the foot of each page and the file's properties say; each text may be empty."""

    address: str
    publisher: str
