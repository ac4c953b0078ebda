"""What all pages share, made ready before any page is built."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from mentoring_tools.downloads import cache, targets
from mentoring_tools.downloads.cache import Made
from mentoring_tools.pdf import engine
from mentoring_tools.project import Project, kept_for_good, load
from mentoring_tools.publishing import assets
from mentoring_tools.publishing.assets import Published
from mentoring_tools.worksheet.facts import Imprint


@dataclass(frozen=True, eq=False)
class Site:
    """What all pages share: the project, the made downloads, the address, styles and scripts."""

    project: Project
    made: Made
    address: str
    settings: Mapping[str, str]
    assets: Published
    serving: bool = False


@dataclass(frozen=True)
class Wish:
    """What the site is built for: its address, to look at or to publish, with files or without."""

    address: str
    serving: bool = False
    downloads: bool = True


def prepare(
    root: Path, settings: Mapping[str, str], wish: Wish, say: Callable[[str], None]
) -> Site:
    """Reads and checks the project in the folder `root`, and makes what is stale of its downloads.

    `settings` are those under `extra` in mkdocs.yml; `say` is told of each file that is made.
    Raises Stop with every problem.
    """
    # A server reads again and again; a build reads once, and ends.
    with nullcontext() if wish.serving else kept_for_good():
        project = load(root)
    if wish.downloads:
        engine.load()  # The PDF export needs it too, and would end in a traceback.
    imprint = Imprint(wish.address, settings["publisher"])
    wanted = targets.tasks(project, imprint) if wish.downloads else ()
    made = cache.make(wanted, root, say, packs=not wish.serving)
    drawings, looks = project.library.drawings, root / "overrides"
    published = assets.published(looks, drawings, serving=wish.serving)
    return Site(project, made, wish.address, settings, published, wish.serving)
