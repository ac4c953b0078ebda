"""veraPDF, the judge of PDF/UA-1, finds no fault: one file of each kind here, all in .ci/run."""

from built import Site
from verapdf import faults

KINDS = (
    "downloads/fi/lifeline.pdf",
    "downloads/fi/getting-ready-easy.pdf",
    "downloads/fi-en/evaluation.pdf",
    "downloads/en/toolkit.pdf",
    "downloads/fi-en/certificate.pdf",
    "downloads/fi/matching-matrix.pdf",
    "downloads/en/mentor-orientation-slides.pdf",
    "index.pdf",
    "tools/index.pdf",
    "en/about/about.pdf",
    "guides/sources/sources.pdf",
    "en/phases/working/working.pdf",
)


def test_a_file_of_each_kind_passes(site: Site) -> None:
    found = faults(site.root / kind for kind in KINDS)
    assert len(found) == len(KINDS)
    assert not {file: said for file, said in found.items() if said}
