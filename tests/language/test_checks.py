"""The checks of words: spelling, text in another language, terms, and lists."""

import shutil
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from cases import spoil

from mentoring_tools.language import glossary as terms
from mentoring_tools.language import verdict_cache, word_lists
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


# A line at the end of a file, and what is said of it.
MISTAKES = [
    ("docs/fi/index.md", "Mentori kuunteleee ja kyssyy.", "“kuunteleee” is not a known"),
    ("docs/fi/about.md", "Talk about your goals together.", "words in English on a page"),
    ("docs/fi/tools/lifeline.md", "Kysy TE-toimistosta.", "“työllisyyspalvelut”"),
    ("docs/en/index.md", "The protégé organises the meeting.", "“mentee”"),
    ("docs/en/agreement.md", "The actor’s goals come first.", "“mentee”"),
    ("docs/en/tools/lifeline.md", "Keskustelkaa viivasta.", "words in Finnish on a page"),
    ("docs/en/guides/safety.md", "You recieve an answer.", "example:  receive"),
    ("words/fi.txt", "åke", "“åke” is not needed"),
]


def test_each_mistake_in_the_real_texts_is_told(real: Path) -> None:
    for file, line, _ in MISTAKES:
        with (real / file).open("a", encoding="utf-8") as text:
            text.write(f"\n{line}\n" if file.endswith(".md") else f"{line}\n")
    places = told(real).split("\n")
    starts = [at for at, place in enumerate(places) if not place.startswith(" ")]
    by_file: dict[str, str] = defaultdict(str)
    for start, end in pairwise(starts):
        by_file[places[start].split(":")[0]] += "\n".join(places[start:end])
    assert set(by_file) == {file for file, _, _ in MISTAKES}
    assert not [words for file, _, words in MISTAKES if words not in by_file[file]]
    assert places[-1].endswith("to mend.")


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


def test_what_is_remembered_is_kept_apart_for_each_list(tmp_path: Path) -> None:
    one = Speller("en", English(), (Entry("Amina"),))
    other = Speller("en", English(), ())
    with verdict_cache.verdicts(tmp_path, [one]):
        assert one.allows("Amina")
    with verdict_cache.verdicts(tmp_path, [other]):
        assert not other.allows("Amina")
