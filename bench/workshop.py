"""A copy of the project in which everything is built, with a cache of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from report import progress

PROJECT = Path(__file__).resolve().parent.parent
COPIED = ("docs", "downloads", "overrides", "mentoring_tools", "words", "mkdocs.yml")

#: MkDocs with Material as they come, on the same Markdown.
STOCK = """\
site_name: Stock
docs_dir: docs
strict: false
theme:
  name: material
  font: false
markdown_extensions: [attr_list, tables]
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: fi, name: suomi, default: true}
        - {locale: en, name: English}
"""
_DOWNLOAD = re.compile(r"(\d+) of \d+ downloads: .*")
OURS_FILE, STOCK_FILE = "mkdocs.yml", "stock.yml"


@dataclass(frozen=True)
class Workshop:
    """The copy; `address` is where its own site will be served."""

    folder: Path
    address: str

    @property
    def site(self) -> Path:
        """The site as it is published, built by `build` with downloads."""
        return self.folder / "site"

    @property
    def stock(self) -> Path:
        """Stock's site."""
        return self.folder / "stock"

    def build(self, settings: str = OURS_FILE, *, downloads: bool = True) -> str:
        """What one build said, in a process of its own; its progress is told."""
        target = self.stock if settings == STOCK_FILE else self.site
        command = [sys.executable, "-m", "mkdocs", "build", "-f", settings, "-d", str(target)]
        more = {"DOWNLOADS": str(downloads).lower()}
        lines = []
        with self._started(command, more, errors_too=True) as run:
            for line in run.stdout or ():
                lines.append(line)
                _tell(line)
        if run.returncode:
            raise SystemExit("".join(lines))
        return "".join(lines)

    def command(self, name: str) -> None:
        """One of the project's own commands, such as `ids`, in the copy."""
        with self._started([sys.executable, "-m", "mentoring_tools", name], {}) as run:
            said, _ = run.communicate()
        if run.returncode:
            raise SystemExit(said)

    def script(self, name: str, *arguments: str) -> subprocess.Popen[str]:
        """A script beside this one, running in the copy."""
        path = Path(__file__).with_name(name)
        return self._started([sys.executable, str(path), *arguments], {})

    def _started(
        self, command: list[str], more: dict[str, str], *, errors_too: bool = False
    ) -> subprocess.Popen[str]:
        env = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(self.folder), "SITE_URL": self.address,
               "NO_MKDOCS_2_WARNING": "1", **more}  # fmt: skip
        errors = subprocess.STDOUT if errors_too else None
        return subprocess.Popen(
            command, cwd=self.folder, env=env, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
        )  # fmt: skip


@contextmanager
def opened(address: str) -> Iterator[Workshop]:
    """A copy of the project's sources, gone in the end."""
    with TemporaryDirectory() as folder:
        for name in COPIED:
            source, target = PROJECT / name, Path(folder) / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)
        (Path(folder) / STOCK_FILE).write_text(STOCK, "utf-8")
        yield Workshop(Path(folder), address)


def on_two_cores() -> None:
    """Keeps this process and all that it starts to two cores, where there are more."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])


def _tell(line: str) -> None:
    """Every twentieth download."""
    found = _DOWNLOAD.search(line)
    if found and int(found[1]) % 20 == 0:
        progress(found[0])
