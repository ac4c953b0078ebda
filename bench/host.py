"""A host of static pages on this machine, as such hosts are: it compresses, and knows its 404."""

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_server
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml")
# A page asks anew each time; what it is made of may be kept for an hour.
_KEPT = {".html": "no-cache"}
# Seconds until an answer, as from a host nearby. From one that answers at once, Chromium has and
# runs a script before it first paints, and Lighthouse then counts it as waited for.
_WAIT = 0.05


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, root: Path) -> None:
        self.root = root
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        time.sleep(_WAIT)
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.root / path
        if file.is_dir() and (not path or path.endswith("/")):
            file /= "index.html"
        status = HTTPStatus.OK
        if ".." in Path(path).parts or not file.is_file():
            status, file = HTTPStatus.NOT_FOUND, self.root / "404.html"
        self._send(status, file)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _send(self, status: HTTPStatus, file: Path) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        kind = {"text/javascript": "application/javascript"}.get(kind, kind)
        text = kind.startswith(_COMPRESSED)
        packed = text and "gzip" in self.headers.get("Accept-Encoding", "")
        # A site without a page for 404 says it without words.
        body = _body(file, file.stat().st_mtime_ns, packed=packed) if file.is_file() else b""
        self.send_response(status)
        if packed and body:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind + ("; charset=utf-8" if text else ""))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", _KEPT.get(file.suffix, "max-age=3600"))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        """Says nothing: the bench prints figures."""


@cache
def _body(file: Path, changed: int, *, packed: bool) -> bytes:  # noqa: ARG001 - tells versions apart
    """A file as a host has it ready: compressed as well as it can be."""
    content = file.read_bytes()
    return gzip.compress(content, 9, mtime=0) if packed else content


@contextmanager
def served(root: Path, port: int = 0) -> Iterator[str]:
    """The address at which a folder is served, at a port that is free or given."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Host, root=root))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def free_port() -> int:
    """A port that nothing uses at the moment."""
    with create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
