"""Where a long word may be divided, for browsers that cannot divide words of its language.

Browsers on Android and Chromium on a fresh machine know no Finnish hyphenation and would cut a
large title such as *Mentorointisopimus* anywhere, without a hyphen.
"""

import re
from collections.abc import Mapping

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
#: Shorter words fit one line of a title on the narrowest phone.
LONG = 14

_WORD = re.compile(rf"\w{{{LONG},}}")
# Where a compound's last part begins is the place that a reader expects; these end titles here.
_LAST_PARTS: Mapping[str, tuple[str, ...]] = {
    "fi": (
        *("haastattelu", "ilmoituksen", "kartta", "keskustelu", "kysymykset", "lomake", "muistio"),
        *("seloste", "sopimus", "suunnitelma", "vaihe", "vaihtoehdot", "vierailu"),
    ),
}
# A Finnish syllable begins with the consonant before a vowel. At least four letters stay before
# the first place, and three after the last. Vowels side by side are never parted, so that a
# diphthong stays whole also where words of a compound meet.
_PLACES: Mapping[str, re.Pattern[str]] = {
    "fi": re.compile(r"(?<=\w{4})(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö]\w)", re.IGNORECASE),
}


def soft(text: str, language: str) -> str:
    """`text` with soft hyphens in its long words, if the language's rule is known here."""
    if language not in _PLACES:
        return text
    return _WORD.sub(lambda word: _divided(word[0], language), text)


def _divided(word: str, language: str) -> str:
    """A compound before its last part, another word before each syllable."""
    for last in _LAST_PARTS[language]:
        if word.endswith(last):
            return word.removesuffix(last) + SOFT_HYPHEN + last
    return _PLACES[language].sub(SOFT_HYPHEN, word)
