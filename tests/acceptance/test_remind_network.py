"""Reminders where the network or the other end fails: one line, exit 4, and delivered once it is mended."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
from aiosmtpd.controller import Controller

from conftest import Ran, Run
from servers import SELF_SIGNED, Hooked, Inbox, free_port, mail_server, self_signed

Send = Callable[..., Ran]
Serve = Callable[[str], Controller]
# apprise and aiosmtpd use what Python deprecates
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

CALL = '[[call]]\nid = "one"\ntitle = "First call"\ndeadline = 2027-03-31\n'


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def serve(inbox: Inbox) -> Iterator[Serve]:
    """Starts a mail server."""
    started: list[Controller] = []

    def serve(security: str) -> Controller:
        started.append(mail_server(inbox, security))
        return started[-1]

    yield serve
    for each in started:
        each.stop()


@pytest.fixture
def hook() -> Iterator[Hooked]:
    server = Hooked()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def remind(run: Run, registry: Callable[[str], Path]) -> Send:
    """One run, on the day its reminder is due."""
    path = registry(CALL)
    return lambda *way: run("remind", "-r", path, "--as-of", "2027-03-01", *way)


@pytest.fixture
def mailed(remind: Send, tmp_path: Path) -> Send:
    """One run that mails, by this server."""
    config = tmp_path / "config.toml"

    def mailed(host: str, port: int, security: str) -> Ran:
        config.write_text(
            f'smtp = {{ host = "{host}", port = {port}, security = "{security}", from = "calls@example.org", '
            'user = "me", password = "hunter2" }\n'
        )
        config.chmod(0o600)
        return remind("-c", config, "--mail-to", "anna@example.org")

    return mailed


def failed(ran: Ran, target: str, reason: str) -> None:
    """It says so in one line, and with the right exit code."""
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert ran.err.startswith(f"not-delivered: {target}"), ran.err
    assert reason in ran.err
    assert "hunter2" not in ran.err
    assert "secret" not in ran.err


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_mail_server_with_a_certificate_that_nobody_trusts(
    mailed: Send, inbox: Inbox, serve: Serve, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(security)
    for _ in range(2):
        failed(
            mailed("127.0.0.1", server.port, security), "mail:anna@example.org", "CERTIFICATE_VERIFY_FAILED"
        )
    assert (inbox.letters, inbox.logins) == ([], [])  # nor was the password sent to it
    monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
    assert mailed("127.0.0.1", server.port, security) == (0, "", "")
    assert len(inbox.letters) == 1
    assert mailed("127.0.0.1", server.port, security) == (0, "", "")
    assert len(inbox.letters) == 1


def test_a_mail_server_that_speaks_no_tls(mailed: Send, inbox: Inbox, serve: Serve) -> None:
    server = serve("none")
    for security, reason in (("tls", "SSL"), ("starttls", "STARTTLS extension not supported")):
        failed(mailed("127.0.0.1", server.port, security), "mail:", reason)
    assert (inbox.letters, inbox.logins) == ([], [])


def test_a_service_with_a_certificate_that_nobody_trusts(
    remind: Send, hook: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook.socket = self_signed().wrap_socket(hook.socket, server_side=True)
    address = hook.address.replace("json:", "jsons:")
    for _ in range(2):
        failed(remind("--notify", address), "notify:jsons:", "could not be reached")
    assert hook.received == []
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(SELF_SIGNED))
    assert remind("--notify", address) == (0, "", "")
    assert len(hook.received) == 1
    assert remind("--notify", address) == (0, "", "")
    assert len(hook.received) == 1


def test_a_mail_server_that_no_resolver_knows(mailed: Send, inbox: Inbox, serve: Serve) -> None:
    failed(mailed("mail.invalid", 0, "none"), "mail:anna@example.org", "")
    server = serve("none")
    assert mailed("127.0.0.1", server.port, "none") == (0, "", "")
    assert len(inbox.letters) == 1


def test_a_service_that_no_resolver_knows(remind: Send, tmp_path: Path, hook: Hooked) -> None:
    config = tmp_path / "config.toml"
    for address, code in (("json://chat.invalid/secret", 4), (hook.address, 0)):
        config.write_text(f'notify = {{ team = "{address}" }}\n')
        config.chmod(0o600)
        ran = remind("-c", config, "--notify", "team")
        assert ran.code == code
        if code:
            failed(ran, "notify:team", "could not be reached")
    assert len(hook.received) == 1


def test_nobody_listens(mailed: Send, remind: Send) -> None:
    port = free_port()
    failed(mailed("127.0.0.1", port, "tls"), "mail:", "refused")
    failed(remind("--notify", f"json://127.0.0.1:{port}/secret"), "notify:json:", "could not be reached")


@pytest.mark.parametrize("answer", [400, 401, 403, 404, 410, 429, 500, 502, 503])
def test_a_service_that_refuses(remind: Send, hook: Hooked, answer: int) -> None:
    hook.answer = answer
    failed(remind("--notify", hook.address), "notify:json:", "refused")
    hook.answer = 200
    assert remind("--notify", hook.address) == (0, "", "")
    assert len(hook.received) == 2


@pytest.mark.parametrize(
    "answer", ["421 too busy", "451 try later", "452 full", "550 no such person", "554 no"]
)
def test_a_mail_server_that_refuses(mailed: Send, inbox: Inbox, serve: Serve, answer: str) -> None:
    server = serve("none")
    inbox.refusing, inbox.answer = "anna", answer
    failed(mailed("127.0.0.1", server.port, "none"), "mail:", "refuses the recipient")
    inbox.refusing = ""
    assert mailed("127.0.0.1", server.port, "none") == (0, "", "")
    assert len(inbox.letters) == 1


@pytest.mark.parametrize("farewell", ["421 too busy", "500 what", "250 OK"])
def test_a_mail_that_was_taken_is_sent_whatever_the_farewell(
    mailed: Send, inbox: Inbox, serve: Serve, farewell: str
) -> None:
    server = serve("none")
    inbox.farewell = farewell
    for _ in range(2):
        assert mailed("127.0.0.1", server.port, "none") == (0, "", "")
    assert len(inbox.letters) == 1


DRIPS = {
    "the head": b"HTTP/1.1 200 OK\r\nX-Long: ",
    "the body": b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
    "nothing": b"",
}
# As typed, but that two seconds are all that a target has.
HASTY = """
import sys
from clustercalls.cli.app import main
from clustercalls.deliver import together
together.deliver.__defaults__ = (2.0,)
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def dripping(request: pytest.FixtureRequest) -> Iterator[int]:
    """The port of a server that begins an answer, and goes on with a byte now and then for a minute."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                there, _ = server.accept()
                with there:
                    there.recv(65536)
                    there.sendall(request.param)
                    for _ in range(240):
                        time.sleep(0.25)
                        there.sendall(b"x"[: len(request.param)])

        Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]


@pytest.mark.parametrize("dripping", DRIPS.values(), ids=DRIPS, indirect=True)
def test_the_process_ends_though_a_service_goes_on_answering(dripping: int, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(CALL)
    command = ["remind", "-r", str(path), "--as-of", "2027-03-01", "--notify", f"json://127.0.0.1:{dripping}"]
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", HASTY, *command], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr.partition(":")[0]) == (4, "not-delivered")
    assert time.monotonic() - begun < 20
