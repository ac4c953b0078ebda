"""A text file as it is read: UTF-8, YAML with the lines of its keys, or what to mend first."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import yaml

from mentoring_tools.messages import Message, say
from mentoring_tools.problems import Problem
from mentoring_tools.source import yaml_limits


@dataclass(frozen=True)
class Form:
    """How a kind of YAML file is told of: its name, what is expected in it, and an example."""

    name: Message
    expected: Message
    example: str


@dataclass(frozen=True)
class Tree:
    """What YAML says: its value, and its nodes for the lines; the first one is `first_line`."""

    value: Any
    node: yaml.Node | None
    first_line: int

    @property
    def pairs(self) -> Iterator[tuple[str, "Tree"]]:
        """What stands under each key of a mapping, in the file's order; nothing for another."""
        if isinstance(self.node, yaml.MappingNode) and isinstance(self.value, dict):
            values = {str(key): value for key, value in self.value.items()}
            for key, node in self.node.value:
                yield str(key.value), Tree(values.get(str(key.value)), node, self.first_line)

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line of each key of a mapping."""
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else []
        return {str(key.value): self.first_line + key.start_mark.line for key, _ in pairs}

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.first_line + (self.node.start_mark.line if self.node else 0)

    @property
    def variables(self) -> str:
        """The names of the environment's variables that its value comes from, if it does."""
        if self.node is None or self.node.tag != yaml_limits.ENVIRONMENT:
            return ""
        return ", ".join(str(node.value) for node in _variables(self.node))

    def at(self, *keys: str) -> "Tree":
        """What stands under these keys, one in the other; a tree of nothing where there is none."""
        tree = self
        for key in keys:
            tree = dict(tree.pairs).get(key, Tree(None, None, tree.line))
        return tree

    @property
    def items(self) -> list["Tree"]:
        """The entries of a list; nothing for another."""
        if not isinstance(self.node, yaml.SequenceNode) or not isinstance(self.value, list):
            return []
        pairs = zip(self.value, self.node.value, strict=True)
        return [Tree(value, node, self.first_line) for value, node in pairs]


def text_of(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """A file's text, or None with what must be mended first; `file` names it in problems."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, [_not_there(file)]
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, error)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def read_tree(
    path: Path, file: str, form: Form, *, tags: bool = False
) -> tuple[Tree | None, list[Problem]]:
    """A YAML file, or None with what must be mended first; otherwise as `text_of` and `tree_of`."""
    text, problems = text_of(path, file)
    return (None, problems) if text is None else tree_of(text, file, form, tags=tags)


def tree_of(
    text: str, file: str, form: Form, first_line: int = 1, *, tags: bool = False
) -> tuple[Tree | None, list[Problem]]:
    """A text as YAML, or None where it cannot be read, and every key that stands there twice.

    With `tags`, a value may come from the environment, as MkDocs reads it: `!ENV [NAME, "other"]`.
    """
    if wrong := yaml_limits.check(text, file, first_line, tags=tags):
        return None, [wrong]
    loader = (_Tagged if tags else _Plain)(text)
    try:
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        line = first_line + _line(error, text)
        found = say("{file} cannot be read from here on", file=form.name)
        return None, [Problem(file, line, found, form.expected, form.example)]
    return Tree(value, node, first_line), list(_twice(node, file, first_line))


def written(value: Any) -> str:
    """A value as one writes it in YAML, on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return f'"{text}"' if ": " in text else text


def _not_there(file: str) -> Problem:
    return Problem(file, 1, say("the file is not there"), say("a text file under this name"), file)


def _not_utf8(file: str, error: UnicodeDecodeError) -> Problem:
    line = error.object[: error.start].count(b"\n") + 1
    return Problem(
        file, line,
        say("the file is not UTF-8: byte {byte} cannot be read",
            byte=f"{error.object[error.start]:#04x}"),
        say("a text file saved as UTF-8"),
        say("In your editor choose Save as → Encoding → UTF-8."),
    )  # fmt: skip


def _line(error: yaml.YAMLError, text: str) -> int:
    """The line to mend, counted from 0; for a quote or a bracket that stays open, where it opens.

    For a character that no text may hold there is only its number.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return text.count("\n", 0, getattr(error, "position", 0))
    opens = any(word in (error.context or "") for word in ("quoted", "flow", "simple key"))
    mark = (opens and error.context_mark) or error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    # A bracket at the end of a line opens there; the parser stops at what comes next.
    before = text.split("\n")[:line]
    return line - 1 if before and before[-1].rstrip().endswith(("[", "{")) else line


def _twice(node: yaml.Node | None, file: str, first_line: int) -> Iterator[Problem]:
    for mapping in _mappings(node):
        seen: dict[str, int] = {}
        for key, _ in mapping.value:
            name, line = str(key.value), first_line + key.start_mark.line
            if name in seen:
                found = say(
                    "the key “{key}” stands here and on line {line}", key=name, line=seen[name]
                )
                yield Problem(file, line, found, say("each key once"), f"{name}: …")
            seen.setdefault(name, line)


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """Every mapping, however deep; an alias may lead back to what it stands in."""
    waiting, seen = [node], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield node
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _guarded(construct: Any, loader: Any, node: yaml.Node) -> Any:
    """A value; one that only looks like a number or a date is a mistake with a line."""
    try:
        return construct(loader, node)
    except ValueError as error:
        raise yaml.MarkedYAMLError(None, None, str(error), node.start_mark) from None


def _variables(node: yaml.Node) -> list[Any]:
    """The names in a tag from the environment: all but the last, which is the value without any."""
    if isinstance(node, yaml.SequenceNode):
        return list(node.value[:-1] or node.value)
    return [node]


def _from_environment(loader: Any, node: yaml.Node) -> Any:
    """The value of the first variable that is set, read like one in the file, or what is given."""
    for name in _variables(node):
        if (value := os.environ.get(str(name.value))) is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, value, node.start_mark))
    whole = isinstance(node, yaml.SequenceNode) and len(node.value) > 1
    return loader.construct_object(node.value[-1]) if whole else None


def _loader(name: str) -> Any:
    """PyYAML's fast loader, where it was built with one; only decimal numbers are numbers."""
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type(name, (fast,), {})
    number = "tag:yaml.org,2002:int"
    resolvers = fast.yaml_implicit_resolvers.items()
    loader.yaml_implicit_resolvers = {
        letter: [pair for pair in pairs if pair[0] != number] for letter, pairs in resolvers
    }
    loader.add_implicit_resolver(number, re.compile(r"-?(?:0|[1-9]\d*)$"), list("-0123456789"))
    for kind in ("int", "float", "timestamp"):
        construct = fast.yaml_constructors[f"tag:yaml.org,2002:{kind}"]
        loader.add_constructor(f"tag:yaml.org,2002:{kind}", partial(_guarded, construct))
    return loader


_Plain, _Tagged = _loader("_Plain"), _loader("_Tagged")
_Tagged.add_constructor(yaml_limits.ENVIRONMENT, _from_environment)
