"""What can be wrong with the material, said to the person who can mend it."""

import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `file` is a POSIX path relative to the project, `line` counts from 1.
    `found`, `expected` and `example` are plain sentences or pieces of Markdown.
    """

    file: str
    line: int
    found: str
    expected: str
    example: str = ""

    def __str__(self) -> str:
        lines = [f"{self.file}:{self.line}: {self.found}", f"  expected: {self.expected}"]
        if self.example:
            lines += ["  example:  " + self.example.replace("\n", "\n            ")]
        return "\n".join(lines)


class Stop(Exception):  # noqa: N818 - it is not an error of the program: it is the end of a run
    """All the problems of one run, sorted by place; raised once, before anything is written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """Every problem with its place, then the count."""
    listed = list(problems)
    count = "1 problem" if len(listed) == 1 else f"{len(listed)} problems"
    return "\n".join([*map(str, listed), f"{count} to mend."])


#: What a person can mend: leave to write, a file in a folder's place, a disk that is worn out.
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR, errno.EIO}


def refusal(error: OSError) -> str | None:
    """What the disk refused, in one line for who can make room or give leave; None for all else."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        place = f" at {error.filename}" if error.filename else ""
        return f"The disk is full{place}. Make room, then give the same command again."
    if error.errno == errno.ENOENT and error.filename:
        return f"{error.filename} is not there. Bring it back: git checkout -- {error.filename}"
    if error.errno in _CLOSED and error.filename:
        return f"{error.filename} cannot be read or written: {error.strerror}."
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
        + _escape(f"{p.found}\nexpected: {p.expected}\n{p.example}".strip())
        for p in problems
    ]


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
