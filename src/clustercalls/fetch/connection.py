"""A connection to one origin over HTTP whose every byte is counted and waited for.

urllib3 makes and speaks it; ours is what it does not bound: whom it dials, how much comes, and until when.
"""

import socket
from collections.abc import Callable
from http.client import HTTPResponse
from io import BufferedReader

from urllib3.connection import HTTPConnection, HTTPSConnection

from clustercalls import limits
from clustercalls.fetch.bounded import Allowance, ReadingEnd, Unusable
from clustercalls.fetch.origin import Origin, is_address
from clustercalls.fetch.proxy import proxy_of

Judge = Callable[[str], bool]
SENT_AT_ONCE = 16 * 1024  # one record of TLS, each of which may take as long as a whole body without it


class _BoundedAnswer(HTTPResponse):
    """The head and frame of an answer, whose every byte is counted and waited for within an allowance."""

    allowance: Allowance

    def __init__(self, sock: socket.socket, debuglevel: int = 0, method: str | None = None) -> None:
        super().__init__(sock, debuglevel, method)
        self.fp.close()
        self._reading = ReadingEnd(sock, self.allowance, limits.HEAD_BYTES)
        self.fp = BufferedReader(self._reading)

    def begin(self) -> None:
        """Reads the head, however many of them there are; then the body may be larger."""
        super().begin()
        self._reading.allow(self.allowance.most)


class BoundedConnection(HTTPConnection):
    """A connection to an address that the judge allows; what it says and hears has an allowance."""

    allowance: Allowance
    judge: Judge | None = None

    def send(self, data: bytes) -> None:  # type: ignore[override] # nothing else is sent
        """Waits no longer than is left, however slowly the other end takes it."""
        for at in range(0, len(data), SENT_AT_ONCE):
            self.sock.settimeout(self.allowance.left())
            super().send(data[at : at + SENT_AT_ONCE])

    def _new_conn(self) -> socket.socket:
        return _dialled(self.allowance, self.judge, self.host, self.port)


class _BoundedTls(BoundedConnection, HTTPSConnection):
    pass


def connection_to(origin: Origin, allowance: Allowance, judge: Judge | None = None) -> BoundedConnection:
    """A connection to be made to this origin, all of whose answers are read within the allowance.

    Only to an address that the `judge` allows, if there is one: that one is then connected. Behind a proxy it
    is the proxy that looks a name up; an address that stands for one is judged.

    Raises:
        ValueError: when the environment names a proxy that none can be.
    """
    proxy = proxy_of(origin)
    if proxy and judge and is_address(origin.host) and not judge(origin.host):
        raise refused(origin.host)
    host, port = (proxy.host, proxy.port) if proxy else (origin.host, origin.port)
    made = (_BoundedTls if origin.scheme == "https" else BoundedConnection)(
        host, port, timeout=allowance.left()
    )
    if proxy:
        made.set_tunnel(origin.host, origin.port, proxy.headers)
    made.allowance, made.judge = allowance, None if proxy else judge
    made.response_class = type("_Within", (_BoundedAnswer,), {"allowance": allowance})
    return made


def refused(host: str) -> Unusable:
    """What is said of a host whose address no public source may have."""
    return Unusable("{host} is an address of this machine or its network", host=host)


def _dialled(allowance: Allowance, judge: Judge | None, host: str, port: int) -> socket.socket:
    """A connection to the first of a name's addresses that takes one; an allowance is for all of them."""
    failure: Exception = OSError("no address")
    for family, kind, protocol, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if judge and not judge(str(place[0])):
            failure = refused(host)
            continue
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(min(allowance.left(), limits.CONNECT_SECONDS))
            made.connect(place)
            made.settimeout(allowance.left())
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a body does not wait for its head
        except OSError as error:
            made.close()
            failure = error
        except BaseException:
            made.close()
            raise
        else:
            return made
    raise failure
