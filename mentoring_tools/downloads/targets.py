"""Which files there are to take along: the library in every combination of languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import get_args
from urllib.parse import urljoin

from mentoring_tools.content import download_paths, pictures
from mentoring_tools.content.model import Library, Page, kind_of, standard_of
from mentoring_tools.content.schema import FormFrontMatter, PairFrontMatter, Step
from mentoring_tools.content.slides import Deck
from mentoring_tools.downloads.tasks import (
    Booklet,
    Download,
    Letterhead,
    SheetContent,
    SheetPdf,
    SheetWord,
    SlidesDeck,
    SlidesPdf,
    Task,
    Zip,
)
from mentoring_tools.pdf import booklet as booklets
from mentoring_tools.pdf.booklet import Chapter, Part
from mentoring_tools.project import Project
from mentoring_tools.publishing.address import is_local
from mentoring_tools.source.document import is_external
from mentoring_tools.source.html import Place
from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet import facts
from mentoring_tools.worksheet.facts import Facts, Imprint, ReportPaper

#: The short name of the licence of the words.
LICENCE = "CC BY 4.0"

#: The colour of slides' titles where the publisher has none: that of the site's buttons.
ACCENT = "#1f4d3f"


def tasks(project: Project, imprint: Imprint) -> Iterator[Task]:
    """A task for every file; `imprint` holds the site's address, its publisher, and its edition."""
    for languages in download_paths.combinations(project.library):
        sheets = list(sheet_tasks(project, languages, imprint))
        slides = list(slides_tasks(project, languages, imprint))
        of_pairs = [task for task in sheets if kind_of(task.download.slug) != "form"]
        whole = booklet(project, languages, imprint, of_pairs)
        yield from (*sheets, *slides, whole)
        yield _zip(project, languages, imprint, [*of_pairs, whole])
        if "organisers/index" in project.library.of(languages[0]):
            of_organisers = [task for task in sheets if task not in of_pairs]
            yield _kit(project, languages, imprint, [*of_organisers, *slides])
        if download_paths.reports(project.library, languages):
            yield letterhead(project, languages[0], imprint)


def letterhead(project: Project, code: str, imprint: Imprint) -> Letterhead:
    """The empty paper of reports in this language."""
    site = project.library.language(code).site
    page = project.library.of(code)["organisers/results"]
    address = address_of(project.library, page, imprint.address).partition("://")[2].rstrip("/")
    title, foot = project.words[code]["results_report"], " · ".join(filter(None, (site, address)))
    paper = ReportPaper(code, title, imprint.publisher or site, foot, imprint.logo)
    path = download_paths.path((code,), download_paths.LETTERHEAD, "pdf")
    return Letterhead(Download(path, download_paths.LETTERHEAD, (code,), "pdf"), paper)


def sheet_tasks(project: Project, languages: tuple[str, ...], imprint: Imprint) -> Iterator[Task]:
    """A PDF and a Word file of every sheet in these languages."""
    for page in download_paths.sheets(project.library, languages):
        sheet = sheet_of(project, page, languages, imprint)
        name = download_paths.file_name(page.slug)
        pdf, docx = (download_paths.path(languages, name, end) for end in ("pdf", "docx"))
        yield SheetPdf(Download(pdf, page.slug, languages, "pdf"), sheet)
        yield SheetWord(Download(docx, page.slug, languages, "docx"), sheet)


def slides_tasks(project: Project, languages: tuple[str, ...], imprint: Imprint) -> Iterator[Task]:
    """A PDF and a presentation of every training in this language."""
    for page in download_paths.decks(project.library, languages):
        shown = _slides_of(project, page, imprint)
        name = download_paths.file_name(page.slug)
        pdf, deck = (download_paths.path(languages, name, end) for end in ("pdf", "pptx"))
        yield SlidesPdf(Download(pdf, page.slug, languages, "pdf"), shown)
        yield SlidesDeck(Download(deck, page.slug, languages, "pptx"), shown)


def _slides_of(project: Project, page: Page, imprint: Imprint) -> Deck:
    site = project.library.language(page.language).site
    address = address_of(project.library, page, imprint.address).partition("://")[2].rstrip("/")
    return Deck(
        page.slides,
        page.front_matter.title,
        page.front_matter.description,
        " · ".join(filter(None, (imprint.publisher, site, address, LICENCE))),
        page.language,
        project.words[page.language]["locale"],
        imprint.publisher or site,
        imprint.colour or ACCENT,
        imprint.logo,
    )


