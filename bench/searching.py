"""The search beside Pagefind, on the same pages and questions in the same run.

Both take turns. Questions are those of the tests, and Pagefind indexes what stands in `main`.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from browser import launched
from figures import Figure, Found, Table
from keystroke import SLOWER, script_ms
from playwright.sync_api import Browser, Page, Request
from report import progress
from serving import nearby, served
from workshop import PROJECT, Workshop

TURNS = 5
FIRST = 3  # results among which the expected page has to be
LIMIT_MS = 50
LANGUAGES = {"fi": "", "en": "en/"}
_OURS, _PAGEFIND = "ours", "Pagefind"
_HEAD = (
    "search",
    "found, %",
    "untouched, %",
    "fetched, kB",
    "script, ms",
    "first, ms",
    "later, ms",
)

# Each gives a function that looks for a question, lists titles, and resolves to addresses.
LOOK = {
    _OURS: """() => {
      const [field, list, none] = ["mt-q", "mt-results", "mt-nothing"]
        .map((id) => document.getElementById(id));
      window.look = async (question) => {
        list.replaceChildren();
        none.hidden = true;
        field.value = question;
        field.dispatchEvent(new Event("input"));
        while (!list.firstChild && none.hidden) await new Promise((done) => setTimeout(done));
        return [...list.querySelectorAll("a")].map(({ pathname }) => pathname);
      };
    }""",
    _PAGEFIND: """() => {
      const list = document.getElementById("mt-results");
      window.look = async (question) => {
        window.pagefind ??= await import(new URL("/pagefind/pagefind.js", location));
        const { results } = await pagefind.search(question);
        const found = await Promise.all(results.slice(0, 12).map((result) => result.data()));
        list.innerHTML = found
          .map(({ url, meta, excerpt }) => `<li><a href="${url}">${meta.title}</a><p>${excerpt}`)
          .join("");
        return found.map(({ url }) => url);
      };
    }""",
}
TIMED = """async (question) => {
  const before = performance.now();
  await look(question);
  return performance.now() - before;
}"""
ALL = """async (questions) => {
  const found = {};
  for (const question of questions) found[question] = await look(question);
  return found;
}"""


@dataclass
class Result:
    """What one search did in one language: shares found, bytes, milliseconds of each turn."""

    found: float = 0
    untouched: float = 0
    fetched: list[int] = field(default_factory=list)
    script: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)

    def row(self, name: str) -> tuple[str, ...]:
        """As words, with the median of all turns."""
        times = (f"{median(one):.0f}" for one in (self.script, self.first, self.later))
        kilobytes = f"{median(self.fetched) / 1000:.1f}"
        return name, f"{self.found:.0%}", f"{self.untouched:.0%}", kilobytes, *times


def figures(workshop: Workshop) -> Iterator[Found]:
    """What is found by both in each language, what that fetches and how long it takes."""
    progress("indexing with Pagefind")
    results = {(name, code): Result() for code in LANGUAGES for name in LOOK}
    with served(nearby(_with_pagefind(workshop))) as address, launched() as browser:
        for code, prefix in LANGUAGES.items():
            for turn in range(TURNS):
                progress(f"searches, {code}, {turn + 1} of {TURNS}")
                for name in LOOK:
                    place = f"{address}{prefix}search/"
                    _take_turn(browser, place, results[name, code], name, code)
    for code in LANGUAGES:
        yield from _of_language(code, results[_OURS, code], results[_PAGEFIND, code])
    rows = (result.row(f"{name}, {code}") for (name, code), result in results.items())
    yield Table(_HEAD, tuple(rows))


def _of_language(code: str, own: Result, other: Result) -> Iterator[Figure]:
    """What is found by whom, and our times and bytes with their limits."""
    yield Figure(f"found among the first three, {code}", own.found * 100, "%", 100, least=True)
    untouched = f"the same, of untouched questions, {code}"
    yield Figure(untouched, own.untouched * 100, "%", 95, least=True)
    yield Figure(f"the same, by Pagefind, {code}", other.untouched * 100, "%")
    script = f"script of a first search, {code}, a sixth of the processor"
    yield Figure(script, median(own.script), "ms", LIMIT_MS)
    first = median(own.first) / median(other.first)
    yield Figure(f"until its list is there, {code}, beside Pagefind", first, "×", 1)
    fetched = median(own.fetched) / median(other.fetched)
    yield Figure(f"fetched for it, {code}, beside Pagefind", fetched, "×", 1)


def _with_pagefind(workshop: Workshop) -> Path:
    """The site's pages once more, with Pagefind's index beside them."""
    folder = workshop.folder / "pagefind-site"
    shutil.copytree(workshop.site, folder, ignore=shutil.ignore_patterns("downloads"))
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--root-selector", "main"]
    subprocess.run([*command, "--quiet"], check=True)
    return folder


def _questions(name: str, code: str) -> dict[str, str]:
    """Questions of a file, each with the path of the page that it is to find."""
    file = PROJECT / f"tests/search/{name}-{code}.yml"
    asked: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return {str(question): _path(code, slug) for question, slug in asked.items()}


def _path(code: str, slug: str) -> str:
    stem = slug.removesuffix("index").strip("/")
    return f"/{LANGUAGES[code]}{stem}/".replace("//", "/")


def _take_turn(browser: Browser, address: str, result: Result, name: str, code: str) -> None:
    """A person's first search, then all questions; the last turn's shares stay."""
    # Pagefind needs WebAssembly, which the site's policy does not allow.
    with browser.new_context(bypass_csp=True, service_workers="block") as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        asked: list[Request] = []
        page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks it
        page.evaluate(LOOK[name])
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        first, *others = list(_questions("untouched", code))
        before = script_ms(session)
        result.first.append(page.evaluate(TIMED, first))
        result.script.append(script_ms(session) - before)
        page.wait_for_load_state("networkidle")
        result.fetched.append(sum(one.sizes()["responseBodySize"] for one in asked))
        result.later.append(median(page.evaluate(TIMED, question) for question in others[:10]))
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        result.found = _share(page, _questions("questions", code))
        result.untouched = _share(page, _questions("untouched", code))


def _share(page: Page, expected: dict[str, str]) -> float:
    """How many questions, of all, have their page among the first."""
    found = page.evaluate(ALL, list(expected))
    hits = [path in found[question][:FIRST] for question, path in expected.items()]
    return sum(hits) / len(hits)
