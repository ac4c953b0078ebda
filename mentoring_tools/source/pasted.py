"""What comes along when words are pasted: characters that are invisible, or that mislead.

They are told with what to write instead, and mended for what is read after this, so that one sign
makes one problem.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem

#: Bullets of word processors; those of Word's own fonts have no letter of their own.
_BULLETS = "•‣⁃◦∙●○▪▫■□◾◆❖➢➤✓✔✦\uf0a7\uf0b7\uf0d8\uf0fc\uf076"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"

#: An invisible character, or one that no font has a letter for.
SIGN = re.compile(rf"([{_UNSEEN}\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffc])")


@dataclass(frozen=True)
class SignKind:
    """A kind of sign: where it stands, what is told of it, and what to write instead.

    What is found names the sign as `{sign}`; it is the last group of the pattern.
    """

    pattern: re.Pattern[str]
    found: Message
    expected: Message
    instead: str


_KINDS = (
    SignKind(
        re.compile(rf"^([ \t{_SPACES}]*)([{_BULLETS}])[ \t{_SPACES}]*", re.MULTILINE),
        say("a bullet from another program: {sign}"),
        say("a hyphen and a space before each item"), r"\1- ",
    ),
    SignKind(
        re.compile(rf"^([ \t]*)(#{{1,6}}|[-+*>]|\d{{1,9}}[.)])[ \t]*[{_SPACES}][ \t{_SPACES}]*",
                   re.MULTILINE),
        say("a no-break space after {sign}"),
        say("an ordinary space: delete the one there and type it again"), r"\1\2 ",
    ),
    SignKind(
        re.compile(r"^( {0,3})(#{2,6})(?=[^\s#])", re.MULTILINE),
        say("no space after {sign}"),
        say("a space between the number signs and the heading's words"), r"\1\2 ",
    ),
    SignKind(
        SIGN, say("an invisible character: {sign}"), say("the same words without it"), "",
    ),
)  # fmt: skip


def mended(body: str, file: str, first_line: int) -> tuple[str, list[Problem]]:
    """The text without such signs, and a problem for each line that has one."""
    problems: list[Problem] = []
    for kind in _KINDS:
        problems += _told(kind, body, file, first_line)
        body = kind.pattern.sub(kind.instead, body)
    return body, problems


def name_of(sign: str) -> Message:
    """A sign's name: `ZERO WIDTH SPACE (U+200B)`."""
    name = unicodedata.name(sign, "") or say("a character without a name")
    return say("{name} ({code})", name=name, code=f"U+{ord(sign):04X}")


def _told(kind: SignKind, body: str, file: str, first_line: int) -> Iterator[Problem]:
    seen = set()
    for match in kind.pattern.finditer(body):
        line = body.count("\n", 0, match.start())
        if line not in seen:
            seen.add(line)
            whole = body.split("\n", line + 1)[line]
            example = " ".join(kind.pattern.sub(kind.instead, whole).split())
            found = kind.found.given(sign=_shown(match[match.lastindex or 0]))
            yield Problem(file, first_line + line, found, kind.expected, example)


def _shown(sign: str) -> str:
    """A sign by its name where it would not be seen."""
    return name_of(sign) if SIGN.fullmatch(sign) else sign