def sheet_of(
    project: Project, page: Page, languages: tuple[str, ...], imprint: Imprint
) -> SheetContent:
    """A page's sheet in these languages, with what stands around it on paper."""
    library, words = project.library, project.words
    twins = [page, *(library.of(code)[page.slug] for code in languages[1:])]
    return SheetContent(
        tuple(twin.worksheet for twin in twins if twin.worksheet),
        facts_of(library, twins, words),
        facts.words_of(words, languages, facts.ON_A_SHEET),
        replace(
            imprint,
            address=address_of(library, page, imprint.address),
            date="",
            version="",
            coded=not is_local(imprint.address),
        ),
    )


def address_of(library: Library, page: Page, site: str) -> str:
    """A page's whole address, or nothing where the site's is not known."""
    return urljoin(site, library.address(page)) if site else ""


def facts_of(library: Library, twins: list[Page], words: Mapping[str, Words]) -> Facts:
    """What a sheet says at its head and foot, in the languages of these twins."""
    first = twins[0].sheet
    number, place = _place(library, twins, words)
    return Facts(
        title={twin.language: twin.front_matter.title for twin in twins},
        goal={twin.language: twin.sheet.goal for twin in twins},
        phase=place,
        phase_number=number,
        minutes=first.minutes,
        who={twin.language: words[twin.language][f"who_{first.who}"] for twin in twins},
        site={one.code: one.site for one in library.languages},
        licence=LICENCE,
        paper=first.paper,
    )


def _place(
    library: Library, twins: list[Page], words: Mapping[str, Words]
) -> tuple[int, Mapping[str, str]]:
    """A sheet's phase with its number; of an organiser's sheet its step, and 0."""
    written, codes = twins[0].front_matter, [twin.language for twin in twins]
    if isinstance(written, PairFrontMatter):
        phases = [page.name for page in library.kind(codes[0], "phase")]
        slug = f"phases/{written.phase}"
        titles = {code: library.of(code)[slug].front_matter.title for code in codes}
        return phases.index(written.phase) + 1, titles
    return 0, {code: _step(twins[0], words[code]) for code in codes}


def _step(page: Page, words: Words) -> str:
    """An organiser's step with its number, as `2. Valitse`."""
    step = page.front_matter.step if isinstance(page.front_matter, FormFrontMatter) else "train"
    return f"{get_args(Step).index(step) + 1}. {words[f'step_{step}']}"


def file_name(title: str) -> str:
    """A title as a file's name: nothing in it that a file system does not take."""
    return re.sub(r'[\\/:*?"<>|\u00ad]', "", title)


def booklet(
    project: Project, languages: tuple[str, ...], imprint: Imprint, sheets: Iterable[Task]
) -> Booklet:
    """The whole toolkit as one PDF in these languages, each of whose sheets is a file too."""
    path = download_paths.path(languages, download_paths.WHOLE, "pdf")
    file = Download(path, "", languages, "pdf")
    words = facts.words_of(project.words, languages, facts.IN_A_BOOKLET)
    phases = project.library.kind(languages[0], "phase")
    parts = tuple(
        _part(project, phase, number, languages, imprint) for number, phase in enumerate(phases, 1)
    )
    paths = {
        sheet.sheet.worksheets[0].slug: sheet.download.path
        for sheet in sheets
        if isinstance(sheet, SheetPdf) and not standard_of(sheet.download.slug)
    }
    return Booklet(file, parts, words, imprint, paths)


def _part(
    project: Project, phase: Page, number: int, languages: tuple[str, ...], imprint: Imprint
) -> Part:
    library = project.library
    twins = [library.of(code)[phase.slug] for code in languages]
    pages = [p for p in library.of_pairs(languages[0]) if p.of_pair.phase == phase.name]
    return Part(
        number,
        {twin.language: twin.front_matter.title for twin in twins},
        {twin.language: twin.front_matter.description for twin in twins},
        tuple(_chapter(project, page, languages, imprint) for page in pages),
    )


