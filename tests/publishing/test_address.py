"""What is published names its own address, and never that of one machine."""

import pytest
from built import Site

from mentoring_tools.publishing import address

LOCAL = [
    *("", "http://127.0.0.1:8000/", "http://localhost/", "http://site.localhost/", "http://[::1]/"),
    *("http://0.0.0.0:8000/", "http://192.168.1.7/mentoring/", "http://printer.local/"),
]


@pytest.mark.parametrize("given", LOCAL)
def test_what_others_do_not_reach_is_local(given: str) -> None:
    assert address.is_local(given)
    assert "make site PUBLISH=1 SITE_URL=https://" in address.note(given)


@pytest.mark.parametrize("given", ["https://mentoring.example/", "https://group.example/tools/"])
def test_an_address_of_its_own_needs_no_word(given: str) -> None:
    assert not address.is_local(given)
    assert address.note(given) == ""


def test_no_text_of_the_site_names_a_local_address(site: Site) -> None:
    named = [
        path.relative_to(site.root)
        for path in site.root.rglob("*")
        if path.suffix in {".html", ".xml", ".txt", ".json", ".webmanifest", ".conf", ""}
        and path.is_file()
        and (b"127.0.0.1" in path.read_bytes() or b"localhost" in path.read_bytes())
    ]
    assert not named
