"""Word's content controls: one for each `Control` of the sheet, all of one shape.

A small script in the browser fills them, so the shape is a promise, and `word/document.xml` is
stored in the zip without compression::

    <w:sdt><w:sdtPr>
      <w:rPr>…</w:rPr>                    how an answer looks: copied into the answer's run
      <w:alias w:val="…"/>                the question, short
      <w:tag w:val="lifeline-events-2-year"/>          Control.key
      <w:id w:val="7"/><w:lock w:val="sdtLocked"/>
      <w:placeholder><w:docPart w:val="Prompt3"/></w:placeholder>       the prompt's RUNS, kept
      <w:showingPlcHdr/>                  taken away when the control is filled
      KIND
    </w:sdtPr><w:sdtContent>RUNS</w:sdtContent></w:sdt>

A tick has neither placeholder nor showingPlcHdr. Outside tables the writing lines are part of a
prompt, so that they go with it when somebody types, and come back with it.

| kind | KIND, always the last child | RUNS when filled |
|---|---|---|
| text | `<w:richText/>` | one run, `<w:br/>` between lines |
| text in a table | `<w:text/>`, long: `<w:text w:multiLine="1"/>` | the same |
| date | `<w:date>…</w:date>`, filled `<w:date w:fullDate="2026-03-05T00:00:00Z">` | the date |
| choice | `<w:dropDownList>`: `<w:listItem w:displayText="…" w:value="ID"/>` | displayText |
| tick | `<w14:checkbox>`, filled `<w14:checked w14:val="1"/>` | `☒` instead of `☐` |

An answer's run is `<w:r><w:rPr>…</w:rPr><w:t xml:space="preserve">…</w:t></w:r>`.
KIND of an answer of several lines becomes `<w:richText/>`: LibreOffice 7.4 joins the lines of
plain text. It also draws no lines there, so what has writing lines is rich text from the start.
Order of children: ISO/IEC 29500-1, CT_SdtPr.
"""

from collections.abc import Iterable, Sequence

from mentoring_tools.docx.runs import Context, Said, beside, letters, mark, run
from mentoring_tools.docx.styles import TICK_FONT
from mentoring_tools.docx.xml import element, w, words
from mentoring_tools.worksheet.model import Control, signed

#: Word's own limit for a control's title, and what a choice may have to stay on one line.
LONGEST_TITLE = 64

#: A table's cell shows the numbers of a scale up to this many, else only its ends.
MOST_NUMBERS = 5

_UNTICKED, _TICKED = "2610", "2612"
_CIRCLE = "\u25cb\u00a0"


def text(context: Context, control: Control, lines: Sequence[str]) -> str:
    """A text or a date, whose prompt ends with writing lines of these styles for a hand."""
    word = "word_date" if control.leaf.kind == "date" else "word_write"
    placeholder = beside(context, context.word(word), "PlaceholderText")
    drawn = (mark("WritingLine", w("tab")) + mark(line, words("\u00a0")) for line in lines)
    kind = _date(context) if word == "word_date" else w("richText")
    prompt = placeholder + mark("WritingLine", w("br")).join(drawn)
    return _control(context, control, kind, prompt)


def cell(context: Context, control: Control) -> str:
    """The same in a table, where the cell itself is the room to write."""
    several = {"multiLine": 1} if control.leaf.kind == "long" else {}
    kind = _date(context) if control.leaf.kind == "date" else w("text", **several)
    return _control(context, control, kind, _placeholder(context, "\u00a0" * 4))


def choice(context: Context, control: Control, options: Iterable[Said]) -> str:
    """A drop-down list; on paper its placeholder shows the choices to be circled.

    `options` are the words of the control's options, in their order.
    """
    said = list(options)
    items = (
        w("listItem", displayText=" / ".join(text for _, text in texts), value=option.id)
        for option, texts in zip(control.options, said, strict=True)
    )
    kind = w("dropDownList", *items, _no_choice(context))
    return _control(context, control, kind, _offer(context, control, said))


def tick(context: Context, control: Control) -> str:
    """A check box."""
    look = letters(context, context.languages[0], "Tick")
    box = w("r", look, words(chr(int(_UNTICKED, 16))))
    return _control(context, control, _checkbox(), box, look)


def title(question: str) -> str:
    """The question, short enough for a control's title."""
    short = " ".join(question.split())
    return short if len(short) <= LONGEST_TITLE else short[: LONGEST_TITLE - 1].rstrip() + "…"


def _control(context: Context, control: Control, kind: str, runs: str, look: str = "") -> str:
    language = control.leaf.language or control.field.language or context.languages[0]
    properties = w(
        "sdtPr",
        look or letters(context, language),
        w("alias", val=title(control.question)),
        w("tag", val=control.key),
        w("id", val=context.numbers[control.key]),
        w("lock", val="sdtLocked"),
        "" if control.kind == "tick" else _shows_prompt(context, runs),
        kind,
    )
    return w("sdt", properties, w("sdtContent", runs))


def _shows_prompt(context: Context, runs: str) -> str:
    name = context.prompts.setdefault(runs, f"Prompt{len(context.prompts) + 1}")
    return w("placeholder", w("docPart", val=name)) + w("showingPlcHdr")


def _no_choice(context: Context) -> str:
    """What takes a choice back: Word shows the prompt again for an item without words to show."""
    return w("listItem", value=" / ".join(text for _, text in context.word("word_no_choice")))


def _date(context: Context) -> str:
    first = context.languages[0]
    return w(
        "date",
        w("dateFormat", val=context.strings[first]["word_date_format"]),
        w("lid", val=context.locale(first)),
        w("storeMappedDataAs", val="dateTime"),
        w("calendar", val="gregorian"),
    )


def _checkbox() -> str:
    def state(name: str, code: str) -> str:
        return element(f"w14:{name}", **{"w14:val": code, "w14:font": TICK_FONT})

    checked = element("w14:checked", **{"w14:val": 0})
    states = state("checkedState", _TICKED) + state("uncheckedState", _UNTICKED)
    return element("w14:checkbox", checked, states)


def _placeholder(context: Context, text: str) -> str:
    return run(context, context.languages[0], text, "PlaceholderText")


def _offer(context: Context, control: Control, said: list[Said]) -> str:
    scale = control.leaf.scale
    if scale and control.column and len(said) > MOST_NUMBERS:
        return _placeholder(context, f"{signed(scale.low)}…{signed(scale.high)}")
    space = "\u2002 " if control.column else "\u2003 "
    if scale:
        return _placeholder(context, space.join(option.label for option in control.options))
    offers = (beside(context, _unbroken(texts), "PlaceholderText") for texts in said)
    circle = _placeholder(context, _CIRCLE)
    return _placeholder(context, space).join(circle + offer for offer in offers)


def _unbroken(said: Said) -> Said:
    """A short choice stays on one line."""
    if sum(len(text) for _, text in said) > LONGEST_TITLE:
        return said
    return tuple((language, text.replace(" ", "\u00a0")) for language, text in said)
