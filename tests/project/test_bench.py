"""What `make bench` says of its limits, and the host at which it measures."""

import gzip
import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import bare
import pytest
import report
from figures import Figure, Table
from serving import nearby, served


@pytest.mark.parametrize(
    ("figure", "state"),
    [
        (Figure("speed", 1.0, "×", 1), "met"),
        (Figure("speed", 1.01, "×", 1), "MISSED"),
        (Figure("score", 100, "", 100, least=True), "met"),
        (Figure("score", 99, "", 100, least=True), "MISSED"),
        (Figure("speed", 7, "s"), ""),
    ],
)
def test_each_figure_says_whether_it_keeps_its_limit(figure: Figure, state: str) -> None:
    assert figure.cells[-1] == state
    assert figure.met is (state != "MISSED")


def test_the_last_line_names_what_is_missed() -> None:
    slow, fast = Figure("slow", 2, "s", 1), Figure("fast", 1, "s", 1)
    table = Table(("page",), ())
    assert report.verdict([slow, fast, table]) == "1 of 2 limits are missed: slow."
    assert report.verdict([fast, table]) == "All 1 limits are met."


def test_figures_are_written_as_tables_with_the_day_and_the_size_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "FILE", tmp_path / "FIGURES.md")
    report.write([("Builds", [Figure("slow", 1234.5, "s", 1), Table(("a", "b"), (("c", "1"),))])])
    text = report.FILE.read_text("utf-8")
    assert "cores with" in text
    assert "1 of 1 limits are missed: slow." in text
    assert "## Builds\n\n| figure | measured | limit |  |\n| --- | --: | --: | --: |\n" in text
    assert "| slow | 1,234 s | at most 1 s | MISSED |\n" in text
    assert "| a | b |\n| --- | --: |\n| c | 1 |\n" in text


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("<p>Hei", "utf-8")
    (tmp_path / "404.html").write_text("<p>Ei ole", "utf-8")
    with served(nearby(tmp_path)) as address:
        yield address


def asked(address: str, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_the_host_compresses_for_those_who_take_it(address: str) -> None:
    response, body = asked(address, "/", **{"Accept-Encoding": "gzip, br"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == b"<p>Hei"
    response, body = asked(address, "/")
    assert response.headers["Content-Encoding"] is None
    assert body == b"<p>Hei"


@pytest.mark.parametrize("path", ["/nothing/", "/../secret", "/%2e%2e/secret"])
def test_the_host_says_404_with_its_page(address: str, tmp_path: Path, path: str) -> None:
    (tmp_path.parent / "secret").write_text("…", "utf-8")
    response, body = asked(address, path)
    assert response.status == 404
    assert body == b"<p>Ei ole"


def test_a_site_without_a_page_for_404_says_it_without_words(address: str, tmp_path: Path) -> None:
    (tmp_path / "404.html").unlink()
    response, body = asked(address, "/robots.txt", **{"Accept-Encoding": "gzip"})
    assert response.status == 404
    assert body == b""
    assert response.headers["Content-Encoding"] is None


def test_a_bare_page_has_the_text_and_nothing_around_it(project: Path, tmp_path: Path) -> None:
    bare.write(project / "docs", tmp_path, ["", "en/tools/lifeline/"])
    home = (tmp_path / "index.html").read_text("utf-8")
    assert '<html lang="fi">' in home
    tool = (tmp_path / "en/tools/lifeline/index.html").read_text("utf-8")
    assert '<html lang="en">' in tool
    assert '<h2 id="steps">' in tool
    assert "<script" not in tool
    assert "stylesheet" not in tool


def test_the_lock_of_node_packages_names_sums_and_no_address(project: Path) -> None:
    lock = json.loads((project / "bench/package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert "node_modules/lighthouse" in packages
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
