"""What the documents for contributors name exists: files, folders, commands, headings."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from lxml import etree

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "HACKING.md"]
# A path as prose writes it: `tests/`, `mkdocs.yml`, `docs/fi/index.md`, `requirements*.txt`.
# One that begins with `..` counts from a page, and `make check` follows those.
PATH = re.compile(r"(?!\.\.)[\w.*-]+(?:/[\w.*-]+)*/?")
# Whoever attaches the first ready file or shows the first picture makes these folders.
NOT_YET = {"downloads/fi/", "downloads/en/", "docs/pictures/"}
ENDINGS = (".md", ".yml", ".py", ".toml", ".txt", ".in", ".sh", ".css", ".html", ".svg")


def text_of(project: Path, document: str) -> str:
    return (project / document).read_text("utf-8")


def without_blocks(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def named_paths(text: str) -> set[str]:
    """The paths in code spans and in links; placeholders such as `<slug>` are none."""
    prose = without_blocks(text)
    spans = re.findall(r"`([^`\n]+)`", prose)
    paths = {s for s in spans if PATH.fullmatch(s) and ("/" in s or s.endswith(ENDINGS))}
    links = re.findall(r"\]\(([^)#\s]+)", re.sub(r"`[^`\n]+`", "", prose))
    return paths - NOT_YET | {link for link in links if "://" not in link and "mailto:" not in link}


def is_made(project: Path, path: str) -> bool:
    """Whether the path is one of those that git ignores: made, so not there in a fresh clone."""
    run = subprocess.run(["git", "check-ignore", "--quiet", path], cwd=project, check=False)
    return run.returncode == 0


def exists(project: Path, path: str) -> bool:
    """A path counts from the project's folder; a module may be named alone."""
    plain = path.rstrip("/")
    folders = [project, project / "mentoring_tools"]
    return any(list(folder.glob(plain)) for folder in folders) or is_made(project, path)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_named_paths_exist(project: Path, document: str) -> None:
    named = named_paths(text_of(project, document))
    assert not [path for path in sorted(named) if not exists(project, path)]


@pytest.mark.parametrize("document", [*DOCUMENTS, ".ci/run"])
def test_named_commands_exist(project: Path, document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(project, "Makefile"), flags=re.MULTILINE))
    text = text_of(project, document)
    code = re.findall(r"`([^`]+)`", without_blocks(text))
    code += re.findall(r"^\s*(?:\$ )?(make .*)$", text, flags=re.MULTILINE)
    named = {target for part in code for target in re.findall(r"\bmake ([a-z-]+)", part)}
    assert named <= targets
    assert named, "the document names no command"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_to_headings_find_them(project: Path, document: str) -> None:
    for path, place in re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", text_of(project, document)):
        text = text_of(project, path or document)
        headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
        assert place in {slug(heading) for heading in headings}, f"{path}#{place}"


def slug(heading: str) -> str:
    """A heading's anchor as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_the_drawn_mistake_is_told_in_the_checks_own_words(project: Path) -> None:
    drawn = etree.parse(project / "pictures/first-change/4-check.svg")
    texts = [text.text or "" for text in drawn.iter("{*}text")]
    case = yaml.safe_load((project / "tests/cases/broken-link.yml").read_text("utf-8"))
    told = " ".join(case["told"].split())
    box = " ".join(texts[texts.index("docs/en/tools/lifeline.md:19:") :])
    assert box in told
    assert "1 problem to mend." in texts[1]


def test_every_command_has_a_sentence(project: Path) -> None:
    command = ["make", "--no-print-directory", "help"]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    said = [line.split(maxsplit=2) for line in run.stdout.splitlines()]
    needed = {"serve", "site", "test", "quick", "check", "new-tool", "bench", "clean"}
    assert needed <= {s[1] for s in said}
    assert all(len(words) == 3 and words[2].endswith((".", "-name")) for words in said)
