"""Templates escape what they are given, and a mistake in one is told with its file and line."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateError
from markupsafe import Markup

from mentoring_tools.pages import templates


def environment(root: Path, **texts: str) -> Environment:
    """The environment of a project in `root` whose templates hold these texts."""
    (root / "overrides").mkdir()
    for name, text in texts.items():
        (root / "overrides" / f"{name}.html").write_text(text, "utf-8")
    made = Environment(loader=FileSystemLoader(root / "overrides"))  # noqa: S701 - as MkDocs makes it
    templates.prepare(made, root / ".cache")
    return made


def told(root: Path, **texts: str) -> str:
    """What is said of the template `page`, which cannot be rendered."""
    made = environment(root, **texts)
    with pytest.raises(TemplateError) as error:
        made.get_template("page.html").render(t={"time": "Time"})
    return str(templates.problem(error.value, root))


def test_values_are_escaped_and_what_the_machine_made_is_not(tmp_path: Path) -> None:
    page = environment(tmp_path, page='<p title="{{ title }}">{{ title }}{{ html }}</p>')
    shown = page.get_template("page.html").render(title='<b>"', html=Markup("<i>a</i>"))
    escaped = "&lt;b&gt;&#34;"
    assert shown == f'<p title="{escaped}">{escaped}<i>a</i></p>'


def test_a_misspelt_name_is_told_with_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, page="<p>\n{{ t.tiem }}\n</p>") == (
        "overrides/page.html:2: the template asks for what is not there: "
        "'dict object' has no attribute 'tiem'\n"
        "  expected: a name that pages/context.py gives to templates"
    )


def test_the_part_that_has_the_mistake_is_named(tmp_path: Path) -> None:
    said = told(tmp_path, page="<p>\n{% include 'part.html' %}\n</p>", part="\n\n{{ titel }}")
    assert said.startswith(
        "overrides/part.html:3: the template asks for what is not there: 'titel'"
    )


def test_a_part_that_is_not_there(tmp_path: Path) -> None:
    assert told(tmp_path, page='<p>\n{% include "part.html" %}\n</p>') == (
        "overrides/page.html:2: part.html is not there\n"
        "  expected: a file of this name under overrides/\n"
        "  example:  git checkout -- overrides/part.html"
    )


def test_a_template_that_cannot_be_read(tmp_path: Path) -> None:
    said = told(tmp_path, page="<p>\n{% if t.time %}\n</p>")
    assert said.startswith("overrides/page.html:3: Unexpected end of template.")
    assert said.endswith("  expected: a template that Jinja can read")


def test_another_mistake_is_none_of_templates(tmp_path: Path) -> None:
    assert templates.problem(ValueError("no"), tmp_path) is None
