"""Several scripts as one file: a page then asks once, and what repeats in them is packed together.

What joins modules elsewhere is a program of Node's, and this project is built by Python alone.
Our own scripts need little of it: they import each other at the start of a line, in two forms, and
export constants. Any other form is a problem with its line, so that nothing is joined by halves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem, Stop

_IMPORT = re.compile(
    r'^import (?:\{([\w,\s]*)\}|\* as (\w+)) from "\./([\w-]+)\.js";$', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=const (\w+) )", re.MULTILINE)
# Where a page's joined modules are for those that are fetched later, whichever file brought them:
# the first one, where a page has several.
_SHARED = "$mt"
_EITHER = re.compile(r"^[ \t]*(?:import|export)\b.*", re.MULTILINE)


@dataclass(frozen=True)
class Scripts:
    """Modules by their names, and what they are joined into.

    `sources` has the text of each `name.js`, `folder` is where they lie, for messages.
    `files` says which modules each joined file runs, in order; each brings those that it imports.
    A module of no file is published alone, and takes what it imports from the page's joined file.
    """

    sources: Mapping[str, str]
    folder: str
    files: Mapping[str, tuple[str, ...]]

    def published(self) -> dict[str, str]:
        """The text of each file by its name. Raises Stop with every problem."""
        if problems := [problem for name in self.sources for problem in self.problems(name)]:
            raise Stop(problems)
        parts = {file: self.in_order(runs) for file, runs in self.files.items()}
        joined = {module for modules in parts.values() for module in modules}
        alone = [name for name in self.sources if name not in joined]
        asked = {module for name in alone for module in self.imports(name)} & joined
        texts = {file: self.joined(modules, asked) for file, modules in parts.items()}
        return texts | {name: self.alone(name, joined) for name in alone}

    def problems(self, name: str) -> Iterator[Problem]:
        """Each import and export of a form that is not known here, or of nothing."""
        source = self.sources[name]
        known = {m.start(): m for form in (_IMPORT, _EXPORT) for m in form.finditer(source)}
        for found in _EITHER.finditer(source):
            match = known.get(found.start())
            if match is None or re.search(r"\bas\b", match[1] or ""):
                yield self.problem(
                    name, found, say("an import or an export that the build cannot join"),
                    say("names or all of a module, or a constant"),
                    'import { say } from "./page.js";\nimport * as store from "./store.js";\n'
                    "export const SIZE = 1;",
                )  # fmt: skip
            elif match.re is _IMPORT:
                yield from self.imported(name, match)

    def imported(self, name: str, match: re.Match[str]) -> Iterator[Problem]:
        """What is wrong with an import of a known form."""
        names, _, module = match.groups()
        if module not in self.sources:
            found = say("{module}.js is not there", module=module)
            yield self.problem(name, match, found, say("a module in this folder"))
        elif name in self.in_order([module]):
            found = say("{module}.js imports this module", module=module)
            yield self.problem(name, match, found, say("one direction"))
        else:
            exports = _EXPORT.findall(self.sources[module])
            for wanted in set(_names(names or "")) - set(exports):
                found = say("{module}.js exports no {name}", module=module, name=wanted)
                expected = say("one of {listed}", listed=", ".join(exports))
                yield self.problem(name, match, found, expected)

    def problem(
        self, name: str, match: re.Match[str], found: Message, expected: Message, example: str = ""
    ) -> Problem:
        """A problem in the line where a match begins."""
        line = self.sources[name].count("\n", 0, match.start()) + 1
        words = say("{found}: {line}", found=found, line=match[0].strip())
        return Problem(f"{self.folder}/{name}.js", line, words, expected, example)

    def imports(self, name: str) -> list[str]:
        """The modules that a module imports, in its order."""
        return [module for _, _, module in _IMPORT.findall(self.sources.get(name, ""))]

    def in_order(self, runs: Iterable[str]) -> list[str]:
        """Modules and all that they import, each once and after what it imports."""
        seen: set[str] = set()
        order: list[str] = []

        def visit(name: str) -> None:
            if name not in seen:
                seen.add(name)
                for module in self.imports(name):
                    visit(module)
                order.append(name)

        for name in runs:
            visit(name)
        return order

    def joined(self, modules: list[str], asked: set[str]) -> str:
        """The modules in one file, each in a scope of its own; those `asked` for can be reached."""
        shared = ", ".join(f"${name}" for name in modules if name in asked)
        reach = f"globalThis.{_SHARED} ??= {{ {shared} }};\n" if shared else ""
        return "".join(map(self.scope, modules)) + reach

    def scope(self, name: str) -> str:
        """A module as a block; what it exports is in a constant that is called after it."""
        source = self.sources[name]
        exports = _EXPORT.findall(source)
        body = _EXPORT.sub("", _IMPORT.sub(_from_scope, source))
        if not exports:
            return f"{{\n{body}}}\n"
        return f"let ${name};\n{{\n{body}${name} = {{ {', '.join(exports)} }};\n}}\n"

    def alone(self, name: str, joined: set[str]) -> str:
        """A module on its own, which shares what is joined with all others on the page."""
        return _IMPORT.sub(
            lambda match: _from_scope(match, f"{_SHARED}.") if match[3] in joined else match[0],
            self.sources[name],
        )


def _from_scope(match: re.Match[str], where: str = "") -> str:
    """An import as constants, taken from the scope of the module that exports them."""
    names, whole, module = match.groups()
    wanted = whole if names is None else f"{{ {', '.join(_names(names))} }}"
    return f"const {wanted} = {where}${module};"


def _names(listed: str) -> list[str]:
    return [name for name in re.split(r"[,\s]+", listed) if name]
