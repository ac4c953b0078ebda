"""What all pages share, made ready before any page is built."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mentoring_tools.content import branding
from mentoring_tools.content.model import Page
from mentoring_tools.content.settings_schema import Extra
from mentoring_tools.downloads import cache, targets
from mentoring_tools.downloads.cache import Made
from mentoring_tools.pdf import engine
from mentoring_tools.project import Project, kept_for_good, load
from mentoring_tools.publishing import assets, git_dates
from mentoring_tools.publishing.assets import Published
from mentoring_tools.worksheet.facts import Imprint, Logo

#: This project, as it is installed.
PACKAGE = "mentoring-tools"


@dataclass(frozen=True, eq=False)
class Site:
    """What all pages share: the project, the made downloads, the address, styles and scripts."""

    project: Project
    made: Made
    address: str
    settings: Mapping[str, Any]
    assets: Published
    serving: bool = False
    #: When each file was last changed, by its path under the project, where git knows.
    dates: Mapping[str, str] = field(default_factory=dict)

    def page(self, path: str) -> Page:
        """The page of a file, by its path in `docs/`: `fi/tools/lifeline.md`."""
        code, _, rest = path.partition("/")
        return self.project.library.page(code, rest.removesuffix(".md"))


@dataclass(frozen=True)
class Wish:
    """What the site is built for: its address, to look at or to publish, with files or without."""

    address: str
    serving: bool = False
    downloads: bool = True


def prepare(
    root: Path, settings: Mapping[str, Any], wish: Wish, tell: Callable[[str], None]
) -> Site:
    """Reads and checks the project in the folder `root`, and makes what is stale of its downloads.

    `settings` are those under `extra` in mkdocs.yml; `tell` is told of each file that is made.
    Raises Stop with every problem.
    """
    # A server reads again and again; a build reads once, and ends.
    with nullcontext() if wish.serving else kept_for_good():
        project = load(root)
    settings = Extra.model_validate(dict(settings)).model_dump()
    if wish.downloads:
        engine.load()  # The PDF export needs it too, and would end in a traceback.
    dates = git_dates.dates((root / "docs").resolve().parent, "docs")
    imprint = Imprint(
        wish.address, settings["publisher"], _last_change(project, dates), version(PACKAGE),
        _logo(project, settings["logo"]), settings["colour"],
    )  # fmt: skip
    wanted = targets.tasks(project, imprint) if wish.downloads else ()
    made = cache.make(wanted, root, tell, packs=not wish.serving)
    own = branding.styles(settings["colour"], settings["colour_dark"])
    published = assets.published(root / "overrides", serving=wish.serving, own=own)
    return Site(project, made, wish.address, settings, published, wish.serving, dates)


def _logo(project: Project, path: str) -> Logo | None:
    if not path:
        return None
    picture = project.pictures[path]
    return Logo(path, picture.width, picture.height, picture.digest)


def _last_change(project: Project, dates: Mapping[str, str]) -> str:
    """The day on which the words of the toolkit were last changed, where git knows (2026-03-05)."""
    toolkit = [
        page
        for one in project.library.languages
        for page in project.library.of(one.code).values()
        if page.worksheet or page.kind == "phase"
    ]
    return max((dates.get(page.document.file, "") for page in toolkit), default="")[:10]
