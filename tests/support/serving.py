"""A host of static pages on this machine: one for tests, for pictures and for the bench."""

import gzip
import mimetypes
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_server
from urllib.parse import unquote, urlsplit

_TEXTS = ("text/", "application/javascript", "application/json", "image/svg+xml")


@dataclass(frozen=True)
class Host:
    """What is served, and how: `root` under the path `base`.

    `wait` is the seconds until an answer; `keep` the seconds for which a browser may use what is no
    page without asking, None for a host that says nothing of it; `packed` whether texts are
    compressed for who takes them so.
    """

    root: Path
    base: str = "/"
    wait: float = 0
    keep: int | None = None
    packed: bool = False

    def answers(self, address: str) -> bool:  # noqa: ARG002 - a host in a test may be cut off
        """Whether a request is answered at all."""
        return True

    def found(self, address: str) -> tuple[HTTPStatus, Path]:
        """The file behind a request's address, or the 404 page."""
        path = unquote(urlsplit(address).path)
        file = self.root / path.removeprefix(self.base)
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if not path.startswith(self.base) or ".." in Path(path).parts or not file.is_file():
            return HTTPStatus.NOT_FOUND, self.root / "404.html"
        return HTTPStatus.OK, file

    def body(self, file: Path, *, packed: bool) -> bytes:
        """A file's bytes as they are sent. A site without a page for 404 says it without words."""
        return _body(file, file.stat().st_mtime_ns, packed=packed) if file.is_file() else b""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Tells of mistakes here, not of a browser that hung up before it asked for anything."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, host: Host) -> None:
        self.host = host
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if not self.host.answers(self.path):
            self.close_connection = True
            return
        time.sleep(self.host.wait)
        status, file = self.host.found(self.path)
        self._send(status, file)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _send(self, status: HTTPStatus, file: Path) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        kind = {"text/javascript": "application/javascript"}.get(kind, kind)
        text = kind.startswith(_TEXTS)
        packed = text and self.host.packed and "gzip" in self.headers.get("Accept-Encoding", "")
        body = self.host.body(file, packed=packed)
        self.send_response(status)
        if packed and body:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind + ("; charset=utf-8" if text else ""))
        self.send_header("Content-Length", str(len(body)))
        self._keep(file)
        self.end_headers()
        # A browser that leaves a page may hang up in the middle.
        with suppress(ConnectionError):
            self.wfile.write(b"" if self.command == "HEAD" else body)

    def _keep(self, file: Path) -> None:
        """A page is asked for anew each time; what it is made of may be kept."""
        if self.host.keep is not None:
            page = file.suffix == ".html"
            self.send_header("Cache-Control", "no-cache" if page else f"max-age={self.host.keep}")
            self.send_header("Vary", "Accept-Encoding")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        """Says nothing: who serves here has words of its own."""


@cache
def _body(file: Path, changed: int, *, packed: bool) -> bytes:  # noqa: ARG001 - tells versions apart
    """A file as a host has it ready: compressed as well as it can be."""
    content = file.read_bytes()
    return gzip.compress(content, 9, mtime=0) if packed else content


def nearby(root: Path) -> Host:
    """A host for measuring: it compresses, lets files be kept for an hour, and takes its time.

    From one that answers at once, Chromium has and runs a script before it first paints, and
    Lighthouse then counts it as waited for.
    """
    return Host(root, wait=0.05, keep=3600, packed=True)


@contextmanager
def served(host: Host, port: int = 0) -> Iterator[str]:
    """The address, ending in a slash, at which a host serves: at a port that is free or given."""
    server = _Server(("127.0.0.1", port), partial(_Handler, host=host))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{host.base}"
    server.shutdown()
    server.server_close()
    thread.join()


def free_port() -> int:
    """A port that nothing uses at the moment."""
    with create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
