"""What the forms of Finnish words begin with."""

import pytest

from mentoring_tools.search.finnish_stems import stems
from mentoring_tools.search.lexicon import FinnishLexicon

NOUNS = [
    ("sopimus", "sopimuksen sopimusta sopimuksia sopimuksissanne sopimukseenkin"),
    ("kysymys", "kysymyksiä kysymyksen kysymykset kysymyksistä"),
    ("luottamus", "luottamuksesta luottamusta luottamuksen"),
    ("vahvuus", "vahvuuden vahvuuksia vahvuutta vahvuuksistasi"),
    ("kartta", "kartan karttoja kartoissa karttaan kartallani"),
    ("tavoite", "tavoitteen tavoitteita tavoitetta tavoitteeni"),
    ("osaaminen", "osaamisen osaamista osaamisesi osaamiset"),
    ("suomalainen", "suomalaisen suomalaisia suomalaista"),
    ("asiakas", "asiakkaan asiakasta asiakkaita"),
    ("työ", "työn työtä töitä töissä työhön"),
    ("kieli", "kielen kieltä kielissä"),
    ("käsi", "käden kättä käsiä"),
    ("katu", "kadun katua kaduilla"),
    ("pankki", "pankin pankissa pankkeja"),
    ("mentori", "mentorin mentoreille mentoreita mentorilta"),
    ("avain", "avaimen avainta avaimia"),
    ("työtön", "työttömän työtöntä työttömiä"),
    ("lyhyt", "lyhyen lyhyttä lyhyitä"),
    ("apu", "avun apua"),
]
VERBS = [
    ("hakea", "haen hakee hakenut haetaan hakevat"),
    ("auttaa", "autan autetaan auttavat auttanut"),
    ("tavata", "tapaan tapaatte tavataan tavannut"),
    ("ajatella", "ajattelen ajatellut ajattelevat"),
    ("kysyä", "kysyn kysytte kysyi kysyisitte"),
    ("harkita", "harkitsen harkitsette harkinnut"),
    ("tehdä", "teen tekee tehnyt tekevät"),
    ("nousta", "nousen nousevat noussut"),
    ("analysoida", "analysoin analysoitte analysoinut"),
]


@pytest.mark.parametrize(("base", "forms"), NOUNS)
def test_every_form_of_a_noun_is_a_beginning_and_an_ending(base: str, forms: str) -> None:
    lexicon = FinnishLexicon({})
    assert not [form for form in forms.split() if not lexicon.reaches(form, stems(base))]


@pytest.mark.parametrize(("base", "forms"), VERBS)
def test_every_form_of_a_verb_is_a_beginning_and_an_ending(base: str, forms: str) -> None:
    lexicon = FinnishLexicon({})
    assert not [form for form in forms.split() if not lexicon.reaches(form, stems(base, verb=True))]


@pytest.mark.parametrize(
    ("base", "other"),
    [("sopimus", "sopia"), ("kartta", "kartano"), ("työ", "työkalu"), ("mentori", "mentorointi")],
)
def test_another_word_is_no_form(base: str, other: str) -> None:
    assert not FinnishLexicon({}).reaches(other, stems(base))
