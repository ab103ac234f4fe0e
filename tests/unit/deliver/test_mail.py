"""A mail is one and the same however often it is sent, and a password goes to nobody who could be another."""

import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from email.message import EmailMessage
from itertools import chain
from threading import Thread
from typing import Any

import pytest

from clustercalls.deliver.mail import Mail, MailServer
from clustercalls.deliver.target import Failed
from hostile_dav import drip, endless
from messages import Arrivals, message
from servers import Inbox, free_port, mail_server

TO = "ada@example.org"


def mail(host: str = "localhost", port: int = 0, user: str = "", sender: str = "calls@example.org") -> Mail:
    return Mail(TO, MailServer(host, port, "none", user, "hunter2", sender))


def identity(built: EmailMessage) -> str:
    return str(built["Message-ID"])


def test_it_says_who_to_whom_and_that_nobody_needs_to_answer() -> None:
    built = mail().built(message(html="<p>Due</p>"))
    assert {name: str(built[name]) for name in ("From", "To", "Subject", "Date", "Auto-Submitted")} == {
        "From": "calls@example.org",
        "To": TO,
        "Subject": "One call",
        "Date": "Wed, 01 Mar 2017 08:00:00 +0000",
        "Auto-Submitted": "auto-generated",
    }
    assert [part.get_content_type() for part in built.iter_parts()] == ["text/plain", "text/html"]
    assert mail().built(message()).get_content_type() == "text/plain"


def test_the_same_news_has_the_same_identity_in_whatever_words() -> None:
    assert identity(mail().built(message("a", plain="x"))) == identity(mail().built(message("a", plain="y")))


@pytest.mark.parametrize(
    ("keys", "rest"),
    [
        (("b",), {}),
        (("a", "b"), {}),
        (("a",), {"origin": "another registry"}),
    ],
)
def test_other_news_has_another_identity(keys: tuple[str, ...], rest: dict[str, Any]) -> None:
    assert identity(mail().built(message("a"))) != identity(mail().built(message(*keys, **rest)))


@pytest.mark.parametrize(
    ("sender", "domain"),
    [("calls@example.org", "example.org"), ("Calls <calls@example.org>", "example.org"), ("@", "localhost")],
)
def test_the_identity_is_one_of_the_senders_domain(sender: str, domain: str) -> None:
    built = mail(sender=sender)
    assert identity(built.built(message())).endswith(f"@{domain}>")


def test_a_server_never_shows_its_password() -> None:
    assert "hunter2" not in repr(mail(user="ada").server)


def test_nobody_listens() -> None:
    with pytest.raises(Failed) as failed:
        mail(port=free_port()).deliver(message(), Arrivals(), 1)
    assert failed.value.values["reason"] == "Connection refused"


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, int]]:
    """A server on loopback, and its port."""
    kept = Inbox()
    server = mail_server(kept, "none")
    yield kept, server.port
    server.stop()


def test_what_the_server_took_has_arrived_as_it_was_written(inbox: tuple[Inbox, int]) -> None:
    kept, port = inbox
    arrived = Arrivals()
    mail(port=port, user="ada").deliver(message("a", "b", plain="From here on\n"), arrived, 2)
    assert arrived.keys == [("a", "b")]
    assert kept.logins == [(b"ada", b"hunter2")]
    assert b"\r\nFrom here on" in kept.letters[0][1]


def test_a_password_leaves_this_machine_only_over_tls(inbox: tuple[Inbox, int]) -> None:
    kept, port = inbox
    with pytest.raises(Failed) as failed:  # any name that is not surely this machine
        mail("LOCALHOST", port, user="ada").deliver(message(), Arrivals(), 2)
    assert failed.value.values == {"reason": "a password is sent only over TLS: set security in [smtp]"}
    assert not kept.logins
    assert not kept.letters


@pytest.mark.parametrize("user", ["adà", "ada"])
def test_a_login_that_cannot_be_sent_is_named(user: str, inbox: tuple[Inbox, int]) -> None:
    kept, port = inbox
    secret = "a" if user == "adà" else "caffè"
    told = Mail(TO, MailServer("localhost", port, "none", user, secret, "calls@example.org"))
    with pytest.raises(Failed) as failed:
        told.deliver(message(), Arrivals(), 2)
    assert "not in plain letters" in str(failed.value.values["reason"])
    assert (kept.logins, kept.letters) == ([], [])


def test_a_refused_recipient_is_said_without_the_address(inbox: tuple[Inbox, int]) -> None:
    kept, port = inbox
    kept.refusing, arrived = "ada", Arrivals()
    with pytest.raises(Failed) as failed:
        mail(port=port).deliver(message(), arrived, 2)
    assert failed.value.values == {"reason": "the server refuses the recipient"}
    assert arrived.keys == []


ENDLESS: dict[str, Callable[[], Iterable[bytes]]] = {
    "a greeting by the byte": lambda: drip(b"220-hello", 0.05),
    "lines without end": lambda: chain([b"220 hello\r\n"], endless(b"250-more\r\n" * 1000)),
    "a line without end": lambda: endless(b"2" * 10_000),
    "lines by the byte": lambda: chain([b"220 hello\r\n"], drip(b"250-x\r\n" * 100, 0.02)),
    "silence": lambda: drip(b" ", 5),
}


@pytest.mark.parametrize("name", ENDLESS)
@pytest.mark.parametrize("security", ["none", "starttls"])
def test_a_server_without_end(name: str, security: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError), listening.accept()[0] as caller:
                for piece in ENDLESS[name]():
                    caller.sendall(piece)

        Thread(target=serve, daemon=True).start()
        begun = time.monotonic()
        server = MailServer("127.0.0.1", listening.getsockname()[1], security, "", "", "calls@example.org")
        with pytest.raises(Failed, match=r"no whole answer|larger|answers \{status\}"):
            Mail(TO, server).deliver(message(), Arrivals(), 0.3)
    assert time.monotonic() - begun < 1.5


def test_who_is_asked_for_its_message_id_says_what_stands_in_it() -> None:
    it = message(html="<p>Due</p>", origin="office")
    assert mail().message_id(it) == identity(mail().built(it))
    assert mail().message_id(it).endswith("@example.org>")
