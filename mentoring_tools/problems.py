"""What can be wrong with the material, said to the person who can mend it."""

import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring_tools.messages import SOURCE, Message, language_of, said, say


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `file` is a POSIX path relative to the project, `line` counts from 1.
    `found` and `expected` are plain sentences; an example is mostly a piece of Markdown.
    """

    file: str
    line: int
    found: Message
    expected: Message
    example: str = ""

    def __str__(self) -> str:
        return self.said(SOURCE)

    def said(self, language: str) -> str:
        """The problem in a language, on three lines or more."""
        parts = [(say("expected:"), self.expected), (say("example:"), self.example)]
        pairs = [(said(label, language), said(text, language)) for label, text in parts]
        width = max(len(label) for label, _ in pairs) + 1
        begins = "\n" + " " * (width + 2)
        more = [f"  {label:{width}}" + text.replace("\n", begins) for label, text in pairs if text]
        return "\n".join([f"{self.file}:{self.line}: {said(self.found, language)}", *more])


class Stop(Exception):  # noqa: N818 - it is not an error of the program: it is the end of a run
    """All the problems of one run, sorted by place; raised once, before anything is written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem], language: str = SOURCE) -> str:
    """Every problem with its place, then the count."""
    parts = [problem.said(language) for problem in problems]
    many = say("{count} problems to mend.", count=len(parts))
    count = say("1 problem to mend.") if len(parts) == 1 else many
    return "\n".join([*parts, said(count, language)])


#: What a person can mend: leave to write, a file in a folder's place, a disk that is worn out.
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR, errno.EIO}


def refusal(error: OSError) -> Message | None:
    """What the disk refused, in one line for who can make room or give leave; None for all else."""
    name, full = error.filename, error.errno in {errno.ENOSPC, errno.EDQUOT}
    if full and name:
        return say("The disk is full at {name}. Make room, then give the same command again.",
                   name=name)  # fmt: skip
    if full:
        return say("The disk is full. Make room, then give the same command again.")
    if error.errno == errno.ENOENT and name:
        return say("{name} is not there. Bring it back: git checkout -- {name}", name=name)
    if error.errno in _CLOSED and name:
        return say("{name} cannot be read or written: {reason}.", name=name, reason=error.strerror)
    return None


def annotations(
    problems: Iterable[Problem], environment: Mapping[str, str] = os.environ
) -> list[str]:
    """Workflow commands that mark each problem at its line in a pull request.

    The list is empty outside GitHub's workflows.
    Source: GitHub, "Workflow commands for GitHub Actions", setting an error message.
    """
    if environment.get("GITHUB_ACTIONS") != "true":
        return []
    return [
        f"::error file={_escape(p.file, ':,')},line={p.line}::"
        + _escape(p.said(language_of(environment)).partition(": ")[2])
        for p in problems
    ]


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
