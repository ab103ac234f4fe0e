"""A connection is made to the first address that takes one, within the allowance, or through a tunnel."""

import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPException
from threading import Thread
from typing import Any

import pytest

from clustercalls import limits
from clustercalls.fetch.bounded import Allowance, Unusable
from clustercalls.fetch.connection import connection_to
from clustercalls.fetch.origin import Origin, origin_of
from hostile_dav import World
from servers import SELF_SIGNED, free_port


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


def addresses(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    """Those that a name has."""
    found: list[Any] = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port)) for port in ports]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_the_first_address_that_takes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with World() as world:
        port = int(world.url.rpartition(":")[2])
        addresses(monkeypatch, free_port(), port)
        with closing(connection_to(Origin("http", "dav.example.org", 80), Allowance(5))) as connection:
            connection.connect()
            assert connection.sock.getpeername()[1] == port


def test_what_is_said_does_not_wait_to_be_more(world: World) -> None:
    """urllib3 says head and body apart: the second would wait until the first is acknowledged."""
    with closing(connection_to(origin_of(world.url), Allowance(5))) as connection:
        connection.connect()
        assert connection.sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


class Sluggish:
    """The end of a connection that takes a tenth of a second for whatever it is given."""

    def __init__(self) -> None:
        self.taken: list[int] = []

    def settimeout(self, seconds: float) -> None:
        assert 0 < seconds <= 0.35

    def sendall(self, data: bytes) -> None:
        self.taken.append(len(data))
        time.sleep(0.1)


def test_what_is_taken_slowly_is_not_said_for_ever() -> None:
    connection = connection_to(Origin("http", "dav.example.org", 80), Allowance(0.35))
    connection.sock = Sluggish()
    with pytest.raises(Unusable, match="no whole answer"):
        connection.send(b"x" * limits.MIB)
    assert connection.sock.taken == [16 * 1024] * 4


@pytest.mark.parametrize("name", ["localhost", "portal.example"])
def test_the_name_is_what_the_certificate_must_have(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whatever address is connected."""
    monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
    judged: list[str] = []
    with World(tls=True) as world:
        addresses(monkeypatch, int(world.url.rpartition(":")[2]))

        def judge(address: str) -> bool:
            judged.append(address)
            return True

        with closing(connection_to(Origin("https", name, 443), Allowance(5), judge)) as connection:
            if name == "localhost":
                connection.connect()
                assert connection.is_verified
            else:
                with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
                    connection.connect()
            assert judged == ["127.0.0.1"]


def test_none_does(monkeypatch: pytest.MonkeyPatch) -> None:
    addresses(monkeypatch, free_port(), free_port())
    with pytest.raises(ConnectionRefusedError):
        connection_to(Origin("http", "dav.example.org", 80), Allowance(5)).connect()
    addresses(monkeypatch)
    with pytest.raises(OSError, match="no address"):
        connection_to(Origin("http", "dav.example.org", 80), Allowance(5)).connect()


def test_many_addresses_have_one_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        port = full.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):  # then nobody else gets in
            monkeypatch.setattr(limits, "CONNECT_SECONDS", 0.1)
            addresses(monkeypatch, *[port] * 20)
            with pytest.raises(Unusable, match="no whole answer"):
                connection_to(Origin("http", "dav.example.org", 80), Allowance(0.25)).connect()


def test_a_connection_that_came_too_late_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[socket.socket] = []

    class Slow(socket.socket):
        def connect(self, place: Any) -> None:  # noqa: ANN401 - as the socket has it
            super().connect(place)
            made.append(self)
            time.sleep(0.2)

    with World() as world:
        addresses(monkeypatch, int(world.url.rpartition(":")[2]))
        monkeypatch.setattr(socket, "socket", Slow)
        with pytest.raises(Unusable, match="no whole answer"):
            connection_to(Origin("http", "dav.example.org", 80), Allowance(0.1)).connect()
    assert [each.fileno() for each in made] == [-1]


def nobody(_: str) -> bool:
    return False


def test_through_a_tunnel_the_proxy_learns_where_to_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:

        def refuse() -> None:
            with proxy.accept()[0] as caller:
                heard.append(caller.recv(9999))
                caller.sendall(b"HTTP/1.1 403 No\r\n\r\n")

        Thread(target=refuse, daemon=True).start()
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.setenv("https_proxy", f"http://me:pw@127.0.0.1:{proxy.getsockname()[1]}")
        with (
            closing(
                connection_to(Origin("https", "dav.example.org", 443), Allowance(5), nobody)
            ) as connection,
            pytest.raises((OSError, HTTPException)),
        ):
            connection.connect()
    said = heard[0].decode()
    assert said.startswith("CONNECT dav.example.org:443 HTTP/1.")
    assert f"Basic {b64encode(b'me:pw').decode()}" in said


def test_behind_a_proxy_an_address_is_judged_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")
    with pytest.raises(Unusable, match="this machine or its network"):
        connection_to(Origin("https", "10.0.0.1", 443), Allowance(5), nobody)
