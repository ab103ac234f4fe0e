"""A CalDAV server on loopback that answers right but at one step, and there as it is told.

`World` is the server and its spy: another server, whose address the bad answers name, and which nobody has
any reason to speak to. `bad_answers.py` has what it says.
"""

import re
import socketserver
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from threading import Thread
from typing import NamedTuple, Self
from urllib.parse import unquote
from xml.sax.saxutils import escape

from servers import self_signed

USER, PASSWORD = "anna", "s3cret;word"
TOKEN = "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()
MULTI = (
    '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    "{}</d:multistatus>"
)
ONE = (
    "<d:response><d:href>{}</d:href><d:propstat><d:prop>{}</d:prop>"
    "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
)
CALENDAR = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"
STEPS = ("principal", "home", "calendars", "list", "report", "put", "delete", "mkcalendar", "made")


class Asked(NamedTuple):
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: str

    @property
    def step(self) -> str:
        """What it is for."""
        if self.method != "PROPFIND":
            return self.method.lower()
        for word, step in (
            ("current-user-principal", "principal"),
            ("calendar-home-set", "home"),
            ("getetag", "list"),
            ("resourcetype", "calendars"),
        ):
            if f":{word}" in self.body:
                return step
        return "made"


Bad = Callable[["World", bytes], "bytes | Iterable[bytes]"]


def whole(status: str, body: bytes = b"", *headers: str) -> bytes:
    """A right answer, as far as it goes."""
    head = "".join(f"{each}\r\n" for each in (*headers, f"Content-Length: {len(body)}"))
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class _Handler(socketserver.StreamRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        with suppress(OSError, ValueError):
            while (asked := self._asked()) is not None:
                self.server.world.asked.append(asked)
                answer, stays = self.server.answer(asked)
                for piece in [answer] if isinstance(answer, bytes) else answer:
                    self.wfile.write(piece)
                    self.wfile.flush()
                if not stays:
                    return

    def _asked(self) -> Asked | None:
        line = self.rfile.readline().decode("latin-1").split()
        if len(line) != 3:
            return None
        headers = {}
        while each := self.rfile.readline().decode("latin-1").strip():
            name, _, value = each.partition(":")
            headers[name.lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0))).decode()
        return Asked(line[0], line[1], headers, body)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, world: "World", *, tls: bool = False) -> None:
        self.world = world
        super().__init__(("127.0.0.1", 0), _Handler)
        if tls:
            self.socket = self_signed().wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )

    def answer(self, asked: Asked) -> "tuple[bytes | Iterable[bytes], bool]":
        return self.world.answer(asked)

    def handle_error(self, *_: object) -> None:
        pass


class _Spy(_Server):
    """Notes whoever comes, and says nothing of use."""

    def answer(self, asked: Asked) -> "tuple[bytes | Iterable[bytes], bool]":
        self.world.strayed.append(asked)
        return whole("401 No", b"", 'WWW-Authenticate: Basic realm="spy"'), True


class World:
    """The server and its spy. `objects` are what it holds, by name with their marks."""

    def __init__(self, *, tls: bool = False) -> None:
        self.objects: dict[str, tuple[str, str]] = {}
        self.asked: list[Asked] = []
        self.strayed: list[Asked] = []
        self.step, self.bad, self.after, self.script = "", None, 0, None
        self._server, self._spy = _Server(self, tls=tls), _Spy(self)
        self.url = f"http{'s' * tls}://127.0.0.1:{self._server.server_address[1]}"
        self.spy = f"http://127.0.0.1:{self._spy.server_address[1]}"

    bad: Bad | None
    script: "Callable[[Asked], tuple[bytes | Iterable[bytes], bool]] | None"

    def __enter__(self) -> Self:
        for each in (self._server, self._spy):
            Thread(target=each.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._server, self._spy):
            each.shutdown()
            each.server_close()

    def turn(self, step: str, bad: Bad | None, objects: dict[str, tuple[str, str]], after: int = 0) -> None:
        """From here on: bad at this step, from its so many-th time on."""
        self.step, self.bad, self.after = step, bad, after
        self.objects, self.asked, self.strayed = dict(objects), [], []

    def answer(self, asked: Asked) -> "tuple[bytes | Iterable[bytes], bool]":
        """What is said to a request, and whether the connection stays."""
        if self.script:
            return self.script(asked)
        if asked.headers.get("authorization") != TOKEN:
            return whole("401 Unauthorized", b"who?", 'WWW-Authenticate: Basic realm="x"'), True
        status, body = getattr(self, f"_{asked.step}")(asked)
        if self.bad and asked.step == self.step:
            self.after -= 1
            if self.after < 0:
                return self.bad(self, body), False
        return whole(status, body, "Content-Type: application/xml"), True

    def _principal(self, asked: Asked) -> tuple[str, bytes]:
        link = "<d:current-user-principal><d:href>/me/</d:href></d:current-user-principal>"
        return multistatus(ONE.format(asked.path, link))

    def _home(self, asked: Asked) -> tuple[str, bytes]:
        link = "<c:calendar-home-set><d:href>/home/</d:href></c:calendar-home-set>"
        return multistatus(ONE.format(asked.path, link))

    def _calendars(self, _asked: Asked) -> tuple[str, bytes]:
        named = f"<d:displayname>Calls</d:displayname>{CALENDAR}"
        return multistatus(ONE.format("/home/", "") + ONE.format("/home/calls/", named))

    def _list(self, asked: Asked) -> tuple[str, bytes]:
        each = (
            ONE.format(f"{asked.path}{name}", f"<d:getetag>{mark}</d:getetag>")
            for name, (_, mark) in self.objects.items()
        )
        return multistatus(ONE.format(asked.path, CALENDAR) + "".join(each))

    def _report(self, asked: Asked) -> tuple[str, bytes]:
        found = ""
        for href in re.findall("<d:href>(.*?)</d:href>", asked.body):
            data, mark = self.objects[unquote(href).rpartition("/")[2]]
            found += ONE.format(
                href, f"<d:getetag>{mark}</d:getetag><c:calendar-data>{escape(data)}</c:calendar-data>"
            )
        return multistatus(found)

    def _put(self, asked: Asked) -> tuple[str, bytes]:
        name = unquote(asked.path).rpartition("/")[2]
        known = self.objects.get(name)
        if asked.headers.get("if-match") != (known[1] if known else None):
            return "412 Changed", b""
        if known and uid(known[0]) != uid(asked.body):
            return "409 Conflict", b"<d:error xmlns:d='DAV:'/>"
        self.objects[name] = (asked.body, f'"{time.monotonic_ns()}"')
        return "201 Created", b""

    def _delete(self, asked: Asked) -> tuple[str, bytes]:
        name = unquote(asked.path).rpartition("/")[2]
        if name not in self.objects or asked.headers.get("if-match") != self.objects[name][1]:
            return "412 Changed", b""
        del self.objects[name]
        return "204 Gone", b""

    def _mkcalendar(self, _asked: Asked) -> tuple[str, bytes]:
        return "201 Created", b""

    _proppatch = _mkcalendar

    def _made(self, asked: Asked) -> tuple[str, bytes]:
        return multistatus(ONE.format(asked.path, "<d:displayname>Other</d:displayname>"))


