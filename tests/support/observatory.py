"""Points by the rules of Mozilla's HTTP Observatory, for what our host or our page can decide.

Written after the source of mdn/mdn-http-observatory (`src/grader/charts.js` and the tests under
`src/analyzer/tests/`), the rules of August 2026, which count COOP and COEP; those before did not.
Compared with that source on fifty sets of headers: the same points, but where a page repeats the
referrer's policy, which is not read here.
Left out are https itself, which is the host's, and the integrity of scripts, as all are our own.
A cookie, or an answer shared with other sites, is none of ours: it takes the most it can take.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from mentoring_tools.publishing import assets, headers

TRANSPORT = "max-age=63072000; includeSubDomains"
ASSETS = assets.published(Path(__file__).resolve().parents[2] / "overrides", serving=False)
STYLES = ASSETS.own_styles
EVERYWHERE = headers.everywhere(TRANSPORT, STYLES)

BASE = 100
# With less than this after all penalties, no bonus counts.
GOOD_ENOUGH = 90
HALF_A_YEAR = 15_552_000

ANYBODY = {"*", "http:", "https:", "ftp:", "http://*", "https://*", "http://*.*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
Policy = dict[str, set[str]]


def score(headers: Mapping[str, str], meta: str = "", *, preloaded: bool = False) -> int:
    """The points of a page served over https: `headers` by small names, `meta` its own policy."""
    points = changes(headers, meta, preloaded=preloaded)
    lost = sum(change for change in points.values() if change < 0)
    gained = sum(change for change in points.values() if change > 0)
    return max(0, BASE + lost + (gained if BASE + lost >= GOOD_ENOUGH else 0))


def changes(headers: Mapping[str, str], meta: str, *, preloaded: bool) -> dict[str, int]:
    """What each test gives or takes."""
    said = {name: value.strip().lower() for name, value in headers.items()}
    header = said.get("content-security-policy", "")
    return {
        "content-security-policy": _policy(header, meta.lower()),
        "strict-transport-security": 5 if preloaded else _transport(said),
        "x-content-type-options": 0 if said.get("x-content-type-options") == "nosniff" else -5,
        "x-frame-options": _frames(header, said.get("x-frame-options")),
        "referrer-policy": _referrer(said.get("referrer-policy")),
        "cross-origin-resource-policy": _one_of(
            said.get("cross-origin-resource-policy"), {"same-origin", "same-site"}, {"cross-origin"}
        ),
        "cross-origin-opener-policy": _one_of(
            said.get("cross-origin-opener-policy"),
            {"same-origin", "same-origin-allow-popups", "noopener-allow-popups"},
            {"unsafe-none"},
        ),
        "cross-origin-embedder-policy": _one_of(
            said.get("cross-origin-embedder-policy"),
            {"require-corp", "credentialless"},
            {"unsafe-none"},
        ),
        "cookies": -40 if "set-cookie" in said else 0,
        "cross-origin-resource-sharing": -50 if "access-control-allow-origin" in said else 0,
    }


def directives(text: str) -> Policy:
    """A policy by directive; one that stands twice makes it invalid."""
    pairs = [part.split() for part in text.split(";") if part.strip()]
    names = [name for name, *_ in pairs]
    if len(set(names)) < len(names):
        raise ValueError(f"said twice: {text}")
    return {name: set(sources) or {"'none'"} for name, *sources in pairs}


def _both(header: str, meta: str) -> Policy:
    """What two policies allow together: what each of them allows."""
    one, other = directives(header), directives(meta)
    other.pop("frame-ancestors", None)
    shared = {name: (one[name] & other[name]) or {"'none'"} for name in one.keys() & other.keys()}
    return {**one, **other, **shared}


def _policy(header: str, meta: str) -> int:
    """The first fault decides."""
    try:
        policy = _both(header, meta)
    except ValueError:
        return -25
    if not policy:
        return -25
    default = policy.get("default-src", {"*"})
    scripts, styles = policy.get("script-src", default), policy.get("style-src", default)
    passive = policy.get("img-src", default) | policy.get("media-src", default)
    active = set().union(*(v for k, v in policy.items() if k not in ("img-src", "media-src")))
    faults = {
        -20: scripts & (ANYBODY | INLINE)
        or policy.get("object-src", default) & ANYBODY
        or _insecure(active),
        -10: "'unsafe-eval'" in scripts | styles or _insecure(passive),
        0: styles & (ANYBODY | INLINE),
    }
    found = [points for points, fault in faults.items() if fault]
    return found[0] if found else 10 if default == {"'none'"} else 5


def _insecure(sources: set[str]) -> bool:
    return any(source.startswith(("http:", "ftp:")) for source in sources)


def _transport(said: Mapping[str, str]) -> int:
    found = re.search(r"(?:^|;)\s*max-age=(\d+)", said.get("strict-transport-security", ""))
    if not found or "," in said["strict-transport-security"]:
        return -20
    return 0 if int(found[1]) >= HALF_A_YEAR else -10


def _frames(header: str, said: str | None) -> int:
    try:
        by_policy = "frame-ancestors" in directives(header)
    except ValueError:
        by_policy = False
    if by_policy or said in ("deny", "sameorigin"):
        return 5
    return 0 if said and said.startswith("allow-from") else -20


def _referrer(said: str | None) -> int:
    private = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    return 0 if said is None else 5 if said in private else -5


def _one_of(said: str | None, good: set[str], fair: set[str]) -> int:
    return 10 if said in good else 0 if said is None or said in fair else -5
