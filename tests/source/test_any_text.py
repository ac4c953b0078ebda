"""Whatever is written: it is read to its end, and nothing that may not stand there is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import PLAIN, as_page, forbidden

# Pieces of which anything can be made: marks, halves of them, and what was tried against us.
PIECES = [
    *("*", "**", "_", "~~", "`", "```\n", "[", "](", ")", "![", "[^1]", "\n[^1]: ", "<", ">", "&"),
    *(
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n3) ",
        "\n> ",
        "\n> [!TIP]\n> ",
        "\n## ",
        "\n#### ",
        "\n---\n",
    ),
    *(
        "\n| a | b |\n|--:|---|\n| ",
        " | ",
        "\n    ",
        "\t",
        "\\",
        "  \n",
        ":   ",
        "\n:   ",
        "- [ ] ",
    ),
    *(
        "{#a}",
        "{lang=en}",
        "{hreflang=fi}",
        "{onclick=x}",
        "{",
        "}",
        "`#id long=3`",
        "{#worksheet}",
    ),
    *("<b>", "</b>", "<!--", "-->", "--!>", "<script>", "<img src=x onerror=y>", "&#0;", "&lt;"),
    *("https://a.fi", "www.a.fi", "a@b.fi", "javascript:x", "a.md", "data:text/html,x", "//a.fi"),
    *(
        "word",
        "å",
        "\u00a0",
        "\u200b",
        "\u202e",
        "•",
        "\0",
        "\x0b",
        "😀",
        '"',
        "'",
        "%%",
        "{{ x }}",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_nothing_forbidden_is_written(body: str) -> None:
    page, problems = as_page(body)
    assert page or problems
    for section in page.document.sections if page else ():
        html = section.title.filled(PLAIN) + section.html.filled(PLAIN)
        assert not forbidden(html)


# Each took minutes, or ended in a traceback.
HOSTILE = {
    "links": "[a](b.md) " * 10_000,
    "links on lines": "[a](b.md)\n\n" * 10_000,
    "backticks": "`" * 20_000,
    "backticks of all lengths": " ".join("`" * n for n in range(1, 180)),
    "brackets": "[" * 20_000,
    "brackets on lines": "[\n" * 20_000,
    "emphasis": "*" * 5_000 + "a" + "*" * 5_000,
    "emphasis on lines": "*a\n" * 5_000 + "b*" * 5_000,
    "quotes": ">" * 5_000 + "a",
    "lists": "\n".join(" " * 2 * n + "- a" for n in range(2_000)),
    "a line": "a " * 500_000,
    "a word": "a" * 100_000,
    "a page": "Words.\n\n" * 2_500_000,
    "rows": "| a |\n|---|\n" + "| b |\n" * 20_000,
    "entities": "&amp" * 20_000,
    "comments": "<!--" * 5_000,
    "addresses": "https://a.fi/" + "(" * 5_000,
    "references": "".join(f"[{n}]: a.md\n" for n in range(20_000)),
    "footnotes": "".join(f"[^{n}]: a[^{n + 1}]\n\n" for n in range(20_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_too_much_is_told_at_once(name: str) -> None:
    page, problems = as_page(HOSTILE[name])
    assert page is None
    assert all("at most" in problem.expected for problem in problems)


# As much of each as a page may hold.
MOST = {
    "links": "[a](b.md) and words.\n\n" * 499,
    "brackets": ("[" * 300 + "\n\n") * 3,
    "emphasis": ("*a " * 300 + "\n\n") * 20,
    "nested emphasis": "*" * 299 + "a" + "*" * 299,
    "nested links": "[" * 150 + "a" + "](b)" * 150,
    "backticks": " ".join("`" * n for n in range(1, 34)),
    "lists": "\n".join(" " * 2 * n + "- a" for n in range(8)),
    "quotes": "> " * 8 + "a",
    "rows": "| a | b |\n|---|---|\n" + "| *b* | c |\n" * 900,
    "comments": "<!-- " * 100,
}


@pytest.mark.parametrize("name", MOST)
def test_the_most_that_a_page_may_hold_is_read(name: str) -> None:
    _, problems = as_page(MOST[name])
    assert not [problem for problem in problems if "at most" in problem.expected]
