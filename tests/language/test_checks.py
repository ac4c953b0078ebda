"""The checks of words: spelling, text in another language, terms, lists, and reading ease."""

import shutil
from pathlib import Path

import pytest
import yaml
from cases import spoil

from mentoring_tools.content import model, reader
from mentoring_tools.language import glossary as terms
from mentoring_tools.language import readability, verdict_cache, word_lists
from mentoring_tools.language.english import English
from mentoring_tools.language.finnish import Finnish
from mentoring_tools.language.spelling import Speller
from mentoring_tools.language.word_lists import Entry
from mentoring_tools.problems import Stop
from mentoring_tools.project import load
from mentoring_tools.source import document
from mentoring_tools.source import passages as prose
from mentoring_tools.source.passages import Passage

HERE = Path(__file__).resolve().parents[1]
CASES = sorted((HERE / "spoken_cases").glob("*.yml"))


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """A copy of a small project in two languages, without a problem."""
    return Path(shutil.copytree(HERE / "spoken", tmp_path / "spoken"))


@pytest.fixture
def real(project: Path, tmp_path: Path) -> Path:
    """A copy of what is written in this project."""
    copy = tmp_path / "real"
    for folder in ("docs", "words", "downloads", "mentoring_tools/strings"):
        shutil.copytree(project / folder, copy / folder)
    shutil.copy(project / "mkdocs.yml", copy)
    (copy / "overrides").symlink_to(project / "overrides")
    return copy


def told(project: Path) -> str:
    with pytest.raises(Stop) as stop:
        load(project)
    return str(stop.value)


def test_the_small_project_has_no_problem(spoken: Path) -> None:
    loaded = load(spoken)
    assert [term.words["en"] for term in loaded.glossary] == ["mentee", "employment services"]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_mistake_is_told_with_its_place_and_what_to_do(case: Path, spoken: Path) -> None:
    given = yaml.safe_load(case.read_text("utf-8"))
    spoil(spoken, given)
    assert told(spoken) == given["told"].rstrip("\n")


@pytest.mark.parametrize(
    ("file", "line", "words"),
    [
        ("docs/fi/index.md", "\nMentori kuunteleee ja kyssyy.\n", "“kuunteleee” is not a known"),
        ("docs/fi/index.md", "\nTalk about your goals together.\n", "words in English on a page"),
        ("docs/fi/tools/lifeline.md", "\nKysy TE-toimistosta.\n", "“työllisyyspalvelut”"),
        ("docs/en/index.md", "\nThe protégé organises the meeting.\n", "“mentee”"),
        ("docs/en/agreement.md", "\nThe actor’s goals come first.\n", "“mentee”"),
        ("docs/en/tools/lifeline.md", "\nKeskustelkaa viivasta.\n", "words in Finnish on a page"),
        ("docs/en/guides/safety.md", "\nYou recieve an answer.\n", "example:  receive"),
        ("words/fi.txt", "åke\n", "“åke” is not needed"),
    ],
)
def test_a_mistake_in_the_real_texts_is_told(real: Path, file: str, line: str, words: str) -> None:
    with (real / file).open("a", encoding="utf-8") as text:
        text.write(line)
    message = told(real)
    assert words in message
    assert message.endswith("to mend.")
    assert all(place.startswith(file) for place in message.split("\n") if place[:1] in "dmw")


