"""What the checkers said of words, kept between runs: asking them again takes seconds."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from inspect import getsource
from pathlib import Path
from sys import modules

from mentoring_tools.language.spelling import Speller
from mentoring_tools.source import kept_files


@contextmanager
def verdicts(root: Path, spellers: Iterable[Speller]) -> Iterator[None]:
    """Gives the spellers what earlier runs found out, and keeps what they find out meanwhile.

    What is kept holds for one version of the checker, of the rules here and of the project's
    lists; it lies in `.cache/words/`.
    """
    kept = [(speller, _file(root, speller)) for speller in spellers]
    for speller, file in kept:
        known = kept_files.kept(file)
        if known:
            speller.verdicts.update(json.loads(known))
    before = [len(speller.verdicts) for speller, _ in kept]
    yield
    for (speller, file), count in zip(kept, before, strict=True):
        if len(speller.verdicts) > count:
            _keep(speller, file)


def _file(root: Path, speller: Speller) -> Path:
    listed = [(entry.word, entry.model) for entry in speller.entries]
    rules = [getsource(modules[type(thing).__module__]) for thing in (speller, speller.dictionary)]
    key = sha256(repr((speller.dictionary.name, listed, rules)).encode()).hexdigest()[:16]
    return root / ".cache" / "words" / f"{speller.code}-{key}"


def _keep(speller: Speller, file: Path) -> None:
    for old in file.parent.glob(f"{speller.code}-*"):
        old.unlink(missing_ok=True)
    kept_files.keep(file, json.dumps(speller.verdicts, ensure_ascii=False).encode())
