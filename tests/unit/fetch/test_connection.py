"""A connection is made to the first address that takes one, within the allowance, or through a tunnel."""

import socket
import time
from base64 import b64encode
from contextlib import closing
from http.client import HTTPException
from threading import Thread
from typing import Any

import pytest

from clustercalls import limits
from clustercalls.fetch.bounded import Allowance, Unusable
from clustercalls.fetch.connection import connection_to
from clustercalls.fetch.origin import Origin
from hostile_dav import World
from servers import free_port


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
            closing(connection_to(Origin("https", "dav.example.org", 443), Allowance(5))) as connection,
            pytest.raises((OSError, HTTPException)),
        ):
            connection.connect()
    said = heard[0].decode()
    assert said.startswith("CONNECT dav.example.org:443 HTTP/1.")
    assert f"Basic {b64encode(b'me:pw').decode()}" in said
