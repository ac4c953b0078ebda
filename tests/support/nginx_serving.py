"""Debian's nginx for a folder, on the configuration that the site brings along."""

import http.client
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

# For root and for anybody, in a container too: the one who reads files is who runs the tests.
SETTINGS = """
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/errors;
events {{ }}
http {{
    include {types};
    access_log off;
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/served;
        include {site}/nginx.conf;
    }}
}}
"""
UNPACKED = Path(__file__).resolve().parents[2] / ".venv" / "nginx"


@dataclass(frozen=True)
class Answer:
    """What came back: the header's names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def programs() -> tuple[Path, Path]:
    """The machine's own nginx or the unpacked one, and the list of types that came with it."""
    for root in (UNPACKED, Path("/")):
        found = shutil.which("nginx", path=root / "usr" / "sbin")
        if found:
            return Path(found), root / "etc" / "nginx" / "mime.types"
    raise FileNotFoundError("nginx: setup/nginx.sh brings it")


@contextmanager
def nginx(site: Path, base: str, folder: Path) -> Iterator[str]:
    """Serves `site` under the path `base`; `folder` is for nginx's own files."""
    program, types = programs()
    place = folder / "served" / base.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(site)
    user = "user root root;" if os.geteuid() == 0 else ""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        (folder / "conf").write_text(
            SETTINGS.format(folder=folder, types=types, port=port, site=site, user=user)
        )
        # nginx takes over an open door that this variable names: nobody else can get the port,
        # and whoever knocks before it is ready waits.
        running = subprocess.Popen(
            [program, "-p", folder, "-e", folder / "errors", "-c", folder / "conf"],
            env={**os.environ, "NGINX": f"{door.fileno()};"},
            pass_fds=[door.fileno()],
            stderr=subprocess.DEVNULL,
        )
    try:
        yield f"http://127.0.0.1:{port}{base}"
    finally:
        running.terminate()
        running.wait()
        said = (folder / "errors").read_text()
        assert "[emerg]" not in said, said


def ask(url: str, method: str = "GET", **headers: str) -> Answer:
    """One request, as it is: nothing is followed, nothing unpacked. `if_none_match` is a header."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, parts.path, headers=named)
        answer = connection.getresponse()
        pairs = [(name.lower(), value) for name, value in answer.getheaders()]
        assert len(dict(pairs)) == len(pairs), f"a header is said twice: {pairs}"
        return Answer(answer.status, dict(pairs), answer.read())
    finally:
        connection.close()
