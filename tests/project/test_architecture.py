"""The walls between the rooms of the machine, the sizes of its parts, and what no file may name."""

import ast
import re
import statistics
import subprocess
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = "mentoring_tools"
FILES = sorted((PROJECT / PACKAGE).rglob("*.py"))
# Each module by its name inside the package: `pdf.fonts`, `plugin`, `pdf` for a room's docstring.
MODULES = {
    str(file.relative_to(PROJECT / PACKAGE).with_suffix("")).replace("/", "."): file
    for file in FILES
    if file.name != "__init__.py"
} | {file.parent.name: file for file in FILES if file.name == "__init__.py"}
TREES = {name: ast.parse(file.read_text("utf-8")) for name, file in MODULES.items()}
ROOMS = sorted(file.parent.name for file in (PROJECT / PACKAGE).glob("*/__init__.py"))
TEMPLATES = sorted((PROJECT / "overrides").rglob("*.html"))

# A library from elsewhere has one door into the machine.
DOORS = {
    "babel": {"messages"},
    "holidays": {"pages.planning"},
    "mkdocs": {"plugin"},
    "material": {"pages.templates"},
    "weasyprint": {"pdf.engine", "pdf.render"},
    "rcssmin": {"publishing.assets"},
    "rjsmin": {"publishing.assets"},
    "pikepdf": {"pdf"},
    "jinja2": {"docx.styles", "pages", "pdf.sheet_html", "plugin", "pdf.booklet"},
    "markdown_it": {"source", "worksheet", "content"},
    "mdit_py_plugins": {"source.markdown"},
    "PIL": {"content.pictures", "docx.picture"},
    "pptx": {"pptx"},
    "resvg_py": {"docx.picture"},
    "segno": {"worksheet.page_code"},
    "pyvoikko": {"language.finnish"},
    "hunspell": {"language.english"},
    "pydantic": {"content", "docx.styles", "language.glossary", "source.plain_words"},
    "yaml": {"source.text_files", "source.yaml_limits"},
}
# Who may write: the caches' one door, what is published beside the pages, the scaffold.
WRITERS = {
    *("downloads.cache", "downloads.lock", "language.verdict_cache", "pdf.page_pdf"),
    *("publishing.precompress", "publishing.service_worker", "scaffold", "source.kept_files"),
}
WRITING = {"copy2", "copyfile", "copytree", "makedirs", "mkdir", "move", "rename", "rmdir"}
WRITING |= {"rmtree", "touch", "unlink", "write_bytes", "write_text"}


def imports(tree: ast.Module) -> set[str]:
    """The full names of what a module imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def neighbours(module: str) -> set[str]:
    """The modules of this package that a module imports."""
    named = {name.removeprefix(f"{PACKAGE}.") for name in imports(TREES[module])}
    holders = {name.rpartition(".")[0] for name in named}
    return (named | holders) & (set(MODULES) - set(ROOMS))


def test_no_two_modules_import_each_other() -> None:
    TopologicalSorter({name: neighbours(name) for name in MODULES}).prepare()


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_has_one_door(library: str) -> None:
    users = {m for m, tree in TREES.items() if library in {n.split(".")[0] for n in imports(tree)}}
    assert users, "nothing needs this library any more"
    assert not {m for m in users if not {m, m.partition(".")[0]} & DOORS[library]}


def calls(tree: ast.Module) -> set[str]:
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


@pytest.mark.parametrize("module", sorted(MODULES))
def test_few_modules_write(module: str) -> None:
    assert not calls(TREES[module]) & WRITING or module in WRITERS


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_comes_in_and_what_goes_out(room: str) -> None:
    words = ast.get_docstring(TREES[room]) or ""
    assert re.search(r"^In: ", words, re.MULTILINE)
    assert "Out: " in words
    assert len(TREES[room].body) == 1, "a room's own module holds its docstring and nothing else"


def test_there_are_seven_files_and_twelve_rooms() -> None:
    assert len(ROOMS) == 12
    assert len([name for name in MODULES if "." not in name and name not in ROOMS]) == 7


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_and_functions_are_short(module: str) -> None:
    # What knows MkDocs is only an edge.
    most = 150 if module == "plugin" else 299
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= most
    assert not [node.name for node in functions(TREES[module]) if length(node) > 40]


def test_half_of_the_functions_are_at_most_eight_lines_long() -> None:
    lengths = [length(node) for tree in TREES.values() for node in functions(tree)]
    assert statistics.median(lengths) <= 8


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_templates_are_short(template: Path) -> None:
    assert len(template.read_text("utf-8").splitlines()) < 80


def test_names_say_what_a_module_does() -> None:
    vague = re.compile(r"utils?|helpers?|misc|managers?", re.IGNORECASE)
    parts = {part for name in MODULES for part in re.split(r"[._]", name)}
    assert not [part for part in parts if vague.fullmatch(part)]
    classes = [n.name for t in TREES.values() for n in ast.walk(t) if isinstance(n, ast.ClassDef)]
    assert not [name for name in classes if re.search(r"Manager|Helper|Util", name)]


def committed() -> list[Path]:
    """The files that git knows."""
    run = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True)
    files = [PROJECT / name.decode() for name in run.stdout.split(b"\0") if name]
    return [file for file in files if file.is_file()]


def test_no_file_names_a_machine_or_a_registry() -> None:
    machine = re.compile(
        rb"(?<![\w.*-])/(?:work|root|home|Users|tmp)/[\w.-]"
        rb"|pypi\.org|pythonhoste[d]|npmj[s]|--(?:extra-)?index-ur[l]|--find-link[s]|fil[e]:///"
    )
    named = {
        str(file.relative_to(PROJECT)): found[0]
        for file in committed()
        if (found := machine.search(file.read_bytes()))
    }
    assert not named


def test_locks_pin_every_package_by_hash() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        lines = (PROJECT / name).read_text("utf-8").splitlines()
        starts = [n for n, line in enumerate(lines) if re.match(r"[a-z]", line)]
        assert starts
        for start, end in pairwise([*starts, len(lines)]):
            assert re.match(r"[\w.-]+==[\w.]+(?: ; .+)? \\$", lines[start]), lines[start]
            assert any("--hash=sha256:" in line for line in lines[start:end]), lines[start]


def test_both_languages_have_the_same_files() -> None:
    for folder in ("docs", "downloads"):
        fi, en = (
            {f.relative_to(PROJECT / folder / code) for f in (PROJECT / folder / code).rglob("*.*")}
            for code in ("fi", "en")
        )
        # An easy page has no twin: it belongs to the page that it says in easy language.
        fi, en = ({f for f in files if f.name != "easy.md"} for files in (fi, en))
        assert fi == en
