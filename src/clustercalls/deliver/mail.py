"""A message by SMTP, plain text and HTML in one."""

import hashlib
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from io import BufferedReader
from typing import NamedTuple

from msgspec import Struct

from clustercalls import limits
from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.errors import outside
from clustercalls.fetch.bounded import Allowance, ReadingEnd, Unusable
from clustercalls.fetch.origin import is_loopback

PORTS = {"starttls": 587, "tls": 465, "none": 25}


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


class _BoundedSmtp(smtplib.SMTP):
    """A connection that waits for all answers together no longer than its allowance."""

    def __init__(self, host: str, port: int, seconds: float) -> None:
        self.allowance = Allowance(seconds, seconds)
        super().__init__(host, port, timeout=seconds)

    def getreply(self) -> tuple[int, bytes]:
        """An answer, of as many lines as it has within the bounds."""
        if self.file is None and self.sock:
            self.file = BufferedReader(ReadingEnd(self.sock, self.allowance, limits.HEAD_BYTES))
        try:
            return super().getreply()
        except Unusable:
            self.close()
            raise

    def leave(self) -> None:
        """Says goodbye; whatever is answered, what was taken is taken."""
        with suppress(smtplib.SMTPException, OSError, Unusable):
            if self.sock:
                self.allowance, self.file = Allowance(limits.FAREWELL_SECONDS), None
                self.quit()
        self.close()


class _BoundedSmtpTls(smtplib.SMTP_SSL, _BoundedSmtp):
    """The same over TLS from the first byte."""

    def __init__(self, host: str, port: int, seconds: float) -> None:
        self.allowance = Allowance(seconds, seconds)
        smtplib.SMTP_SSL.__init__(self, host, port, timeout=seconds, context=ssl.create_default_context())


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
                connection.leave()
        except Unusable as unusable:
            raise Failed(**unusable.values) from None
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

    def _connected(self, seconds: float) -> _BoundedSmtp:
        server = self.server
        port = server.port or PORTS[server.security]
        if server.security == "tls":
            return _BoundedSmtpTls(server.host, port, seconds)
        connection = _BoundedSmtp(server.host, port, seconds)
        if server.security == "starttls":
            try:
                connection.starttls(context=ssl.create_default_context())
            except (smtplib.SMTPException, OSError, Unusable):
                connection.close()
                raise
        return connection

    def _log_in(self, connection: smtplib.SMTP) -> None:
        server = self.server
        if not server.user:
            return
        if server.security == "none" and not is_loopback(server.host):
            raise Failed("a password is sent only over TLS: set security in [smtp]")
        if not f"{server.user}{server.password}".isascii():  # smtplib sends nothing else
            raise Failed(
                "the user or the password of [smtp] is not in plain letters, which alone can be sent"
            )
        connection.login(server.user, server.password)
