"""What servers are told to say: one source, strict, and the same in every form."""

import base64
import gzip
import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from built import BASE, SITE_URL, Page, Site
from lxml import html
from observatory import ASSETS, EVERYWHERE, STYLES, directives, score

from mentoring_tools.publishing import headers, precompress

SAID = {name.lower(): value for name, value in EVERYWHERE.items()}
CACHE = "Cache-Control"
TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


def all_pages(site: Site) -> list[Page]:
    return [*site.pages.values(), site.lost]


def own_policy(page: Page) -> str:
    return str(page.tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))


def test_they_score_all_that_headers_can() -> None:
    assert score(SAID) == 150
    assert score(SAID, headers.meta_policy(STYLES)) == 150
    assert score(SAID, preloaded=True) == 155


# No rule asks for the first; the second says what the policy says, for old browsers.
UNCOUNTED = {"permissions-policy", "x-frame-options"}


@pytest.mark.parametrize("name", sorted(SAID.keys() - UNCOUNTED))
def test_without_any_of_them_they_score_less(name: str) -> None:
    assert score({other: SAID[other] for other in SAID if other != name}) < score(SAID)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("content-security-policy", "default-src 'none'", "default-src 'self'"),
        ("content-security-policy", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("content-security-policy", "script-src 'self'", "script-src 'self' 'unsafe-eval'"),
        ("content-security-policy", "style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        ("content-security-policy", "img-src 'self'", "img-src http:"),
        ("content-security-policy", "base-uri 'none'", "default-src 'none'"),
        ("strict-transport-security", "63072000", "600"),
        ("x-content-type-options", "nosniff", "sniff"),
        ("referrer-policy", "no-referrer", "unsafe-url"),
        ("cross-origin-resource-policy", "same-origin", "cross-origin"),
    ],
)
def test_with_a_fault_they_score_less(name: str, old: str, new: str) -> None:
    assert old in SAID[name]
    assert score({**SAID, name: SAID[name].replace(old, new)}) < score(SAID)


def test_a_page_carries_all_of_the_policy_that_it_can(site: Site) -> None:
    full = directives(EVERYWHERE["Content-Security-Policy"])
    assert full.pop("frame-ancestors") == {"'none'"}
    assert full["default-src"] == {"'none'"}
    for page in all_pages(site):
        # Of the styles it names its own alone.
        own = {known_by(style.text) for style in page.tree.iter("style")}
        assert directives(own_policy(page)) == full | {"style-src": {"'self'", *own}}, page.url
        assert page.tree.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], page.url


def test_a_page_has_its_policy_before_all_that_it_rules(site: Site) -> None:
    for page in all_pages(site):
        policy = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']")[0]
        assert not policy.xpath("preceding::script | preceding::link | preceding::style"), page.url


def forbidden(tree: Any, allowed: set[str]) -> list[str]:
    """What the policy would block: styles and scripts in the page itself, but those it knows."""
    styles = [style for style in tree.iter("style") if known_by(style.text) not in allowed]
    scripts = tree.xpath("//script[not(@src)][not(@type='application/ld+json')]")
    named = tree.xpath("//@style | //@*[starts-with(name(), 'on')]")
    return [str(found) for found in [*styles, *scripts, *named]]


def known_by(style: str) -> str:
    """The source that allows a style in a page, as the standard makes it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def test_no_page_has_a_style_or_script_that_its_policy_does_not_know(site: Site) -> None:
    allowed = directives(EVERYWHERE["Content-Security-Policy"])["style-src"]
    faults = {page.url: forbidden(page.tree, allowed) for page in all_pages(site)}
    assert not {url: found for url, found in faults.items() if found}
    used = {known_by(style.text) for page in all_pages(site) for style in page.tree.iter("style")}
    # Notes, boxes and footnotes have looks of their own, and perhaps no page has one today.
    may_be_used = {known_by(style) for style in ASSETS.within["text"].values()}
    assert used | may_be_used == allowed - {"'self'"}


def test_a_style_that_the_policy_does_not_know_is_found(site: Site) -> None:
    tree = html.fromstring(site.lost.file.read_bytes())
    allowed = directives(EVERYWHERE["Content-Security-Policy"])["style-src"]
    assert not forbidden(tree, allowed)
    for style in tree.iter("style"):
        style.text += " "
    assert len(forbidden(tree, allowed)) == 2


def blocks(text: str) -> dict[str, dict[str, str]]:
    """What a file for Netlify or Cloudflare says, by address."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[list(rules)[-1]][name] = value
        else:
            rules[line] = {}
    return rules


