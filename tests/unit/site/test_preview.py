"""The server on loopback, asked by a real client, and by one that means harm."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from clustercalls.errors import WorldFailed
from clustercalls.site import preview
from clustercalls.site.preview import Preview
from clustercalls.site.previewed import Shown
from servers import free_port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Preview]:
    page = tmp_path / "out" / "members" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>calls")
    (tmp_path / "secret").write_text("secret")
    with Preview(Shown(tmp_path / "out", ("members",)), free_port()) as begun:
        yield begun


def ask(server: Preview, target: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    try:
        connection.request(method, target, headers=headers)
        answered = connection.getresponse()
        return answered, answered.read()
    finally:
        connection.close()


def raw(server: Preview, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as talk:
        talk.sendall(sent)
        talk.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: talk.recv(65536), b""))


def test_a_browser_is_answered(server: Preview) -> None:
    assert server.address("members") == f"http://127.0.0.1:{server.server_port}/members/"
    answered, body = ask(server, "/members/")
    assert (answered.status, body) == (200, b"<p>calls")
    assert answered.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Python" not in answered.headers["Server"]
    known = answered.headers["ETag"]
    assert ask(server, "/members/", **{"If-None-Match": known})[0].status == 304
    answered, body = ask(server, "/members/", "HEAD")
    assert (answered.status, answered.headers["Content-Length"], body) == (200, "8", b"")


def test_it_listens_on_loopback_alone(server: Preview) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


HOSTILE = {
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n": b" 404 ",
    b"GET /members/..%2f..%2fsecret HTTP/1.1\r\nHost: localhost\r\n\r\n": b" 404 ",
    b"GET //evil.example/%2e%2e HTTP/1.1\r\nHost: localhost\r\n\r\n": b" 404 ",
    b"GET /members/ HTTP/1.1\r\nHost: evil.example\r\n\r\n": b" 421 ",
    b"GET http://evil.example/members/ HTTP/1.1\r\nHost: localhost\r\n\r\n": b" 404 ",
    b"GET /members/ HTTP/1.1\r\n\r\n": b" 421 ",
    b"GET /members/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n": b" 421 ",
    b"POST /members/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc": b" 405 ",
    b"TRACE /members/ HTTP/1.1\r\nHost: localhost\r\n\r\n": b" 501 ",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n": b" 414 ",
    b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n": b" 431 ",
    b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 200 + b"\r\n": b" 431 ",
    b"\x16\x03\x01\x00\xa5\r\n\r\n": b" 400 ",
}


@pytest.mark.parametrize("sent", HOSTILE, ids=lambda sent: repr(sent[:40]))
def test_what_is_hostile_gets_nothing(
    server: Preview, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    try:
        answered = raw(server, sent)
    except ConnectionResetError:  # what was not read is refused without a word
        answered = HOSTILE[sent]
    assert (
        HOSTILE[sent] in answered.partition(b"\r\n")[0] + b" "
        or b"Error code: " + HOSTILE[sent][1:-1] in answered
    )
    assert b"<p>calls" not in answered
    assert b"secret\n" not in answered
    assert ask(server, "/members/")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_one_that_says_nothing_is_let_go(
    server: Preview, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview.Visitor, "timeout", 0.1)
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as talk:
        talk.sendall(b"GET /members/")
        assert talk.recv(10) == b""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as talk:
        talk.sendall(b"GET /members/ HTTP/1.1\r\nHost: localhost\r\n\r\n")  # and away, unread
    assert ask(server, "/members/")[0].status == 200
    assert capfd.readouterr().err == ""


def test_a_port_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        with pytest.raises(WorldFailed) as refused:
            Preview(Shown(tmp_path, ("members",)), taken)
        assert refused.value.problem.code == "cannot-serve"
        monkeypatch.setattr(preview, "USUAL_PORT", taken)
        with Preview(Shown(tmp_path, ("members",))) as elsewhere:
            assert elsewhere.server_port != taken
