"""A program of one's own that reads the message as JSON; no shell is between."""

import hashlib
import shlex
from pathlib import Path

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.disk import programs


class Command(Struct, frozen=True):
    """The program and its arguments."""

    arguments: tuple[str, ...]

    @property
    def name(self) -> str:
        """By its program and a checksum of the whole: arguments can hold secrets."""
        whole = shlex.join(self.arguments).encode("utf-8", "surrogateescape")
        return f"exec:{Path(self.arguments[0]).name}:{hashlib.sha256(whole).hexdigest()[:16]}"

    def message_id(self, message: Message) -> str:  # noqa: ARG002 - as of any target
        """None: only mail has one."""
        return ""

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:
        """Runs it; exit code 0 means that the message arrived.

        Raises:
            Failed: when it cannot start, fails, or takes too long.
        """
        try:
            ended = programs.run(self.arguments, seconds, given=message.whole, alone=True)
        except programs.NotRun as not_run:
            raise Failed(**not_run.values) from None
        if why := ended.failure:
            raise Failed(**why)
        sent(message.keys)
