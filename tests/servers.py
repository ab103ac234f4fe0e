"""Servers on loopback that a test can ask to misbehave: for mail, and for what apprise sends."""

import email
import email.policy
import json
import socket
import ssl
import time
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

# Key and certificate of localhost and 127.0.0.1, from 2020 to 2120, signed by itself: nobody trusts it unless
# told to. Made once; it guards nothing but these tests.
SELF_SIGNED = Path(__file__).parent / "data" / "self-signed.pem"


def self_signed() -> ssl.SSLContext:
    """The server's end of a connection with that certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(SELF_SIGNED)
    return context


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


class Inbox:
    """What the mail server does, and what it was given."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], bytes]] = []
        self.refusing, self.answer = "", "550 no such person"
        self.farewell = "221 Bye"
        self.logins: list[tuple[bytes, bytes]] = []

    async def handle_RCPT(  # noqa: N802 - the server's name for it
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if self.refusing and self.refusing in address:
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the same
        self.letters.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"

    def login(self, _server: Any, _session: Any, _envelope: Any, _how: str, data: Any) -> AuthResult:
        self.logins.append((data.login, data.password))
        right = data.password == b"hunter2"
        return AuthResult(success=right, handled=right)

    async def handle_QUIT(self, _server: Any, _session: Any, _envelope: Any) -> str:  # noqa: N802 - the same
        return self.farewell

    @property
    def parsed(self) -> list[EmailMessage]:
        return [email.message_from_bytes(content, policy=email.policy.default) for _, content in self.letters]


def mail_server(inbox: Inbox, security: str) -> Controller:
    """A mail server, started, that speaks TLS at once (`tls`), when asked (`starttls`) or never (`none`)."""
    server = Controller(
        inbox,
        "127.0.0.1",
        free_port(),
        authenticator=inbox.login,
        auth_require_tls=False,
        auth_exclude_mechanism=["LOGIN"],
        ssl_context=self_signed() if security == "tls" else None,
        tls_context=self_signed() if security == "starttls" else None,
    )
    server.start()
    return server


class Hook(BaseHTTPRequestHandler):
    """An endpoint that keeps what it is sent and answers as it is told."""

    server: "Hooked"

    def do_POST(self) -> None:
        self.server.received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        time.sleep(self.server.delay)
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


class Hooked(ThreadingHTTPServer):
    """The server of it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Hook)
        self.received: list[dict[str, Any]] = []
        self.answer, self.delay = 200, 0.0

    @property
    def address(self) -> str:
        return f"json://127.0.0.1:{self.server_address[1]}/token-secret"
