"""The writers' commands: `check`, `new`, `ids`, `tidy`, `status` and `keys`."""

import argparse
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from mentoring_tools import scaffold
from mentoring_tools.checks import question_ids
from mentoring_tools.content import front_matter, reader, settings, tidy
from mentoring_tools.content.model import Library
from mentoring_tools.content.settings import Settings
from mentoring_tools.language import easy_language, readability, word_lists
from mentoring_tools.messages import language_of, lines, said, say
from mentoring_tools.problems import Problem, Stop, annotations, refusal, report
from mentoring_tools.project import load
from mentoring_tools.source import kept_files, strings
from mentoring_tools.source.strings import Words


def main(arguments: list[str]) -> int:
    """Runs one command in the project that is the current folder; 0 when all is well."""
    chosen = _parser().parse_args(arguments)
    tell_of_caches()
    run: Callable[[argparse.Namespace, Path], str] = chosen.run
    language = language_of()
    try:
        print(said(run(chosen, Path.cwd()), language))
    except Stop as stop:
        told = [report(stop.problems, language), *annotations(stop.problems)]
    except scaffold.NewPageError as error:
        told = [said(error.why, language)]
    except OSError as error:
        if not (line := refusal(error)):
            raise
        told = [said(line, language)]
    else:
        return 0
    print("\n".join(told), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mentoring_tools", description=__doc__)
    commands = parser.add_subparsers(required=True)
    commands.add_parser("check", help="check everything that is written").set_defaults(run=_check)
    commands.add_parser("status", help="count and measure the pages").set_defaults(run=_status)
    commands.add_parser("keys", help="the table of front-matter keys").set_defaults(run=_keys)
    commands.add_parser("ids", help="list the questions that are new").set_defaults(run=_ids)
    commands.add_parser("tidy", help="mend what mends itself").set_defaults(run=_tidy)
    making = commands.add_parser("new", help="a new page in every language")
    making.add_argument("kind")
    making.add_argument("name")
    making.set_defaults(run=_new)
    return parser


def tell_of_caches() -> None:
    """Lets what the caches say be seen, as MkDocs does in a build."""
    logger = logging.getLogger("mkdocs.plugins.mentoring_tools")
    logger.setLevel(logging.INFO)
    logger.addHandler(logging.StreamHandler())


def _check(_: argparse.Namespace, root: Path) -> str:
    library = load(root).library
    pages = sum(1 for code in library.codes for _ in library.every(code))
    return say("{pages} pages in {languages} languages: no problem found.",
               pages=pages, languages=len(library.codes))  # fmt: skip


def _status(_: argparse.Namespace, root: Path) -> str:
    library = load(root).library
    counts = [_counts(library, code) for code in library.codes]
    lists = [word_lists.read(root, name).entries for name in ("fi", word_lists.NAMES)]
    eases = readability.of_library(library, [entry for words in lists for entry in words])
    language = language_of()
    table = readability.table(eases, language)
    long = readability.listing(readability.long_sentences(library), language)
    words = easy_language.listing(sorted(easy_language.long_words(library).items()), language)
    return "\n".join([*counts, "", table, "", long, "", words])


def _keys(_: argparse.Namespace, __: Path) -> str:
    return front_matter.table()


def _tidy(_: argparse.Namespace, root: Path) -> str:
    changes = tidy.changes(root)
    shown = [tidy.difference(root, file, text) for file, text in changes.items()]
    for file, text in changes.items():
        kept_files.write(root / file, text.encode())
    parts = [*shown, say("{count} files mended.", count=len(changes))]
    return lines(parts)


def _ids(_: argparse.Namespace, root: Path) -> str:
    given, words, problems = _settings_and_words(root)
    library, found = reader.read(root, given, words)
    listed, more = question_ids.read(root)
    if problems := [*problems, *found, *more]:
        raise Stop(problems)
    text = question_ids.renewed(listed, library)
    kept_files.write(root / question_ids.FILE, text.encode())
    return say("wrote {file}", file=question_ids.FILE)


def _counts(library: Library, code: str) -> str:
    counts: dict[str, int] = {}
    for page in library.every(code):
        counts[page.kind] = counts.get(page.kind, 0) + 1
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    return f"{code}: {listed}"


def _new(chosen: argparse.Namespace, root: Path) -> str:
    given, words, problems = _settings_and_words(root)
    if problems:
        raise Stop(problems)
    slug = scaffold.slug_of(chosen.kind, chosen.name)
    written = scaffold.write(root, slug, scaffold.texts(slug, given.languages, words))
    if chosen.kind == "tool" and (root / question_ids.FILE).is_file():
        _ids(chosen, root)
        written.append(question_ids.FILE)
    return lines([say("wrote {file}", file=path) for path in written])


def _settings_and_words(root: Path) -> tuple[Settings, dict[str, Words], list[Problem]]:
    """What a page cannot be read or made without, and every problem with it."""
    given, problems = settings.read(root)
    words, found = strings.load(tuple(one.code for one in given.languages), root)
    return given, words, [*problems, *found]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
