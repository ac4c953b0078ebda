"""How templates are read: every value is escaped, and a name that is not there is a mistake."""

from collections.abc import Iterable
from pathlib import Path
from traceback import walk_tb

import material
from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)

from mentoring_tools.messages import as_is, say
from mentoring_tools.pages.template_cache import TemplateCache
from mentoring_tools.problems import Problem

#: Templates whose values would be markup where they stand.
_ESCAPED = ("html", "xml", "svg")


def prepare(environment: Environment, cache: Path) -> None:
    """Makes MkDocs' environment a strict one; `cache` is the folder of compiled templates.

    Templates leave no blank lines in place of their marks.
    """
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.autoescape = select_autoescape(_ESCAPED, default_for_string=True)
    environment.undefined = StrictUndefined
    environment.bytecode_cache = TemplateCache(cache / "templates" / "escaped")


def folders(folders: Iterable[str]) -> list[str]:
    """A theme's folders without Material's: the skeleton uses none of its 14,000 files.

    So they are not even listed.
    """
    theirs = str(Path(material.__file__).parent)
    return [folder for folder in folders if not folder.startswith(theirs)]


def problem(error: BaseException, root: Path) -> Problem | None:
    """What is wrong with a template, when that is what ended a build in the folder `root`."""
    if not isinstance(error, TemplateError):
        return None
    file, line = _place(error, root)
    if isinstance(error, TemplateNotFound):
        found = say("{name} is not there", name=error.name)
        expected = say("a file of this name under overrides/")
        return Problem(file, line, found, expected, f"git checkout -- overrides/{error.name}")
    if isinstance(error, TemplateSyntaxError):
        return Problem(file, line, as_is(str(error.message)), say("a template that Jinja can read"))
    found = say("the template asks for what is not there: {message}", message=error.message)
    return Problem(file, line, found, say("a name that pages/context.py gives to templates"))


def _place(error: TemplateError, root: Path) -> tuple[str, int]:
    """The template and the line: of a syntax error its own, else the innermost one that ran."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _relative(error.filename, root), error.lineno
    ran = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    here = [(_relative(file, root), line) for file, line in ran if _is_template(file, root)]
    return here[-1] if here else ("overrides", 1)


def _is_template(file: str, root: Path) -> bool:
    return Path(file).is_relative_to(root) and not file.endswith(".py")


def _relative(file: str, root: Path) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file
