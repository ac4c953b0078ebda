"""What the forms of a Finnish word begin with: *sopimus* with sopimus and sopimukse.

Endings come after these beginnings, so a browser finds a typed form without a dictionary.
Source of the alternations: Iso suomen kielioppi (VISK) § 41–44 and § 55–63, https://kaino.kotus.fi/visk/.
"""

import re
from itertools import chain

_VOWEL = "aeiouyäö"
# Strong grade and weak grade of the consonants before the last vowels, the longest first.
_GRADES = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm")),
    *(("lt", "ll"), ("rt", "rr"), ("ht", "hd"), ("p", "v"), ("t", "d"), ("k", "")),
)
# Consonants whose neighbour keeps the grade: koski, piste, laatikko has kk.
_LOCKED = ("sk", "st", "tk", "sp", "ts")
_PARTS = re.compile(rf"(.*?)([^{_VOWEL}]*)([{_VOWEL}]+)")

# How base forms of nouns and adjectives end, and what their other forms have instead.
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nen", ("s",)),
    ("uus", ("uus", "uuks", "uud", "uut")),
    ("yys", ("yys", "yyks", "yyd", "yyt")),
    ("us", ("us", "uks", "ud", "ut")),
    ("ys", ("ys", "yks", "yd", "yt")),
    ("os", ("os", "oks")),
    ("ös", ("ös", "öks")),
    ("mies", ("mies", "mieh")),
    ("es", ("es", "eks", "ee")),
    ("is", ("is", "iks", "ii")),
    ("ton", ("ton", "ttom")),
    ("tön", ("tön", "ttöm")),
    ("nut", ("nut", "nee", "nei")),
    ("nyt", ("nyt", "nee", "nei")),
    ("ut", ("ut", "ue", "ui")),
    ("yt", ("yt", "ye", "yi")),
    ("in", ("in", "im")),
    ("psi", ("psi", "pse", "s")),
    ("aika", ("aik", "aja", "ajo", "ajoi")),
    ("poika", ("poik", "poja")),
)
_SI = ("s", "te", "de", "t")
# Before these the consonants may stand in the other grade: vaate and vaattee, avain and avaime.
_GRADED = ("is", "ton", "tön", "ut", "yt", "in")
# The same for verbs.
_VERBS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ehdä", ("ehdä", "eke", "ee", "ek", "eh")),
    ("ähdä", ("ähdä", "äke", "äe", "äk", "äh")),
    ("ita", ("ita", "itse", "itsi", "in", "it")),
    ("itä", ("itä", "itse", "itsi", "in", "it")),
)


def stems(base: str, *, verb: bool = False) -> tuple[str, ...]:
    """The beginnings of a word's forms, the longest first; `verb` says that it is an infinitive."""
    found = _of_verb(base) if verb else _of_noun(base)
    return tuple(sorted({base, *(stem for stem in found if len(stem) > 1)}, key=_order))


def _order(stem: str) -> tuple[int, str]:
    return -len(stem), stem


def _of_noun(base: str) -> list[str]:
    for ending, others in _NOUNS:
        if base.endswith(ending):
            head = base.removesuffix(ending)
            found = [head + other for other in others]
            return found + _in_strong_grade(head, others) * (ending in _GRADED)
    if base.endswith("s"):
        long = _strong(base[:-1]) + base[-2]
        return [base[:-1] + base[-2], long, long[:-1]]
    if base[-1] not in _VOWEL:
        return [base, base + "e", base + "i"]
    if base.endswith("e"):
        return [base, _strong(base) + "e", base + "e", _strong(base)]
    found = [*_short(base), *_short(_weak(base))]
    if base.endswith("si"):
        found += [base[:-2] + other for other in _SI] + [base[:-3] + "n" + "ne"] * base.endswith(
            "nsi"
        )
    return found


def _in_strong_grade(head: str, others: tuple[str, ...]) -> list[str]:
    return [_strong(head + other[0]) + other[1:] for other in others if other[0] in _VOWEL]


def _short(word: str) -> list[str]:
    """Without the last vowel, which other forms replace; short words keep it."""
    if word.endswith(("uo", "yö", "ie")):
        return [word, word[:-2] + word[-1]]
    if len(word) > 3:
        return [word[:-1]]
    return [word, word[:-1] + "o", word[:-1] + "i"]


def _of_verb(base: str) -> list[str]:
    for ending, others in _VERBS:
        if base.endswith(ending):
            return [base.removesuffix(ending) + other for other in others]
    root = base[:-1]
    if base[-2:] in ("la", "lä", "na", "nä", "ra", "rä"):
        inner = root[:-1]
        return [root, inner, *(_strong(inner[:-1]) + inner[-1:],), _strong_before(inner)]
    if base[-2:] in ("ta", "tä") and root[-2:-1] in _VOWEL:
        head = root[:-1]
        return [base, head, head + "n", _strong(head), _strong(head) + "s"]
    if base[-2:] in ("ta", "tä", "da", "dä"):
        return [base, root[:-1], _weak(base)]
    if root[-1] in "aä":
        return [root[:-1], _weak(root)[:-1]]
    return list(chain([root], _short(root), _short(_weak(root))))


def _strong_before(inner: str) -> str:
    """*ajatel* to *ajattel*: the consonants before the last vowel in their strong grade."""
    return _strong(inner[:-1]) + inner[-1:] if len(inner) > 3 else inner


def _weak(word: str) -> str:
    return _graded(word, _GRADES)


def _strong(word: str) -> str:
    return _graded(word, tuple((weak, strong) for strong, weak in _GRADES if weak))


def _graded(word: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """The word with its last consonants in the other grade, where they have one."""
    match = _PARTS.fullmatch(word)
    if not match or not match[1] or match[2].endswith(_LOCKED):
        return word
    head, middle, end = match.groups()
    for one, other in pairs:
        if middle.endswith(one):
            return head + middle.removesuffix(one) + other + end
    return word
