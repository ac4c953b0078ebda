"""What mkdocs.yml says of the material: its languages, the order of its pages, moved pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mentoring_tools.content import branding, redirects, settings_schema
from mentoring_tools.content.branding import Own
from mentoring_tools.content.model import Language
from mentoring_tools.content.redirects import Move
from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import plain_words, text_files
from mentoring_tools.source.text_files import Form, Tree

FILE = redirects.FILE

_FORM = Form(
    say("the settings"),
    say("one `key: value` a line, indented with spaces; a value with a colon stands in quotes"),
    'site_name: "Mentoring: tools"',
)
_LANGUAGES = """\
plugins:
  - i18n:
      languages:
        - locale: fi
          name: suomi
          site_name: Mentoroinnin työkalut"""


@dataclass(frozen=True)
class Settings:
    """The languages, the default one first, and the slugs of `nav`, each with its line."""

    languages: tuple[Language, ...]
    nav: tuple[str, ...]
    nav_lines: tuple[int, ...]
    moved: tuple[Move, ...] = ()
    own: Own = field(default_factory=Own)


def read(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings of a project's mkdocs.yml, and every mistake in what is read of it.

    Where it does not tell the languages, the folders of `docs` do, so that work can go on.
    """
    tree, problems = text_files.read_tree(root / FILE, FILE, _FORM, tags=True)
    if tree is None:
        return Settings(tuple(_of_folders(root)), (), ()), problems
    entries = [one for plugin in tree.at("plugins").items for one in _listed(plugin)]
    languages = [_language(one) for one in entries if not (_lacking(one) or _wrong(one))]
    languages = list({language.code: language for language in reversed(languages)}.values())[::-1]
    languages.sort(key=lambda language: not language.default)
    lines: dict[str, int] = {}
    for text, line in (leaf for entry in tree.at("nav").items for leaf in _leaves(entry)):
        problems += _of_entry(text, line, lines)
        if text:
            lines.setdefault(text.removesuffix(".md"), line)
    moves, found = redirects.read(tree.at("plugins"))
    problems += [*_of_languages(tree, entries), *_of_nav(tree, lines), *found]
    problems += settings_schema.check(tree, FILE)
    given = tuple(languages) or tuple(_of_folders(root))
    own = branding.read(tree)
    return Settings(given, tuple(lines), tuple(lines.values()), moves, own), problems


def _of_folders(root: Path) -> Iterator[Language]:
    for folder in sorted((root / "docs").glob("[a-z][a-z]")):
        yield Language(folder.name, folder.name, folder.name)


def _listed(plugin: Tree) -> list[Tree]:
    return plugin.at("i18n", "languages").items


def _lacking(entry: Tree) -> list[str]:
    texts_of = {key: entry.at(key).value for key in ("locale", "name", "site_name")}
    return [key for key, text in texts_of.items() if not isinstance(text, str) or not text]


def _wrong(entry: Tree) -> tuple[Message, Message] | None:
    """What is wrong with a language that has all its words, and what is expected."""
    code, *words = (str(entry.at(key).value) for key in ("locale", "name", "site_name"))
    if not re.fullmatch("[a-z]{2}", code):
        return say("the language “{code}”", code=code), say("a language's two small letters")
    return next((wrong for text in words if (wrong := plain_words.wrong_in(text))), None)


def _language(entry: Tree) -> Language:
    code, name, site = (entry.at(key).value for key in ("locale", "name", "site_name"))
    return Language(code, name, site, bool(entry.at("default").value))


def _of_languages(tree: Tree, entries: list[Tree]) -> Iterator[Problem]:
    expected = say("the plugin i18n with its languages, each with locale, name and site_name")
    for entry in entries:
        for key in _lacking(entry):
            found = say("a language without “{key}”", key=key)
            yield Problem(FILE, entry.line, found, expected, _LANGUAGES)
        if not _lacking(entry) and (wrong := _wrong(entry)):
            yield Problem(FILE, entry.line, *wrong, _LANGUAGES)
    codes = [str(entry.at("locale").value) for entry in entries if not _lacking(entry)]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        found = say("the language “{code}” is there twice", code=code)
        yield Problem(FILE, tree.lines["plugins"], found, say("each language once"), _LANGUAGES)
    firsts = [entry for entry in entries if entry.at("default").value is True]
    if entries and len(firsts) != 1:
        found = say("{count} languages are the default one", count=len(firsts))
        expected = say("`default: true` with one language: its pages have the shortest addresses")
        yield Problem(FILE, tree.lines["plugins"], found, expected, "          default: true")
    if not entries:
        line = tree.lines.get("plugins", 1)
        yield Problem(FILE, line, say("no languages of the site"), expected, _LANGUAGES)


def _leaves(nav: Tree) -> Iterator[tuple[str, int]]:
    """The entries of `nav`, those in its parts too, each with its line."""
    parts = [*nav.items, *(part for _, part in nav.pairs)]
    for part in parts:
        yield from _leaves(part)
    if not parts:
        yield "" if nav.value is None else str(nav.value), nav.line


def _of_nav(tree: Tree, lines: dict[str, int]) -> Iterator[Problem]:
    if not lines and not tree.at("nav").items:
        line = tree.lines.get("nav", 1)
        expected = say("the list `nav` with a line for each page")
        yield Problem(FILE, line, say("`nav` names no page"), expected, "nav:\n  - index.md")


def _of_entry(text: str, line: int, before: dict[str, int]) -> Iterator[Problem]:
    if not text.endswith(".md"):
        shown = text or say("(empty)")
        found = say("`nav` has an entry that is no page: {entry}", entry=shown)
        expected = say("the path of a page from its language's folder, with .md")
        yield Problem(FILE, line, found, expected, "  - tools/lifeline.md")
    elif (slug := text.removesuffix(".md")) in before:
        found = say("`nav` names {page} here and on line {line}", page=text, line=before[slug])
        yield Problem(FILE, line, found, say("each page once"), f"  - {text}")
