"""Filled files as the page makes them, and what other software reads out of them."""

import base64
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, cast

import docx
import pikepdf
from docx.oxml import parse_xml
from docx.text.run import Run
from lxml import etree
from playwright.sync_api import Download, Page
from word_reading import controls, found, kind, value

from mentoring_tools.worksheet.model import Control

# Fills one file of the site once for each set of answers, by the page's own module.
FILL = """async ({site, path, sets}) => {
  const ending = path.split(".").pop();
  const modules = {pdf: "export-pdf.js", docx: "export-docx.js"};
  const {fill} = await import(`${site}assets/js/${modules[ending]}`);
  const file = await (await fetch(site + "downloads/" + path)).arrayBuffer();
  const all = sets.map(async (answers) => {
    const rest = (...names) => ({
      title: "More",
      entries: names.flat().map((name) => ({ question: name, answer: answers[name] })),
    });
    const {bytes, gaps, left = []} = await fill(new Uint8Array(file), answers, rest);
    return {file: bytes.toBase64(), gaps, left};
  });
  return Promise.all(all);
}"""

# Answers the form as a person does, each control that is changed telling of it. Of choices that is
# the chosen one alone: another would tell last that there is no answer.
ANSWER = """(answers) => {
  for (const control of document.getElementById("mt-sheet").elements) {
    const answer = answers[control.name];
    if (answer === undefined) continue;
    if (control.type === "radio" && control.value !== answer) continue;
    if (/radio|checkbox/.test(control.type)) control.checked = true;
    else control.value = answer;
    control.dispatchEvent(new Event("input", {bubbles: true}));
  }
}"""

# What is chosen under "Take along", then the button, as a person does: `[state, path]` for each.
TAKE = """(wishes) => wishes.forEach(([state, path]) => {
  const {elements} = document.getElementById("mt-take");
  const [language, ending] = [path.split("/")[0], path.split(".").pop()];
  const wish = {state, format: ending, language};
  for (const name in wish) elements[name].value = wish[name];
  document.querySelector("[data-mt-do=take]").click();
})"""

YES = "yes"


def fill(
    page: Page, site: str, path: str, sets: Iterable[Mapping[str, str]]
) -> Iterator[tuple[bytes, list[dict[str, Any]], list[str]]]:
    """The file `path` of the downloads of the site at `site`, filled in with each set of answers.

    Gives its bytes, the answers that cannot be seen in full, and the names without a place.
    """
    for made in page.evaluate(FILL, {"site": site, "path": path, "sets": list(sets)}):
        yield base64.b64decode(made["file"]), made["gaps"], made["left"]


def take(page: Page, path: str, state: str = "filled") -> None:
    """Takes a file along, "filled" or "empty", by its path in the downloads."""
    language, ending = path.partition("/")[0], path.rpartition(".")[2]
    for choice in (state, ending, language):
        page.check(f"#mt-take [value='{choice}']")
    page.click("[data-mt-do=take]")


def take_all(page: Page, paths: Collection[str]) -> list[Download]:
    """What is handed out for these files in the downloads, each filled in."""
    taken: list[Download] = []

    def is_last(download: Download) -> bool:
        taken.append(download)
        return len(taken) == len(paths)

    with page.expect_event("download", is_last):
        page.evaluate(TAKE, [["filled", path] for path in paths])
    return taken


def answers_for(sheet: Iterable[Control]) -> dict[str, str]:
    """An answer of its own for every control, as the page keeps it."""
    controls = list(sheet)
    return {control.key: _answer(control, n) for n, control in enumerate(controls)} | {
        # Who writes behind “something else, what?” chooses it.
        choice.key: written.option.id
        for choice, written in product(controls, controls)
        if choice.options and written.option and written.kind == "text"
        if choice.field.id == written.field.id
    }


def _answer(control: Control, number: int) -> str:
    if control.kind == "tick":
        return YES
    if control.options:
        return control.options[number % len(control.options)].id
    kinds = {"date": f"20{number % 90 + 10}-03-05", "number": str(1000 + number)}
    several = f"Yö{number}(a\nÄly{number})b"
    return kinds.get(control.leaf.kind, several if control.leaf.kind == "long" else f"Yö{number}ä")


def in_pdf(file: bytes) -> dict[str, str]:
    """The answers in a PDF by name, read by pikepdf."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        values = {str(f.T): _value(f) for f in fields(pdf)}
    return {name: text for name, text in values.items() if text}


def fields(pdf: pikepdf.Pdf) -> list[Any]:
    """The fields of a PDF's form."""
    form: Any = pdf.Root.AcroForm
    return list(form.Fields)


def _value(field: Any) -> str:
    if field.FT == "/Tx":
        return str(field.V)
    chosen = str(field.V).removeprefix("/")
    buttons = list(field.get("/Kids", [field]))
    on = [str(button.AS) for button in buttons if button.AS != "/Off"]
    assert on == ([] if chosen == "Off" else [f"/{chosen}"]), f"{field.T}: {chosen}, {on}"
    return {"Off": "", "Yes": YES}.get(chosen, chosen)


def in_word(file: bytes) -> dict[str, str]:
    """The answers in a Word file by tag, read by python-docx."""
    body = etree.tostring(docx.Document(io.BytesIO(file)).element.body)
    values = {n: _filled(control) for n, control in controls(etree.fromstring(body)).items()}
    return {name: text for name, text in values.items() if text}


def _filled(control: Any) -> str:
    kinds = {"checkbox": _ticked, "dropDownList": _chosen, "date": _day}
    if found(control, "w:sdtPr/w:showingPlcHdr"):
        return ""
    return kinds.get(kind(control), shown)(control)


def shown(control: Any) -> str:
    """The text that stands in a control."""
    runs = map(etree.tostring, found(control, "w:sdtContent/w:r"))
    return "".join(Run(parse_xml(run), cast("Any", None)).text for run in runs)


def _ticked(control: Any) -> str:
    ticked = value(control, "w:sdtPr/w14:checkbox/w14:checked/@w14:val") == "1"
    assert shown(control) == ("☒" if ticked else "☐")
    return YES if ticked else ""


def _chosen(control: Any) -> str:
    items = found(control, "w:sdtPr/w:dropDownList/w:listItem")
    by_words = {value(item, "@w:displayText"): value(item, "@w:value") for item in items}
    return by_words[shown(control)]


def _day(control: Any) -> str:
    return value(control, "w:sdtPr/w:date/@w:fullDate").removesuffix("T00:00:00Z")
