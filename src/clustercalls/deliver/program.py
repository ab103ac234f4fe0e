"""A program of one's own that reads the message as JSON; no shell is between."""

import hashlib
import os
import shlex
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.errors import outside

LOOK = 0.05  # seconds between two looks whether the program has ended
KEPT = 1 << 16  # bytes that a pipe holds, and of what it says as much as is kept


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
            running = subprocess.Popen(  # noqa: S603 - the user's own program, as a list
                self.arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise Failed(**outside(error.strerror or type(error).__name__)) from None
        except ValueError:
            raise Failed("it cannot be started") from None
        try:
            said = _said(running, message.whole, time.monotonic() + seconds)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            raise Failed("it took more than {seconds} seconds", seconds=f"{seconds:g}") from None
        finally:
            for pipe in (running.stdin, running.stderr):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
        if status := running.returncode:
            last = said.decode(errors="replace").strip().rsplit("\n", 1)[-1][:200]
            raise Failed(
                "exit code {status}: {words}" if last else "exit code {status}", status=status, words=last
            )
        sent(message.keys)


def _said(running: subprocess.Popen[bytes], given: bytes, end: float) -> bytes:
    """Gives a program what it reads, and returns the last of what it said once it has ended by itself.

    Its own end counts, not that of its pipes: a child that it leaves behind may hold them for ever.

    Raises:
        TimeoutExpired: when it has not ended by `end`, of the monotonic clock.
    """
    stdin, stderr, said = running.stdin, running.stderr, b""
    assert stdin  # noqa: S101 - both are pipes, as it was started
    assert stderr  # noqa: S101
    with DefaultSelector() as pipes:
        for pipe, event in ((stdin, EVENT_WRITE), (stderr, EVENT_READ)):
            os.set_blocking(pipe.fileno(), False)
            pipes.register(pipe, event)
        while running.poll() is None and pipes.get_map():
            if (left := end - time.monotonic()) <= 0:
                raise subprocess.TimeoutExpired(running.args, 0)
            for ready, _ in pipes.select(min(left, LOOK)):
                if ready.fileobj is stdin:
                    given = _given(stdin.fileno(), given)
                    if not given:
                        pipes.unregister(stdin)
                        stdin.close()
                    continue
                heard = _heard(stderr.fileno())
                said = (said + (heard or b""))[-KEPT:]
                if heard == b"":
                    pipes.unregister(stderr)
    running.wait(max(end - time.monotonic(), 0))
    return (said + (_heard(stderr.fileno()) or b""))[-KEPT:]


def _given(pipe: int, data: bytes) -> bytes:
    """Writes what the pipe takes now and returns the rest; none when nobody reads it any more."""
    try:
        return data[os.write(pipe, data[:KEPT]) :]
    except BlockingIOError:
        return data
    except OSError:
        return b""


def _heard(pipe: int) -> bytes | None:
    """What stands in the pipe now; empty at its end, None while somebody may still write."""
    try:
        return os.read(pipe, KEPT)
    except BlockingIOError:
        return None
    except OSError:
        return b""
