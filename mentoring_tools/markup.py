"""A worksheet as an accessible HTML form, in one language or several side by side.

The first sheet gives the form its language; the words of each further one follow in an element of
class `mt-second` with its `lang`, hidden until a reader asks for both.
The form works without scripts; nothing is required and nothing is sent.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from mentoring_tools.strings import Words
from mentoring_tools.worksheet import Field, Kind, Note, Option, Row, Scale, Section, Worksheet, key

#: The same thing in each language: a field and its twins.
Twins = Sequence[Field]


def form(sheets: Sequence[Worksheet], words: Words) -> str:
    """The whole form of a sheet and its twins; `words` are those of the first one's language."""
    return "\n".join(_Form(sheets, words).html())


class _Form:
    """Knows the languages, so that each function need only know its field."""

    def __init__(self, sheets: Sequence[Worksheet], words: Words) -> None:
        self.sheets = sheets
        self.words = words
        self.slug = sheets[0].slug
        self.languages = [sheet.language for sheet in sheets]
        self.makers: dict[Kind, Callable[[Twins], str]] = {
            "text": self.line, "date": self.line, "number": self.line, "signature": self.line,
            "long": self.long, "one": self.choices, "any": self.choices, "scale": self.scale,
            "grid": self.grid, "drawing": self.drawing,
        }  # fmt: skip

    def html(self) -> Iterator[str]:
        yield (
            f'<form class="mt-sheet" id="mt-sheet" autocomplete="off" data-mt-sheet="{self.slug}"'
            f' aria-label="{escape(self.sheets[0].title)}">'
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
            yield f'<h3 id="{first.id}">{self.said([s.title for s in sections])}</h3>'
        else:
            yield '<div class="mt-part">'
        for items in zip(*(section.items for section in sections), strict=True):
            if isinstance(items[0], Note):
                yield f'<p class="mt-note">{self.said([n.text for n in items])}</p>'
            else:
                yield self.makers[items[0].kind](items)
        yield "</section>" if first.id else "</div>"

    def said(self, texts: Sequence[str]) -> str:
        """The first language's words, then each other's in an element of its own."""
        seconds = zip(self.languages[1:], texts[1:], strict=True)
        return escape(texts[0]) + "".join(
            f' <span class="mt-second" lang="{code}">{escape(text)}</span>'
            for code, text in seconds
            if text != texts[0]
        )

    def labels(self, fields: Sequence[Field | Option | Row]) -> str:
        return self.said([field.label for field in fields])

    def hint(self, fields: Twins, id_: str) -> tuple[str, str]:
        """The hint and the attribute that ties it to its control, or two empty strings."""
        if not fields[0].hint:
            return "", ""
        words = self.said([field.hint for field in fields])
        html = f'<p class="mt-hint" id="{id_}-hint">{words}</p>'
        return html, f' aria-describedby="{id_}-hint"'

    def line(self, fields: Twins) -> str:
        field, id_ = fields[0], key(self.slug, fields[0].id)
        hint, described = self.hint(fields, id_)
        half = " mt-half" if field.half else ""
        return (
            f'<div class="mt-field mt-{field.kind}{half}"{_was(self.slug, field)}>'
            f'<label class="mt-label" for="{id_}">{self.labels(fields)}</label>{hint}'
            f"{_input(id_, field, described)}</div>"
        )

    def long(self, fields: Twins) -> str:
        field, id_ = fields[0], key(self.slug, fields[0].id)
        hint, described = self.hint(fields, id_)
        return (
            f'<div class="mt-field mt-long"{_was(self.slug, field)}>'
            f'<label class="mt-label" for="{id_}">{self.labels(fields)}</label>{hint}'
            f"{_textarea(id_, field, described)}</div>"
        )

    def group(self, fields: Twins, inner: str) -> str:
        """A set of choices under its question."""
        field, id_ = fields[0], key(self.slug, fields[0].id)
        hint, described = self.hint(fields, id_)
        half = " mt-half" if field.half else ""
        return (
            f'<fieldset class="mt-field mt-{field.kind}{half}"{_was(self.slug, field)}{described}>'
            f'<legend class="mt-label">{self.labels(fields)}</legend>{hint}{inner}</fieldset>'
        )

    def choices(self, fields: Twins) -> str:
        options = zip(*(field.options for field in fields), strict=True)
        return self.group(fields, "".join(self.choice(fields[0], twins) for twins in options))

    def choice(self, field: Field, options: Sequence[Option]) -> str:
        name, id_ = key(self.slug, field.id), key(self.slug, field.id, options[0].id)
        if field.kind == "any":
            box = f'<input type="checkbox" id="{id_}" name="{id_}" value="yes">'
        else:
            box = f'<input type="radio" id="{id_}" name="{name}" value="{options[0].id}">'
        label = f'<label for="{id_}" id="{id_}-label">{self.labels(options)}</label>'
        line = ""
        if options[0].text:
            line = f'<input type="text" id="{id_}-text" name="{id_}-text" ' + (
                f'aria-labelledby="{id_}-label">'
            )
        return f'<div class="mt-option">{box} {label}{line}</div>'

    def scale(self, fields: Twins) -> str:
        id_ = key(self.slug, fields[0].id)
        scales = [field.scale for field in fields if field.scale]
        return self.group(fields, self.ends(scales, _numbers(id_, scales[0])))

    def ends(self, scales: Sequence[Scale], numbers: str) -> str:
        """A row of numbers between the words for both ends."""
        low = self.said([f"{s.low} = {s.low_word}" for s in scales])
        high = self.said([f"{s.high} = {s.high_word}" for s in scales])
        return (
            f'<div class="mt-ends"><span class="mt-low">{low}</span>{numbers}'
            f'<span class="mt-high">{high}</span></div>'
        )

    def grid(self, fields: Twins) -> str:
        grid, id_ = fields[0], key(self.slug, fields[0].id)
        hint, described = self.hint(fields, id_)
        columns = list(zip(*(field.columns for field in fields), strict=True))
        heads = "".join(self.head(twins) for twins in columns)
        rows = "".join(
            self.row(grid, twins, columns) for twins in zip(*(f.rows for f in fields), strict=True)
        )
        corner = '<td role="cell"></td>'
        return (
            f'<div class="mt-field mt-grid-field"{_was(self.slug, grid)}>{hint}'
            f'<table class="mt-grid" role="table" id="{id_}"{described}>'
            f'<caption class="mt-label">{self.labels(fields)}</caption>'
            f'<thead role="rowgroup"><tr role="row">{corner}{heads}</tr></thead>'
            f'<tbody role="rowgroup">{rows}</tbody></table></div>'
        )

    def head(self, columns: Twins) -> str:
        ends = ""
        if scales := [column.scale for column in columns if column.scale]:
            words = [f"{s.low} = {s.low_word}, {s.high} = {s.high_word}" for s in scales]
            ends = f'<span class="mt-ends-words">{self.said(words)}</span>'
        return (
            f'<th scope="col" role="columnheader" class="mt-col-{columns[0].kind}">'
            f"{self.labels(columns)}{ends}</th>"
        )

    def row(self, grid: Field, rows: Sequence[Row], columns: Sequence[Twins]) -> str:
        id_ = key(self.slug, grid.id, rows[0].id)
        words = self.labels(rows) if rows[0].label else f"{rows[0].id}."
        named = " mt-row-named" if rows[0].label else ""
        cells = "".join(self.cell(id_, twins) for twins in columns)
        head = f'<th scope="row" role="rowheader" id="{id_}" class="mt-row{named}">{words}</th>'
        return f'<tr role="row">{head}{cells}</tr>'

    def cell(self, row: str, columns: Twins) -> str:
        """A cell with its own label, which a phone shows and a wide screen keeps for the ear."""
        column, id_ = columns[0], key(row, columns[0].id)
        named = f' aria-labelledby="{row} {id_}-label"'
        label = f'class="mt-cell-label" id="{id_}-label"'
        words = self.labels(columns)
        if column.choices:
            inner = (
                f'<fieldset class="mt-cell-{column.kind}"{named}>'
                f"<legend {label}>{words}</legend>{self.cell_choices(id_, columns)}</fieldset>"
            )
        else:
            inner = f'<label for="{id_}" {label}>{words}</label>' + _cell_input(id_, column, named)
        return f'<td role="cell" class="mt-cell mt-col-{column.kind}">{inner}</td>'

    def cell_choices(self, id_: str, columns: Twins) -> str:
        if scales := [column.scale for column in columns if column.scale]:
            return self.ends(scales, _numbers(id_, scales[0]))
        return "".join(
            f'<div class="mt-option"><input type="radio" id="{id_}-{twins[0].id}" name="{id_}"'
            f' value="{twins[0].id}"> <label for="{id_}-{twins[0].id}">{self.labels(twins)}'
            "</label></div>"
            for twins in zip(*(column.options for column in columns), strict=True)
        )

    def drawing(self, fields: Twins) -> str:
        """An empty frame: it is for paper, so the screen may leave it out."""
        return (
            f'<div class="mt-field mt-drawing"><p class="mt-label">{self.labels(fields)}</p>'
            f'<svg width="100%" height="{fields[0].height_mm}mm" aria-hidden="true"></svg></div>'
        )


def _input(id_: str, field: Field, more: str = "") -> str:
    kind = {"date": 'type="date"', "number": 'type="text" inputmode="numeric"'}
    return f'<input {kind.get(field.kind, _TEXT)} id="{id_}" name="{id_}"{_lang(field)}{more}>'


_TEXT = 'type="text"'


def _textarea(id_: str, field: Field, more: str) -> str:
    return (
        f'<textarea id="{id_}" name="{id_}" rows="{field.lines}"{_lang(field)}{more}></textarea>'
    )


def _cell_input(id_: str, column: Field, named: str) -> str:
    if column.kind == "check":
        return f'<input type="checkbox" id="{id_}" name="{id_}" value="yes"{named}>'
    if column.kind == "long":
        return _textarea(id_, column, named)
    return _input(id_, column, named)


def _numbers(id_: str, scale: Scale) -> str:
    """A radio button for each number."""
    return '<span class="mt-numbers">' + "".join(
        f'<span class="mt-number"><input type="radio" id="{id_}-{option.id}" name="{id_}"'
        f' value="{option.id}"><label for="{id_}-{option.id}">{option.label}</label></span>'
        for option in scale.options
    ) + "</span>"  # fmt: skip


def _lang(field: Field) -> str:
    return f' lang="{field.language}"' if field.language else ""


def _was(slug: str, field: Field) -> str:
    return f' data-mt-was="{key(slug, field.was)}"' if field.was else ""
