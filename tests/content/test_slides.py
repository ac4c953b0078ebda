"""A training's slides, read from its page."""

from mentoring_tools.content import slides
from mentoring_tools.content.slides import Slide
from mentoring_tools.source import document

PAGE = """\
---
title: Valmennus
---

## Diat {#slides}

### Kuuntele {#slide-listening}

- Anna *toisen* puhua loppuun.
- Kysy [lisää](more.md).

Siedä hiljaisuutta.

> Kerro oma esimerkki.
>
> Anna aikaa.

### Kysymyksiä? {#slide-end}

## Mitä seuraavaksi {#next}

- Ei enää dia.
"""


def read(text: str) -> tuple[tuple[Slide, ...], list[str]]:
    parsed, problems = document.parse(text, "docs/fi/organisers/trainings/one.md", "fi", "one")
    assert parsed
    assert problems == []
    found, wrong = slides.read(parsed)
    return found, [f"{problem.line}: {problem.found}" for problem in wrong]


def test_a_heading_begins_a_slide_and_a_quotation_is_said() -> None:
    shown = ("Anna toisen puhua loppuun.", "Kysy lisää.", "Siedä hiljaisuutta.")
    said = ("Kerro oma esimerkki.", "Anna aikaa.")
    assert read(PAGE) == ((Slide("Kuuntele", shown, said), Slide("Kysymyksiä?")), [])


def test_what_is_more_than_a_slide_holds_is_told_at_its_heading() -> None:
    long = PAGE.replace("- Kysy [lisää](more.md).", f"- {'pitkä ' * 50}")
    assert read(long)[1] == ["7: the slide “Kuuntele” takes 7 rows"]
    table = PAGE.replace("Siedä hiljaisuutta.", "| Yksi |\n|---|\n| Kaksi |")
    assert read(table)[1] == ["12: a slide with something that cannot be shown on it"]
    named = PAGE.replace("### Kuuntele", f"### {'Kuuntele ' * 8}")
    assert read(named)[1] == [f"7: the slide's title “{'Kuuntele ' * 7}Kuuntele” has 71 letters"]


def test_slides_without_one_are_told() -> None:
    none = PAGE.replace("### Kuuntele {#slide-listening}\n", "").replace(
        "### Kysymyksiä? {#slide-end}\n", ""
    )
    assert read(none)[1] == ["5: no slide under the heading #slides"]
