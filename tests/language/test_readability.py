"""How easy the pages are to read: the measures, their bars, and what `make status` says."""

from pathlib import Path

import pytest

from mentoring_tools import __main__ as commands
from mentoring_tools.content import model, reader
from mentoring_tools.language import readability
from mentoring_tools.language.readability import Ease
from mentoring_tools.language.word_lists import Entry
from mentoring_tools.source.passages import Passage

SHEET = """\
## Työpohja {#worksheet}

- Mentorointitapaamisen keskeisimmät toimenpiteet `#done long=3`
"""


def page(body: str, slug: str = "guides/x") -> model.Page:
    kind = "description: Lue tämä.\n"
    if slug.startswith("tools/"):
        kind += "goal: Tiedät.\nphase: working\nminutes: 5\nwho: mentee\nthemes: [tavoite]\n"
    text = f"---\ntitle: Opas\n{kind}---\n{body}"
    found, _ = reader.page_of(text, f"docs/fi/{slug}.md", "fi", slug)
    assert found
    return found


def test_references_are_left_out_of_reading_ease() -> None:
    alone = readability.measure(page("\nTämä on helppo.\n"))
    named = readability.measure(
        page("\nTämä on helppo.\n\n- Mentorointiyhdistys: [opas](https://example.org/)\n")
    )
    assert alone == named
    assert alone.words == 5


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        *(("table", 2), ("rule", 1), ("places", 2), ("asked", 1), ("started", 2), ("idea", 3)),
        *(("question", 2), ("being", 2), ("science", 2), ("something", 2), ("mentee’s", 2)),
        *(("evaluation", 5), ("employer", 3), ("half-way", 2), ("the", 1), ("CV", 1)),
    ],
)
def test_english_syllables(words: str, counted: int) -> None:
    assert readability.english_syllables(words) == counted


@pytest.mark.parametrize(
    ("word", "counted"),
    [
        *(("tie", 1), ("talo", 2), ("korkea", 3), ("tavoite", 3), ("mentorointi", 4), ("työ", 1)),
        *(("keskustelu", 4), ("yhteistyö", 3), ("maa", 1), ("aika", 2), ("kauan", 2), ("CV", 0)),
    ],
)
def test_finnish_syllables(word: str, counted: int) -> None:
    assert readability.finnish_syllables(word) == counted


def test_the_measures_are_as_published() -> None:
    # Ten words of one syllable in sentences of five, and ten of two.
    assert readability.flesch(["cat"] * 10, 5) == pytest.approx(206.835 - 1.015 * 5 - 84.6)
    assert readability.flesch(["table"] * 10, 5) == pytest.approx(206.835 - 1.015 * 5 - 169.2)
    # One long word in ten: ten in a hundred. A long form of a short word is not long.
    assert readability.wiio(["talo"] * 9 + ["keskustelu"]) == pytest.approx(2.7 + 0.3 * 10)
    assert readability.wiio(["taloissammekin"] * 10) == pytest.approx(2.7)


def test_a_listed_word_counts_by_its_base_form_too() -> None:
    # Voikko knows neither; as they are printed, both are long.
    words = ["aktorillekin", "mentoriltanne"]
    listed = (Entry("aktori", "traktori"), Entry("mentori", "moottori"))
    assert readability.wiio(words) == pytest.approx(2.7 + 30)
    assert readability.wiio(words, 0, listed) == pytest.approx(2.7)


@pytest.mark.parametrize(
    ("ease", "faults"),
    [
        (Ease("en", "index", 85.0, 300, 9.0, 0.20), ()),
        (Ease("fi", "index", 6.04, 300, 9.94, 0.20), ()),
        (Ease("fi", "about", 6.1, 300, 7.0), ("hard",)),
        (Ease("en", "about", 69.9, 300, 7.0), ("hard",)),
        (Ease("en", "tools/x", 85.0, 300, 12.1), ("long",)),
        (Ease("fi", "tools/x", 5.0, 300, 10.0), ("long",)),
        (Ease("fi", "tools/x", 5.0, 100, 7.0, 0.21), ("choppy",)),
        (Ease("fi", "tools/x", 6.5, 300, 10.5, 0.3, 8.0), ("hard", "long", "choppy", "sheet")),
    ],
)
def test_a_page_beyond_a_bar_is_to_be_rewritten(ease: Ease, faults: tuple[str, ...]) -> None:
    assert ease.faults == faults


