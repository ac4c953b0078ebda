"""The walls between the rooms of the machine, the sizes of its parts, and what no file may name."""

import ast
import re
import statistics
import subprocess
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = "mentoring_tools"
MODULES = {file.stem: file for file in sorted((PROJECT / PACKAGE).glob("*.py"))}
TREES = {name: ast.parse(file.read_text("utf-8")) for name, file in MODULES.items()}
TEMPLATES = sorted((PROJECT / "overrides").rglob("*.html"))

# The rooms, from the ground up. `word_grid` stands in the room `word`, next to `word` itself.
# A room may import the rooms in its row, and nothing else of this package.
ROOMS = {
    "problems": set[str](),
    "texts": {"problems"},
    "strings": {"problems", "texts"},
    "worksheet": set[str](),
    "facts": set[str](),
    "blocks": set[str](),
    "document": {"blocks", "problems", "texts"},
    "chips": {"worksheet"},
    "drawn": {"problems", "worksheet"},
    "ids": {"problems", "worksheet"},
    "fit": {"worksheet"},
    "every_sheet": {"strings", "worksheet"},
    "notation": {"blocks", "chips", "document", "ids", "problems", "worksheet"},
    "written": set[str](),
    "model": {"document", "prose", "worksheet", "written"},
    "moved": {"model", "problems", "texts"},
    "settings": {"model", "moved", "problems", "texts"},
    "front_matter": {"document", "problems", "texts", "written"},
    "headings": {"document", "problems", "written"},
    "stray": {"blocks", "document", "problems", "written"},
    "content": {
        *("document", "drawn", "every_sheet", "fit", "front_matter", "headings", "model"),
        *("notation", "problems", "prose", "read_before", "settings", "stray", "strings"),
        *("texts", "worksheet", "written"),
    },
    "read_before": {"model", "problems"},
    "parity": {
        *("blocks", "document", "every_sheet", "model", "problems", "texts", "worksheet"),
        "written",
    },
    "links": {"blocks", "document", "model", "problems", "worksheet"},
    "prose": {"blocks", "document"},
    "vocabulary": {"problems", "texts"},
    "finnish": set[str](),
    "english": {"problems"},
    "spelling": {"problems", "prose", "vocabulary"},
    "other_language": {"problems", "prose", "spelling"},
    "remembered": {"spelling"},
    "letters": {"problems", "prose"},
    "terms": {"problems", "prose", "texts"},
    "language": {
        *("english", "finnish", "letters", "model", "other_language", "problems", "prose"),
        *("remembered", "spelling", "strings", "terms", "texts", "vocabulary"),
    },
    "reading_ease": {"finnish", "model"},
    "by_hand": {"problems", "strings", "texts"},
    "addresses": {"model"},
    "file_links": {"document"},
    "memory": set[str](),
    "check": {
        "addresses",
        *("by_hand", "content", "every_sheet", "language", "links", "model", "moved", "parity"),
        *("problems", "settings", "strings", "terms"),
    },
    "renames": {"worksheet"},
    "markup": {"renames", "strings", "worksheet"},
    "paper": {"facts", "fit", "strings", "worksheet"},
    "pdf": {"problems", "worksheet"},
    "booklet": {"facts", "paper", "parts", "strings"},
    "ooxml": set[str](),
    "word": {"facts", "ooxml", "strings", "worksheet"},
    "pack": set[str](),
    "parts": {"facts", "worksheet"},
    "instructions": {"document", "notation"},
    "tasks": {
        *("booklet", "facts", "pack", "paper", "parts", "pdf", "strings", "word", "worksheet"),
    },
    "shelf": {
        *("addresses", "check", "facts", "instructions", "model", "parts", "strings", "tasks"),
    },
    "workers": {"problems", "tasks"},
    "downloads": {"addresses", "pack", "problems", "tasks", "workers"},
    "joining": {"problems"},
    "scripts": {"joining"},
    "hyphens": set[str](),
    "headers": set[str](),
    "compressed": set[str](),
    "offline": {"model"},
    "manifest": {"model", "strings"},
    "reading": {"pdf"},
    "history": set[str](),
    "wayfinding": {"model", "written"},
    "views": {
        *("by_hand", "check", "downloads", "headers", "hyphens", "manifest", "markup", "model"),
        *("moved", "reading", "scripts", "shelf", "strings", "tasks", "terms", "wayfinding"),
    },
    "new": {"model", "strings", "written"},
}
# The edges: they hold everything together, and nothing imports them.
EDGES = {"plugin", "__main__", "__init__"}

# A library from elsewhere has one door into the machine.
DOORS = {
    "mkdocs": {"plugin"},
    "material": {"plugin"},
    "weasyprint": {"pdf"},
    "rcssmin": {"scripts"},
    "rjsmin": {"scripts"},
    "pikepdf": {"pdf"},
    "markdown_it": {"blocks", "document", "notation", "prose", "stray"},
    "pyvoikko": {"finnish"},
    "hunspell": {"english"},
    "pydantic": {"by_hand", "front_matter", "terms", "written", "word"},
    "yaml": {"texts", "word"},
}
# Who may write: the downloads, the caches of pages read and of their PDF, the scaffold, what is
# known of words, the compressed copies, and the list of what a browser may keep.
WRITERS = {"compressed", "downloads", "new", "offline", "read_before", "reading", "remembered"}
WRITING = {"copy2", "copyfile", "copytree", "makedirs", "mkdir", "move", "rename", "rmdir"}
WRITING |= {"rmtree", "touch", "unlink", "write_bytes", "write_text"}


def room(module: str) -> str:
    """The room in which a module stands."""
    first = module.split("_", maxsplit=1)[0]
    return module if module in ROOMS or first not in ROOMS else first


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
    parts = [name.split(".") for name in imports(TREES[module])]
    return {part[1] for part in parts if part[0] == PACKAGE}


@pytest.mark.parametrize("module", sorted(set(MODULES) - EDGES))
def test_a_room_imports_only_its_own_ground(module: str) -> None:
    assert room(module) in ROOMS, "a new room: say here what it stands on"
    reached = {room(name) for name in neighbours(module)} - {room(module)}
    assert reached <= ROOMS[room(module)]


def test_no_two_modules_import_each_other() -> None:
    TopologicalSorter({name: neighbours(name) for name in MODULES}).prepare()


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_has_one_door(library: str) -> None:
    users = {m for m, tree in TREES.items() if library in {n.split(".")[0] for n in imports(tree)}}
    assert {room(user) for user in users} <= DOORS[library]


def calls(tree: ast.Module) -> set[str]:
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


@pytest.mark.parametrize("module", sorted(MODULES))
def test_few_modules_write(module: str) -> None:
    assert not calls(TREES[module]) & WRITING or room(module) in WRITERS


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_and_functions_are_short(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) < 200
    assert not [node.name for node in functions(TREES[module]) if length(node) > 40]


def test_half_of_the_functions_are_at_most_eight_lines_long() -> None:
    lengths = [length(node) for tree in TREES.values() for node in functions(tree)]
    assert statistics.median(lengths) <= 8


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_templates_are_short(template: Path) -> None:
    assert len(template.read_text("utf-8").splitlines()) < 80


def test_names_say_what_a_module_does() -> None:
    vague = re.compile(r"utils?|helpers?|common|misc|managers?", re.IGNORECASE)
    assert not [name for name in MODULES for part in name.split("_") if vague.fullmatch(part)]
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
        assert fi == en
