"""A connection to one origin over HTTP whose every byte is counted and waited for."""

import socket
import ssl
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from io import BufferedReader

from clustercalls import limits
from clustercalls.fetch.bounded import Allowance, ReadingEnd, Unusable
from clustercalls.fetch.origin import Origin, is_address
from clustercalls.fetch.proxy import proxy_of


class _BoundedAnswer(HTTPResponse):
    """An answer whose every byte is counted and waited for within an allowance."""

    allowance: Allowance

    def __init__(self, sock: socket.socket, debuglevel: int = 0, method: str | None = None) -> None:
        super().__init__(sock, debuglevel, method)
        self.fp.close()
        self._reading = ReadingEnd(sock, self.allowance, limits.HEAD_BYTES)
        self.fp = BufferedReader(self._reading)

    def begin(self) -> None:
        """Reads the head, however many of them there are; then the body may be larger."""
        super().begin()
        self._reading.allow(limits.ANSWER_BYTES)


Judge = Callable[[str], bool]


def connection_to(origin: Origin, allowance: Allowance, judge: Judge | None = None) -> HTTPConnection:
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
    seconds = allowance.left()
    made: HTTPConnection
    if origin.scheme == "https":
        made = HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
    else:
        made = HTTPConnection(host, port, timeout=seconds)
    if proxy:
        made.set_tunnel(origin.host, origin.port, proxy.headers)
    made.response_class = type("_Within", (_BoundedAnswer,), {"allowance": allowance})
    made._create_connection = partial(_dialled, allowance, None if proxy else judge)  # type: ignore[attr-defined] # noqa: SLF001
    return made


def refused(host: str) -> Unusable:
    """What is said of a host whose address no public source may have."""
    return Unusable("{host} is an address of this machine or its network", host=host)


def _dialled(
    allowance: Allowance,
    judge: Judge | None,
    address: tuple[str, int],
    _seconds: float,
    _source: object = None,
) -> socket.socket:
    """A connection to the first of a name's addresses that takes one; an allowance is for all of them."""
    failure: Exception = OSError("no address")
    for family, kind, protocol, _, place in socket.getaddrinfo(*address, type=socket.SOCK_STREAM):
        if judge and not judge(str(place[0])):
            failure = refused(address[0])
            continue
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(min(allowance.left(), limits.CONNECT_SECONDS))
            made.connect(place)
            made.settimeout(allowance.left())
        except OSError as error:
            made.close()
            failure = error
        except BaseException:
            made.close()
            raise
        else:
            return made
    raise failure
