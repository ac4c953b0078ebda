"""The bars of easy pages: what `make status` says of them, and which words it lists."""

import shutil
from pathlib import Path

import pytest

from mentoring_tools import __main__ as commands
from mentoring_tools.language import easy_language, readability
from mentoring_tools.language.readability import Ease
from mentoring_tools.project import load

SMALL = Path(__file__).resolve().parents[1] / "small"
PAGE = """\
---
title: Elämänviiva selkosuomeksi
description: Piirrä viiva.
goal: Tiedät, missä olet hyvä.
---
Tämä on helppo. Sinä osaat tehdä tämän, ja mentori voi auttaa sinua, jos haluat.

## Näin teet {#steps}

1. Kirjoita mentorointisopimukseen, missä olet hyvä.

## Työpohja {#worksheet}

- Mistä kerrot? `#span one`
    - työstä `#career`
    - muusta `#other text`
- Mitä tapahtui? `#events rows=2`

    | Tapahtuma `#event` | Tunne (-5 = huono, 5 = hyvä) `#feeling scale -5..5` |
    |---|---|

- Missä olet hyvä? `#strengths long=4`
"""


@pytest.mark.parametrize(("easy", "value", "sentence", "faults"), [
    (True, 5.0, 8.0, ()), (True, 5.0, 8.1, ("long",)), (True, 5.1, 8.0, ("hard",)),
    (False, 5.1, 8.1, ("choppy",)),
])  # fmt: skip
def test_an_easy_page_may_be_short_and_not_long(
    easy: bool, value: float, sentence: float, faults: tuple[str, ...]
) -> None:
    ease = Ease("fi", "tools/x/easy", value, 200, sentence, short=0.9, easy=easy)
    assert ease.faults == faults


def test_status_measures_an_easy_page_and_lists_its_long_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = shutil.copytree(SMALL, tmp_path / "small")
    file = "docs/fi/tools/lifeline/easy.md"
    (project / "docs/fi/tools/lifeline").mkdir()
    (project / file).write_text(PAGE, "utf-8")
    library = load(project).library
    assert easy_language.long_words(library) == {file: ["mentorointisopimukseen"]}
    assert [ease.slug for ease in readability.of_library(library) if ease.easy] == [
        "tools/lifeline/easy"
    ]
    monkeypatch.chdir(project)
    assert commands.main(["status"]) == 0
    assert f"{file}: mentorointisopimukseen" in capsys.readouterr().out