def test_netlify_and_cloudflare_are_told_the_same(site: Site) -> None:
    text = (site.root / "_headers").read_text("utf-8")
    rules = blocks(text)
    assert rules.pop(f"{BASE}*") == EVERYWHERE
    # Both join what two rules say of one header.
    assert all(set(said) == {"Cache-Control"} for said in rules.values())
    # Cloudflare's limits; and Netlify takes nothing after the star.
    assert all(rule.endswith("*") for rule in rules)
    assert len(rules) < 100
    assert max(map(len, text.splitlines())) < 2000


def test_a_folder_that_is_kept_exists(site: Site) -> None:
    rules = blocks((site.root / "_headers").read_text("utf-8"))
    folders = [rule.removeprefix(BASE).removesuffix("*") for rule in rules]
    assert all((site.root / folder).is_dir() for folder in folders)


def test_what_is_kept_for_good_has_an_address_of_its_own_in_each_version(site: Site) -> None:
    """Pages, and scripts that ask for others."""
    rules = blocks((site.root / "_headers").read_text("utf-8"))
    kept = [
        rule.removesuffix("*") for rule, said in rules.items() if "immutable" in said.get(CACHE, "")
    ]
    assert kept == [f"{BASE}assets/css/", f"{BASE}assets/js/"]
    named = {
        r.target for _, r in site.references()
        if r.fetched and urlsplit(r.target).path.startswith(tuple(kept))
    }  # fmt: skip
    assert {urlsplit(target).path.rpartition(".")[2] for target in named} == {"css", "js"}
    [stamp] = {urlsplit(target).query for target in named}
    assert re.fullmatch(r"\w{5}", stamp)


def test_nginx_is_told_the_same(site: Site) -> None:
    text = (site.root / "nginx.conf").read_text("utf-8")
    said = dict(re.findall(r'add_header (\S+) "(.*)" always;', text))
    assert said == EVERYWHERE


def test_a_host_may_leave_https_open() -> None:
    files = headers.files(SITE_URL, headers.everywhere(""), ["", "en/"], {})
    for text in (files["_headers"], files["nginx.conf"]):
        assert "Strict-Transport-Security" not in text
        assert "X-Content-Type-Options" in text


def test_each_text_has_its_copy(site: Site) -> None:
    texts = [file for file in site.root.rglob("*") if file.suffix in TEXTS]
    copies = {file.with_name(f"{file.name}.gz") for file in texts}
    assert copies >= set(site.root.rglob("*.gz"))
    for file, copy in ((file, file.with_name(f"{file.name}.gz")) for file in texts):
        if copy.exists():
            assert gzip.decompress(copy.read_bytes()) == file.read_bytes()
            assert copy.stat().st_size < file.stat().st_size
        else:
            assert len(precompress.compressed(file.read_bytes())) >= file.stat().st_size
    assert site.root / "index.html.gz" in copies


def test_a_copy_tells_no_time_and_is_made_once(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / ".cache" / "compressed"
    site.mkdir()
    (site / "page.html").write_text("word " * 100)
    (site / "short.txt").write_text("word")
    (site / "sheet.pdf").write_text("word " * 100)
    precompress.beside(site, kept)
    assert [copy.name for copy in site.glob("*.gz")] == ["page.html.gz"]
    # Four bytes of a gzip file's head are its moment.
    assert (site / "page.html.gz").read_bytes()[4:8] == bytes(4)
    before = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    (site / "short.txt").write_text("another word")
    precompress.beside(site, kept)
    after = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    assert len(before.items() & after.items()) == 1
    assert len(after) == len(before) == 2
