"""Every question that was ever published: answers that readers have kept lie under its id.

`words/question-ids.yml` lists them by sheet, with the parts that answers are kept under or as:
`table.column`, `table/row` where rows have words of their own, `question=choice`. `make ids` adds
what is new. What is there no more says `gone`: `- old-id gone`, or `old-sheet: gone`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.redirects import Move
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.text_files import Form, Tree
from mentoring_tools.worksheet import common_fields
from mentoring_tools.worksheet.model import Field, Option, Row, Worksheet

FILE = "words/question-ids.yml"

_QUESTION = (
    say("the question #{id} was published, and is no longer there: its answers are lost"),
    say("was={old} after the question in its place, or “{line}” in {file}"),
)
_CHOICE = say(
    "the choice #{old} of #{above} was published, and is no longer there: its answers are lost"
)

#: What is told of a lost part, and what is expected, by the mark between it and what it belongs to.
_LOST: Mapping[str, tuple[Message, Message]] = {
    "": _QUESTION,
    ".": _QUESTION,
    "/": (
        say(
            "the row #{old} of #{above} was published, and is no longer there: its answers are lost"
        ),
        say("was={old} after the row in its place, or “{line}” in {file}"),
    ),
    "=": (_CHOICE, say("was={old} after the choice in its place, or “{line}” in {file}")),
    ".=": (_CHOICE, say("{old} in one=… as before, or “{line}” in {file}")),
}

#: The mark of what has no question any more.
GONE = "gone"

_FORM = Form(
    say("the list of questions"),
    say("the name of a sheet, and under it a question a line"),
    "lifeline:\n- span\n- events.year",
)
_HEAD = """\
# Every question that was ever published, by sheet, with its columns (table.column), rows
# (table/row) and choices (question=choice): kept answers lie under these names.
# `make ids` adds new ones. What is renamed gets `was=` in its chip; what is taken away gets the
# word gone behind it here, and so does a sheet that is taken away.
"""

_Listed = Mapping[str, Tree]


def read(root: Path) -> tuple[_Listed, list[Problem]]:
    """What is listed of each sheet; nothing where there is no file."""
    path = root / FILE
    if not path.is_file():
        return {}, []
    tree, problems = text_files.read_tree(path, FILE, _FORM)
    if tree and not isinstance(tree.value, dict | None):
        found = say("the file holds no sheets")
        problems.append(Problem(FILE, 1, found, _FORM.expected, _FORM.example))
    return dict(tree.pairs) if tree else {}, problems


def check(listed: _Listed, library: Library, moved: Iterable[Move]) -> Iterator[Problem]:
    """Every listed question that is lost, and every question that is not listed."""
    pages = {page.name: page for page in library.with_sheets(library.codes[0])}
    left = {move.old.rpartition("/")[2] for move in moved}
    for name, tree in listed.items():
        if name in pages:
            yield from _lost(pages[name], tree)
        elif library.whole and name not in left and tree.value != GONE:
            found = say("the sheet {name} was published, and is no longer there", name=name)
            expected = say("its old path under `moved` in mkdocs.yml, or the word gone here")
            yield Problem(FILE, tree.line, found, expected, f"{name}: {GONE}")
    for name, page in pages.items() if listed else ():
        known = _known(listed[name]) if name in listed else {}
        new = [id_ for id_ in _ids(page) if id_ not in known]
        if new and not page.unsure:
            line = listed[name].line if name in listed else 1
            found = say("the sheet {name} has what is not listed yet: {listed}",
                        name=name, listed=", ".join(new))  # fmt: skip
            expected = say("make ids, or under {name} a line for each", name=name)
            yield Problem(FILE, line, found, expected, "\n".join(f"- {id_}" for id_ in new))


def renewed(listed: _Listed, library: Library) -> str:
    """The whole file again, with all that is new."""
    sheets = {name: [str(one.value) for one in tree.items] for name, tree in listed.items()}
    for page in library.with_sheets(library.codes[0]):
        known = _known(listed[page.name]) if page.name in listed else {}
        sheets.setdefault(page.name, []).extend(id_ for id_ in _ids(page) if id_ not in known)
    parts = (
        f"{name}:\n" + "\n".join(f"- {id_}" for id_ in ids) if ids else f"{name}: {GONE}"
        for name, ids in sorted(sheets.items())
    )
    return _HEAD + "\n".join(parts) + "\n"


def _known(tree: Tree) -> dict[str, int]:
    """The listed ids of a sheet, each with its line."""
    return {str(one.value).removesuffix(f" {GONE}"): one.line for one in tree.items}


def _lost(page: Page, tree: Tree) -> Iterator[Problem]:
    if page.unsure or page.worksheet is None:
        return
    there = {id_ for field in page.worksheet.fields for id_ in _of(field, former=True)}
    known = _known(tree)
    new = [id_ for id_ in _ids(page) if id_ not in known]
    lost = [str(entry.value) for entry in tree.items if str(entry.value) not in there]
    # With a question go its columns, rows and choices.
    whole = {id_.removesuffix(f" {GONE}") for id_ in lost}
    for id_ in lost:
        if not id_.endswith(f" {GONE}") and not whole & set(_above(id_)):
            yield _gone(page, page.worksheet, id_, new)


def _gone(page: Page, sheet: Worksheet, id_: str, new: Sequence[str]) -> Problem:
    """What was published and is lost; `new` are the sheet's ids that are not listed yet."""
    above = next(reversed(_above(id_)), "")
    before, old = (f"{above}{id_[len(above)]}", id_[len(above) + 1 :]) if above else ("", id_)
    same = (one.removeprefix(before) for one in new if one.startswith(before))
    right = next((one for one in same if not _above(one)), "new-id")
    marks = re.sub(r"[^.=/]", "", id_)
    found, expected = (
        message.given(id=id_, above=above, old=old, line=f"{id_} {GONE}", file=FILE)
        for message in _LOST[marks]
    )
    example = f"one={old}/…" if marks == ".=" else f"`#{right} was={old}`"
    return Problem(page.document.file, sheet.line, found, expected, example)


def _above(id_: str) -> list[str]:
    """The ids of what a part belongs to: `ring` and `ring.who` of `ring.who=me`."""
    return [id_[: mark.start()] for mark in re.finditer(r"[./=]", id_)]


def _ids(page: Page) -> list[str]:
    fields = page.worksheet.fields if page.worksheet else ()
    own = [field for field in fields if field.id not in common_fields.IDS]
    return [id_ for field in own for id_ in _of(field)]


def _of(part: Field | Option | Row, *, former: bool = False) -> Iterator[str]:
    """The ids of a question and of its parts; with `former` those of old too, by `was=`."""
    for name in filter(None, (part.id, part.was if former else "")):
        yield name
        for mark, inner in _parts(part):
            yield from (f"{name}{mark}{id_}" for id_ in _of(inner, former=former))


def _parts(part: Field | Option | Row) -> Iterator[tuple[str, Field | Option | Row]]:
    if isinstance(part, Field):
        yield from ((".", column) for column in part.columns)
        yield from (("/", row) for row in part.rows if row.label)
        yield from (("=", option) for option in part.options)
