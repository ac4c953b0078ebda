"""Where long words of titles may be divided."""

import pytest

from mentoring_tools import hyphens


@pytest.mark.parametrize(
    ("title", "divided"),
    [
        ("Mentorointisopimus", "Mento-roin-ti-so-pi-mus"),
        ("Työpaikkailmoituksen analyysi", "Työpaik-kail-moi-tuk-sen analyysi"),
        ("Piilotyöpaikkasuunnitelma", "Piilo-työ-paik-ka-suun-ni-telma"),
        ("Päättämis- eli arviointivaihe", "Päättämis- eli arvioin-ti-vaihe"),
        ("Verkostokartta", "Verkos-to-kartta"),
    ],
)
def test_finnish_words_are_divided_before_a_syllable(title: str, divided: str) -> None:
    found = hyphens.soft(title, "fi")
    assert found.replace(hyphens.SOFT_HYPHEN, "-") == divided
    assert found.replace(hyphens.SOFT_HYPHEN, "") == title


@pytest.mark.parametrize("title", ["Työkalut", "Elämänviiva", "Omat verkostot"])
def test_words_that_fit_a_phone_stay_as_they_are(title: str) -> None:
    assert hyphens.soft(title, "fi") == title


def test_a_language_without_a_rule_is_left_alone() -> None:
    assert hyphens.soft("Familiarization phase", "en") == "Familiarization phase"
