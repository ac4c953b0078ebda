"""What stands at the old address of a page that has moved, on hosts of each kind."""

import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built import SITE_URL
from jinja2 import Environment, FileSystemLoader
from lxml import html
from mkdocs.utils.templates import url_filter
from nginx_serving import ask, nginx

from mentoring_tools.content import redirects
from mentoring_tools.content.settings_schema import Extra
from mentoring_tools.downloads.cache import Made
from mentoring_tools.pages import generated, sitemap
from mentoring_tools.pages.site import Site
from mentoring_tools.project import Project, load
from mentoring_tools.publishing import assets as scripts
from mentoring_tools.publishing import headers
from mentoring_tools.source import strings

HERE = Path(__file__).resolve().parents[1]
OLD = ("tools/line/index.html", "en/tools/line/index.html")


@pytest.fixture
def site(tmp_path: Path, project: Path) -> Site:
    """The small project, in which one tool has another path than before."""
    small = Path(shutil.copytree(HERE / "small", tmp_path / "small"))
    settings = small / "mkdocs.yml"
    moved = "  - mentoring-tools:\n      moved:\n        tools/line: tools/lifeline\n"
    settings.write_text(settings.read_text("utf-8") + moved, "utf-8")
    found = load(small)
    words, _ = strings.load(found.library.codes)
    content = Project(found.library, words, moved=found.moved)
    assets = scripts.published(project / "overrides", serving=False)
    return Site(content, Made(small, (), {}), SITE_URL, Extra().model_dump(), assets)


@pytest.fixture
def pages(site: Site, project: Path) -> dict[str, str]:
    templates = Environment(loader=FileSystemLoader(project / "overrides"), autoescape=True)
    templates.filters["url"] = url_filter
    return generated.unwritten(site, templates)


def test_each_language_has_a_page_at_the_old_address(pages: dict[str, str]) -> None:
    assert {path for path in pages if not path.endswith("404.html")} == set(OLD)


@pytest.mark.parametrize("path", OLD)
def test_the_page_leads_on_at_once_and_by_a_link(pages: dict[str, str], path: str) -> None:
    tree, old = html.fromstring(pages[path].encode()), urljoin(SITE_URL, path)
    new = old.replace("line/index.html", "lifeline/")
    time, _, target = tree.xpath("string(//meta[@http-equiv='refresh']/@content)").partition("; ")
    assert (time, urljoin(old, target.removeprefix("url="))) == ("0", new)
    (link,) = tree.xpath("//main//a")
    assert urljoin(old, link.get("href")) == new
    assert tree.xpath("//link[@rel='canonical']/@href") == [new]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.get("lang") == ("en" if path.startswith("en/") else "fi")
    assert tree.xpath("//h1/text()")


def test_an_easy_page_goes_along_where_there_is_one(site: Site) -> None:
    """Its old address leads on, and its form finds what was kept under the former name."""
    library = site.project.library
    tool = library.of("fi")["tools/lifeline"]
    easy = replace(tool, document=replace(tool.document, slug="tools/lifeline/easy"))
    library = replace(library, easy={"fi": {"tools/lifeline": easy}})
    moved = generated.moved_to(replace(site, project=replace(site.project, library=library)))
    assert moved == generated.moved_to(site) | {"tools/line/easy/": "tools/lifeline/easy/"}
    for page in (tool, easy):
        assert redirects.former_names(site.project.moved, page) == ["line"]


def test_nobody_is_told_to_look_for_it(site: Site) -> None:
    assert not [page for page in sitemap.sitemap(site) if "/line/" in page["canonical"]]


def test_hosts_are_told(site: Site, tmp_path: Path) -> None:
    moved = generated.moved_to(site)
    files = headers.files(SITE_URL, headers.everywhere(""), ["", "en/"], moved)
    assert files["_redirects"] == (
        "/mentoring/tools/line/ /mentoring/tools/lifeline/ 301\n"
        "/mentoring/en/tools/line/ /mentoring/en/tools/lifeline/ 301\n"
        "/mentoring/en/* /mentoring/en/404.html 404\n"
    )
    folder = tmp_path / "site"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    with nginx(folder, "/mentoring/", tmp_path / "nginx") as served:
        answer = ask(f"{served}en/tools/line/")
        assert (answer.status, answer.headers["location"]) == (301, moved_address(moved))
        assert ask(f"{served}_redirects").status == 404


def moved_address(moved: dict[str, str]) -> str:
    return f"/mentoring/{moved['en/tools/line/']}"