def _chapter(project: Project, page: Page, languages: tuple[str, ...], imprint: Imprint) -> Chapter:
    sheet = sheet_of(project, page, languages, imprint)
    twins = [project.library.of(code)[page.slug] for code in languages]
    texts = {
        twin.language: booklets.instructions(twin.document, _on_paper(project, twin, imprint))
        for twin in twins
    }
    return Chapter(page.name, sheet.facts, texts, tuple(_digests(project, twins)))


def _on_paper(project: Project, page: Page, imprint: Imprint) -> Place:
    """How a page's text stands in the booklet: pictures lie beside the print templates' folder."""

    def link(target: str) -> str:
        return _led(project.library, page, imprint, target)

    def picture(target: str) -> Mapping[str, str]:
        return {"src": f"../../docs/{pictures.path_of(target, page.document)}"}

    words, prefix = project.words[page.language], f"{page.language}-{page.name}-"
    return Place(link, picture, words, prefix, headings=False)


def _led(library: Library, page: Page, imprint: Imprint, target: str) -> str:
    """A tool is in the booklet too; for any other page or file there is its address."""
    if is_external(target):
        return target
    path = target.partition("#")[0] or f"{page.name}.md"
    whole = normpath(join(dirname(page.slug), path))
    if library.leaves_out(whole.removesuffix(".md")):
        return ""
    other = library.find(page.language, whole.removesuffix(".md"))
    if other is None:
        return urljoin(imprint.address, whole.lstrip("./")) if imprint.address else ""
    return f"#{other.name}" if other.worksheet else address_of(library, other, imprint.address)


def _digests(project: Project, pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        for image in page.document.images:
            yield project.pictures[pictures.path_of(image.target, page.document)].digest


def _zip(project: Project, languages: tuple[str, ...], imprint: Imprint, sheets: list[Task]) -> Zip:
    """All files of these languages, the booklet among them, and a text that says what is what."""
    path = download_paths.path(languages, download_paths.WHOLE, "zip")
    file = Download(path, "", languages, "zip")
    entries = tuple((_inside(project, task), task.download.path) for task in sheets)
    whole = next(_inside(project, task) for task in sheets if isinstance(task, Booklet))
    readme = "\n".join(_readme(project.words[one], whole, imprint) for one in languages)
    return Zip(file, readme, entries)


def _kit(project: Project, languages: tuple[str, ...], imprint: Imprint, files: list[Task]) -> Zip:
    """All that an organiser needs in these languages, by the steps of the programme."""
    path = download_paths.path(languages, download_paths.KIT, "zip")
    file = Download(path, "organisers/index", languages, "zip")
    entries = tuple((_in_kit(project, task), task.download.path) for task in files)
    origin = _origin(project.words[languages[0]], imprint)
    readme = "\n".join(project.words[one]["kit_readme"].format(origin=origin) for one in languages)
    return Zip(file, readme, entries)


def _in_kit(project: Project, task: Task) -> str:
    """Where a file lies in the organisers' zip: the step's folder, then the file by its title."""
    file = task.download
    page, words = (
        project.library.page(file.languages[0], file.slug),
        project.words[file.languages[0]],
    )
    name = file_name(page.front_matter.title)
    return f"{_step(page, words)}/{name}.{file.ending}"


def _origin(words: Words, imprint: Imprint) -> str:
    return " · ".join(filter(None, (imprint.address, imprint.edition(words))))


def _readme(words: Words, booklet: str, imprint: Imprint) -> str:
    return words["pack_readme"].format(booklet=booklet, origin=_origin(words, imprint))


def _inside(project: Project, task: Task) -> str:
    """Where a file lies in the zip: the phase's folder, then the file by its title."""
    library, file = project.library, task.download
    language = file.languages[0]
    if not file.slug:
        return f"{file_name(project.words[language]['pack_filename'])}.{file.ending}"
    page = library.page(language, file.slug)
    phases = [phase.name for phase in library.kind(language, "phase")]
    phase = library.of(language)[f"phases/{page.of_pair.phase}"]
    folder = f"{phases.index(phase.name) + 1} {file_name(phase.front_matter.title)}"
    return f"{folder}/{file_name(page.front_matter.title)}.{file.ending}"
