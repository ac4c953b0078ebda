"""Scripts as one file: in order, each in its own scope, and nothing joined by halves."""

import re
from collections.abc import Mapping
from gzip import compress
from pathlib import Path
from typing import get_args

import pytest
from built import Site

from mentoring_tools.content.model import FOR_ORGANISERS
from mentoring_tools.problems import Stop
from mentoring_tools.publishing.assets import OF_THE_DEVICE, published
from mentoring_tools.publishing.js_bundle import Scripts
from mentoring_tools.worksheet.model import Drawing

PAGE = 'export const form = 1;\nexport const say = (word) => word;\nconst own = "page";\n'
STORE = 'import { say } from "./page.js";\n\nexport const read = () => say("read");\n'
SHEET = (
    'import {\n  form,\n  say,\n} from "./page.js";\nimport * as store from "./store.js";\n'
    'const own = "sheet";\nstore.read(own);\nconst open = () => import("./opening.js");\n'
)
OPENING = (
    'import { say } from "./page.js";\nimport { size } from "./size.js";\n'
    "export const open = () => say(size);\n"
)
SOURCES = {
    "opening": OPENING, "page": PAGE, "sheet": SHEET, "size": "export const size = 1;\n",
    "store": STORE,
}  # fmt: skip


def scripts(**sources: str) -> Scripts:
    return Scripts({**SOURCES, **sources}, "overrides/assets/js", {"sheet": ("sheet",)})


def test_modules_stand_in_one_file_after_what_they_import() -> None:
    files = scripts().published()
    assert files.keys() == {"sheet", "opening", "size"}
    assert files["sheet"] == (
        'let $page;\n{\nconst form = 1;\nconst say = (word) => word;\nconst own = "page";\n'
        "$page = { form, say };\n}\n"
        'let $store;\n{\nconst { say } = $page;\n\nconst read = () => say("read");\n'
        "$store = { read };\n}\n"
        '{\nconst { form, say } = $page;\nconst store = $store;\nconst own = "sheet";\n'
        'store.read(own);\nconst open = () => import("./opening.js");\n}\n'
        "globalThis.$mt ??= { $page };\n"
    )


def test_what_is_fetched_later_shares_the_modules_of_the_file() -> None:
    assert scripts().published()["opening"] == (
        "const { say } = $mt.$page;\n"
        'import { size } from "./size.js";\nexport const open = () => say(size);\n'
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('import say from "./page.js";', "cannot join"),
        ('import { say as told } from "./page.js";', "cannot join"),
        ('import { say } from "./page.js"', "cannot join"),
        ("import { say } from './page.js';", "cannot join"),
        ('import "./page.js";', "cannot join"),
        ('  import { say } from "./page.js";', "cannot join"),
        ("export default 1;", "cannot join"),
        ("export let size = 1;", "cannot join"),
        ("export { own };", "cannot join"),
        ('import { say } from "./pages.js";', "pages.js is not there"),
        ('import { own } from "./page.js";', "page.js exports no own"),
        ('import { size } from "./size.js";', "size.js imports this module"),
    ],
)
def test_any_other_form_is_a_problem_in_its_line(line: str, found: str) -> None:
    with pytest.raises(Stop) as stop:
        scripts(size=f"// A size\n{line}\nexport const size = 1;\n").published()
    [problem] = stop.value.problems
    assert (problem.file, problem.line) == ("overrides/assets/js/size.js", 2)
    assert found in problem.found
    assert line.strip() in problem.found


def test_modules_in_a_circle_are_a_problem() -> None:
    with pytest.raises(Stop) as stop:
        scripts(page='import { read } from "./store.js";\n' + PAGE).published()
    assert {problem.file.rpartition("/")[2] for problem in stop.value.problems} == {
        "page.js", "store.js",
    }  # fmt: skip


