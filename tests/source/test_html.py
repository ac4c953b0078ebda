"""What code hosts add to CommonMark, as HTML; and that nothing else ever comes through."""

import pytest
from texts import PLAIN, as_html, as_page, forbidden

from mentoring_tools.source.html import Html

WRITTEN = {
    "~~old~~": "<p><s>old</s></p>",
    '[A mentor tells](https://www.yle.fi/a "video, 4 min"){hreflang=fi}': '<p class="mt-media">'
    '<a href="https://www.yle.fi/a" hreflang="fi">A mentor tells</a><br>'
    "<span>video, 4 min · yle.fi · source_in_fi</span></p>",
    "See https://www.infofinland.fi/en.": '<p>See <a href="https://www.infofinland.fi/en">'
    "https://www.infofinland.fi/en</a>.</p>",
    "Write to a.b@example.org!": '<p>Write to <a href="mailto:a.b@example.org">'
    "a.b@example.org</a>!</p>",
    "*work*{lang=en} [Kotus](https://www.kotus.fi/){hreflang=fi}": '<p><em lang="en">work</em> '
    '<a href="https://www.kotus.fi/" hreflang="fi">Kotus</a></p>',
    "![Two *people*](two.png){lang=en}": '<p><img src="two.png" alt="Two people" lang="en"></p>',
    "> [!TIP]\n> Ask.": '<div class="mt-remark mt-remark-tip" role="note">\n'
    '<p class="mt-remark-title">remark_tip</p>\n<p>Ask.</p>\n</div>',
    "- [ ] a\n- [x] b": '<ul>\n<li class="mt-task">a</li>\n<li class="mt-task mt-done">'
    '<span class="mt-unseen">task_done</span> b</li>\n</ul>',
    "Mentee\n:   the one who asks": "<dl>\n<dt>Mentee</dt>\n<dd>the one who asks</dd>\n</dl>",
    "| a | b |\n|--:|:-:|\n| 1 | 2 |": '<table>\n<thead>\n<tr>\n<th class="mt-right">a</th>\n'
    '<th class="mt-center">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="mt-right">1</td>\n'
    '<td class="mt-center">2</td>\n</tr>\n</tbody>\n</table>',
    "## Steps { #steps }\n\nA": '<h2 id="steps">Steps</h2>\n<p>A</p>',
    "## Steps {#steps} ##\n\nA": '<h2 id="steps">Steps</h2>\n<p>A</p>',
    "Steps {#steps}\n---\n\nA": '<h2 id="steps">Steps</h2>\n<p>A</p>',
    "##\tSteps\t{#steps}\n\nA": '<h2 id="steps">Steps</h2>\n<p>A</p>',
    "### Steps {#steps}": '<h3 id="steps">Steps</h3>',
    "## Sheet { #worksheet }\n\n- A `#a`\n\n## Next {#next}\n\nB": '<h2 id="worksheet">Sheet</h2>'
    '\n\n<h2 id="next">Next</h2>\n<p>B</p>',
}
NEVER = [
    "<b>x</b>", "<div>\nx\n</div>", "<!-- x -->", "<!-- x --!> <meta http-equiv='refresh'> -->",
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))",
    "[x](data:text/html,y)", "[x](java&#115;cript:alert(1))", "<javascript:alert(1)>",
    '[x](a.md "\\" onclick=\\"y")', '[x](<a.md" onclick=y>)', "*x*{onclick=y}", "*x*{class=y}",
    "![x](a.png){style=y}", "## x {#y onclick=z}", '![" onload="y](a.png)',
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_what_code_hosts_add(text: str) -> None:
    assert as_html(text) == WRITTEN[text]


def test_a_footnote_stands_under_the_heading_that_names_it_first() -> None:
    text = "A.[^b]\n\n[^a]: Second.\n[^b]: First, see[^a].\n\n## Next {#next}\n\nB.[^b]"
    lead, after = as_html(text).split("<h2", 1)
    assert lead.strip() == (
        '<p>A.<sup><a href="#note-1" id="back-1">1</a></sup></p>\n'
        '<ol class="mt-footnotes">\n'
        '<li value="1" id="note-1"><p>First, see<sup><a href="#note-2" id="back-2">2</a></sup>. '
        '<a href="#back-1" aria-label="footnote_back">↑</a></p></li>\n'
        '<li value="2" id="note-2"><p>Second. '
        '<a href="#back-2" aria-label="footnote_back">↑</a></p></li>\n</ol>'
    )
    assert after == ' id="next">Next</h2>\n<p>B.<sup><a href="#note-1">1</a></sup></p>'


@pytest.mark.parametrize("text", NEVER)
def test_nothing_active_comes_through(text: str) -> None:
    assert not forbidden(as_html(text))


def test_a_gap_is_filled_as_its_place_says() -> None:
    html = Html(("<a", 'aa"b', ">x</a>"))
    assert html.filled(PLAIN) == '<a href="a&quot;b">x</a>'


@pytest.mark.parametrize(
    "text",
    ["> [!TIP]\n> a", "- [ ] a", "a\n:   b", "a[^1]\n\n[^1]: b", "![a](b.png)"],
)
def test_a_text_says_when_it_needs_more_looks(text: str) -> None:
    plain, more = as_page("a *b* ~~c~~\n\n- d\n\n| e |\n|---|\n")[0], as_page(text)[0]
    assert (plain and plain.document.extras, more and more.document.extras) == (False, True)
