"""Without a network: what was read stays, everything can be kept, and nothing changes by itself."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from built import BASE, Site
from filled import take
from measures import UNFOLD
from on_a_sheet import WORDS, answers, kept, person, press, settle
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import Host, served

from mentoring_tools.content.model import Language
from mentoring_tools.publishing import service_worker

LANGUAGES = (Language("fi", "suomi", "", default=True), Language("en", "English", ""))
GUIDE = "guides/offline/"
IS_KEPT = "address => caches.match(address).then(Boolean)"
NOT_HAD = """async (addresses) => {
  const asked = addresses.map(async (one) => ((await fetch(one)).ok ? "" : one));
  return (await Promise.all(asked)).filter(Boolean);
}"""
WHEN_READY = "() => navigator.serviceWorker.ready.then(() => true)"
CACHES = "() => caches.keys()"
PATIENCE = 60_000  # milliseconds after which what is awaited will not come
NEW_TITLE = "Uuden version otsikko"


@dataclass(frozen=True)
class Fading(Host):
    """A host that answers only what its network lets through."""

    network: "Network | None" = None

    def answers(self, address: str) -> bool:
        return self.network is None or self.network.lets_through(address)


class Network:
    """The site on a server of its own, as a copy that may change, and which can be taken away."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lets_through: Callable[[str], bool] = lambda _: True
        self.host = Fading(root, BASE, network=self)
        self.address = ""  # where it is served

    def off(self, context: BrowserContext) -> None:
        """No answer from the server, and the browser knows that there is no network."""
        self.lets_through = lambda _: False
        context.set_offline(True)

    def renew(self) -> None:
        """Publishes another version in one stroke: the text of a sheet's page has changed."""
        aside = copied(self.root, self.root.with_name("new"))
        page = aside / "tools/lifeline/index.html"
        text = page.read_text("utf-8")
        page.write_text(text.replace("<h1>", f"<h1>{NEW_TITLE} "), "utf-8")
        worker = aside / service_worker.WORKER
        version = service_worker.digest((aside / service_worker.LIST).read_bytes())
        text = worker.read_text("utf-8").replace(version, service_worker.VERSION)
        worker.write_text(text, "utf-8")
        (aside / service_worker.LIST).unlink()
        assert service_worker.publish(aside, LANGUAGES, stamp_of(aside)) != version
        self.root.rename(self.root.with_name("old"))
        aside.rename(self.root)


def copied(root: Path, target: Path) -> Path:
    """A copy of a site; the files to take along, which nothing here changes, are linked."""

    def copy(source: str, place: str) -> None:
        (os.link if "/downloads/" in source else shutil.copy2)(source, place)

    return Path(shutil.copytree(root, target, copy_function=copy))


def stamp_of(root: Path) -> str:
    """What the site's pages write behind the address of a script."""
    return "?" + (root / "index.html").read_text("utf-8").split("register-worker.js?")[1][:5]


@pytest.fixture
def network(site: Site, tmp_path: Path) -> Iterator[Network]:
    """A copy of the site that is served until the test ends."""
    running = Network(copied(site.root, tmp_path / "site"))
    with served(running.host) as running.address:
        yield running


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A person's browser that may keep pages. What it says of a missing network is expected."""
    complaints: list[str] = []
    with person(browser, complaints, service_workers="allow") as context:
        yield context
    assert not [said for said in complaints if "net::ERR" not in said]


def until(page: Page, promised: str, given: str = "") -> None:
    """Waits for what a function promises: `wait_for_function` takes a promise itself for a yes."""
    page.evaluate(
        f"""async (given) => {{
          const end = performance.now() + {PATIENCE};
          while (!(await ({promised})(given))) {{
            if (performance.now() > end) throw Error("it did not come");
            await new Promise(requestAnimationFrame);
          }}
        }}""",
        given,
    )


