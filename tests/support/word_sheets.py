"""A sheet with every kind of question, by hand, in two languages."""

from collections.abc import Sequence
from pathlib import Path

from mentoring_tools.docx import document
from mentoring_tools.docx import styles as word_styles
from mentoring_tools.source import strings
from mentoring_tools.worksheet.facts import Facts, Imprint
from mentoring_tools.worksheet.model import Field, Note, Option, Row, Scale, Section, Worksheet

ADDRESS = "https://mentoring.example/tools/lifeline/"
_PROJECT = Path(__file__).resolve().parents[2]
IMPRINT = Imprint(ADDRESS, "", coded=True)
LOOK = word_styles.read(_PROJECT / "downloads" / "print" / "word.yml")
WORDS, _ = strings.load(("fi", "en"))


def facts(paper: str = "portrait") -> Facts:
    return Facts(
        title={"fi": "Elämänviiva", "en": "Lifeline"},
        goal={"fi": "Polkusi on sivulla.", "en": "Your path is on the page."},
        phase={"fi": "Aloitusvaihe", "en": "Familiarization phase"},
        phase_number=1,
        minutes=45,
        who={"fi": "aktori", "en": "the mentee"},
        site={"fi": "Mentoroinnin työkalut", "en": "Mentoring tools"},
        licence="CC BY 4.0",
        paper="landscape" if paper == "landscape" else "portrait",
    )


def lifeline(language: str) -> Worksheet:
    """A usual sheet of one page."""
    pick = ("fi", "en").index(language)

    def say(*texts: str) -> str:
        return texts[pick]

    return sheet("lifeline", language, [
        Field("date", "date", say("Päivä", "Date"), half=True),
        Field("whose", "text", say("Kenen sivu?", "Whose sheet?"), half=True),
        Note(say("Saat jättää kohtia tyhjiksi.", "You may leave gaps.")),
        Field("span", "one", say("Mistä viiva kertoo?", "What is it about?"), options=(
            Option("career", say("työurasta", "my working life")),
            Option("other", say("muusta, mistä?", "something else: what?"), text=True),
        )),
        Field("events", "grid", say("Viivan tapahtumat", "Events on the line"),
              hint=say("Tärkeät riittävät.", "The main ones are enough."),
              columns=columns(pick), rows=tuple(Row(str(n), "") for n in range(1, 7))),
        Field("line", "drawing", say("Piirrä viiva", "Draw the line"), height_mm=40),
        Field("strengths", "long", say("Vahvuuteni", "My strengths"), lines=3),
        Field("pitch", "text", say("Kerro englanniksi", "Say it in English"), language="en"),
    ])  # fmt: skip


def wide(language: str) -> Worksheet:
    """One table of many columns."""
    pick = ("fi", "en").index(language)
    more = [Field(f"note-{n}", "text", ("Muuta", "Other")[pick] + f" {n}") for n in range(1, 4)]
    rows = tuple(Row(str(n), "") for n in range(1, 13))
    label = ("Haetut paikat", "Jobs applied for")[pick]
    grid = Field("jobs", "grid", label, columns=(*columns(pick), *more), rows=rows)
    return sheet("wide", language, [grid])


def columns(pick: int) -> tuple[Field, ...]:
    """One of each kind that a table has."""
    words = [("Tapahtuma", "Event"), ("Vuosi", "Year"), ("Tunne", "Feeling"), ("Kenen", "Whose"),
             ("Tehty", "Done")]  # fmt: skip
    event, year, feeling, whose, done = (pair[pick] for pair in words)
    ends = (("vaikea", "hard")[pick], ("hyvä", "good")[pick])
    options = (Option("own", ("oma", "mine")[pick]), Option("ours", ("yhteinen", "ours")[pick]))
    return (
        Field("event", "text", event), Field("year", "number", year),
        Field("feeling", "scale", feeling, scale=Scale(-5, 5, *ends)),
        Field("whose", "one", whose, options=options),
        Field("done", "check", done),
    )  # fmt: skip


def rating(language: str) -> Worksheet:
    """Ten scales, two lists of ticks, a table of named rows, signatures, two people's parts."""
    pick = ("fi", "en").index(language)
    ends = (("en vielä", "not yet"), ("hyvin", "well"))
    scale = Scale(1, 5, ends[0][pick], ends[1][pick])
    scales = [
        Field(f"skill-{n}", "scale", (f"Osaan asian {n}", f"I can do thing {n}")[pick], scale=scale)
        for n in range(1, 11)
    ]
    rules = ("Pidämme sovitut ajat ja kerromme heti esteistä.", "We keep the times that we agreed.")
    short = (Option("phone", ("puhelin", "phone")[pick]),
             Option("other", ("muu:", "other:")[pick], text=True))  # fmt: skip
    first = Section("mentee-part", ("Aktorin osa", "The mentee’s part")[pick], 1, (
        *scales,
        Field("rules", "any", ("Pelisäännöt", "Rules")[pick], options=(
            Option("times", rules[pick]),
            Option("other", ("Muuta:", "Something else:")[pick], text=True),
        )),
        Field("channel", "any", ("Yhteys", "Contact")[pick], options=short),
    ))  # fmt: skip
    rows = (Row("work", ("Työnhaku", "Job search")[pick]), Row("net", ("Verkostot", "Nets")[pick]))
    check = Field("skipped", "check", ("Jäi väliin", "Skipped")[pick])
    second = Section("mentor-part", ("Mentorin osa", "The mentor’s part")[pick], 1, (
        Field("use", "grid", ("Hyöty", "Use")[pick], columns=(check,), rows=rows),
        Field("sign-a", "signature", ("Aktori", "Mentee")[pick], half=True),
        Field("sign-b", "signature", ("Mentori", "Mentor")[pick], half=True),
        Field("signed", "date", ("Milloin", "When")[pick], half=True),
    ))  # fmt: skip
    return Worksheet("rating", language, "", 1, (first, second))


def sheet(slug: str, language: str, items: Sequence[Field | Note]) -> Worksheet:
    return Worksheet(slug, language, "", 1, (Section("", "", 1, tuple(items)),))


COMBINATIONS = [("fi",), ("en",), ("fi", "en")]
MAKERS = {"lifeline": lifeline, "rating": rating, "wide": wide}


def made(name: str, languages: Sequence[str], paper: str = "portrait") -> bytes:
    """A sheet as a Word file in these languages."""
    twins = [MAKERS[name](code) for code in languages]
    return document.document(twins, facts(paper), WORDS, IMPRINT, LOOK)
