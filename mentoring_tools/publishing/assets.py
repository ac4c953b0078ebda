"""Scripts and styles as they are published: joined, small, and under addresses that tell versions.

A page that is seen for the first time asks for few files, and waits for none before it is seen:
what its beginning looks like stands in the page itself. The scripts of a sheet are one file; what
is rarely asked for stays apart.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rcssmin
import rjsmin

from mentoring_tools.content.model import FOR_ORGANISERS, ON_THE_DEVICE, Page
from mentoring_tools.content.schema import Kind
from mentoring_tools.publishing.js_bundle import Scripts

#: The styles that stand in pages themselves, by their media, and what each is joined of. A page has
#: the first or the second, and of the others what it needs (`looks_of`).
WITHIN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "page": {"screen": ("screen", "places"), "print": ("paper", "paper-places")},
    "tool": {"screen": ("screen", "steps")},
    "scenes": {"screen": ("scenes",)},
    "finding": {"screen": ("finding",)},
    "text": {"screen": ("text",), "print": ("paper-text",)},
}

_MORE: Mapping[Kind, str] = {
    **dict.fromkeys(("home", "phase"), "scenes"),
    **dict.fromkeys(("tools", "search", "guide"), "finding"),
}  # fmt: skip

#: From which width on a sheet's tables are tables, and those of a sheet that is wide on paper.
_DESK, _WIDE = "screen and (min-width: 56rem)", "screen and (min-width: 79rem)"

_SCREEN = (("screen", "sheet"),)

#: The styles of a sheet, and what they are joined of, with the media of each part: its page names
#: one of the first three right before it, and fetches those for paper when it has loaded, and
#: `asked` with what a reader asks for.
STYLES = {
    "form": (*_SCREEN, (_DESK, "table"), ("all", "answers")),
    "form-drawn": (*_SCREEN, (_DESK, "table"), ("all", "answers"), ("screen", "drawing")),
    "form-wide": (*_SCREEN, (_WIDE, "table"), (_WIDE, "table-wide"), ("all", "answers")),
    "own": (*_SCREEN, ("all", "answers"), ("all", "own")),
    "organising": (*_SCREEN, ("all", "answers"), ("all", "own"), ("all", "organising")),
    "asked": (
        ("screen", "asking"),
        ("screen", "sharing"),
        ("screen", "stepping"),
        ("screen", "reading"),
    ),
    "form-print": (("all", "paper"), ("all", "paper-sheet"), ("all", "paper-answers")),
}

#: Keeps the letters as large as the reader wants them; on a page without a sheet, too.
_LETTERS = "letters"

#: The modules that a sheet's script runs, in order.
_SHEET = (_LETTERS, "rows", "display", "fields", "copies")

#: Publishes pages for times without a network, and what brings it on a page and on a sheet's; the
#: preview has none.
_WORKER, _REGISTER, _BRING = "sw.js", "register-worker", "bring-worker"

#: The scripts of pages that work with what is on the device.
OF_THE_DEVICE = tuple(slug.rpartition("/")[2] for slug in (*ON_THE_DEVICE, *FOR_ORGANISERS))

#: What pages run besides, by the script's name: the search; what is begun, on home and beside the
#: finder of tools, and its list; the pages of what is kept here.
_OWN: Mapping[str, tuple[str, ...]] = {
    "search": ("search",), "begun": ("begun",), "choose": ("begun", "choose"),
    "begun-list": ("begun-list",), **{name: (_LETTERS, name) for name in OF_THE_DEVICE},
}  # fmt: skip

#: Where their sources lie under `overrides`: none of these is published as it is.
PLACES = ("assets/css/", "assets/js/", _WORKER)

_MODULE = re.compile(r'"(\./[\w-]+\.js)"')


@dataclass(frozen=True)
class Published:
    """The texts of scripts and styles by their path in the site, and what tells versions apart.

    `within` has the styles that stand in pages themselves, as `WITHIN` has their parts. The stamp
    is `?` and five digits that stand for all files and for the pictures: behind the address of
    each, it keeps a page from meeting those of another version of the site, in whatever cache these
    may lie.
    """

    files: Mapping[str, str]
    within: Mapping[str, Mapping[str, str]]
    stamp: str

    @property
    def own_styles(self) -> list[str]:
        """All texts of styles that stand in pages."""
        return [text for styles in self.within.values() for text in styles.values()]


def published(overrides: Path, *, serving: bool, own: str = "") -> Published:
    """What is published of the folder's scripts and styles. Raises Stop.

    `own` are a publisher's colours, behind the styles of every page. When `serving`, the texts are
    joined too, but not made small, and have no stamp.
    """
    runs: dict[str, tuple[str, ...]] = {**_OWN, "sheet": _SHEET}
    if not serving:
        runs |= {name: (*runs[name], _BRING) for name in ("sheet", *OF_THE_DEVICE)}
        runs |= {_REGISTER: (_LETTERS, _REGISTER)}
    scripts = {f"assets/js/{name}.js": text for name, text in _scripts(overrides, runs).items()}
    scripts[_WORKER] = (overrides / _WORKER).read_text("utf-8")
    styles = {f"assets/css/{name}.css": text for name, text in _styles(overrides)}
    if serving:
        return Published(scripts | styles, _within(overrides, own), "")
    small = {path: str(rjsmin.jsmin(text)) for path, text in scripts.items()}
    small |= {path: str(rcssmin.cssmin(text)) for path, text in styles.items()}
    mark = stamp(overrides / "assets/img", small)
    within = {
        kind: {media: str(rcssmin.cssmin(text)) for media, text in styles.items()}
        for kind, styles in _within(overrides, own).items()
    }
    return Published({path: stamped(text, mark) for path, text in small.items()}, within, mark)


def looks_of(page: Page) -> str:
    """Which of `WITHIN` stand in a page: their names with spaces between them."""
    kind = "page" if page.worksheet is None else "tool"
    # Pages of an organiser have tables in their text.
    text = "text" * (page.document.extras or page.kind in ("organiser", "training"))
    return " ".join(filter(None, (kind, _MORE.get(page.kind), text)))


def styles_of(page: Page) -> str:
    """Which of `STYLES` a page with a sheet names; an empty text for any other."""
    if page.worksheet is None:
        return ""
    fields = page.worksheet.fields
    if page.sheet.paper == "landscape" or any(field.many_scales for field in fields):
        return "form-wide"
    return "form-drawn" if any(field.draws for field in fields) else "form"


def stamp(pictures: Path, texts: Mapping[str, str]) -> str:
    """What stands for pictures and texts: it changes when any of them does, or its name."""
    digest = sha256("".join(f"{path}\n{text}\n" for path, text in sorted(texts.items())).encode())
    for path in sorted(path for path in pictures.rglob("*") if path.is_file()):
        digest.update(path.relative_to(pictures).as_posix().encode() + path.read_bytes())
    return f"?{digest.hexdigest()[:5]}"


def stamped(script: str, mark: str) -> str:
    """The script with the stamp behind each module that it imports, at once or later."""
    return _MODULE.sub(rf'"\1{mark}"', script)


def _scripts(overrides: Path, runs: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    folder = overrides / "assets/js"
    sources = {file.stem: file.read_text("utf-8") for file in sorted(folder.glob("*.js"))}
    return Scripts(sources, f"{overrides.name}/assets/js", runs).published()


def _within(overrides: Path, own: str) -> dict[str, dict[str, str]]:
    return {
        kind: {
            media: "".join(_style(overrides, part) for part in parts) + own * ("screen" in parts)
            for media, parts in styles.items()
        }
        for kind, styles in WITHIN.items()
    }


def _styles(overrides: Path) -> Iterator[tuple[str, str]]:
    for name, parts in STYLES.items():
        texts = [(media, _style(overrides, part)) for media, part in parts]
        joined = [
            text if media == "all" else f"@media {media} {{\n{text}}}\n" for media, text in texts
        ]
        yield name, "".join(joined)


def _style(overrides: Path, part: str) -> str:
    return (overrides / f"assets/css/{part}.css").read_text("utf-8")
