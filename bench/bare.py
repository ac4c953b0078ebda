"""The same text as a bare page made by hand: its Markdown as HTML, and nothing around it."""

import re
from html import escape
from pathlib import Path

import yaml
from markdown import Markdown

_PAGE = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<title>{title}</title>
<link rel="icon" href="data:,">
<main>
<h1>{title}</h1>
{text}
</main>
</html>
"""
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def write(docs: Path, site: Path, paths: list[str]) -> None:
    """Writes a bare page for each of these addresses, at the same address under `site`."""
    for path in paths:
        language, _, rest = path.partition("/") if path.startswith("en/") else ("fi", "", path)
        folder = docs / language / rest
        source = folder / "index.md" if folder.is_dir() else folder.with_suffix(".md")
        target = site / path / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page(source.read_text("utf-8"), language), "utf-8")


def _page(source: str, language: str) -> str:
    front = _FRONT.match(source)
    meta = yaml.safe_load(front[1]) if front else {}
    text = Markdown(extensions=["attr_list", "tables"]).convert(_FRONT.sub("", source))
    title, description = escape(meta["title"]), escape(meta["description"], quote=True)
    return _PAGE.format(language=language, title=title, description=description, text=text)
