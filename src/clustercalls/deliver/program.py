"""A program of one's own that reads the message as JSON; no shell is between."""

import hashlib
import os
import shlex
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.errors import outside


class Command(Struct, frozen=True):
    """The program and its arguments."""

    arguments: tuple[str, ...]

    @property
    def name(self) -> str:
        """By its program and a checksum of the whole: arguments can hold secrets."""
        whole = shlex.join(self.arguments).encode("utf-8", "surrogateescape")
        return f"exec:{Path(self.arguments[0]).name}:{hashlib.sha256(whole).hexdigest()[:16]}"

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:
        """Runs it; exit code 0 means that the message arrived.

        Raises:
            Failed: when it cannot start, fails, or takes too long.
        """
        try:
            running = subprocess.Popen(  # noqa: S603 - the user's own program, as a list
                self.arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise Failed(**outside(error.strerror or type(error).__name__)) from None
        except ValueError:
            raise Failed("it cannot be started") from None
        try:
            _, said = running.communicate(message.whole, timeout=seconds)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            for pipe in (running.stdin, running.stderr):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
            raise Failed("it took more than {seconds} seconds", seconds=f"{seconds:g}") from None
        if status := running.returncode:
            last = said.decode(errors="replace").strip().rsplit("\n", 1)[-1][:200]
            raise Failed(
                "exit code {status}: {words}" if last else "exit code {status}", status=status, words=last
            )
        sent(message.keys)
