"""Every question that was ever published: answers that readers have kept lie under its id.

`words/question-ids.yml` lists them by sheet, `table.column` for a column; `make ids` adds what is
new. What has no question any more says `gone`: `- old-id gone`, or `old-sheet: gone`.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mentoring_tools.content.model import Library, Page
from mentoring_tools.content.redirects import Move
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.text_files import Form, Tree
from mentoring_tools.worksheet import common_fields
from mentoring_tools.worksheet.model import Field

FILE = "words/question-ids.yml"

#: The mark of what has no question any more.
GONE = "gone"

_FORM = Form(
    say("the list of questions"),
    say("the name of a sheet, and under it a question a line"),
    "lifeline:\n- span\n- events.year",
)
_HEAD = """\
# Every question that was ever published, by sheet: kept answers lie under these names.
# `make ids` adds new ones. A question that is renamed gets `was=` in its chip; one that is taken
# away gets the word gone behind it here, and so does a sheet that is taken away.
"""

_Listed = Mapping[str, Tree]


def read(project: Path) -> tuple[_Listed, list[Problem]]:
    """What is listed of each sheet; nothing where there is no file."""
    path = project / FILE
    if not path.is_file():
        return {}, []
    text, problems = text_files.text_of(path, FILE)
    tree = None
    if text is not None:
        tree, problems = text_files.tree_of(text, FILE, _FORM)
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
            found = say("the sheet {name} was published, and is there no more", name=name)
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
    there = {*_ids(page), *_earlier(page.worksheet.fields)}
    new = [id_ for id_ in _ids(page) if id_ not in _known(tree)]
    for entry in tree.items:
        id_ = str(entry.value)
        if id_ not in there and not id_.endswith(f" {GONE}"):
            found = say("the question #{id} was published, and is there no more: its answers are "
                        "lost", id=id_)  # fmt: skip
            old = id_.rpartition(".")[2]
            expected = say("was={old} behind the question in its place, or “{line}” in {file}",
                           old=old, line=f"{id_} {GONE}", file=FILE)  # fmt: skip
            right = new[0].rpartition(".")[2] if new else "new-id"
            line = page.worksheet.line
            yield Problem(page.document.file, line, found, expected, f"`#{right} was={old}`")


def _ids(page: Page) -> list[str]:
    fields = page.worksheet.fields if page.worksheet else ()
    own = [field for field in fields if field.id not in common_fields.IDS]
    return [id_ for field in own for id_ in _of_field(field.id, field, "id")]


def _earlier(fields: Iterable[Field]) -> Iterator[str]:
    """The ids that answers are followed from, by `was=`."""
    for field in fields:
        for name in filter(None, (field.id, field.was)):
            yield from _of_field(name, field, "id")
            yield from _of_field(name, field, "was")


def _of_field(name: str, field: Field, attribute: str) -> Iterator[str]:
    yield name
    for column in field.columns:
        if id_ := getattr(column, attribute):
            yield f"{name}.{id_}"
