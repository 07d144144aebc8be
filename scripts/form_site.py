"""The form's own small web server, for one browser on this machine.

Every address begins with a random word, so that neither another web page nor another account of
this machine can guess one; requests that come from another page, or that name another host, are
refused. The page may load nothing from anywhere else.
"""

from __future__ import annotations

import http.client
import json
import secrets
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from form_files import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Decap CMS compiles the rules for its configuration, hence 'unsafe-eval'. The styles that it writes
# into the page are known by their hashes: an empty one, which it fills by script, and two that
# stay the same. Nothing else is allowed, and no other host.
STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' "
    "'sha256-4qb+qTjZ8vb8co1YZpMNDeX7tJSzzRBt6uIroh6K5K8=' "
    "'sha256-oLQo1xOLbYlsNCDIECXg24EuQKwYCOy/jJqds+fExxE='"
)
POLICY = (
    f"default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' {STYLES}; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "svg": "image/svg+xml",
}
MOST = 16 * 1024 * 1024  # bytes in one request; a data file has at most 8 MiB

Answer = dict[str, Any]


class SocketFile(http.client.HTTPConnection):
    """A connection to a server that listens on a socket file."""

    def __init__(self, path: str) -> None:
        """`path` is the socket file's."""
        super().__init__("localhost", timeout=60)
        self.path = path

    def connect(self) -> None:
        """Connect to the socket file."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


def ask(path: str, body: Answer) -> Any:  # noqa: ANN401 - JSON
    """Pass a request on to decap-server behind the socket file."""
    connection = SocketFile(path)
    headers = {"Content-Type": "application/json"}
    connection.request("POST", "/api/v1", json.dumps(body).encode(), headers)
    response = connection.getresponse()
    found = json.loads(response.read())
    connection.close()
    if response.status != http.HTTPStatus.OK:
        raise Refused(f"读写文件失败：{found.get('error', response.status)}")
    return found


class FormSite(ThreadingHTTPServer):
    """Serves the page and answers it."""

    daemon_threads = True

    def __init__(
        self,
        port: int,
        files: Mapping[str, Callable[[], bytes]],
        answer: Callable[[Answer], Any],
    ) -> None:
        """`files` makes each file of the page by its name; `answer` answers the form."""
        self.word = secrets.token_urlsafe(18)
        self.files = files
        self.answer = answer
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def host(self) -> str:
        """Host and port, as the browser must name them."""
        return f"127.0.0.1:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """The address that opens the form."""
        return f"http://{self.host}/{self.word}/"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the base class's
        """Say nothing of a browser that went away; the terminal belongs to the person."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: FormSite
    server_version = "form"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Give a file of the page."""
        name = self.name()
        make = self.server.files.get("index.html" if name == "" else name or "")
        if make is None:
            self.give(404, b"")
            return
        suffix = (name or "index.html").rsplit(".", 1)[-1]
        self.give(200, make(), TYPES[suffix])

    def do_POST(self) -> None:
        """Answer the form."""
        size = self.headers.get("Content-Length", "")
        ours = self.headers.get("Origin") == f"http://{self.server.host}"
        json_sent = self.headers.get_content_type() == "application/json"
        if self.name() != "api/v1" or not ours or not json_sent:
            self.give(404, b"")
        elif not size.isdecimal() or int(size) > MOST:
            self.give(413, b"")
        else:
            self.give_answer(self.rfile.read(int(size)))

    def name(self) -> str | None:
        """What is asked for below the random word; None for whoever does not know it."""
        head, word, *rest = self.path.split("?", 1)[0].split("/", 2)
        known = secrets.compare_digest(word.encode(), self.server.word.encode())
        from_here = self.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
        named = self.headers.get("Host") == self.server.host
        return rest[0] if not head and known and from_here and named and rest else None

    def give_answer(self, sent: bytes) -> None:
        """Answer one request of the form's."""
        try:
            body = json.loads(sent)
            status, found = 200, self.server.answer(body)
        except Refused as refused:
            status, found = 422, {"error": str(refused)}
        except (ValueError, KeyError, TypeError, AttributeError):
            status, found = 400, {"error": "表单发来的内容读不懂，没有保存。请刷新页面再试。"}
        except OSError as error:
            status, found = 500, {"error": f"读写文件失败：{error.strerror or error}"}
        self.give(status, json.dumps(found, ensure_ascii=False).encode(), TYPES["json"])

    def give(self, status: int, content: bytes, type_: str = "text/plain; charset=utf-8") -> None:
        """Send a response."""
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(content)))
        if status >= http.HTTPStatus.BAD_REQUEST:
            self.send_header("Connection", "close")  # what it sent may not have been read
            self.close_connection = True
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Say nothing: the terminal belongs to the person."""
