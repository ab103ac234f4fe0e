"""A message by SMTP, plain text and HTML in one."""

import hashlib
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.errors import outside

PORTS = {"starttls": 587, "tls": 465, "none": 25}
FAREWELL = 0.5  # seconds to wait for the answer to QUIT
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class MailServer(NamedTuple):
    """Where mail is handed in, and as whom."""

    host: str
    port: int
    security: str
    user: str
    password: str
    sender: str

    def __repr__(self) -> str:
        """Without the password."""
        return f"MailServer({self.host})"


class Mail(Struct, frozen=True):
    """One recipient."""

    to: str
    server: MailServer

    @property
    def name(self) -> str:
        """By the address."""
        return f"mail:{self.to}"

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:
        """Hands the mail to the server.

        Raises:
            Failed: when it cannot be reached, does not take us, or does not take the mail.
        """
        try:
            connection = self._connected(seconds)
            try:
                self._log_in(connection)
                # Not `send_message`: it writes `>From` for a line that begins with `From`.
                connection.sendmail(self.server.sender, [self.to], self.built(message).as_bytes())
            finally:
                _leave(connection)
        except smtplib.SMTPRecipientsRefused:
            raise Failed("the server refuses the recipient") from None
        except smtplib.SMTPResponseException as error:
            raise Failed("the server answers {status}", status=error.smtp_code) from None
        except (smtplib.SMTPNotSupportedError, smtplib.SMTPServerDisconnected) as error:
            raise Failed(**outside(str(error).rstrip("."))) from None
        except (smtplib.SMTPException, OSError) as error:
            why = getattr(error, "strerror", None) or getattr(error, "reason", None) or type(error).__name__
            raise Failed(**outside(why)) from None
        sent(message.keys)

    def message_id(self, message: Message) -> str:
        """Stands for recipient, origin and keys, so that a copy sent after a crash has the same."""
        content = "\0".join(message.keys) or f"{message.written:%Y-%m-%d}\0{message.plain}"
        digest = hashlib.sha256(f"{self.to}\0{message.origin}\0{content}".encode()).hexdigest()[:32]
        domain = self.server.sender.rsplit("@", 1)[-1].strip("> ") or "localhost"
        return f"<{digest}@{domain}>"

    def built(self, message: Message) -> EmailMessage:
        """The mail; a stable Message-ID lets readers drop the copy that a crash may send."""
        mail = EmailMessage(policy=SMTP)
        mail["From"] = self.server.sender
        mail["To"] = self.to
        mail["Subject"] = message.subject
        mail["Date"] = format_datetime(message.written)
        mail["Message-ID"] = self.message_id(message)
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(message.plain)
        if message.html:
            mail.add_alternative(message.html, subtype="html")
        return mail

    def _connected(self, seconds: float) -> smtplib.SMTP:
        server = self.server
        port = server.port or PORTS[server.security]
        if server.security == "tls":
            return smtplib.SMTP_SSL(server.host, port, timeout=seconds, context=ssl.create_default_context())
        connection = smtplib.SMTP(server.host, port, timeout=seconds)
        if server.security == "starttls":
            try:
                connection.starttls(context=ssl.create_default_context())
            except (smtplib.SMTPException, OSError):
                connection.close()
                raise
        return connection

    def _log_in(self, connection: smtplib.SMTP) -> None:
        server = self.server
        if not server.user:
            return
        if server.security == "none" and server.host not in LOOPBACK:
            raise Failed("a password is sent only over TLS: set security in [smtp]")
        connection.login(server.user, server.password)


def _leave(connection: smtplib.SMTP) -> None:
    """Says goodbye; whatever is answered, what was taken is taken."""
    with suppress(smtplib.SMTPException, OSError):
        if connection.sock:
            connection.sock.settimeout(FAREWELL)
            connection.quit()
    connection.close()
