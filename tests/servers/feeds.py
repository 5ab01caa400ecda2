"""A web server on loopback whose pages are functions: what a feed's server, or a stranger's, may answer."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """A request, with a short way to answer it."""

    server: "Feeds"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        with suppress(OSError):  # whoever asked may have had enough
            self.server.pages.get(self.path, missing)(self)

    def do_PROPFIND(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    do_REPORT = do_PUT = do_DELETE = do_PROPFIND  # noqa: N815  # the names are the methods'

    def log_message(self, format: str, *args: object) -> None:
        """In silence."""

    def answer(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Feeds(ThreadingHTTPServer):
    """`pages` by path; `asked` are the requests that came, in order. `over` is set when the server is to end."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many of these tests are about."""


def missing(asked: Asked) -> None:
    asked.answer(b"not here", 404)


def page(body: bytes, status: int = 200, **headers: str) -> Answer:
    return lambda asked: asked.answer(body, status, **headers)


def leads_to(address: str, status: int = 302) -> Answer:
    return lambda asked: asked.answer(b"", status, Location=address)


@contextmanager
def feeds() -> Iterator[Feeds]:
    server = Feeds()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join(10)
        server.server_close()
