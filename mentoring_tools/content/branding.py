"""A publisher's own look: colours that can be read, a logo that is there, pages left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

from mentoring_tools.content.model import Library, kind_of, standard_of
from mentoring_tools.content.pictures import Picture
from mentoring_tools.messages import say
from mentoring_tools.problems import Problem
from mentoring_tools.source.text_files import Tree

#: The papers of the site, light and dark, each the one on which a colour is seen worse.
LIGHT, DARK = "#fbf8f2", "#1d2522"

#: Where a logo may lie, or none.
LOGO = r"^(|pictures/[a-z0-9/-]+\.(png|svg))$"

#: The least contrast of words on paper.
LEAST = 7.0

#: How much of the colour there is in the ground behind a head.
_MIST = 0.13

#: The types of errors, for whoever words them.
NO_COLOUR, TOO_PALE = "no_colour", "too_pale"

#: The kinds of pages that may be left out: templates and texts can do without them.
MAY_BE_LEFT_OUT = ("tool", "path", "form", "training")

_FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Own:
    """A publisher's logo, its path under `docs/`, and the pages left out, each with its line."""

    logo: str = ""
    logo_line: int = 1
    left_out: Mapping[str, int] = field(default_factory=dict)


def read(tree: Tree) -> Own:
    """What `extra` in the settings says of them; what cannot stand there is told elsewhere."""
    logo, left_out = tree.at("extra", "logo"), tree.at("extra", "leave_out")
    slugs = {str(one.value): one.line for one in left_out.items if isinstance(one.value, str)}
    return Own(logo.value if isinstance(logo.value, str) else "", logo.line, slugs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#rrggbb), from 1 to 21, as WCAG 2.2 counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def on_light(colour: str) -> str:
    """The colour, where it can be read on light paper or is empty. Raises PydanticCustomError."""
    return _readable(colour, LIGHT)


def on_dark(colour: str) -> str:
    """The same for dark paper."""
    return _readable(colour, DARK)


def _readable(colour: str, paper: str) -> str:
    if colour and not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise PydanticCustomError(NO_COLOUR, "no colour")
    if colour and (ratio := contrast(colour, paper)) < LEAST:
        # Rounded down: 6.96 is not seven.
        raise PydanticCustomError(TOO_PALE, "too pale", {"ratio": f"{int(ratio * 10) / 10:.1f}"})
    return colour


def styles(colour: str, colour_dark: str) -> str:
    """What the site's styles get besides their own where a publisher has colours."""
    schemes = (("light", colour, LIGHT), ("dark", colour_dark, DARK))
    return "".join(_tokens(*scheme) for scheme in schemes if scheme[1])


def _tokens(scheme: str, colour: str, paper: str) -> str:
    pairs = zip(_parts(colour), _parts(paper), strict=True)
    mist = "#" + "".join(f"{round(_MIST * c + (1 - _MIST) * p):02x}" for c, p in pairs)
    rule = f":root {{ --mt-spruce: {colour}; --mt-spruce-mist: {mist}; }}"
    return f"@media (prefers-color-scheme: {scheme}) {{ {rule} }}\n"


def check(own: Own, library: Library, shown: Mapping[str, Picture]) -> Iterator[Problem]:
    """A logo that is not there, and pages that cannot be left out."""
    yield from _logo(own, shown)
    yield from _left_out(own, library)


def _logo(own: Own, shown: Mapping[str, Picture]) -> Iterator[Problem]:
    path = own.logo
    if path and re.match(LOGO, path) and path not in shown:
        found = say("the logo {path} is not there", path=f"docs/{path}")
        expected = say("the path under docs/ of a .png or .svg in docs/pictures/; or nothing")
        near = get_close_matches(path, sorted(shown), 1, cutoff=0)
        example = f"  logo: {''.join(near) or 'pictures/logo.svg'}"
        yield Problem(_FILE, own.logo_line, found, expected, example)


def _left_out(own: Own, library: Library) -> Iterator[Problem]:
    known = frozenset().union(*library.files.values())
    for slug, at in own.left_out.items():
        if slug not in known:
            found = say("`leave_out` names {slug}, which is no page", slug=slug)
        elif kind_of(slug) not in MAY_BE_LEFT_OUT or standard_of(slug):
            found = say("`leave_out` names {slug}, which other pages cannot do without", slug=slug)
        else:
            continue
        may = sorted(one for one in known if kind_of(one) in MAY_BE_LEFT_OUT)
        near = get_close_matches(slug, may, 1, cutoff=0)
        expected = say("a tool, a path, a form or a training, by its path without .md")
        yield Problem(_FILE, at, found, expected, f"  leave_out: [{''.join(near)}]")