def read(context: BrowserContext, address: str) -> Page:
    """Opens a page and waits until the browser keeps it."""
    page = context.new_page()
    page.goto(address)
    page.evaluate(WHEN_READY)
    until(page, IS_KEPT, address)
    return page


def listed(network: Network, *groups: str) -> dict[str, tuple[str, int]]:
    groups_of_files = json.loads((network.root / service_worker.LIST).read_text("utf-8"))
    return {path: fact for group in groups for path, fact in groups_of_files[group].items()}


def title(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_a_page_that_was_read_opens_again_with_its_looks_and_its_sheet(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, network.address + "tools/lifeline/")
    colour = "() => getComputedStyle(document.body).backgroundColor"
    seen = (title(page), page.evaluate(colour))
    network.off(reader)
    page.reload()
    assert (title(page), page.evaluate(colour)) == seen
    page.fill("[name=lifeline-whose]", "Amina")
    settle(page)
    page.reload()
    assert answers(page) == {"lifeline-whose": "Amina"}


@pytest.mark.parametrize(("code", "prefix"), [("fi", ""), ("en", "en/")])
def test_a_page_that_was_not_read_is_excused_in_its_own_language(
    code: str, prefix: str, network: Network, reader: BrowserContext
) -> None:
    page = read(reader, f"{network.address}{prefix}tools/grow-talk/")
    read_title = title(page)
    network.off(reader)
    wanted = f"{network.address}{prefix}tools/lifeline/"
    page.goto(wanted)
    missed = page.locator("#mt-missed")
    expect(missed).to_contain_text(WORDS[code]["offline_missed"])
    expect(missed.locator("a")).to_have_attribute("href", wanted)
    links = page.locator("#mt-offline li:visible a")
    expect(links).to_have_count(7)  # Home, this guide, search, three of the device, what was read.
    names = links.all_inner_texts()
    assert read_title in names
    page.click(f"#mt-offline li:visible a >> nth={names.index(read_title)}")
    assert title(page) == read_title


QUERIES = ["utm_source=x", "%", "page=", "page=../other/", "tools/lifeline/"]


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_another_kind_misses_no_page(
    query: str, network: Network, reader: BrowserContext
) -> None:
    page = read(reader, f"{network.address}{GUIDE}")
    page.goto(f"{network.address}{GUIDE}?{query}")
    expect(page.locator("#mt-offline")).to_be_visible()
    expect(page.locator("#mt-missed")).to_be_hidden()


def test_a_cache_of_another_site_on_the_same_host_answers_for_nothing(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, network.address)
    answer = page.evaluate(
        """async address => {
          const theirs = await caches.open("another-project");
          await theirs.put(address, new Response("theirs"));
          return (await fetch(address)).text();
        }""",
        f"{network.address}robots.txt",
    )
    assert answer != "theirs"


def test_an_address_without_its_last_slash_finds_the_page_that_is_kept(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, network.address + "tools/lifeline/")
    network.off(reader)
    page.goto(network.address + "tools/lifeline")
    assert page.url == network.address + "tools/lifeline/"
    page.goto(network.address + "tools/lifeline/index.html?from=mail")
    assert page.locator("#mt-sheet").is_visible()


def keep_everything(page: Page, code: str) -> None:
    page.locator("[data-mt-do=keep]").click()
    status = page.locator("#mt-offline-status")
    expect(status).to_have_text(WORDS[code]["offline_say_done"], timeout=PATIENCE)


def test_everything_of_a_language_can_be_kept(
    site: Site, network: Network, reader: BrowserContext
) -> None:
    page = read(reader, f"{network.address}en/{GUIDE}")
    size = sum(size for _, size in listed(network, "en").values())
    button = page.locator("[data-mt-do=keep]")
    expect(button).to_have_text(f"Save everything on this device ({round(size / 1e6, 1):g} MB)")
    keep_everything(page, "en")
    expect(page.locator(".mt-all-kept")).to_be_visible()
    expect(button).to_be_hidden()
    network.off(reader)
    pages = [url for url in site.pages if site.pages[url].language == "en"]
    assert len(pages) > 60
    for url in pages:
        page.goto(network.address + url.partition(BASE)[2])
        assert title(page) == site.pages[url].tree.xpath("normalize-space(//h1)")
    asked = [network.address + path for path in listed(network, "en")]
    assert page.evaluate(NOT_HAD, asked) == []


def test_files_that_are_kept_can_be_taken_filled_and_empty(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, f"{network.address}en/{GUIDE}")
    keep_everything(page, "en")
    network.off(reader)
    page.goto(network.address + "en/tools/lifeline/")
    page.fill("[name=lifeline-whose]", "Oleksii")
    for state in ("filled", "empty"):
        with page.expect_download() as download:
            take(page, "en/lifeline.pdf", state)
        made = Path(download.value.path()).read_bytes()
        assert made.startswith((network.root / "downloads/en/lifeline.pdf").read_bytes())
    take(page, "fi-en/lifeline.pdf", "empty")
    expect(page.locator("#mt-take [role=status]")).to_have_text(WORDS["en"]["filled_failed"])
    page.evaluate(UNFOLD)
    page.click("a[href$='/fi-en/toolkit.pdf']")
    expect(page.locator("a[href$='/fi-en/toolkit.pdf'] + .mt-missing")).to_have_text(
        WORDS["en"]["news_missing"]
    )


def test_a_network_that_goes_midway_is_told_and_the_rest_can_follow(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, network.address + GUIDE)
    network.lets_through = lambda path: "lifeline" not in path
    page.locator("[data-mt-do=keep]").click()
    status = page.locator("#mt-offline-status")
    begin, _, end = WORDS["fi"]["offline_say_network"].partition("{n}/{all}")
    expect(status).to_contain_text(begin)
    expect(status).to_contain_text(end)
    expect(page.locator(".mt-all-kept")).to_be_hidden()
    network.lets_through = lambda _: True
    keep_everything(page, "fi")


def test_a_device_without_room_is_told_so(network: Network, reader: BrowserContext) -> None:
    page = read(reader, network.address + GUIDE)
    size = sum(size for _, size in listed(network, service_worker.SHELL, "fi").values())
    quota = {"origin": network.address.removesuffix(BASE), "quotaSize": size // 2}
    reader.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    page.locator("[data-mt-do=keep]").click()
    begin = WORDS["fi"]["offline_say_full"].partition("{n}")[0]
    expect(page.locator("#mt-offline-status")).to_contain_text(begin)
    expect(page.locator(".mt-all-kept")).to_be_hidden()


def test_what_is_kept_can_be_removed_and_answers_stay(
    network: Network, reader: BrowserContext
) -> None:
    sheet = read(reader, network.address + "tools/lifeline/")
    sheet.fill("[name=lifeline-whose]", "Minh")
    settle(sheet)
    page = read(reader, network.address + GUIDE)
    press(page, "offline_forget")
    expect(page.locator("#mt-offline-status")).to_have_text(WORDS["fi"]["offline_say_forgotten"])
    assert not page.evaluate(IS_KEPT, network.address + "tools/lifeline/")
    assert kept(page)[0]["answers"] == {"lifeline-whose": "Minh"}


def told(page: Page) -> Any:
    """The button of a new version. A browser looks for one in its own time, when all else rests."""
    return page.locator("#mt-news").get_by_role("button", name=WORDS["fi"]["news_take"])


def test_a_new_version_is_told_and_comes_only_when_it_is_taken(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, network.address + "tools/lifeline/")
    page.goto(network.address + "tools/grow-talk/")
    network.renew()
    page.goto(network.address + "tools/lifeline/")
    expect(told(page)).to_be_visible(timeout=PATIENCE)
    assert NEW_TITLE not in title(page)
    page.reload()
    assert NEW_TITLE not in title(page)
    expect(told(page)).to_be_visible(timeout=PATIENCE)
    page.fill("[name=lifeline-whose]", "Sari")
    told(page).click()
    expect(page.locator("h1")).to_contain_text(NEW_TITLE)
    expect(page.locator("[name=lifeline-whose]")).to_have_value("Sari")
    expect(told(page)).to_have_count(0)
    assert len(page.evaluate(CACHES)) == 1
    network.off(reader)
    page.goto(network.address + "tools/grow-talk/")
    expect(page.locator("#mt-sheet")).to_be_visible()


def test_another_window_keeps_the_version_that_it_shows(
    network: Network, reader: BrowserContext
) -> None:
    other = read(reader, network.address + "tools/grow-talk/")
    other.evaluate("() => { window.same = true; }")
    page = read(reader, network.address + "tools/lifeline/")
    network.renew()
    page.reload()
    told(page).click()
    expect(page.locator("h1")).to_contain_text(NEW_TITLE)
    assert other.evaluate("() => window.same")
    assert len(page.evaluate(CACHES)) == 2
    other.close()
    page.reload()
    until(page, "() => caches.keys().then(names => names.length === 1)")


def test_a_new_version_comes_when_all_windows_were_closed(
    network: Network, reader: BrowserContext
) -> None:
    page = read(reader, network.address + "tools/lifeline/")
    network.renew()
    page.reload()
    expect(told(page)).to_be_visible(timeout=PATIENCE)
    page.goto("about:blank")
    reader.new_page().wait_for_function("() => true")
    page.goto(network.address + "tools/lifeline/")
    expect(page.locator("h1")).to_contain_text(NEW_TITLE)


def test_the_preview_removes_the_worker_of_a_published_site(
    network: Network, reader: BrowserContext, project: Path
) -> None:
    page = read(reader, network.address + "tools/lifeline/")
    worker = service_worker.WORKER
    shutil.copyfile(project / "overrides" / worker, network.root / worker)
    page.reload()
    # The old one has work as long as its page is open.
    page.goto("about:blank")
    page.goto(network.address + "robots.txt")
    until(page, "() => caches.keys().then(names => names.length === 0)")
    until(page, "() => navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")


def test_the_list_is_the_same_for_the_same_site_and_another_for_another(
    site: Site, tmp_path: Path
) -> None:
    stamp = stamp_of(site.root)
    content = (site.root / service_worker.LIST).read_bytes()
    files = service_worker.files(site.root, LANGUAGES, stamp)
    assert json.loads(content) == json.loads(json.dumps(files))
    assert service_worker.digest(content) in (site.root / service_worker.WORKER).read_text("utf-8")
    copy = copied(site.root, tmp_path / "site")
    changed = copy / "tools/lifeline/index.html"
    changed.write_bytes(changed.read_bytes() + b"\n")
    again = service_worker.files(copy, LANGUAGES, stamp)
    assert [path for path in files["fi"] if files["fi"][path] != again["fi"][path]] == [
        "tools/lifeline/"
    ]
    assert {**files, "fi": {}} == {**again, "fi": {}}


def test_each_page_and_sheet_is_in_the_list_of_its_language(site: Site) -> None:
    groups = service_worker.files(site.root, LANGUAGES, stamp_of(site.root))
    for code in ("fi", "en"):
        pages = {
            url.partition(BASE)[2] for url, page in site.pages.items() if page.language == code
        }
        every = {**groups[service_worker.SHELL], **groups[code]}
        assert pages <= every.keys()
        sheets = {path for path in groups[code] if path.startswith("downloads/")}
        assert {path.split("/")[1] for path in sheets} == {code}
        forms = [
            url
            for url, p in site.pages.items()
            if p.language == code and p.tree.xpath("//form[@id='mt-sheet']")
        ]
        # A training has its slides as a PDF, and a report has its paper.
        trainings = [path for path in pages if "organisers/trainings/" in path]
        assert len(sheets) == 2 * len(forms) + len(trainings) + 1