def test_a_script_that_a_page_names_waits_for_no_other(site: Site) -> None:
    for page in site.pages.values():
        for source in page.tree.xpath("//script/@src"):
            text = site.file(f"{page.url}{source}").read_text("utf-8")
            assert not re.findall(r'(?<!/)import(?!\(|\.meta)[^;]*?"', text), source


def test_a_module_of_a_joined_script_is_in_no_other_of_its_page(site: Site) -> None:
    """Twice in a page, it would have two states."""
    folder = site.root / "assets" / "js"
    own = {"sheet", *OF_THE_DEVICE}
    for mark, those in {
        "mt1:": own | {"begun", "begun-list", "choose"}, "field-sizing": {"sheet"},
        "mt-notice": own,
    }.items():  # fmt: skip
        bringing = {f.stem for f in folder.glob("*.js") if mark in f.read_text("utf-8")}
        assert bringing == those, mark
    for page in site.pages.values():
        names = {Path(source).stem for source in page.tree.xpath("//script/@src")}
        assert len(names & (own | {"register-worker"})) == 1, page.url
        assert len(names & (own | {"begun", "choose"})) <= 1, page.url


def test_each_kind_of_drawing_has_a_pen_that_is_fetched_apart(project: Path) -> None:
    files = published(project / "overrides", serving=False).files
    kinds = set(get_args(Drawing)) - {""}
    pens = re.findall(r'(\w+):\(\)=>import\("\./(\w+)\.js', files["assets/js/sheet.js"])
    assert {(kind, kind) for kind in kinds} == set(pens)
    for kind in kinds:
        assert f'drawn("{kind}"' in files[f"assets/js/{kind}.js"]
    assert 'drawn("' not in files["assets/js/sheet.js"]


def uses(name: str, text: str) -> int:
    return len(re.findall(rf"(?<![\w$-]){re.escape(name)}(?!\w)", text))


def test_a_module_imports_and_exports_only_what_is_used(project: Path) -> None:
    """What tests alone import counts as used: they ask it as another module would."""
    sources = {
        file.stem: file.read_text("utf-8")
        for file in (project / "overrides/assets/js").glob("*.js")
    }
    tests = [file.read_text("utf-8") for file in (project / "tests/browser").glob("*.py")]
    needless = []
    for name, text in sources.items():
        listed = re.findall(r"^import \{([^}]*)\}", text, re.MULTILINE)
        imported = [one for names in listed for one in re.findall(r"\w+", names)]
        needless += [f"{name}.js imports {one}" for one in imported if uses(one, text) < 2]
        others = [other for other in (*sources.values(), *tests) if other != text]
        askers = [other for other in others if uses(f"{name}.js", other)]
        exported = re.findall(r"^export const (\w+)", text, re.MULTILINE)
        needless += [
            f"{name}.js exports {one}"
            for one in exported
            if not any(uses(one, other) for other in askers)
        ]
    assert not needless


def reached(texts: Mapping[str, str], *scripts: str) -> set[str]:
    """The scripts that these import, at once or later, and so on; and themselves."""
    found, left = set(scripts), [*scripts]
    while left:
        named = set(re.findall(r'"\./([\w-]+)\.js', texts[left.pop()]))
        left += named - found
        found |= named
    return found


def test_what_organisers_work_with_is_light_and_fetched_on_their_pages_alone(project: Path) -> None:
    files = published(project / "overrides", serving=False).files
    texts = {Path(name).stem: text for name, text in files.items() if name.endswith(".js")}
    own = [slug.rpartition("/")[2] for slug in FOR_ORGANISERS]
    theirs = reached(texts, *own)
    heavy = {name: len(compress(texts[name].encode(), 9)) for name in theirs}
    assert not {name: size for name, size in heavy.items() if size > 12_000}
    joined = {"sheet", "register-worker", "search", "begun", "choose", *OF_THE_DEVICE} - {*own}
    named = {name for name in texts if name.startswith(("results", "matching"))}
    assert named | {"assignment", "suitability", "people", "sums", "open-files"} <= theirs
    assert not reached(texts, *joined) & (named | {"assignment", "people", "open-files"})
