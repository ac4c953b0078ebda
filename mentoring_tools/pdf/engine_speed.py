"""What WeasyPrint 70 does again and again, done once: it lays out the same, a tenth sooner.

- Of each element it asks some two hundred properties; most were never set, and each goes the long
  way that variables and sums need.
- How wide words are it asks of Pango for each box anew, though a table's cells say the same.
"""

from functools import wraps
from typing import Any

#: What decides how wide words are, of all that a style says.
_OF_LETTERS = (
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("font_feature_settings", "font_variation_settings", "font_language_override", "lang"),
    *("line_height", "letter_spacing", "word_spacing", "white_space", "tab_size", "direction"),
    *("hyphens", "hyphenate_limit_chars", "hyphenate_limit_zone", "hyphenate_character"),
    *("overflow_wrap", "word_break", "text_decoration_line"),
)

#: What depends on more than what was set for it.
_UNUSUAL = ("position", "float", "display", "page")


def mend(css: Any, preferred: Any) -> None:
    """Mends WeasyPrint's modules for styles and for preferred widths; twice changes nothing."""
    if not hasattr(preferred.split_first_line, "__wrapped__"):
        _styles(css)
        _widths(preferred)


def _styles(css: Any) -> None:
    """What no rule sets is taken from the element around it, or is what it always is."""
    usual = [name for name in css.INITIAL_VALUES if name not in _UNUSUAL]
    usual = [name for name in usual if not name.startswith("text_decoration_")]
    around = css.INHERITED.intersection(usual) - css.PHYSICAL_FUNCTIONS.keys()
    always = {
        name: css.INITIAL_VALUES[name]
        for name in usual
        if name not in css.INHERITED and name not in css.INITIAL_NOT_COMPUTED
    }
    # A left margin may be set by another name, as that where a line begins.
    named = {name for name in always if name in css.PHYSICAL_FUNCTIONS}
    others = frozenset(
        function(block="ttb", inline=inline)
        for function in css.PHYSICAL_FUNCTIONS.values()
        for inline in ("ltr", "rtl")
    )
    ask = css.ComputedStyle.__missing__

    @wraps(ask)
    def answer(style: Any, name: str) -> Any:
        rules = style.cascaded
        if name in rules:
            return ask(style, name)
        if name in always and (name not in named or others.isdisjoint(rules)):
            value = style[name] = always[name]
        elif name in around and style.parent_style is not None:
            value = style[name] = style.parent_style[name]
        else:
            value = ask(style, name)
        return value

    css.ComputedStyle.__missing__ = answer


def _widths(preferred: Any) -> None:
    """The same words in the same letters are as wide as before, as long as the fonts are there."""
    measure = preferred.split_first_line

    @wraps(measure)
    def split_first_line(
        text: str, style: Any, context: Any, room: Any, spacing: Any, **more: Any
    ) -> Any:
        known = vars(style.font_config).setdefault("mt_widths", {})
        key = (text, _letters(style), room, spacing, *more.items())
        if key not in known:
            # Without what Pango laid out, which takes much room: nobody asks for it here.
            known[key] = (None, *measure(text, style, context, room, spacing, **more)[1:])
        return known[key]

    preferred.split_first_line = split_first_line


def _letters(style: Any) -> str:
    """What a style says of letters; it is asked once for each."""
    if not hasattr(style, "mt_letters"):
        style.mt_letters = str([style[name] for name in _OF_LETTERS])
    return str(style.mt_letters)
