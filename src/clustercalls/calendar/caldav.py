"""A calendar of a CalDAV server: what is there is read first, and only changed as it was read.

https://www.rfc-editor.org/rfc/rfc4791
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self
from urllib.parse import quote, unquote, urlsplit
from uuid import uuid4
from xml.sax.saxutils import escape

from clustercalls import limits
from clustercalls.calendar.multistatus import CALENDAR, DATA, ETAG, HOME, NAME, PRINCIPAL, Resource, resources
from clustercalls.calendar.naming import by_file
from clustercalls.calendar.room import Room
from clustercalls.errors import Place, Problem, WorldFailed, problem
from clustercalls.fetch.bounded import Allowance, TooLarge, Unusable
from clustercalls.fetch.conversation import Answer, Conversation

BATCH = 100  # objects asked for at once
_NAMESPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
_ASKED = '<?xml version="1.0" encoding="utf-8"?><d:propfind {names}><d:prop>{wanted}</d:prop></d:propfind>'
_MULTIGET = (
    '<?xml version="1.0" encoding="utf-8"?><c:calendar-multiget {names}><d:prop>'
    "<d:getetag/><c:calendar-data/></d:prop>{hrefs}</c:calendar-multiget>"
)
_MADE = (
    '<?xml version="1.0" encoding="utf-8"?><{element} {names}><d:set><d:prop>'
    "<d:displayname>{name}</d:displayname></d:prop></d:set></{element}>"
)
_EVENT = {"Content-Type": "text/calendar; charset=utf-8"}
_XML = {"Content-Type": "application/xml; charset=utf-8"}
_MARK = re.compile(rf"[\x20-\x7e\xa0-\xff]{{1,{limits.ETAG_LETTERS}}}")  # what a header can hold
REASONS = {
    401: "401: the user or the password is refused",
    403: "403: this user may not do that",
    404: "404: there is nothing at this address",
    412: "412: it was changed there meanwhile; a repeat will see it",
    507: "507: the server has no room left",
}


class CalendarServer:
    """The calendar at `url`; with a `calendar`, the one of that name of the user at `url`.

    With `dry_run` no calendar is made. `allowance` is the time that its answers may take.
    """

    most = limits.OBJECT_BYTES

    def __init__(
        self,
        url: str,
        user: str,
        password: str,
        calendar: str = "",
        *,
        dry_run: bool = False,
        allowance: Allowance | None = None,
    ) -> None:
        self.place = url
        self._server = Conversation(url, user, password, allowance or Allowance())
        self._calendar, self._dry_run = calendar, dry_run
        self._url = url.rstrip("/") + "/"
        self._etags: dict[str, str] = {}
        self._room = Room()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._server.close()

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Every object of the calendar whose name could be ours."""
        with self._failing():
            if self._calendar:
                self._url = self._named(self._calendar)
            names = self._listed() if self._url else []
        for name in names:
            self._room.count(name, None)
        for start in range(0, len(names), BATCH):
            with self._failing():
                yield from self._batch(names[start : start + BATCH])

    def no_room(self, name: str, data: bytes) -> Problem | None:
        """That it is one too many, or too much with the others, for `items` to read them again."""
        if over := self._room.lacks(name, data):
            return problem("full-calendar", Place(self.place), **over)
        self._room.count(name, data)
        return None

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:
        """Makes an object that is not there, or replaces one that is as it was.

        One with another UID that has the name (`is_foreign`) goes first where the server wants it so.
        """
        with self._failing(name):
            etag = self._etags.get(name, "")
            status, said = self._sent("PUT", name, data.decode(), etag)
            if is_foreign and etag and _clashes(status, said):
                self._check(self._sent("DELETE", name, "", etag)[0])
                del self._etags[name]
                status, _ = self._sent("PUT", name, data.decode(), "")
            self._check(status)

    def remove(self, name: str) -> None:
        """Takes an object away that is as it was; one that has gone already is no failure."""
        with self._failing(name):
            status, _ = self._sent("DELETE", name, "", self._etags[name])
            if status not in {404, 410}:
                self._check(status)
        self._room.drop(name)

    def settle(self) -> None:
        """Nothing: a server is asked change by change."""

    def _sent(self, method: str, name: str, body: str, etag: str) -> tuple[int, bytes]:
        """What is answered to a change of what is as it was read, or was not there."""
        self._server.extend(limits.CHANGE_SECONDS)
        condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        answer = self._server.ask(method, self._url + quote(name), body, {**_EVENT, **condition})
        return answer.status, answer.start()

    def _batch(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        """These objects; what is too much for one answer is asked for again, without what came."""
        left = dict.fromkeys(names)
        while left:
            before = len(left)
            try:
                for name, data in self._read(list(left)):
                    del left[name]
                    yield name, data
            except TooLarge:
                if len(left) == before:
                    raise
            else:
                return

    def _read(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        """These objects; each is asked for where we would change it, whatever address the server gives it."""
        path = urlsplit(self._url).path
        hrefs = "".join(f"<d:href>{escape(path + quote(name))}</d:href>" for name in names)
        body = _MULTIGET.format(names=_NAMESPACES, hrefs=hrefs)
        _, found = self._asked("REPORT", self._url, body, "1")
        wanted = set(names)
        for each in found:
            name, mark = _name(each.href), each.values.get(ETAG, "")
            if name in wanted and mark and (data := each.values.get(DATA)):
                if not _MARK.fullmatch(mark):
                    raise Unusable("the server's answer was not understood ({kind})", kind="ETag")
                wanted.discard(name)
                self._etags[name] = mark
                encoded = data.encode()
                self._room.count(name, encoded)
                yield name, encoded

    def _listed(self) -> list[str]:
        """The names of the objects that could be ours."""
        self._url, listed = self._found(self._url, "1", "<d:getetag/><d:resourcetype/>")
        own, is_calendar = _path(self._url), False
        names: dict[str, None] = {}
        for resource in listed:
            if by_file(name := _name(resource.href)):
                names[name] = None
            is_calendar = is_calendar or (CALENDAR in resource.kinds and _path(resource.href) == own)
            if len(names) > limits.OBJECTS:
                raise Unusable("this calendar holds more than {count} objects", count=limits.OBJECTS)
        if not is_calendar:
            raise Unusable("this is no calendar: add --calendar NAME")
        return list(names)

    def _named(self, name: str) -> str:
        """The address of the user's calendar of this name, made when it is not there."""
        user = self._linked(self.place, PRINCIPAL, "<d:current-user-principal/>")
        home = self._linked(user, HOME, "<c:calendar-home-set/>").rstrip("/") + "/"
        home, found = self._found(home, "1", "<d:displayname/><d:resourcetype/>")
        for each in found:
            if CALENDAR in each.kinds and each.values.get(NAME) == name:
                return each.href.rstrip("/") + "/"
        return "" if self._dry_run else self._made(home, name)

    def _made(self, home: str, name: str) -> str:
        """The address of a new calendar; a server that does not take its name at once is told again."""
        url = f"{home}{uuid4()}/"
        for method, element in (("MKCALENDAR", "c:mkcalendar"), ("PROPPATCH", "d:propertyupdate")):
            body = _MADE.format(element=element, names=_NAMESPACES, name=escape(name))
            answer = self._server.ask(method, url, body, _XML)
            answer.start()
            self._check(answer.status)
            if name in [each.values.get(NAME) for each in self._found(url, "0", "<d:displayname/>")[1]]:
                break
        return url

    def _linked(self, url: str, name: str, wanted: str) -> str:
        """The address that is a property of what is at `url`; without it, `url` itself."""
        url, found = self._found(url, "0", wanted)
        links = [each.values[name] for each in found if each.values.get(name)]
        return self._server.judged(url, links[0]) if links else url

    def _found(self, url: str, depth: str, wanted: str) -> tuple[str, Iterator[Resource]]:
        """What is at an address, and where that led."""
        return self._asked("PROPFIND", url, _ASKED.format(names=_NAMESPACES, wanted=wanted), depth)

    def _asked(self, method: str, url: str, body: str, depth: str) -> tuple[str, Iterator[Resource]]:
        answer = self._server.ask(method, url, body, {**_XML, "Depth": depth})
        self._check(answer.status)
        return answer.url, self._judged(answer)

    def _judged(self, answer: Answer) -> Iterator[Resource]:
        """The resources of an answer, their addresses whole."""
        for each in resources(answer.pieces):
            yield Resource(self._server.judged(answer.url, each.href), each.values, each.kinds)

    def _check(self, status: int) -> None:
        if not 200 <= status < 300:  # noqa: PLR2004 - what HTTP calls success
            raise Unusable(REASONS.get(status, "the server answered {status}"), status=status)

    def _failed(self, reason: str, name: str = "", **values: str) -> WorldFailed:
        return WorldFailed(problem("caldav-failed", Place(self.place, 0, name), reason=reason, **values))

    @contextmanager
    def _failing(self, name: str = "") -> Iterator[None]:
        """What is wrong with an answer as one line; it never holds the password."""
        try:
            yield
        except Unusable as unusable:
            raise self._failed(name=name, **unusable.values) from None


def _clashes(status: int, said: bytes) -> bool:
    """Whether a server refuses an object for its UID, as RFC 4791, 5.3.2.1, has it."""
    return status == 409 or (status == 403 and b"no-uid-conflict" in said)  # noqa: PLR2004 - its codes


def _path(address: str) -> str:
    return unquote(urlsplit(address).path).rstrip("/")


def _name(address: str) -> str:
    return _path(address).rpartition("/")[2]
