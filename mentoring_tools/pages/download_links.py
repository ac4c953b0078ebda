"""Links to files as templates see them: what each is called, how large it is, its saved name."""

from collections.abc import Iterable, Mapping
from typing import Any

from mentoring_tools.content.model import Page
from mentoring_tools.downloads import targets
from mentoring_tools.downloads.cache import Made
from mentoring_tools.downloads.tasks import Download
from mentoring_tools.pdf import page_pdf
from mentoring_tools.source.strings import Words


def links(
    made: Made, code: str, files: Iterable[Download], titles: Mapping[str, str], words: Words
) -> list[dict[str, Any]]:
    """The files as links in a language; `titles` are those of its pages by slug."""
    return [
        {
            "url": f"downloads/{file.path}",
            "label": words[_label(file)],
            "format": words[f"format_{file.ending}"],
            "size": size(made.sizes[file.path], words),
            "filename": _filename(file, titles, words),
            "language": "" if file.languages == (code,) else "-".join(file.languages),
            "group": "-".join(file.languages),
        }
        for file in files
    ]


def reading_pdf(page: Page, address: str, words: Words) -> dict[str, str]:
    """The link to a reading page's own PDF, which lies under the page's `address`.

    Its size is filled in once the PDF is made.
    """
    name = page.document.slug.rpartition("/")[2]
    return {
        "url": f"{address}{name}.pdf",
        "label": words["download_sheet_pdf"],
        "size": page_pdf.SIZE,
        "filename": f"{targets.file_name(page.front_matter.title)}.pdf",
        "language": "",
    }


def size(bytes_: int, words: Words) -> str:
    """A file's size in the reader's words: `48 kt`, `1,2 Mt`."""
    if bytes_ < 1_000_000:
        return words["kilobytes"].format(n=max(1, round(bytes_ / 1000)))
    number = f"{bytes_ / 1_000_000:.1f}".replace(".", words["decimal_mark"])
    return words["megabytes"].format(n=number)


def _label(file: Download) -> str:
    both = "_both" if len(file.languages) > 1 else ""
    return f"download_{file.kind}_{file.ending}{both}"


def _filename(file: Download, titles: Mapping[str, str], words: Words) -> str:
    title = titles[file.slug] if file.slug else words["pack_filename"]
    title = words["slides_filename"].format(title=title) if file.kind == "slides" else title
    languages = f" ({'-'.join(file.languages)})" if len(file.languages) > 1 else ""
    return f"{targets.file_name(title)}{languages}.{file.ending}"
