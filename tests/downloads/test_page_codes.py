"""Codes on paper lead to the site that readers reach, and to no machine of one's own."""

from pathlib import Path

import pytest
import segno

from mentoring_tools import project
from mentoring_tools.downloads import targets
from mentoring_tools.downloads.tasks import SheetPdf, SheetWord
from mentoring_tools.worksheet import page_code
from mentoring_tools.worksheet.facts import Imprint

PROJECT = Path(__file__).resolve().parents[2]
LEAST_MM = 0.3  # what a phone's camera still tells apart at a hand's distance


@pytest.fixture(scope="module")
def loaded() -> project.Project:
    return project.load(PROJECT)


def imprints(loaded: project.Project, address: str) -> list[Imprint]:
    tasks = targets.tasks(loaded, Imprint(address, ""))
    return [task.sheet.imprint for task in tasks if isinstance(task, SheetPdf | SheetWord)]


def test_every_sheet_of_a_known_address_has_a_code_that_a_phone_reads(
    loaded: project.Project,
) -> None:
    made = imprints(loaded, "https://mentoring.example/mentoring/")
    assert all(imprint.coded for imprint in made)
    for address in {imprint.address for imprint in made}:
        modules = segno.make_qr(address, error="m").symbol_size(border=0)[0]
        assert page_code.SIDE_MM / modules >= LEAST_MM, address


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/", "http://localhost/", ""])
def test_without_an_address_there_is_no_code(loaded: project.Project, address: str) -> None:
    made = imprints(loaded, address)
    assert made
    assert not any(imprint.coded for imprint in made)
