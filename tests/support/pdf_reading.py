"""Reads a PDF as its readers do: fields by name, tags in their order, text by poppler."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def fields(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The form's fields by name, in their order."""
    form: Any = pdf.Root.AcroForm
    return {str(field.T): field for field in form.Fields}


def boxes(field: Any) -> list[Any]:
    """A field's places on the page: its choices, or the field itself."""
    return list(field.get("/Kids", [field]))


def tags(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All tags in reading order, after checking that each knows what it stands in."""
    root: Any = pdf.Root.StructTreeRoot.K[0]
    yield from _below(root)


def _below(tag: Any) -> Iterator[Any]:
    yield tag
    for kid in _kids(tag):
        if not isinstance(kid, int) and kid.get("/Type") != pikepdf.Name.OBJR:
            assert kid.P.objgen == tag.objgen
            yield from _below(kid)


def _kids(tag: Any) -> list[Any]:
    """What stands under a tag; one thing alone needs no list."""
    return list(tag.K) if isinstance(tag.K, pikepdf.Array) else [tag.K]


def forms(pdf: pikepdf.Pdf) -> list[tuple[Any, Any]]:
    """Each tag of a field with the field it stands for, in reading order."""
    return [(tag, _kids(tag)[0].Obj) for tag in tags(pdf) if str(tag.S) == "/Form"]


def owners(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """What the parent tree says, by number."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def poppler(program: str, *arguments: str | Path) -> str:
    """What a program prints; it may not complain."""
    run = subprocess.run([program, *arguments], capture_output=True, check=True)
    assert not run.stderr, run.stderr
    return run.stdout.decode()


def words(file: Path) -> str:
    """All text of a file, on one line."""
    return " ".join(poppler("pdftotext", "-layout", file, "-").split())
