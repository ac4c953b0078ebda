"""English words by Hunspell with its British dictionary.

Source: Marco A. G. Pinto's en_GB dictionary for Hunspell, Debian's package hunspell-en-gb.
"""

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mentoring_tools.messages import say
from mentoring_tools.problems import Problem, Stop

DICTIONARY = Path("/usr/share/hunspell/en_GB.dic")

# Abbreviations that Hunspell lacks, or knows with their full stop only.
_SHORT = frozenset({"e.g", "etc", "i.e", "tel"})
_ENDINGS = ("", "s", "es", "'s", "s'", "'")


class English:
    """What Hunspell knows of British English."""

    language = say("English")
    # It comes with the system: Debian 13 knows “mentee”, and “elevator” no more.
    same_everywhere = False

    @property
    def name(self) -> str:
        """The checker and its dictionary, in this version; changes when either does."""
        stamp = DICTIONARY.stat() if DICTIONARY.exists() else None
        return f"hunspell-{version('chunspell')}-{stamp.st_size if stamp else 0}"

    def knows(self, word: str) -> bool:
        """Whether it is a British English word as it is written."""
        return word in _SHORT or bool(_hunspell().spell(_plain(word)))

    def follows(self, word: str, listed: str, model: str = "") -> bool:
        """Whether `word` is `listed` or its plural or genitive; `model` says nothing in English."""
        del model
        low = _plain(word) if listed != listed.lower() else _plain(word).lower()
        return low.startswith(listed) and low.removeprefix(listed) in _ENDINGS

    def ends(self, ending: str) -> bool:
        """No English word takes an ending after a colon."""
        del ending
        return False

    def near(self, word: str) -> list[str]:
        """What Hunspell suggests instead."""
        return [w.replace("'", "’") for w in _hunspell().suggest(_plain(word))]


def _plain(word: str) -> str:
    return word.replace("’", "'")


@cache
def _hunspell() -> Any:
    if not DICTIONARY.exists():
        raise Stop([_no_dictionary()])
    from hunspell import Hunspell  # noqa: PLC0415 - see finnish.py

    return Hunspell(DICTIONARY.stem, hunspell_data_dir=str(DICTIONARY.parent))


def _no_dictionary() -> Problem:
    return Problem(
        "setup/system.sh", 1,
        say("the British dictionary {file} is not on this machine", file=DICTIONARY),
        say("Hunspell's dictionary of British English, installed once by the system's package "
            "manager"),
        "sudo apt-get install hunspell-en-gb",
    )  # fmt: skip
