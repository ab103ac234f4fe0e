"""What is asked of one server over HTTP, and answered: no request leaves for another, no answer has no end.

A request is an address of the server's origin, judged before; the connection is to that origin alone, so that
a password can go nowhere else. https://www.rfc-editor.org/rfc/rfc9110
"""

import socket
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import HTTPException, IncompleteRead
from types import TracebackType
from typing import NamedTuple, Self

from urllib3.exceptions import DecodeError, HTTPError
from urllib3.response import HTTPResponse

from clustercalls import __version__, limits
from clustercalls.fetch.bounded import Allowance, Passing, Unusable, too_large
from clustercalls.fetch.connection import BoundedConnection, Judge, connection_to
from clustercalls.fetch.credentials import Credentials
from clustercalls.fetch.origin import Elsewhere, origin_of, resolved, target_of

PIECE = 64 * 1024
_OURS = {"Accept-Encoding": "gzip, deflate", "User-Agent": f"clustercalls/{__version__}"}
# What urllib3 unpacks no more of than is asked for, wherever it runs: for others it takes what is installed.
_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# The same request at another address; 303 would be another request.
_REPEATED = frozenset({301, 302, 307, 308})
_UNAUTHORISED = 401
# What the reading of an answer raises when it is none, and the writing of a request that is made of one.
_THEIRS = (HTTPException, HTTPError, ValueError, OverflowError)


class Answer(NamedTuple):
    """A status, the address that gave it, what it says, piece by piece, and its headers."""

    status: int
    url: str
    pieces: Iterator[bytes]
    headers: Mapping[str, str] = {}

    @property
    def there(self) -> str:
        """Where the same request is sent on to, if it is."""
        return self.headers.get("Location", "") if self.status in _REPEATED else ""

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
        self._connection: BoundedConnection | None = None
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
            answer = self.once(method, url, body, headers)
            if answer.status == _UNAUTHORISED and not has_said:
                challenge = answer.headers.get("WWW-Authenticate", "")
                if not self._credentials.asked(challenge, secure=self._origin.scheme == "https"):
                    return answer
                has_said = True
            elif answer.there:
                hops += 1
                if hops > limits.REDIRECTS:
                    raise sent_too_often()
                url = self.judged(url, answer.there)
            else:
                return answer
            answer.start()

    def judged(self, base: str, address: str) -> str:
        """An address that stands in an answer of `base`, whole.

        Raises:
            Unusable: when it leads to another origin.
        """
        try:
            return resolved(base, address)
        except Elsewhere as elsewhere:
            raise sent_elsewhere(elsewhere) from None

    def once(self, method: str, url: str, body: str = "", headers: Mapping[str, str] | None = None) -> Answer:
        """The answer to one request, wherever that sends on to.

        Raises:
            Unusable: when there is none.
        """
        is_old = self._connection is not None
        try:
            response = self._response(method, url, body.encode(), headers or {})
        except ConnectionError as error:
            self.close()
            if is_old:  # it was let go meanwhile, as it may be; everything we ask may be asked twice
                return self.once(method, url, body, headers)
            raise self._unusable(error) from None
        except (*_THEIRS, OSError, Unusable) as error:
            self.close()
            raise self._unusable(error) from None
        return Answer(response.status, url, self._said(response), response.headers)

    def _response(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        """The head of an answer."""
        target = target_of(url)
        connection = self._connected()
        said = {**_OURS, **headers, **self._credentials.header(method, target)}
        with suppress(BrokenPipeError, ConnectionResetError):  # it may have answered before it had heard all
            connection.request(method, target, body or None, said, preload_content=False)
        self._unread = True
        self._last = connection.getresponse()
        return self._last

    def _connected(self) -> BoundedConnection:
        """The connection that there is, unless its other end has gone or something is left unread."""
        found = self._connection
        if found is not None and (self._unread or not found.is_connected):
            self.close()
            found = None
        if found is None:
            found = self._connection = connection_to(self._origin, self._allowance, self._judge)
            found.connect()
        return found

    def _said(self, response: HTTPResponse) -> Iterator[bytes]:
        """What an answer says, unpacked, within its bounds."""
        seen, most = 0, self._allowance.most
        try:
            if response.headers.get("Content-Encoding", "").lower() not in _PACKINGS:
                raise _not_understood("Content-Encoding")
            while piece := response.read1(PIECE):
                seen += len(piece)
                self._room -= len(piece)
                if seen > most or self._room < 0:
                    raise too_large(most if self._room >= 0 else limits.ANSWERS_BYTES)
                self._allowance.left()
                yield piece
            if _is_cut(response):
                raise _cut_off()
            self._unread = False
        except (*_THEIRS, OSError) as error:
            raise self._unusable(error) from None
        finally:
            response.close()

    def _unusable(self, error: Exception) -> Unusable:
        """What is said of it."""
        match error:
            case Unusable():
                return error
            case DecodeError():
                return _not_understood("Content-Encoding")
            case HTTPError(__cause__=Exception() as cause):
                return self._unusable(cause)
            case IncompleteRead():
                return _cut_off()
            case TimeoutError():
                return self._allowance.unheard()
            case ConnectionRefusedError():
                return Passing("no connection: the server refuses it")
            case socket.gaierror():
                return Passing("no connection: no server of this name is known")
            case OSError():
                return Passing("no connection ({kind})", kind=type(error).__name__)
        return _not_understood(type(error).__name__)


def sent_elsewhere(host: object) -> Unusable:
    """What is said of an answer that sends on to another host, where none may."""
    return Unusable("it sends on to another host, {host}: name that one", host=host)


def sent_too_often() -> Unusable:
    """What is said of answers that send on and on."""
    return Unusable("it sends on more than {count} times", count=limits.REDIRECTS)


def _not_understood(kind: str) -> Unusable:
    return Unusable("the server's answer was not understood ({kind})", kind=kind)


def _cut_off() -> Passing:
    return Passing("the server's answer was cut off")


def _is_cut(response: HTTPResponse) -> bool:
    """Whether what is packed does not end: urllib3 takes what came of it for all."""
    packed = getattr(getattr(response, "_decoder", None), "_obj", None)
    return packed is not None and response.tell() > 0 and not packed.eof