def test_another_run_asks_the_checkers_nothing(
    spoken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(spoken)
    for dictionary in (English, Finnish):
        monkeypatch.setattr(dictionary, "knows", lambda *_: pytest.fail("it was asked again"))
    load(spoken)
    assert len(list((spoken / ".cache" / "words").iterdir())) == 2


def test_damaged_verdicts_are_told_and_asked_for_again(
    spoken: Path, caplog: pytest.LogCaptureFixture
) -> None:
    load(spoken)
    caplog.set_level("INFO")
    for file in (spoken / ".cache" / "words").iterdir():
        file.write_bytes(file.read_bytes()[:40])
    load(spoken)
    assert len([said for said in caplog.messages if said.endswith("is made again.")]) == 2
    caplog.clear()
    load(spoken)
    assert not caplog.messages


def test_a_changed_list_is_read_again(spoken: Path) -> None:
    load(spoken)
    (spoken / "words" / "names.txt").write_text("", "utf-8")
    assert "“Amina”" in told(spoken)


FINNISH = [
    *("kissa", "Helsingissä", "Keskustelkaa", "linja-auto", "verkostokartta", "PÄÄTÖS"),
    *("mentorilta", "Mentorointisopimuksessa", "vertaismentorointi", "aktoreitaan"),
    *("mentoroitavan", "päättämis-", "tutustumis-CV", "CV:hen", "SMART-tavoite", "A4-sivu"),
    *("Aminalle", "Minhin", "Haaga-Helian", "LinkedInissä", "Yusufilta", "1990-luvulla"),
]
NO_FINNISH = [
    *("kisssa", "helsingissä", "keskutelkaa", "mentrori", "mentorointisopmus", "aktroi"),
    *("aminalle", "Minhinin", "CV:henkka", "SMART-tavote", "goals", "työllisyspalvelut", "KeSkus"),
]
ENGLISH = ["goal", "organise", "colour", "mentees", "mentee’s", "don’t", "Amina’s", "CVs"]
NO_ENGLISH = ["gaol-keeeper", "color", "recieve", "mentess", "amina", "tavoite", "Aminan"]


@pytest.fixture(scope="module")
def finnish() -> Speller:
    listed = (Entry("aktori", "traktori"), Entry("mentori", "moottori"))
    names = ("Amina", "Minh", "Haaga-Helia", "LinkedIn", "Yusuf", "SMART")
    return Speller("fi", Finnish(), (*listed, *map(Entry, names)))


@pytest.fixture(scope="module")
def english() -> Speller:
    return Speller("en", English(), (Entry("mentee"), Entry("Amina")))


def test_finnish_words_with_their_endings_and_compounds_are_known(finnish: Speller) -> None:
    assert [word for word in FINNISH if not finnish.allows(word)] == []
    assert [word for word in NO_FINNISH if finnish.allows(word)] == []


def test_english_words_are_british(english: Speller) -> None:
    assert [word for word in ENGLISH if not english.allows(word)] == []
    assert [word for word in NO_ENGLISH if english.allows(word)] == []


def test_a_listed_english_word_is_spared_where_it_stands() -> None:
    # Not every Debian's dictionary knows the same words.
    listed = Entry("meeting"), Entry("mentee")
    assert Speller("en", English(), listed).used(["Meetings", "other"]) == {Entry("meeting")}


def test_a_word_of_the_site_is_the_first_suggestion(finnish: Speller) -> None:
    assert finnish.allows("mentorointisopimuksen")
    assert finnish.near("mentorointisopimksen")[0] == "mentorointisopimuksen"
    assert finnish.near("helsingissä") == ["Helsingissä"]


def test_the_fiftieth_unknown_word_costs_nothing() -> None:
    speller = Speller("en", English(), ())
    assert [bool(speller.near(f"recieve{'e' * n}")) for n in range(25)][20:] == [False] * 5


def passages(body: str) -> tuple[Passage, ...]:
    text = f"---\ntitle: Otsikko\ngoal: Tavoite.\nminutes: 5\n---\n{body}"
    read, problems = document.parse(text, "docs/fi/tools/x.md", "fi", "tools/x")
    assert read
    assert not problems
    return prose.of_document(read)


def test_passages_have_their_line_their_part_and_no_code() -> None:
    found = passages(
        "\nSanat\njatkuvat [tänne](https://example.org/abc){hreflang=en}.\n\n"
        "| A | B |\n|---|---|\n| yksi | `#kaksi` |\n\n"
        "## Pohja {#worksheet}\n\n- Kysymys `#id long=3`\n"
    )
    assert [(p.line, p.part, [w.text for w in p.words]) for p in found] == [
        (2, "heading", ["Otsikko"]),
        (3, "text", ["Tavoite"]),
        (7, "text", ["Sanat", "jatkuvat", "tänne"]),
        (10, "label", ["A"]),
        (10, "label", ["B"]),
        (12, "label", ["yksi"]),
        (14, "heading", ["Pohja"]),
        (16, "label", ["Kysymys"]),
    ]
    assert [word.line for word in found[2].words] == [7, 8, 8]
    assert [p.plain for p in found] == [True, True, False, False, False, False, True, True]


def test_an_item_that_only_names_a_page_elsewhere_is_a_reference() -> None:
    found = passages(
        "\n- Kotus: [selkokieli, *suomeksi*](https://example.org/a){hreflang=fi}\n"
        "- Lue [tiedote, suomeksi](https://example.org/b){hreflang=fi}.\n"
        "- Tutustumis-CV: [Tutustumis-CV](x.md)\n\n"
        "Ohje: [opas](https://example.org/c)\n"
    )
    assert [(p.line, p.part) for p in found if p.line > 5] == [
        (7, "reference"),  # no sentence, and it links out
        (8, "text"),  # a sentence
        (9, "text"),  # a page of this site
        (11, "text"),  # not in a list
    ]


def test_references_are_left_out_of_reading_ease() -> None:
    def page(body: str) -> model.Page:
        text = f"---\ntitle: Opas\ndescription: Lue tämä.\n---\n{body}"
        found, _ = reader.page_of(text, "docs/fi/guides/x.md", "fi", "guides/x")
        assert found
        return found

    alone = readability.measure(page("\nTämä on helppo.\n"))
    named = readability.measure(
        page("\nTämä on helppo.\n\n- Mentorointiyhdistys: [opas](https://example.org/)\n")
    )
    assert alone == named
    assert alone.words == 5


def test_marked_words_are_a_passage_in_their_language() -> None:
    found = passages('\nEnglanniksi\n*a goal*{lang="en"} ja [an aim](x.md){hreflang=en lang=en}.\n')
    assert [(p.language, p.text, p.line) for p in found if p.marked] == [
        ("en", "a goal", 8),
        ("en", "an aim", 8),
    ]
    assert [w.text for p in found if p.line == 7 for w in p.words] == ["Englanniksi", "ja"]


def test_a_sentence_ends_at_its_mark_and_not_at_a_date() -> None:
    text = "Tapaamme 5.3.2026 klo 14.30. Onko aikaa? ”On.” Siis esim. Oulussa 3. päivä\nillalla."
    found = Passage("f.md", 4, "fi", text).sentences
    assert [p.text.split()[0] for p in found] == ["Tapaamme", "Onko", "”On.”", "Siis"]
    assert [w.line for w in found[-1].words] == [4, 4, 4, 4, 5]


def test_the_lists_of_this_project_are_short(project: Path) -> None:
    sizes = {name: len(word_lists.read(project, name).entries) for name in ("fi", "en", "names")}
    assert sizes["fi"] <= 20
    assert sizes["en"] <= 20
    assert sizes["names"] <= 200


def test_the_glossary_is_sorted_as_its_reader_s_language_sorts(project: Path) -> None:
    glossary, problems = terms.read(project, ("fi", "en"))
    assert not problems
    for code in ("fi", "en"):
        rows = terms.rows(glossary, code)
        first = [row["words"][0] for row in rows]
        assert {word["lang"] for word in first} == {code}
        assert [terms.order(w["text"], code) for w in first] == sorted(
            terms.order(w["text"], code) for w in first
        )
    ordered = sorted(["ääni", "öljy", "åke", "zen", "aika"], key=lambda w: terms.order(w, "fi"))
    assert ordered == ["aika", "zen", "åke", "ääni", "öljy"]
    assert terms.order("Élan", "en") == "elan"


def test_the_glossary_has_no_word_twice(project: Path) -> None:
    glossary, _ = terms.read(project, ("fi", "en"))
    for code in ("fi", "en"):
        words = [term.words[code] for term in glossary]
        assert len(words) == len(set(words))
        assert all(len(term.means[code].split()) <= 18 for term in glossary)


@pytest.mark.parametrize(
    "text",
    [
        "Ota mukaan esim. kynä, paperi ym. pientä.",
        "Soita, puh. 1, tai ks. sopimus; kerran viikossa eli 1 krt/vk.",
        "Punnitse vaa’an kanssa, poista rei’itys.",
        "Suomi kuuluu EU:hun ja YK:hon; tallenna PDF:ään, avaa PDF:ssä.",
        "Suhde on 1:1.",
    ],
)
def test_what_finnish_writers_shorten_and_bend_is_known(text: str) -> None:
    entries = tuple(Entry(word) for word in ("PDF", "YK"))
    speller = Speller("fi", Finnish(), entries)
    passage = Passage("x.md", 1, "fi", text)
    assert not [word.text for word in passage.words if not speller.allows(word.text)]


def test_what_english_writers_shorten_is_known() -> None:
    speller = Speller("en", English(), ())
    passage = Passage("x.md", 1, "en", "Call (tel. 1), e.g. on a weekday, etc. The rate is 1:1.")
    assert not [word.text for word in passage.words if not speller.allows(word.text)]


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


def test_status_marks_the_pages_to_rewrite() -> None:
    easy = readability.Ease("en", "index", 85.0, 300, 9.0)
    hard = readability.Ease("fi", "about", 7.9, 300, 7.0)
    wordy = readability.Ease("en", "tools/x", 85.0, 300, 13.0)
    tiny = readability.Ease("fi", "paths/index", 9.0, 30, 9.0)
    assert [ease.hard for ease in (easy, hard, wordy, tiny)] == [False, True, True, False]
    assert readability.table([hard]).splitlines()[-1] == "! fi      7.9    300         7.0  about"


def test_what_is_remembered_is_kept_apart_for_each_list(tmp_path: Path) -> None:
    one = Speller("en", English(), (Entry("Amina"),))
    other = Speller("en", English(), ())
    with verdict_cache.verdicts(tmp_path, [one]):
        assert one.allows("Amina")
    with verdict_cache.verdicts(tmp_path, [other]):
        assert not other.allows("Amina")
