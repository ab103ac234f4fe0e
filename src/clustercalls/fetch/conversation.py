"""What is asked of one server over HTTP, and answered: no request leaves for another, no answer has no end.

A request is an address of the server's origin, judged before; the connection is to that origin alone, so that
a password can go nowhere else. https://www.rfc-editor.org/rfc/rfc9110
"""

import select
import socket
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from types import TracebackType
from typing import NamedTuple, Self

from clustercalls import limits
from clustercalls.fetch.bounded import Allowance, Passing, SentElsewhere, Unusable, too_large
from clustercalls.fetch.connection import Judge, connection_to
from clustercalls.fetch.credentials import Credentials
from clustercalls.fetch.origin import Elsewhere, origin_of, resolved, target_of
from clustercalls.fetch.plain import PACKED, PIECE, plain

_REPEATED = frozenset(
    {301, 302, 307, 308}
)  # the same request at another address; 303 would be another request
_UNAUTHORISED = 401
# What the reading of an answer raises when it is none, and the writing of a request that is made of one.
THEIRS = (HTTPException, ValueError, OverflowError)


class Answer(NamedTuple):
    """A status, the address that gave it, what it says, piece by piece, and its headers."""

    status: int
    url: str
    pieces: Iterator[bytes]
    headers: Mapping[str, str] = {}

    def start(self) -> bytes:
        """What it says first; all of it, unless it says very much."""
        head = b""
        for piece in self.pieces:
            head += piece
            if len(head) > limits.HEAD_BYTES:
                break
        return head


class Conversation:
    """One connection after the other to the origin of `url`; `user` and `password` go there when it asks.

    With a `judge`, to no address that this does not allow.
    """

    def __init__(
        self, url: str, user: str, password: str, allowance: Allowance, judge: Judge | None = None
    ) -> None:
        self._judge = judge
        self._origin = origin_of(url)
        self._credentials = Credentials(user, password)
        self._allowance = allowance
        self._room = limits.ANSWERS_BYTES
        self._connection: HTTPConnection | None = None
        self._last: HTTPResponse | None = None
        self._unread = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the connection go."""
        if self._last is not None:
            self._last.close()
        if self._connection is not None:
            self._connection.close()
        self._last = self._connection = None

    def extend(self, seconds: float) -> None:
        """Gives the server more time, for something more that is asked."""
        self._allowance.extend(seconds)

    def ask(self, method: str, url: str, body: str = "", headers: Mapping[str, str] | None = None) -> Answer:
        """The answer to a request, after the redirections and the question for the password.

        Raises:
            Unusable: when there is none, or none that may be used.
        """
        has_said, hops = False, 0
        while True:
            answer, response = self._once(method, url, body.encode(), headers or {})
            if answer.status == _UNAUTHORISED and not has_said:
                challenge = ", ".join(response.headers.get_all("WWW-Authenticate", []))
                if not self._credentials.asked(challenge, secure=self._origin.scheme == "https"):
                    return answer
                answer.start()
                has_said = True
            elif answer.status in _REPEATED and (there := response.headers.get("Location")):
                hops += 1
                if hops > limits.REDIRECTS:
                    raise Unusable("it sends on more than {count} times", count=limits.REDIRECTS)
                url = self.judged(url, there)
                answer.start()
            else:
                return answer

    def judged(self, base: str, address: str) -> str:
        """An address that stands in an answer of `base`, whole.

        Raises:
            Unusable: when it leads to another origin.
        """
        try:
            return resolved(base, address)
        except Elsewhere as elsewhere:
            raise SentElsewhere(elsewhere, elsewhere.address) from None

    def _once(
        self, method: str, url: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[Answer, HTTPResponse]:
        is_old = self._connection is not None
        try:
            response = self._response(method, url, body, headers)
        except ConnectionError as error:
            self.close()
            if is_old:  # it was let go meanwhile, as it may be; everything we ask may be asked twice
                return self._once(method, url, body, headers)
            raise self._unusable(error) from None
        except (*THEIRS, OSError, Unusable) as error:
            self.close()
            raise self._unusable(error) from None
        return Answer(response.status, url, self._said(response), dict(response.headers)), response

    def _response(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        """The head of an answer."""
        target = target_of(url)
        connection = self._connected()
        connection.putrequest(method, target, skip_accept_encoding=True)
        own = {"Accept-Encoding": PACKED, "Content-Length": str(len(body)), "User-Agent": "clustercalls"}
        for name, value in {**own, **headers, **self._credentials.header(method, target)}.items():
            connection.putheader(name, value)
        connection.sock.settimeout(self._allowance.left())
        connection.endheaders(body or None)
        self._unread = True
        self._last = connection.getresponse()
        return self._last

    def _connected(self) -> HTTPConnection:
        """The connection that there is, unless its other end has gone or something is left unread."""
        found = self._connection
        if found is not None and (self._unread or found.sock is None or _has_ended(found)):
            self.close()
            found = None
        if found is None:
            found = self._connection = connection_to(self._origin, self._allowance, self._judge)
            found.connect()
        return found

    def _said(self, response: HTTPResponse) -> Iterator[bytes]:
        """What an answer says, unpacked, within its bounds."""
        seen = 0
        try:
            packing = ", ".join(response.headers.get_all("Content-Encoding", []))
            for piece in plain(_pieces(response), packing):
                seen += len(piece)
                self._room -= len(piece)
                if seen > limits.ANSWER_BYTES or self._room < 0:
                    raise too_large(limits.ANSWER_BYTES if self._room >= 0 else limits.ANSWERS_BYTES)
                self._allowance.left()
                yield piece
            self._unread = False
        except (*THEIRS, OSError) as error:
            raise self._unusable(error) from None
        finally:
            response.close()

    def _unusable(self, error: Exception) -> Unusable:
        """What is said of it."""
        kind = type(error).__name__
        match error:
            case Unusable():
                return error
            case TimeoutError():
                return self._allowance.unheard()
            case ConnectionRefusedError():
                return Passing("no connection: the server refuses it")
            case socket.gaierror():
                return Passing("no connection: no server of this name is known")
            case OSError():
                return Passing("no connection ({kind})", kind=kind)
        return Unusable("the server's answer was not understood ({kind})", kind=kind)


def _has_ended(connection: HTTPConnection) -> bool:
    """Whether the other end closed it, or said something unasked."""
    with suppress(OSError, ValueError):
        return bool(select.select([connection.sock], [], [], 0)[0])
    return True


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(PIECE):
        yield piece
    if response.length:
        raise Passing("the server's answer was cut off")
