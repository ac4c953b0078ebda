"""A worksheet as an accessible HTML form, in one language or several side by side.

The first sheet gives the form its language; the words of each further one follow in an element of
their own with its `lang`, hidden until a reader asks for both.
The form works without scripts; nothing is required and nothing is sent.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape

from mentoring_tools.pages import form_controls as controls
from mentoring_tools.pages import form_table
from mentoring_tools.pages.form_controls import Speech
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.model import Field, Kind, Note, Option, Section, Worksheet, key
from mentoring_tools.worksheet.renames import renames

#: The same thing in each language: a field and its twins.
Twins = Sequence[Field]

# Of one choice only: a tick is taken back as it was given.
_CHOICES = ("one", "scale")

# Numbers in one row of a phone that there is room for.
_ROOM = 7


def form(sheets: Sequence[Worksheet], words: Words, was: Sequence[str] = ()) -> str:
    """The whole form of a sheet and its twins; `words` are those of the first one's language.

    `was` has the sheet's former names, whose kept answers are its own.
    """
    return "\n".join(_Form(sheets, words, was).html())


def crowded(sheet: Worksheet) -> bool:
    """Whether numbers of a scale may have no room in one row, so that the looks show lists.

    These are more than seven of them, on a phone or in a table, and three scales in a table that
    asks something else too.
    """
    scales = [one.scale for field in sheet.fields for one in (field, *field.columns) if one.scale]
    mixed = (not all(one.scale for one in f.columns) for f in sheet.fields if f.many_scales)
    return any(mixed) or any(len(scale.options) > _ROOM for scale in scales)


class _Form:
    """Knows the languages, so that each function need only know its field."""

    def __init__(self, sheets: Sequence[Worksheet], words: Words, was: Sequence[str]) -> None:
        self.sheets = sheets
        self.was = f' data-mt-was="{" ".join(was)}"' if was else ""
        self.words = words
        self.slug = sheets[0].slug
        self.told = False
        self.speech = Speech(tuple(sheet.language for sheet in sheets))
        self.makers: dict[Kind, Callable[[Twins], str]] = {
            "text": self.line, "date": self.line, "number": self.line, "signature": self.line,
            "long": self.line, "one": self.choices, "any": self.choices, "scale": self.scale,
            "grid": self.grid, "drawing": self.drawing,
        }  # fmt: skip

    def html(self) -> Iterator[str]:
        yield (
            f'<form class="mt-sheet" id="mt-sheet" autocomplete="off" data-mt-sheet="{self.slug}"'
            f' aria-label="{escape(self.sheets[0].title)}"{_renamed(self.sheets[0])}{self.was}>'
        )
        if len(self.sheets) > 1:
            yield self.switch()
        for sections in zip(*(sheet.sections for sheet in self.sheets), strict=True):
            yield from self.section(sections)
        yield "</form>"

    def switch(self) -> str:
        """The check box that shows both languages; it works by the stylesheet alone."""
        label = escape(self.words["both_languages"])
        return (
            '<p class="mt-both mt-option"><input type="checkbox" id="mt-both">'
            f' <label for="mt-both">{label}</label></p>'
        )

    def section(self, sections: Sequence[Section]) -> Iterator[str]:
        first = sections[0]
        if first.id:
            yield f'<section class="mt-part" aria-labelledby="{first.id}">'
            yield f'<h3 id="{first.id}">{self.speech.said([s.title for s in sections])}</h3>'
        else:
            yield '<div class="mt-part">'
        for items in zip(*(section.items for section in sections), strict=True):
            if isinstance(items[0], Note):
                yield f'<p class="mt-note">{self.speech.said([n.text for n in items])}</p>'
            else:
                yield from self.hint_of_choices(items[0])
                yield self.makers[items[0].kind](items)
        yield "</section>" if first.id else "</div>"

    def hint_of_choices(self, field: Field) -> Iterator[str]:
        """Before the first of them: how one is taken back, where scripts can do it."""
        if not self.told and any(f.kind in _CHOICES for f in (field, *field.columns)):
            self.told = True
            words = escape(self.words["choice_again"])
            yield f'<p class="mt-hint mt-again mt-scripted">{words}</p>'

    def hint(self, fields: Twins, id_: str) -> tuple[str, str]:
        """The hint and the attribute that ties it to its control, or two empty strings."""
        if not fields[0].hint:
            return "", ""
        words = self.speech.said([field.hint for field in fields])
        html = f'<p class="mt-hint" id="{id_}-hint">{words}</p>'
        return html, f' aria-describedby="{id_}-hint"'

    def line(self, fields: Twins) -> str:
        """A question with a line, or several lines, to write on."""
        field, id_ = fields[0], key(self.slug, fields[0].id)
        hint, described = self.hint(fields, id_)
        make = controls.lines if field.kind == "long" else controls.line
        return (
            f'<div class="mt-field mt-{field.kind}{_half(field)}"{controls.origin(field)}>'
            f'<label class="mt-label" for="{id_}">{self.speech.labels(fields)}</label>{hint}'
            f"{make(id_, field, described)}</div>"
        )

    def group(self, fields: Twins, inner: str) -> str:
        """A set of choices under its question."""
        field, id_ = fields[0], key(self.slug, fields[0].id)
        hint, described = self.hint(fields, id_)
        classes = f"mt-field mt-{field.kind}{_half(field)}"
        return (
            f'<fieldset class="{classes}"{controls.origin(field)}{described}>'
            f'<legend class="mt-label">{self.speech.labels(fields)}</legend>{hint}{inner}'
            "</fieldset>"
        )

    def choices(self, fields: Twins) -> str:
        options = zip(*(field.options for field in fields), strict=True)
        return self.group(fields, "".join(self.choice(fields[0], twins) for twins in options))

    def choice(self, field: Field, options: Sequence[Option]) -> str:
        name, value = key(self.slug, field.id), options[0].id
        id_ = key(name, value)
        box = controls.tick(id_) if field.kind == "any" else controls.radio(name, value)
        words = self.speech.labels(options)
        line, named = "", ""
        if options[0].text:
            named = f' id="{id_}-label"'
            line = (
                f'<input type="text" id="{id_}-text" name="{id_}-text"'
                f' aria-labelledby="{id_}-label">'
            )
        label = f'<label for="{id_}"{named}>{words}</label>'
        return f'<div class="mt-option">{box} {label}{line}</div>'

    def scale(self, fields: Twins) -> str:
        scales = [field.scale for field in fields if field.scale]
        return self.group(fields, self.speech.ends(key(self.slug, fields[0].id), scales))

    def grid(self, fields: Twins) -> str:
        table = form_table.grid(self.speech, key(self.slug, fields[0].id), fields)
        origin = controls.origin(fields[0])
        return f'<div class="mt-field mt-grid-field"{origin}>{self.picture(fields[0])}{table}</div>'

    def picture(self, grid: Field) -> str:
        """The place where scripts draw what stands in a table, beside it or above it."""
        if not grid.draws:
            return ""
        words = escape(self.words["drawn_here"])
        return (
            f'<figure class="mt-picture mt-picture-{grid.draws}"><p class="mt-hint">{words}</p>'
            "</figure>"
        )

    def drawing(self, fields: Twins) -> str:
        """An empty frame: it is for paper, so the screen may leave it out."""
        return (
            f'<div class="mt-field mt-drawing"><p class="mt-label">{self.speech.labels(fields)}</p>'
            f'<svg width="100%" height="{fields[0].height_mm}mm" aria-hidden="true"></svg></div>'
        )


def _half(field: Field) -> str:
    return " mt-half" if field.half else ""


def _renamed(sheet: Worksheet) -> str:
    """What scripts need so that kept answers follow renamed questions."""
    pairs = renames(sheet)
    return f' data-mt-renamed="{escape(json.dumps(pairs))}"' if pairs else ""
