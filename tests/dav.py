"""A calendar of a CalDAV server on loopback, kept in memory; it can be asked to misbehave."""

import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote
from xml.sax.saxutils import escape

ANSWER = (
    '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    "{}</d:multistatus>"
)
ONE = "<d:response><d:href>{}</d:href><d:propstat><d:prop>{}</d:prop></d:propstat></d:response>"
CALENDAR = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"


class Handler(BaseHTTPRequestHandler):
    """Answers as RFC 4791 says, as far as we ask."""

    server: "Dav"

    def _propfind(self) -> None:
        kind = CALENDAR if self.server.is_calendar else "<d:resourcetype><d:collection/></d:resourcetype>"
        found = [ONE.format("/calls/", kind)]
        found += [ONE.format(f"/calls/{name}", "<d:getetag>1</d:getetag>") for name in self.server.objects]
        self._answer(207, ANSWER.format("".join(found)))

    def _report(self) -> None:
        wanted = re.findall("<d:href>(.*?)</d:href>", self.body)
        self.server.batches.append(len(wanted))
        found = []
        for href in wanted:
            data, etag = self.server.objects[unquote(href).rpartition("/")[2]]
            found.append(
                ONE.format(
                    href,
                    f"<d:getetag>{etag}</d:getetag><c:calendar-data>{escape(data)}</c:calendar-data>",
                )
            )
        self._answer(207, ANSWER.format("".join(found)))

    def _put(self) -> None:
        there = self.server.objects.get(self.name)
        known = there[1] if there else ""
        if self.headers["If-Match"] != (known or None) or (there and self.headers["If-None-Match"]):
            self._answer(412)
            return
        if there and self.server.conflicts:
            self._answer(409)
            return
        self.server.objects[self.name] = (self.body, f'"{len(self.server.done)}"')
        self._answer(204 if there else 201)

    def _delete(self) -> None:
        if self.name not in self.server.objects:
            self._answer(404)
        elif self.headers["If-Match"] != self.server.objects[self.name][1]:
            self._answer(412)
        else:
            del self.server.objects[self.name]
            self._answer(204)

    def _met(self) -> None:
        self.name = unquote(self.path).rpartition("/")[2]
        self.body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        self.server.done.append(f"{self.command} {unquote(self.path)}")
        time.sleep(self.server.delay)
        if self.server.status:
            self._answer(self.server.status)
        else:
            {"PROPFIND": self._propfind, "REPORT": self._report, "PUT": self._put, "DELETE": self._delete}[
                self.command
            ]()

    def _answer(self, status: int, body: str = "") -> None:
        self.send_response(status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.send_header("Content-Type", "application/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    do_PROPFIND = do_REPORT = do_PUT = do_DELETE = _met  # noqa: N815 - as in http.server

    def log_message(self, *_: object) -> None:
        pass


class Dav(ThreadingHTTPServer):
    """The server: `objects` by name with their etags, what was `done`; with a `status`, all it answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.objects: dict[str, tuple[str, str]] = {}
        self.done: list[str] = []
        self.batches: list[int] = []
        self.is_calendar, self.conflicts = True, False
        self.status, self.location, self.delay = 0, "", 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/calls"