def uid(data: str) -> str:
    return re.search(r"^UID:(.*?)\r?$", data, re.MULTILINE)[1]  # type: ignore[index] # there is one


def multistatus(found: str) -> tuple[str, bytes]:
    return "207 Multi-Status", MULTI.format(found).encode()


def drip(data: bytes, seconds: float = 1) -> Iterator[bytes]:
    """A byte at a time, for ever: when there are no more, the last."""
    for byte in data:
        yield bytes([byte])
        time.sleep(seconds)
    while True:
        yield data[-1:]
        time.sleep(seconds)


def endless(piece: bytes) -> Iterator[bytes]:
    while True:
        yield piece


CALL = (
    'name = "here"\n[[call]]\nid = "a-call"\ntitle = "A call"\n'
    '[[call.stage]]\nid = "first"\nkind = "deadline"\nwhen = {}\n'
)
GONE = '[[event]]\nid = "gone"\ntitle = "Gone"\nstarts = 2026-12-01\n'
NEW = '[[event]]\nid = "new"\ntitle = "New"\nstarts = 2027-05-01\n'
BEFORE, AFTER = CALL.format("2027-04-04") + GONE, CALL.format("2027-04-05") + NEW
SEEDED, TRIED = ("--as-of", "2026-11-22"), ("--as-of", "2027-01-10")


class Mode(NamedTuple):
    """A way to call the command: where, with what, and the steps that it takes."""

    path: str
    arguments: tuple[str, ...]
    steps: tuple[str, ...]


OBJECTS = ("list", "report", "put", "delete")
FINDING = ("principal", "home", "calendars")
MODES = {
    "calendar": Mode("/home/calls/", (), OBJECTS),
    "named": Mode("/", ("--calendar", "Calls"), (*FINDING, *OBJECTS)),
    "new": Mode("/", ("--calendar", "Other"), (*FINDING, "mkcalendar", "made", "list", "put")),
    "dry run": Mode("/", ("--calendar", "Calls", "--dry-run"), (*FINDING, "list", "report")),
    "force": Mode("/home/calls/", ("--force",), OBJECTS),
}


def command(world: World, mode: Mode, registry: str) -> list[str]:
    """What is typed."""
    there = ["export", "caldav", world.url + mode.path, "--user", USER, "-r", registry]
    return [*there, *mode.arguments, *TRIED]


def seeded(world: World, run: Callable[..., int], registry: str, mode: str) -> dict[str, tuple[str, str]]:
    """What our command put there before; for "force", one object is another's by now."""
    world.turn("", None, {})
    if mode == "new":
        return {}
    assert run("export", "caldav", f"{world.url}/home/calls/", "--user", USER, "-r", registry, *SEEDED) == 0
    found = dict(world.objects)
    assert len(found) == 2
    if mode == "force":
        data, mark = found["a-call.first@here.ics"]
        found["a-call.first@here.ics"] = (re.sub(r"(?m)^UID:.*\r$", "UID:another\r", data), mark)
    return found


# Starts a command, and prints its exit code, its largest size in MiB and its seconds: a process is never
# counted smaller than the one that started it, so this one is small.
LAUNCHER = """
import os, sys, time
begun = time.monotonic()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print(os.waitstatus_to_exitcode(status), used.ru_maxrss / unit, time.monotonic() - begun)
"""
