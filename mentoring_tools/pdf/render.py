"""HTML to PDF/UA: the one place that knows how WeasyPrint is set, for sheets and reading pages.

A sheet's form fields are corrected afterwards, see `form_fields`.
"""

import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from io import BytesIO
from logging.handlers import QueueHandler
from pathlib import Path
from queue import Queue
from typing import Any

import pikepdf

from mentoring_tools.messages import as_is, say
from mentoring_tools.pdf import binding, copyfit, engine_tags, form_fields, spare_room
from mentoring_tools.pdf import engine as pdf_engine
from mentoring_tools.pdf import fonts as pdf_fonts
from mentoring_tools.pdf import tags as pdf_tags
from mentoring_tools.problems import Problem, Stop
from mentoring_tools.worksheet.model import Worksheet
from mentoring_tools.worksheet.widths import FAMILY

#: How WeasyPrint is set wherever it is used. Text is tagged, fields can be filled in, and a list
#: that begins at 3 does so on paper too.
OPTIONS = {
    "pdf_variant": "pdf/ua-1", "pdf_tags": True, "pdf_forms": True, "presentational_hints": True
}  # fmt: skip

#: pikepdf compresses in the end; until then it would only cost time.
_RAW = OPTIONS | {"uncompressed_pdf": True}


def sheet(html: str, twins: Sequence[Worksheet], folder: Path, name: str) -> bytes:
    """The bytes of a sheet's PDF with form fields.

    `twins` are the sheet in each of its languages. `folder` holds the print templates, `name` is
    the file's path, for problems.
    The same arguments give the same bytes.
    Raises Stop when the layout engine complains of anything.
    """
    with _laying_out(folder, name) as lay_out:
        document, level = copyfit.fitting(html, lay_out)
        spare_room.give(document)
        made = document.write_pdf(**_RAW)
        # What has a name is no garbage yet, and would not be looked at again.
        del document
    with pikepdf.open(BytesIO(made)) as pdf:
        _tidy(pdf, html, name)
        form_fields.correct(pdf, form_fields.asked(twins))
        copyfit.mark(pdf, level)
        return _saved(pdf)


def booklet(html: str, sheets: Mapping[str, Path], folder: Path, name: str) -> bytes:
    """The bytes of the booklet: its own pages laid out, the finished sheets bound in.

    `sheets` holds each sheet's own PDF by its tool; `html` has leaves for its pages.
    Otherwise as `sheet`.
    """
    with _laying_out(folder, name) as lay_out:
        # The sheets bound in need letters that may stand nowhere else.
        made = lay_out(html).write_pdf(**_RAW, full_fonts=True)
    with ExitStack() as files, pikepdf.open(BytesIO(made)) as pdf:
        _tidy(pdf, html, name)
        opened = {tool: files.enter_context(pikepdf.open(path)) for tool, path in sheets.items()}
        binding.bind(pdf, opened)
        return _saved(pdf)


def slides(html: str, folder: Path, name: str) -> bytes:
    """The bytes of a PDF of slides; otherwise as `sheet`."""
    with _laying_out(folder, name) as lay_out:
        made = lay_out(html).write_pdf(**_RAW)
    with pikepdf.open(BytesIO(made)) as pdf:
        _tidy(pdf, html, name)
        return _saved(pdf)


def letterhead(html: str, folder: Path, name: str) -> bytes:
    """The bytes of an empty paper, on which a script writes; otherwise as `sheet`.

    Its letters, `/Answer` and, heavier, `/Strong`, are whole. What stands on its pages belongs to
    them alone, so that only what is written later is read aloud.
    """
    with _laying_out(folder, name) as lay_out:
        made = lay_out(html).write_pdf(**_RAW, full_fonts=True)
    with pikepdf.open(BytesIO(made)) as pdf:
        _tidy(pdf, html, name)
        pdf_fonts.name(pdf)
        for page in pdf.pages:
            # What is written later counts from the page's corner.
            page.obj.Contents.write(b"q " + page.obj.Contents.read_bytes() + b" Q")
        return _saved(pdf)


def _tidy(pdf: pikepdf.Pdf, html: str, name: str) -> None:
    pdf_fonts.tidy(pdf, html, name)
    pdf_tags.tidy(pdf)


def engine() -> Any:
    """WeasyPrint, set and mended for the project.

    Raises Stop when a library that it needs is not on the machine.
    """
    weasyprint = pdf_engine.load()
    weasyprint.DEFAULT_OPTIONS.update(OPTIONS)
    engine_tags.mend(weasyprint.pdf)
    pdf_engine.letters_of_drawings(weasyprint.svg, FAMILY)
    return weasyprint


@contextmanager
def export(name: str) -> Iterator[None]:
    """WeasyPrint set and watched while someone else has it make a PDF, `name`.

    Raises Stop at the end when the layout engine complained of anything.
    """
    engine()
    with complaints(name), garbage_collected_once():
        yield


@contextmanager
def _laying_out(folder: Path, name: str) -> Iterator[Callable[[str], Any]]:
    """What lays HTML out as WeasyPrint's document, watched for complaints."""
    weasyprint, fonts, styles = _prepared(folder)
    source = folder.as_uri() + "/"

    def lay_out(html: str) -> Any:
        document = weasyprint.HTML(string=html, base_url=source)
        return document.render(stylesheets=[styles], font_config=fonts, **OPTIONS)

    with complaints(name), garbage_collected_once():
        yield lay_out


@contextmanager
def garbage_collected_once() -> Iterator[None]:
    """Garbage is collected only at the end: during a layout that takes a sixth of the time.

    Only what came since is looked at: what was there before is none of the layout's.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        gc.enable()


@cache
def _prepared(folder: Path) -> tuple[Any, Any, Any]:
    """WeasyPrint with fonts and styles read: once per process, for they take longest."""
    weasyprint = engine()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - see engine()

    fonts = FontConfiguration()
    with complaints("downloads/print/sheet.css"):
        styles = weasyprint.CSS(filename=folder / "sheet.css", font_config=fonts)
    # All this stays: the garbage collector need not look at it again.
    gc.freeze()
    return weasyprint, fonts, styles


@contextmanager
def complaints(name: str) -> Iterator[None]:
    """Raises Stop at the end when WeasyPrint has logged a warning or an error inside.

    It only logs a missing `lang`, `alt`, font or picture, and CSS that it does not know.
    """
    said: Queue[logging.LogRecord] = Queue()
    handler = QueueHandler(said)
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if said.queue:
        raise Stop(_complaint(name, record.getMessage()) for record in said.queue)


def _complaint(name: str, message: str) -> Problem:
    if "unsupported by fonts" in message:
        return pdf_fonts.missing_letters(name, as_is(message))
    expected = say("HTML and CSS that WeasyPrint can lay out and tag without a warning")
    return Problem(name, 1, as_is(message), expected)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, made the same way on every run.

    Without object streams a script in a browser can append a filled-in version to the file.
    """
    file = BytesIO()
    pdf.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file.getvalue()
