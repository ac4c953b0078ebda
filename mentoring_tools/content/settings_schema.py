"""What may stand in mkdocs.yml besides the pages: addresses, the publisher, plugins, languages."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails

from mentoring_tools.content import branding
from mentoring_tools.messages import Message, as_is, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import text_files
from mentoring_tools.source.plain_words import Text
from mentoring_tools.source.text_files import Tree

# Signs that would end an address, or a value, where it is written: in HTML, headers, nginx.conf.
_REST = r"[^\s\"'`<>(){}\\|^;$]"
_WEB = rf"^https?://[\w\[]{_REST}*$"
_Address = Annotated[str, StringConstraints(pattern=_WEB, max_length=2000)]
_Writing = Annotated[
    str, StringConstraints(pattern=rf"^(|https?://{_REST}+|mailto:{_REST}+@{_REST}+)$")
]

#: The plugins that make the site, and what each is for; that of the languages is asked for them.
PLUGINS: Mapping[str, Message] = {
    "mentoring-tools": say("builds the pages and the files to take along"),
    "pdf-export": say("makes the reading pages' PDF files"),
}


class Extra(BaseModel):
    """What stands under `extra`; what is left out is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    publisher: Text | Annotated[str, Field(max_length=0)] = ""
    feedback: _Writing = ""
    repository: Annotated[str, StringConstraints(pattern=rf"^(|https?://{_REST}+)$")] = ""
    logo: Annotated[str, StringConstraints(pattern=branding.LOGO)] = ""
    colour: Annotated[str, AfterValidator(branding.on_light)] = ""
    colour_dark: Annotated[str, AfterValidator(branding.on_dark)] = ""
    leave_out: tuple[str, ...] = ()
    strict_transport: Annotated[
        str, StringConstraints(pattern=r"^(|max-age=\d{1,10}(; includeSubDomains(; preload)?)?)$")
    ] = ""


class Given(BaseModel):
    """The settings that reach readers or servers; MkDocs looks at the others itself."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: Text
    site_url: _Address = "http://127.0.0.1:8000/"
    extra: Extra = Extra()


_EXPECTED = {
    "site_name": (say("the service's name in words"), "site_name: Mentoroinnin työkalut"),
    "site_url": (say("an address that begins with https://, without spaces, quotes and braces"),
                 "site_url: https://example.org/"),
    "publisher": (say("who publishes, in words without HTML; or nothing"),
                  "extra:\n  publisher: Mentoroinnin yhdistys"),
    "feedback": (say("an address that begins with https: or mailto:; or nothing"),
                 "extra:\n  feedback: mailto:palaute@example.org"),
    "repository": (say("an address that begins with https:; or nothing"),
                   "extra:\n  repository: https://example.org/mentoring-tools"),
    "logo": (say("the path under docs/ of a .png or .svg in docs/pictures/; or nothing"),
             "extra:\n  logo: pictures/logo.svg"),
    "colour": (say("a colour as #rrggbb, whose words are seen on light paper by a contrast of 7 to "
                   "1; or nothing"), 'extra:\n  colour: "#1f4d3f"'),
    "colour_dark": (say("a colour as #rrggbb, whose words are seen on dark paper by a contrast of "
                        "7 to 1; or nothing"), 'extra:\n  colour_dark: "#9bd8bd"'),
    "leave_out": (say("a list of pages, each by its path without .md; or nothing"),
                  "extra:\n  leave_out: [tools/over-fifty, paths/group]"),
    "strict_transport": (say("seconds, and whether subdomains and a preload list too; or nothing"),
                         'extra:\n  strict_transport: "max-age=63072000; includeSubDomains"'),
}  # fmt: skip


def check(tree: Tree, file: str) -> Iterator[Problem]:
    """Every setting of a mkdocs.yml that may not stand there, and every lacking plugin."""
    given = {key: tree.at(key).value for key in ("site_name", "site_url", "extra")}
    try:
        Given.model_validate({key: value for key, value in given.items() if value is not None})
    except ValidationError as error:
        yield from _once(_problem(tree, file, detail) for detail in error.errors())
    there = {name for plugin in tree.at("plugins").items for name in _names(plugin.value)}
    for name, purpose in PLUGINS.items():
        if name not in there:
            line = tree.lines.get("plugins", 1)
            found = say("the plugin {name} is not there: it {purpose}", name=name, purpose=purpose)
            expected = say("the plugins {listed}", listed=", ".join(PLUGINS))
            yield Problem(file, line, found, expected, f"plugins:\n  - {name}")


def _names(plugin: Any) -> tuple[str, ...]:
    return tuple(map(str, plugin)) if isinstance(plugin, dict) else (str(plugin),)


def _once(problems: Iterator[Problem]) -> Iterator[Problem]:
    """One problem a value, though several of its forms were tried."""
    yield from dict.fromkeys(problems)


def _problem(tree: Tree, file: str, detail: ErrorDetails) -> Problem:
    # What stands in brackets behind a key are the forms that were tried.
    keys = [str(part) for part in detail["loc"]][: 2 if detail["loc"][0] == "extra" else 1]
    place = tree.at(*keys)
    name = keys[-1]
    if detail["type"] == "missing":
        found = say("the setting “{name}” is missing", name=name)
        return Problem(file, 1, found, *_EXPECTED[name])
    if name not in (*_EXPECTED, "extra"):
        found = say("the setting “{name}” under `extra` is unknown", name=name)
        known = say("only {listed}", listed=", ".join(Extra.model_fields))
        return Problem(file, place.line, found, known, _EXPECTED["publisher"][1])
    found = say("{place}: {what}", place=name, what=_shown(place.value))
    if detail["type"] == branding.TOO_PALE:
        found = say("{place}: {what}, a contrast of {ratio} to 1", place=name,
                    what=_shown(place.value), ratio=detail["ctx"]["ratio"])  # fmt: skip
    if place.variables:
        found = say("{found} (from the environment: {names})", found=found, names=place.variables)
    if name == "extra":
        known = say("a mapping with {listed}", listed=", ".join(Extra.model_fields))
        return Problem(file, place.line, found, known, _EXPECTED["publisher"][1])
    return Problem(file, place.line, found, *_EXPECTED[name])


def _shown(value: Any) -> Message:
    text = re.sub(r"\s", " ", text_files.written(value))
    return as_is(text) if text else say("(empty)")
