"""What a browser may keep of the site for times without a network: the list that sw.js reads."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from mentoring_tools.content.download_paths import WHOLE
from mentoring_tools.content.model import ON_THE_DEVICE, Language
from mentoring_tools.content.pictures import ENDINGS, SHARED, stamp_of

#: The list's name in the site, and the worker's.
LIST, WORKER = "offline.json", "sw.js"

#: Stands in the worker for the version.
VERSION = "%%mt-version%%"

#: The page of each language that is shown instead of one that is not kept.
GUIDE = "guides/offline/"

#: Pages of each language that every visitor gets. What is looked for then goes to no server, and
#: what is kept on the device can be seen there without one.
_FOR_ALL = ("", GUIDE, "search/", *(f"{slug}/" for slug in ON_THE_DEVICE))

#: The group of files that every visitor gets.
SHELL = "shell"

_LOOKS = {".css", ".js", ".json", ".svg"}
_SHEETS = {".pdf", ".docx"}


def publish(site: Path, languages: Iterable[Language], stamp: str) -> str:
    """Writes the list into the built site and the version into its worker; returns the version.

    The version is a hash of the list, and the list has a hash of each file.
    """
    listed = json.dumps(files(site, languages, stamp), separators=(",", ":")).encode()
    version = digest(listed)
    (site / LIST).write_bytes(listed)
    worker = site / WORKER
    worker.write_text(worker.read_text("utf-8").replace(VERSION, version), "utf-8")
    return version


def files(
    site: Path, languages: Iterable[Language], stamp: str
) -> dict[str, dict[str, tuple[str, int]]]:
    """The files by group, each under its address with its hash and its size in bytes.

    The groups are the shell (home, this guide, the search, what is kept here, all looks) and one
    for each language's code: its pages with their pictures, what its search looks up, its sheets as
    PDF and Word. Side by side files, the whole toolkit's and those of reading pages are left out:
    a page without a network says the same.
    """
    languages = list(languages)
    groups: dict[str, dict[str, tuple[str, int]]] = {
        SHELL: {}, **{language.code: {} for language in languages}
    }  # fmt: skip
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if not name.startswith("assets/") and file.suffix in ENDINGS:
            for code in _shown_in(name, languages):
                groups[code][f"{name}{stamp_of(file)}"] = _version(file)
            continue
        group, address = _placed(name, languages, stamp)
        if group:
            groups[group][address] = _version(file)
    return groups


def _version(file: Path) -> tuple[str, int]:
    content = file.read_bytes()
    return digest(content), len(content)


def _shown_in(name: str, languages: list[Language]) -> Iterable[str]:
    """The languages whose pages may show a picture."""
    if name.startswith(f"{SHARED}/"):
        return [language.code for language in languages]
    return [_language(name, languages).code]


def _language(address: str, languages: list[Language]) -> Language:
    under = (one for one in languages if address.startswith(one.prefix))
    return max(under, key=lambda one: len(one.prefix))


def digest(content: bytes) -> str:
    """A content's hash, as far as telling apart needs it."""
    return sha256(content).hexdigest()[:12]


def _placed(name: str, languages: list[Language], stamp: str) -> tuple[str, str]:
    """A file's group, or nothing when it is not to be kept, and its address."""
    path = Path(name)
    if path.parts[0] == "lookup" and path.suffix == ".json":
        return path.parts[1], name
    if path.parts[0] == "assets":
        return (SHELL if path.suffix in _LOOKS else ""), name + stamp
    if path.parts[0] == "downloads":
        kept = path.suffix in _SHEETS and path.stem != WHOLE
        codes = {language.code for language in languages}
        return (path.parts[1] if kept and path.parts[1] in codes else ""), name
    if path.name != "index.html":
        return "", name
    address = name.removesuffix("index.html")
    language = _language(address, languages)
    shell = address.removeprefix(language.prefix) in _FOR_ALL
    return (SHELL if shell else language.code), address
