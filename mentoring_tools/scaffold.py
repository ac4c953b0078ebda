"""The scaffold of a page in every language: the twins, and the line in `nav`."""

import re
from collections.abc import Mapping
from pathlib import Path

from mentoring_tools.content.model import Language, kind_of
from mentoring_tools.content.schema import Kind
from mentoring_tools.messages import Message, say
from mentoring_tools.source import kept_files
from mentoring_tools.source.strings import Words

_TOOL = """\
---
title: {title}
description: …
goal: …
phase: working
themes: [goals]
minutes: 30
who: both
---

…

## {steps} {{#steps}}

1. …

## {mentor} {{#mentor}}

…:

- …

## {example} {{#example}}

…

## {worksheet} {{#worksheet}}

- … `#first long=3`

## {next} {{#next}}

- [{agreement}](../agreement.md)
"""

_PAGE = """\
---
title: {title}
description: …
---

…
"""

_PATH = """\
---
title: {title}
description: …
goal: …
meetings: 1
---

…

## {for_whom} {{#for-whom}}

…

## {meeting} {{#meeting-1}}

- **{tools}:** [{agreement}](../agreement.md)
- **{time}:** {minutes}

## {next} {{#next}}

- [{agreement}](../agreement.md)
"""

#: Minutes of a new path's meeting: enough for the agreement and for getting to know each other.
_MINUTES = 90

_HEADINGS = ("steps", "mentor", "example", "worksheet", "next")


class NewPageError(Exception):
    """Why a new page cannot be made, in words for its author."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(why)


def slug_of(kind: str, name: str) -> str:
    """The slug of a new page of this kind: `tool` and `grow-talk` give `tools/grow-talk`.

    Raises NewPageError when kind or name will not do.
    """
    folders = {"tool": "tools", "path": "paths", "guide": "guides"}
    if kind not in folders:
        known = ", ".join(folders)
        raise NewPageError(
            say("There is no kind “{kind}”: use one of {known}.", kind=kind, known=known)
        )
    if not name:
        raise NewPageError(say("Give the page a name: make new-{kind} SLUG=its-name", kind=kind))
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise NewPageError(say("“{name}” will not do as a name: use small English letters, digits "
                             "and hyphens, as in grow-talk.", name=name))  # fmt: skip
    return f"{folders[kind]}/{name}"


def texts(slug: str, languages: tuple[Language, ...], words: Mapping[str, Words]) -> dict[str, str]:
    """The new files' contents by path; `words` are the interface's by language."""
    kind = kind_of(slug)
    return {
        f"docs/{language.code}/{slug}.md": _text(kind, words[language.code])
        for language in languages
    }


def _text(kind: Kind, words: Words) -> str:
    title = words[f"new_{kind}"]
    if kind == "guide":
        return _PAGE.format(title=title)
    if kind == "path":
        return _path(title, words)
    headings = {name: words[f"heading_{name}"] for name in _HEADINGS}
    return _TOOL.format(title=title, agreement=words["nav_agreement"], **headings)


def _path(title: str, words: Words) -> str:
    return _PATH.format(
        title=title,
        for_whom=words["heading_for_whom"],
        meeting=words["heading_meeting"],
        tools=words["meeting_tools"],
        time=words["meeting_time"],
        minutes=words["minutes"].format(minutes=_MINUTES),
        agreement=words["nav_agreement"],
        next=words["heading_next"],
    )


def with_nav_line(mkdocs_yml: str, slug: str) -> str:
    """The settings with a line for the page, after the last line of the same folder.

    Raises NewPageError when there is no page of that folder in `nav` yet.
    """
    folder = slug.partition("/")[0]
    lines = mkdocs_yml.splitlines()
    places = [n for n, line in enumerate(lines) if line.startswith(f"  - {folder}/")]
    if not places:
        line = f"  - {slug}.md"
        raise NewPageError(say("Add the line “{line}” to `nav` in mkdocs.yml yourself.", line=line))
    lines.insert(places[-1] + 1, f"  - {slug}.md")
    return "\n".join(lines) + "\n"


def write(root: Path, slug: str, contents: dict[str, str]) -> list[str]:
    """Writes the twins and the line in `nav`; the paths that were written.

    Raises NewPageError, before anything is written, when one of the files is there already, and
    OSError, with nothing left behind, when one cannot be written.
    """
    there = [path for path in contents if (root / path).exists()]
    if there:
        raise NewPageError(say("{file} is there already: nothing was written.", file=there[0]))
    settings = root / "mkdocs.yml"
    nav = with_nav_line(settings.read_text("utf-8"), slug)
    try:
        for path, text in {**contents, "mkdocs.yml": nav}.items():
            kept_files.write(root / path, text.encode())
    except OSError:
        for path in contents:
            (root / path).unlink(missing_ok=True)
        raise
    return [*contents, "mkdocs.yml"]
