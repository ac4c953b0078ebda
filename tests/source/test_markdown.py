"""A text looks as code hosts show it: every construct, however far it is indented."""

import re
from itertools import product

import pytest
from texts import as_html, as_plain

# A block of each kind, and one that holds others.
BLOCKS = {
    "paragraph": "A thought\nin two lines.",
    "list": "- bread\n- salt\n- tea",
    "starred list": "* bread\n* salt",
    "loose list": "- bread\n\n- salt",
    "steps": "1. listen\n2. ask",
    "steps with brackets": "1) listen\n2) ask",
    "steps from three": "3. listen\n4. ask",
    "quotation": "> A thought\n> of two lines.",
    "table": "| Phase | Time |\n|---|---|\n| Start | 1 |",
    "picture": "![Two people](two.png)",
    "line": "***",
    "heading": "### A heading",
    "closed heading": "### A heading ###",
    "underlined": "A heading\n---------",
    "broken line": "A thought\\\nin two  \nlines.",
    "emphasis": "*one* **two** _three_ __four__ ***five*** in*si*de a_b_c",
    "links": '[page](a.md) [b](<a b.md>) [t](a.md "title") <https://a.fi/> [ref]\n\n[ref]: b.md',
    "entities": "&amp; &lt; &copy; &#65; 1 < 2 & 3 > 2 \\* \\[",
}
OUTER = {"list": "- item", "steps": "1. item", "long steps": "10. item", "quotation": "> quoted"}


def indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else "" for line in text.split("\n"))


def shown(html: str) -> str:
    """Without what no reader sees: titles of links, and how cells are aligned."""
    return re.sub(r' title="[^"]*"| style="[^"]*"', "", html)


def same(text: str) -> None:
    assert as_html(text).replace("\n", "") == shown(as_plain(text)).replace("\n", ""), text


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("by", range(4))
def test_a_block(name: str, by: int) -> None:
    same(indented(BLOCKS[name], by))


@pytest.mark.parametrize("first", BLOCKS)
def test_a_block_right_after_another(first: str) -> None:
    for second, between in product(BLOCKS, ("\n", "\n\n")):
        same(f"{BLOCKS[first]}{between}{BLOCKS[second]}")


@pytest.mark.parametrize("inner", BLOCKS)
def test_a_block_inside_another(inner: str) -> None:
    for outer, between, by in product(OUTER.values(), ("\n", "\n\n"), range(9)):
        same(f"{outer}{between}{indented(BLOCKS[inner], by)}\n\nAfter.")


@pytest.mark.parametrize("one", range(7))
def test_lists_in_lists(one: int) -> None:
    for two in range(13):
        same(f"- a\n{' ' * one}- b\n{' ' * two}- c\n- d")
        same(f"1. a\n{' ' * one}- b\n{' ' * two}1. c\n2. d")


@pytest.mark.parametrize("before", BLOCKS)
def test_steps_go_on_after_anything(before: str) -> None:
    same(f"1. a\n2. b\n\n{indented(BLOCKS[before], 3)}\n3. c")
    same(f"1. a\n\n{BLOCKS[before]}\n\n2. c")
