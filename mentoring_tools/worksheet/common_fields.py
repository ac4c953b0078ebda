"""What every tool's sheet has, so that nobody types it forty times."""

from dataclasses import replace

from mentoring_tools.source.strings import Words
from mentoring_tools.worksheet.model import Field, Section, Worksheet

#: The ids of these fields, which no page may use for its own.
IDS = ("date", "whose", "private", "next-step")

#: Those at the end, which share a line on paper.
ENDING = IDS[2:]

#: The interface's words that are their questions.
WORDS = tuple(f"field_{id_.replace('-', '_')}" for id_ in IDS)


def with_common_fields(sheet: Worksheet, words: Words) -> Worksheet:
    """The sheet with date and owner at its top, and what to keep and to do next at its end.

    `words` holds `field_date`, `field_whose`, `field_private` and `field_next_step`.
    """
    line = sheet.line
    start = (
        Field("date", "date", words["field_date"], line, half=True),
        Field("whose", "text", words["field_whose"], line, half=True),
    )
    end = (
        Field("private", "text", words["field_private"], line),
        Field("next-step", "text", words["field_next_step"], line),
    )
    sections = (
        Section("", "", line, start), *sheet.sections, Section("", "", line, end)
    )  # fmt: skip
    return replace(sheet, sections=sections)