@pytest.mark.parametrize(
    ("ease", "faults"),
    [
        (Ease("fi", "paths/index", 7.5, 99, 12.3, 0.9), ()),
        (Ease("fi", "paths/index", 7.6, 99, 12.4, 0.9), ("hard", "long")),
        (Ease("en", "paths/index", 56.0, 99, 15.0, 0.9), ()),
        (Ease("en", "paths/index", 55.9, 99, 15.1, 0.9), ("hard", "long")),
        (Ease("fi", "tools/x", 5.0, 300, 9.0, 0, 7.5), ()),
        (Ease("fi", "tools/x", 5.0, 300, 9.0, 0, 7.6), ("sheet",)),
        (Ease("en", "tools/x", 85.0, 300, 9.0, 0, 55.9), ("sheet",)),
        (Ease("en", "empty", 0, 0, 0), ()),
    ],
)
def test_few_words_count_when_they_are_far_beyond(ease: Ease, faults: tuple[str, ...]) -> None:
    assert ease.faults == faults


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Kysy mentorilta. Hän kertoo, miten hän itse aloitti tällä alalla.", 0.5),
        ("Mitä nyt? Sano näin: Kysy mentorilta apua jo ensimmäisellä viikolla.", 0),
        ("”Kiitos ajastasi.”", 1),
        ("Työ: nyt 3, toive 7", 0),
    ],
)
def test_only_statements_can_be_choppy(text: str, share: float) -> None:
    sentences = Passage("docs/fi/x.md", 1, "fi", text).sentences
    assert readability.short_share(sentences) == share


def test_a_sheet_is_measured_apart_from_the_text() -> None:
    text = "\nTämä on helppo.\n\n"
    with_sheet = readability.measure(page(text + SHEET, "tools/x"))
    without = readability.measure(page(text, "tools/x"))
    assert without.sheet is None
    # Opas, Työpohja, and three words of which *keskeinen* is short.
    assert with_sheet.sheet == pytest.approx(2.7 + 30 * 2 / 5)
    assert with_sheet.value == without.value


def test_sentences_that_are_too_long_are_listed_with_their_place() -> None:
    eighteen = " ".join(["sana"] * 18)
    found = page(f"\n{eighteen}.\nLyhyt. Sana {eighteen}.\n\n| {eighteen} sana |\n|---|\n| x |\n")
    languages = (model.Language("fi", "suomi", "Sivusto", default=True),)
    library = model.Library(languages, (found.slug,), {"fi": {found.slug: found}}, {})
    assert readability.listing(readability.long_sentences(library)).splitlines() == [
        "Sentences of more than 18 words: 2",
        f"docs/fi/guides/x.md:7: 19 words: Sana {' '.join(['sana'] * 11)}…",
        f"docs/fi/guides/x.md:9: 19 words: {' '.join(['sana'] * 12)}…",
    ]


def test_the_table_says_what_is_the_matter() -> None:
    eases = [
        Ease("fi", "about", 7.9, 300, 7.0, 0.3),
        Ease("en", "tools/x", 85.0, 300, 9.0, 0.05, 92.25),
    ]
    assert readability.table(eases).splitlines()[-3:] == [
        "      measure  words  a sentence  short  sheet  page",
        "! fi      7.9    300         7.0    30%         about  hard, choppy",
        "  en     85.0    300         9.0     5%   92.2  tools/x",
    ]


def test_the_table_speaks_finnish_too() -> None:
    lines = readability.table([Ease("fi", "about", 7.9, 300, 7.0, 0.3)], "fi").splitlines()
    assert lines[1] == "! = kirjoita uudelleen; syy on rivin lopussa:"
    assert lines[-1] == "! fi      7.9    300         7.0    30%         about  vaikea, katkonainen"


def test_status_says_it_all_and_is_no_failure(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert commands.main(["status"]) == 0
    said = capsys.readouterr().out
    assert "tools/lifeline" in said
    assert "\nSentences of more than 18 words: " in said
