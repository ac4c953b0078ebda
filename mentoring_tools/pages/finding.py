"""The search's files, and what its page shows without scripts: all pages with their words."""

import json
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from mentoring_tools.content.model import Page
from mentoring_tools.content.schema import (
    FormFrontMatter,
    PairFrontMatter,
    PathFrontMatter,
    TrainingFrontMatter,
)
from mentoring_tools.language.word_lists import NAMES
from mentoring_tools.pages.cards import card
from mentoring_tools.pages.site import Site
from mentoring_tools.project import Project
from mentoring_tools.search import files as index_files
from mentoring_tools.search import index, lexicon
from mentoring_tools.search.index import Index
from mentoring_tools.source import checksums, kept_files
from mentoring_tools.source.strings import Words

#: What makes the search's files, besides pages and words.
_CODE = ("search", "pages/finding.py", "language/finnish.py")
_LIBRARIES = ("pyvoikko", "snowballstemmer")


def files(site: Site, root: Path) -> Iterator[tuple[str, str]]:
    """Each file that the search page fetches: its path in the site, and its content.

    `root` is the project's folder, under which what is found out of words is kept.
    """
    for code in site.project.library.codes:
        if "search" in site.project.library.of(code):
            yield from _kept(site.project, code, root)


def _kept(project: Project, code: str, root: Path) -> list[tuple[str, str]]:
    """A language's files; the same again as long as nothing that they are made from has changed."""
    file, current = root / ".cache" / "lookup" / code, _made_from(project, code, root)
    made = kept_files.kept_for(file, current)
    if made is None:
        built = of_language(project, code, root)
        made = json.dumps(list(index_files.files(built, code, partial(told, project)))).encode()
        kept_files.keep_for(file, current, made)
    return [(path, text) for path, text in json.loads(made)]


def _made_from(project: Project, code: str, root: Path) -> str:
    """A checksum of what a language's files are made from: pages, words and what reads them."""
    pages = [_says(project, page) for page in index.in_order(project.library, code)]
    lists = [root / "words" / f"{name}.txt" for name in (code, NAMES)]
    code_sum = checksums.of_code(_CODE, _LIBRARIES)
    more = (project.synonyms.get(code), project.glossary, checksums.of_files(lists), code_sum)
    return sha256(repr((pages, more)).encode()).hexdigest()


def _says(project: Project, page: Page) -> tuple[Any, ...]:
    """All of a page that its language's files are made from."""
    headings = [(heading.id, heading.line) for heading in page.document.headings]
    said = [(one.line, one.part, one.language, one.text) for one in page.passages]
    front, start = page.front_matter, page.document.body_line
    return page.slug, front, told(project, page), start, headings, said


def of_language(project: Project, code: str, root: Path) -> Index:
    """The index of a language's pages."""
    words, synonyms = project.words[code], project.synonyms.get(code, {})
    pages = [
        (
            page,
            index.of_page(page, synonyms.get(page.slug, ()), project.glossary, _kind(page, words)),
        )
        for page in index.in_order(project.library, code)
    ]
    said = {word for _, pieces in pages for _, text in pieces for word in lexicon.words_of(text)}
    return index.build(pages, lexicon.of_language(code, said, root))


def _kind(page: Page, words: Words) -> str:
    return words["kind_tool" if page.kind == "agreement" else f"kind_{page.kind}"]


def told(project: Project, page: Page) -> tuple[str, str]:
    """A page's address, and the line under its title: what it is, its phase, how long it takes."""
    words, said = project.words[page.language], page.front_matter
    line = [_kind(page, words)]
    if isinstance(said, PairFrontMatter):
        line.append(words[f"nav_{said.phase}"])
    if isinstance(said, PairFrontMatter | FormFrontMatter | TrainingFrontMatter):
        line.append(words["minutes"].format(minutes=said.minutes))
    elif isinstance(said, PathFrontMatter):
        line.append(words["meetings"].format(meetings=said.meetings))
    return project.library.address(page), " · ".join(line)


def _group(page: Page) -> str:
    if isinstance(page.front_matter, PairFrontMatter) and page.kind != "easy":
        return page.front_matter.phase
    return f"kind_{page.kind.removesuffix('s')}s"


def groups(site: Site, code: str) -> list[dict[str, Any]]:
    """All pages by phase and kind, in the order of `nav`, each with the words that lead to it."""
    library, words = site.project.library, site.project.words[code]
    found: dict[str, dict[str, Any]] = {}
    titles = {page.name: page.front_matter.title for page in library.kind(code, "phase")}
    for page in index.in_order(library, code):
        if page.kind in ("home", "tools", "folder"):
            continue
        name = _group(page)
        title = titles.get(name) or words.get(name) or name
        group = found.setdefault(name, {"id": name.replace("_", "-"), "title": title, "pages": []})
        said = site.project.synonyms.get(code, {}).get(page.slug, ())
        group["pages"].append({**card(site, page), "words": said})
    last = ("kind_phases", "kind_pages", "kind_easys")
    return sorted(found.values(), key=lambda group: group["id"].replace("-", "_") in last)
