"""The site behind Debian's nginx, on the configuration that the site brings along."""

import gzip
from pathlib import Path

import pytest
from built import Site
from lxml import html
from nginx_serving import Answer, ask, nginx
from observatory import EVERYWHERE, score

from mentoring_tools.publishing import headers, precompress

SAID = {name.lower(): value for name, value in EVERYWHERE.items()}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# One address of each kind, and its type.
KINDS = {
    "": "text/html; charset=utf-8",
    "en/": "text/html; charset=utf-8",
    "tools/lifeline/": "text/html; charset=utf-8",
    "en/tools/lifeline/": "text/html; charset=utf-8",
    "assets/css/form.css": "text/css",
    "assets/js/sheet.js": "application/javascript; charset=utf-8",
    "assets/img/favicon.svg": "image/svg+xml",
    "favicon.ico": "image/x-icon",
    "sitemap.xml": "text/xml; charset=utf-8",
    "downloads/fi/lifeline.pdf": "application/pdf",
    "downloads/fi-en/lifeline.docx": WORD,
    "downloads/en/toolkit.zip": "application/zip",
    "downloads/fi/mentee-orientation-slides.pptx": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    "downloads/SHA256SUMS": "text/plain; charset=utf-8",
}
TEXTS = [path for path, kind in KINDS.items() if kind.startswith(("text", "application/j"))][:-1]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site at the root of its domain, of the fewest files."""
    folder = tmp_path / "small"
    (folder / "en").mkdir(parents=True)
    for name in ("index.html", "404.html", "en/index.html", "en/404.html", "app.webmanifest"):
        (folder / name).write_text(f"{name} " * 50)
    said = {name: EVERYWHERE[name] for name in EVERYWHERE if name != "Strict-Transport-Security"}
    files = headers.files("https://mentoring.example", said, ["", "en/"], {})
    for name, text in files.items():
        (folder / name).write_text(text)
    precompress.beside(folder, tmp_path / ".cache" / "compressed")
    return folder


def has_all(answer: Answer) -> None:
    assert {name: answer.headers.get(name) for name in SAID} == SAID


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_file_is_served_with_the_headers(served: str, site: Site, path: str) -> None:
    answer = ask(served + path)
    assert answer.status == 200
    assert answer.headers["content-type"] == KINDS[path]
    assert answer.body == site.file(path).read_bytes()
    has_all(answer)


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("no/such/", "GET", 404), ("tools", "GET", 301), ("", "POST", 405), ("", "HEAD", 200)],
)
def test_other_answers_have_them_too(served: str, path: str, method: str, status: int) -> None:
    answer = ask(served + path, method)
    assert answer.status == status
    has_all(answer)


@pytest.mark.parametrize("path", ["", "en/", "tools/lifeline/"])
def test_what_is_served_scores_in_the_observatory(served: str, path: str) -> None:
    answer = ask(served + path)
    policy = html.fromstring(answer.body).xpath("string(//meta[@http-equiv]/@content)")
    assert score(answer.headers, policy) == 150


@pytest.mark.parametrize("path", TEXTS)
def test_a_text_comes_compressed_as_it_lies_there(served: str, site: Site, path: str) -> None:
    answer = ask(served + path, accept_encoding="br, gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == KINDS[path]
    file = site.file(path)
    assert answer.body == file.with_name(f"{file.name}.gz").read_bytes()
    assert gzip.decompress(answer.body) == file.read_bytes()
    has_all(answer)


@pytest.mark.parametrize("path", TEXTS)
def test_caches_are_told_that_there_are_two_forms(served: str, path: str) -> None:
    plain, packed = ask(served + path), ask(served + path, accept_encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert plain.headers["etag"] != packed.headers["etag"]


@pytest.mark.parametrize("path", [path for path in KINDS if "downloads/" in path])
def test_what_is_compressed_inside_is_left_so(served: str, path: str) -> None:
    assert "content-encoding" not in ask(served + path, accept_encoding="gzip").headers


@pytest.mark.parametrize("path", KINDS)
def test_a_copy_that_is_still_right_is_not_sent_again(served: str, path: str) -> None:
    first = ask(served + path, accept_encoding="gzip")
    again = ask(served + path, accept_encoding="gzip", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == first.headers["cache-control"]
    has_all(again)
    other = ask(served + path, accept_encoding="gzip", if_none_match='"another"')
    assert other.status == 200


LOST = ["no/such/", "assets/img/no-such.svg", "assets/js/no-such.js"]
# What is kept without asking: pictures for a week, and for good what changes its address.
KEPT = {
    "assets/img/favicon.svg": "public, max-age=604800",
    "assets/css/form.css": "public, max-age=31536000, immutable",
    "assets/js/sheet.js": "public, max-age=31536000, immutable",
}


@pytest.mark.parametrize("path", [*KINDS, *LOST])
def test_browsers_ask_before_they_use_a_copy_of_anything_else(served: str, path: str) -> None:
    assert ask(served + path).headers["cache-control"] == KEPT.get(path, "no-cache")


@pytest.mark.parametrize("path", ["nginx.conf", "_headers", "nginx.conf.gz"])
def test_what_is_for_hosts_is_not_shown(served: str, path: str) -> None:
    assert ask(served + path).status == 404


@pytest.mark.parametrize("path", ["", "en/"])
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_lost_reader_is_told_so_in_the_language_of_the_address(
    small: Path, tmp_path: Path, path: str, coding: str
) -> None:
    with nginx(small, "/", tmp_path) as address:
        answer = ask(f"{address}{path}no/such/page/", accept_encoding=coding)
    text = gzip.decompress(answer.body) if coding == "gzip" else answer.body
    assert answer.status == 404
    assert text.startswith(f"{path}404.html ".encode())
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-security-policy"] == SAID["content-security-policy"]


def test_one_page_for_the_lost_is_enough(small: Path, tmp_path: Path) -> None:
    for file in small.glob("en/404*"):
        file.unlink()
    with nginx(small, "/", tmp_path) as address:
        answer = ask(f"{address}en/no/such/page/")
    assert answer.status == 404
    assert answer.body.startswith(b"404.html ")


def test_the_sites_own_page_for_the_lost_is_sent(served: str, site: Site) -> None:
    answer = ask(f"{served}no/such/page/")
    assert answer.body == site.lost.file.read_bytes()


def test_both_languages_are_there_at_the_root_of_a_domain(small: Path, tmp_path: Path) -> None:
    with nginx(small, "/", tmp_path) as address:
        assert ask(address).body.startswith(b"index.html ")
        assert ask(f"{address}en/").body.startswith(b"en/index.html ")
        moved = ask(f"{address}en")
        manifest = ask(f"{address}app.webmanifest")
    assert (moved.status, moved.headers["location"]) == (301, "/en/")
    assert manifest.headers["content-type"] == "application/manifest+json"
    assert "strict-transport-security" not in manifest.headers
