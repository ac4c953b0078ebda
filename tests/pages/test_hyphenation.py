"""Where long words of titles may be divided."""

import pytest

from mentoring_tools.pages import hyphenation


@pytest.mark.parametrize(
    ("title", "divided"),
    [
        ("Mentorointisopimus", "Mentorointi-sopimus"),
        ("Työpaikkailmoituksen analyysi", "Työpaikka-ilmoituksen analyysi"),
        ("Piilotyöpaikkasuunnitelma", "Piilotyöpaikka-suunnitelma"),
        ("Päättämis- eli arviointivaihe", "Päättämis- eli arviointi-vaihe"),
        ("Verkostokartta", "Verkosto-kartta"),
        ("Verkostoitumisen askeleet", "Verkos-toi-tu-mi-sen askeleet"),
        ("Valmistautuminen", "Valmis-tau-tu-mi-nen"),
    ],
)
def test_finnish_words_are_divided_where_a_reader_expects(title: str, divided: str) -> None:
    found = hyphenation.soft(title, "fi")
    assert found.replace(hyphenation.SOFT_HYPHEN, "-") == divided
    assert found.replace(hyphenation.SOFT_HYPHEN, "") == title


@pytest.mark.parametrize("title", ["Työkalut", "Elämänviiva", "Omat verkostot"])
def test_words_that_fit_a_phone_stay_as_they_are(title: str) -> None:
    assert hyphenation.soft(title, "fi") == title


def test_a_language_without_a_rule_is_left_alone() -> None:
    assert hyphenation.soft("Familiarization phase", "en") == "Familiarization phase"
