"""What the service has said from the beginning, statement by statement, on the built home page.

The thirteen statements are those of the support material that this site continues: each has its
place on the page, words that carry it in each language, and the links that it promises.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import pytest
from built import SITE_URL, Page, Site

HOME = {"fi": SITE_URL, "en": f"{SITE_URL}en/"}


@dataclass(frozen=True)
class Statement:
    """One statement: the id of its heading (none: the lead), its words, and where it leads.

    An address in `links` counts from the language's home page, in `files` from the site's.
    """

    name: str
    part: str
    fi: tuple[str, ...]
    en: tuple[str, ...]
    links: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


PHASES = tuple(f"phases/{name}/" for name in ("familiarization", "working", "assessment"))
STATEMENTS = (
    Statement(
        "tools for mentees and mentors", "",
        ("työkalut mentorointiin", "mentorille ja aktorille"),
        ("mentoring tools", "a mentor and a mentee"),
    ),
    Statement(
        "a cooperation that moves the mentee on the path to employment", "mentoring",
        ("yhteistyötä", "vuorovaikutusta", "eteenpäin työllistymisen polulla"),
        ("working together", "goes both ways", "forward on the path to employment"),
    ),
    Statement(
        "three phases", "phases",
        ("Aloitusvaihe", "Työskentelyvaihe", "Päättämis- eli arviointivaihe"),
        ("Familiarization phase", "Working phase", "Assessment phase"),
    ),
    Statement("each phase is described", "phases", ("kolme vaihetta",), ("three phases",), PHASES),
    Statement(
        "it succeeds when both are truly present", "dialogue",
        ("onnistuu", "kumpikin on aidosti läsnä"),
        ("Mentoring works", "you are both truly present"),
    ),
    Statement(
        "by talking they build it forward in an equal dialogue", "dialogue",
        ("keskustelette ja päätätte yhdessä", "mentorointi etenee", "dialogi", "tasavertaisia"),
        ("talk and decide together", "your mentoring goes forward", "dialogue", "equals"),
        ("guides/dialogue/",),
    ),
    Statement(
        "the tools help the dialogue", "tools",
        ("Työkalut on tehty dialogin avuksi",), ("The tools are made to help your dialogue",),
    ),
    Statement(
        "they are easy to take up: phase and goal are ready", "tools",
        ("helppo ottaa käyttöön", "vaihe ja tavoite on mietitty valmiiksi"),
        ("easy to start with", "its phase and its goal set in advance"),
    ),
    Statement(
        "the tools can be downloaded", "tools", ("ladatkaa",), ("download",),
        files=("downloads/{}/toolkit.pdf", "downloads/{}/toolkit.zip"),
    ),
    Statement(
        "rules, goals and practices are talked about at once", "agreement",
        ("heti alussa", "pelisäännöistä, tavoitteista ja toimintatavoista"),
        ("at the start", "your ground rules, your goals and your practices"),
    ),
    Statement(
        "what is agreed together supports the process", "agreement",
        ("Kun sovitte niistä yhdessä", "tukevat teitä koko mentoroinnin ajan"),
        ("What you agree on together", "supports you all through your mentoring"),
    ),
    Statement(
        "it is written in the agreement", "agreement",
        ("Kirjoittakaa mentorointisopimukseen",), ("Write what you decide in the mentoring",),
        ("agreement/",),
    ),
    Statement(
        "the agreement can be downloaded", "agreement", ("ladata",), ("download",),
        files=("downloads/{}/agreement.pdf", "downloads/{}/agreement.docx"),
    ),
)  # fmt: skip


def part_of(tree: Any, id_: str) -> Any:
    """The element that holds a statement: the lead, or the section with its buttons and files."""
    if not id_:
        return tree.xpath("//div[@class='mt-lead']")[0]
    (heading,) = tree.xpath(f"//h2[@id='{id_}']")
    offers = heading.xpath("ancestor::div[contains(@class, 'mt-offer')][1]")
    return offers[0] if offers else heading.getparent()


def lacking(statement: Statement, tree: Any, page: Page) -> set[str]:
    """The words and the addresses of a statement that are not where it stands."""
    part = part_of(tree, statement.part)
    code = page.language
    text = " ".join(part.text_content().replace("\u00ad", "").split())
    there = {urljoin(page.url, href) for href in part.xpath(".//a/@href")}
    wanted = {HOME[code] + link for link in statement.links}
    wanted |= {SITE_URL + file.format(code) for file in statement.files}
    words = {"fi": statement.fi, "en": statement.en}[code]
    return {word for word in words if word not in text} | (wanted - there)


def test_there_are_thirteen() -> None:
    assert len({statement.name for statement in STATEMENTS}) == 13


@pytest.mark.parametrize("code", HOME)
@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.name)
def test_the_home_page_says_it(statement: Statement, code: str, site: Site) -> None:
    page = site.pages[HOME[code]]
    assert not lacking(statement, page.tree, page)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.name)
def test_a_page_without_it_is_found_out(statement: Statement, site: Site) -> None:
    page = site.pages[HOME["fi"]]
    tree = deepcopy(page.tree)
    for element in part_of(tree, statement.part).xpath(".//p | .//li | .//h2"):
        element.text = ""
        for child in element:
            element.remove(child)
    assert lacking(statement, tree, page) >= set(statement.fi)
