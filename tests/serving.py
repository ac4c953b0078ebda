"""A plain web server for the built site, as a host of static pages would serve it."""

from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path


def handler(root: Path, base: str) -> type[SimpleHTTPRequestHandler]:
    """A request handler that serves `root` under the path `base`, with its 404 page."""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            if not path.startswith(base):
                return str(root / "outside-of-the-site")
            self.directory = str(root)
            return super().translate_path("/" + path.removeprefix(base))

        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            if code != HTTPStatus.NOT_FOUND:
                super().send_error(code, message, explain)
                return
            body = (root / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Says nothing: a test speaks by its failure."""

    return Handler
