"""What a server says with every file of the site: the one source for pages, `_headers` and nginx.

Pages carry as much of it as a page can (`meta_policy`), for hosts that send no headers of ours.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import urlsplit

#: Nothing but the site's own files, and the styles that stand in its pages, each by its hash. A
#: drawing on a sheet becomes a picture to save through `blob:`.
_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' blob:",
    "script-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
#: What browsers follow in a header only.
_POLICY_OF_HEADER = {"frame-ancestors": "'none'"}

#: What a page may ask the browser for, and no page of this site does.
_UNUSED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking"),
)

#: A link that leads away does not tell which page it stands on.
REFERRER = "no-referrer"

#: Names stay the same when files change, so a copy is asked about before it is used again. The
#: answer is short when nothing has changed.
ASK_FIRST = "no-cache"
#: The address of a style or script changes with its contents (`assets.py`): kept without asking.
_FOR_GOOD = "public, max-age=31536000, immutable"
#: Folders whose files browsers may use without asking. Pictures may be a little old without harm.
_KEPT = {
    "assets/css/": _FOR_GOOD, "assets/js/": _FOR_GOOD, "assets/img/": "public, max-age=604800",
}  # fmt: skip

_NGINX = """\
# How nginx serves this site. Made with the site; copy it to nginx's own folder, for example
# /etc/nginx/snippets/mentoring.conf, and name it in the server that has the domain:
#     root /srv/mentoring;  # the site is in {root}
#     include snippets/mentoring.conf;
# Copy it again and reload nginx with each new version of the site: the policy below names the
# styles that stand in the pages, and lets no others through.
set $mt_kept "{ask_first}";
location ^~ {base} {{
    index index.html;
    charset utf-8;
    default_type text/plain;
    # Behind a proxy, only the path of a redirection is sure.
    absolute_redirect off;

    # Each text has its compressed copy beside it. Brotli is a sixth smaller still: it needs
    # libnginx-mod-http-brotli-static and a copy of each text made with `brotli --best`.
    gzip off;
    gzip_static on;
    gzip_proxied any;
    gzip_vary on;
    # brotli_static on;

{headers}
    add_header Cache-Control $mt_kept always;

    error_page 404 {base}404.html;
{places}
    location ~ \\.webmanifest$ {{ types {{ }} default_type application/manifest+json; }}
    location ~ ^{base}(nginx\\.conf|_headers|_redirects)$ {{ return 404; }}
}}
"""


def meta_policy(styles: Iterable[str] = ()) -> str:
    """The policy as a page can carry it itself; `styles` are the texts that may stand in pages."""
    return _directives(_policy(styles))


def everywhere(transport: str, styles: Iterable[str] = ()) -> dict[str, str]:
    """The headers of every answer; `transport` is that of the setting, and may be empty."""
    said = {
        "Content-Security-Policy": _directives(_policy(styles) | _POLICY_OF_HEADER),
        "Strict-Transport-Security": transport,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": REFERRER,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    }
    return {name: value for name, value in said.items() if value}


def files(
    address: str, said: Mapping[str, str], prefixes: Iterable[str], moved: Mapping[str, str]
) -> dict[str, str]:
    """The files for hosts, by their path in the site.

    `address` is the site's own, `said` are the headers of every answer, `prefixes` are the folders
    of its languages, such as `en/`, and `moved` has the new address of each old one, under the
    site's own.
    """
    base = urlsplit(address).path.rstrip("/") + "/"
    prefixes = tuple(filter(None, prefixes))
    moves = {base + old: base + new for old, new in moved.items()}
    return {
        "_headers": _for_netlify(base, said),
        "_redirects": _redirects(base, prefixes, moves),
        "nginx.conf": _for_nginx(base, said, prefixes, moves),
    }


def _for_netlify(base: str, said: Mapping[str, str]) -> str:
    """Also Cloudflare's. What is said twice they join, and they make browsers ask first anyway."""
    blocks = {"": said}
    blocks |= {folder: {"Cache-Control": value} for folder, value in _KEPT.items()}
    return "".join(
        f"{base}{folder}*\n" + "".join(f"  {name}: {value}\n" for name, value in block.items())
        for folder, block in blocks.items()
    )


def _redirects(base: str, prefixes: Iterable[str], moves: Mapping[str, str]) -> str:
    """Old addresses, and the page for the lost in each language's folder.

    Cloudflare leaves out the lines with 404: it looks for the nearest page for the lost by itself.
    """
    lines = [f"{old} {new} 301\n" for old, new in moves.items()]
    lost = [f"{base}{prefix}* {base}{prefix}404.html 404\n" for prefix in prefixes]
    return "".join([*lines, *lost])


def _for_nginx(
    base: str, said: Mapping[str, str], prefixes: Iterable[str], moves: Mapping[str, str]
) -> str:
    """An address that is not there is answered in the language of its folder."""
    places = [_place(base + folder, f'set $mt_kept "{kept}";') for folder, kept in _KEPT.items()]
    places += [_place(f"= {old}", f"return 301 {new};") for old, new in moves.items()]
    for prefix in prefixes:
        lost = f"{base}{prefix}404.html"
        places.append(_place(base + prefix, f"error_page 404 {lost};"))
        places.append(_place(f"= {lost}", f"try_files $uri {base}404.html;"))
    return _NGINX.format(
        base=base,
        root="that folder" if base == "/" else f"its folder {base[1:-1]}",
        ask_first=ASK_FIRST,
        headers="\n".join(f'    add_header {name} "{said[name]}" always;' for name in said),
        places="\n".join(places),
    )


def _place(where: str, rule: str) -> str:
    return f"    location {where} {{ {rule} }}"


def _policy(styles: Iterable[str]) -> dict[str, str]:
    hashes = (b64encode(sha256(style.encode()).digest()).decode() for style in styles)
    own = _POLICY["style-src"]
    return _POLICY | {"style-src": " ".join([own, *(f"'sha256-{one}'" for one in hashes)])}


def _directives(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())
