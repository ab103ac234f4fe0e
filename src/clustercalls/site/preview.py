"""A server on loopback, by which one looks at what is published while one edits; not for the world."""

import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self

from clustercalls.errors import Place, WorldFailed, outside, problem
from clustercalls.limits import REQUEST_SECONDS
from clustercalls.site.previewed import READING, Request, Shown, answer

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8000


class Visitor(BaseHTTPRequestHandler):
    """One connection, one request: what is too long, or takes too long, is refused by the library."""

    server: "Preview"
    timeout = REQUEST_SECONDS
    server_version, sys_version = "clustercalls", ""

    def reply(self) -> None:
        """Sends what `answer` has for the request."""
        hosts = self.headers.get_all("Host") or [""]
        host = hosts[0].strip() if len(hosts) == 1 else ""
        asked = Request(self.command, self.path, host, self.headers.get("If-None-Match", ""))
        answered = answer(asked, self.server.shown)
        self.send_response(answered.status)
        for name, value in answered.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answered.body)))
        self.end_headers()
        if self.command != READING[1]:
            self.wfile.write(answered.body)

    do_GET = do_HEAD = reply  # noqa: N815 - the library's names, here and below
    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = reply  # noqa: N815

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name for it
        """Says nothing: the terminal is for what is published."""


class Preview(ThreadingHTTPServer):
    """The server, on loopback, from `with` to its end.

    Raises:
        WorldFailed: when the port can not be had.
    """

    daemon_threads = True

    def __init__(self, shown: Shown, port: int = 0) -> None:
        self.shown = shown
        try:
            super().__init__((LOOPBACK, port or USUAL_PORT), Visitor)
        except OSError as error:
            if port:
                raise WorldFailed(problem("cannot-serve", Place(), port=port, **outside(error))) from None
            super().__init__((LOOPBACK, 0), Visitor)

    def server_bind(self) -> None:
        """Binds the port without asking for the name of this machine, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a browser that went away."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as it came

    def address(self, name: str) -> str:
        """Where an audience is shown."""
        return f"http://{LOOPBACK}:{self.server_port}/{name}/"

    def __enter__(self) -> Self:
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()
