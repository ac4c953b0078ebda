"""Words on a Word sheet, in one language or two, each run with its language."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mentoring_tools.docx.styles import Look
from mentoring_tools.docx.xml import w, words
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.model import Field, Scale, Worksheet
from mentoring_tools.worksheet.widths import OF_WORD, Lettering

#: The same words in each language of the sheet: (language, text), the first language first.
Said = tuple[tuple[str, str], ...]

#: A question, as `downloads/print/word.yml` sets it.
_QUESTION = Lettering(10.5, bold=True, share=OF_WORD)

_LOOSE = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")

BREAK = w("r", w("br"))
TAB = w("r", w("tab"))


@dataclass(frozen=True)
class Context:
    """What every part of one file needs to know; `width` is that of the text, in millimetres.

    `numbers` gives each control, by key, the id that Word wants to be unique.
    While the text is written, two things are gathered for other parts of the file: in `prompts`,
    what empty controls show, each one's name by its runs; in `pictures`, PNG files by their names.
    """

    sheet: Worksheet
    languages: tuple[str, ...]
    strings: Mapping[str, Words]
    look: Look
    width: float
    numbers: Mapping[str, int]
    prompts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The sheet's."""
        return self.sheet.slug

    def say(self, texts: Iterable[str]) -> Said:
        """A text per language; what a second language says alike is said once."""
        said: dict[str, str] = {}
        for language, text in zip(self.languages, texts, strict=True):
            said.setdefault(text, language)
        return tuple((language, text) for text, language in said.items())

    def word(self, key: str) -> Said:
        """An interface word in each language."""
        return self.say(self.strings[code][key] for code in self.languages)

    def locale(self, language: str) -> str:
        """`fi-FI` for `fi`; the code itself where the site does not speak the language."""
        return self.strings[language]["locale"] if language in self.strings else language


def said_options(context: Context, fields: Sequence[Field]) -> dict[str, Said]:
    """The words of a question's choices by their ids; `fields` is it in each language."""
    twins = zip(*(field.choices for field in fields), strict=True)
    return {options[0].id: context.say(option.label for option in options) for options in twins}


def said_ends(context: Context, scales: Sequence[Scale]) -> tuple[Said, Said]:
    """The words for the two ends of a scale; `scales` is it in each language."""
    return context.say(s.low_word for s in scales), context.say(s.high_word for s in scales)


def letters(context: Context, language: str, style: str = "") -> str:
    """The properties of a run."""
    named = w("rStyle", val=style) if style else ""
    return w("rPr", named, w("lang", val=context.locale(language)))


def run(context: Context, language: str, text: str, style: str = "") -> str:
    """A run of words in one language."""
    return w("r", letters(context, language, style), words(text))


def mark(style: str, *inside: str) -> str:
    """A run without words."""
    return w("r", w("rPr", w("rStyle", val=style)), *inside)


def beside(context: Context, said: Said, style: str = "", second: str = "") -> str:
    """The languages on one line: `vain työ / only work`."""
    other = second or style
    first = [run(context, *pair, style) for pair in said[:1]]
    return "".join(first + [run(context, code, f" / {text}", other) for code, text in said[1:]])


def below(context: Context, said: Said, style: str = "") -> str:
    """The second language under the first, lighter."""
    runs = [run(context, *pair, "Second" if n else style) for n, pair in enumerate(said)]
    return BREAK.join(runs)


def label(context: Context, said: Said, style: str = "", room: float = 0) -> str:
    """Both languages on one line if they fit there, else one under the other.

    `room` is the width in millimetres that they may take, else that of the text.
    """
    if millimetres(said) < (room or context.width):
        return beside(context, said, style, second="Second")
    return below(context, said, style)


def millimetres(*said: Said) -> float:
    """What words take on one line, at most."""
    return sum(_QUESTION.mm(f"{text} / ") for words_ in said for _, text in words_)


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """A paragraph; `more` goes into its properties."""
    return w("p", w("pPr", w("pStyle", val=style), more), *runs)


def together(block: str) -> str:
    """The block with each of its paragraphs kept on the page of the one that follows."""
    return _LOOSE.sub(r"\1" + w("keepNext"), block)
