"""What each field of a PDF asks, as it is read aloud: the whole question, from the model."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentoring_tools.worksheet.model import Control, Worksheet


@dataclass(frozen=True)
class Asked:
    """What a control asks: read aloud as `question`, or for each choice by its id.

    `language` is that of the answer when it is another than the page's.
    """

    kind: str
    question: str
    choices: Mapping[str, str]
    language: str


def asked(forms: Iterable[Sequence[Worksheet]]) -> dict[str, Asked]:
    """Every control by its key, in reading order, its words joined from all languages."""
    return {
        twins[0].key: _asked(twins)
        for sheets in forms
        for twins in zip(*(sheet.controls for sheet in sheets), strict=True)
    }


def _asked(twins: Sequence[Control]) -> Asked:
    first = twins[0]
    options = zip(*(control.options for control in twins), strict=True)
    choices = {same[0].id: _choice(twins, [each.label for each in same]) for same in options}
    return Asked(first.kind, _question(twins), choices, first.field.language)


def _question(twins: Sequence[Control]) -> str:
    return _joined(control.question for control in twins)


def _choice(twins: Sequence[Control], labels: Sequence[str]) -> str:
    """A number is the same in every language, and said once."""
    if len(set(labels)) == 1:
        return f"{_question(twins)}: {labels[0]}"
    return _joined(f"{c.question}: {label}" for c, label in zip(twins, labels, strict=True))


def _joined(texts: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(texts))
