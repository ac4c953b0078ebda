"""What a person writes at the top of a page: the keys, each with one sentence for its author."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from mentoring_tools.messages import say
from mentoring_tools.source.plain_words import Text
from mentoring_tools.worksheet.facts import Orientation

PhaseId = Literal["familiarization", "working", "assessment"]
Theme = Literal[
    "trust", "agreement", "self-knowledge", "goals", "networks",
    "job-search", "working-life", "wellbeing", "evaluation",
]  # fmt: skip
Who = Literal["mentee", "mentor", "both", "organiser"]
#: What an organiser does, in order: the six steps of mentoring programmes' standards.
Step = Literal["recruit", "screen", "train", "match", "support", "close"]
Kind = Literal[
    "home", "phase", "tools", "tool", "agreement", "easy", "folder", "path", "guide", "search",
    "page", "organisers", "organiser", "form", "training",
]  # fmt: skip
# Keys that several kinds of page have.
Minutes = Annotated[
    int,
    Field(strict=True, gt=0, le=600, description=say("How long it takes, in whole minutes.")),
]
Goal = Annotated[
    Text, Field(description=say("What the two have when the tool is done, in one sentence."))
]
Repeats = Annotated[bool, Field(description=say("Whether the sheet is filled in many times."))]


class FrontMatter(BaseModel):
    """The keys of every page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text = Field(description=say("The page's name, as it stands in menus and on cards."))
    description: Annotated[Text, Field(max_length=160)] = Field(
        description=say("One plain sentence for cards and search engines, at most 160 characters.")
    )


class Source(BaseModel):
    """Where a fact on the page comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")]
    language: Annotated[str, StringConstraints(pattern=r"^([a-z]{2})?$")] = ""


class SheetFrontMatter(FrontMatter):
    """The keys of a page with a worksheet."""

    goal: Goal
    minutes: Minutes
    who: Who = Field(description=say("Who fills the sheet in."))
    paper: Orientation = Field(
        "portrait", description=say("Which way the paper is turned; landscape for a wide table.")
    )
    sources: tuple[Source, ...] = Field(
        (), description=say("Where the facts come from: title, url, and language if only in one.")
    )


class PairFrontMatter(SheetFrontMatter):
    """The keys of a sheet that a mentee and a mentor use: a tool's or the agreement's."""

    phase: PhaseId = Field(description=say("The phase in which the tool is first of use."))
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)] = Field(
        description=say("What the tool is about, one or more.")
    )


class ToolFrontMatter(PairFrontMatter):
    """The keys of a tool."""

    repeats: Repeats = False
    common_fields: bool = Field(
        default=True,
        description=say(
            "Whether the sheet gets date, owner, what I keep to myself, and next step by itself; "
            "false for a certificate."
        ),
    )


class FormFrontMatter(SheetFrontMatter):
    """The keys of an organiser's sheet."""

    step: Step = Field(description=say("At which of an organiser's six steps it is of use."))
    repeats: Repeats = False


class TrainingFrontMatter(FrontMatter):
    """The keys of a training with slides."""

    minutes: Minutes


class EasyFrontMatter(FrontMatter):
    """The keys of an easy page; all others are those of the page that it says in easy language."""

    goal: Goal
    tested: bool = Field(
        default=False,
        description=say(
            "Whether readers of easy language have tried the page; until then it says so."
        ),
    )


class PathFrontMatter(FrontMatter):
    """The keys of a path: a plan with tools for each meeting."""

    goal: Text = Field(
        description=say("What the two have when the path is walked, in one sentence.")
    )
    meetings: Annotated[int, Field(strict=True, gt=0, le=30)] = Field(
        description=say("How many meetings a path has; each has its heading `{#meeting-1}`.")
    )


#: Keys whose values are the same in every language.
NEUTRAL_KEYS = (
    "phase", "themes", "minutes", "who", "paper", "repeats", "common_fields", "meetings", "step"
)  # fmt: skip

#: The ids of the h2 that templates and links rely on, by kind.
HEADINGS: Mapping[Kind, tuple[str, ...]] = {
    "home": ("mentoring", "phases", "dialogue", "tools", "agreement", "trust"),
    "phase": ("what", "mentee", "mentor", "checklist", "tools"),
    "tool": ("steps", "mentor", "example", "worksheet", "next"),
    "agreement": ("steps", "worksheet", "next"),
    "easy": ("steps", "worksheet"),
    "path": ("for-whom", "next"),
    "form": ("steps", "worksheet", "next"),
    "training": ("programme", "slides", "next"),
}

FRONT_MATTER: Mapping[Kind, type[FrontMatter]] = {
    "tool": ToolFrontMatter, "agreement": PairFrontMatter, "easy": EasyFrontMatter,
    "path": PathFrontMatter, "form": FormFrontMatter, "training": TrainingFrontMatter,
}  # fmt: skip
