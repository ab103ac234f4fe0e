"""A program run within its time: its own end counts, not that of its pipes.

A child that it leaves behind may hold those for ever, and nobody waits for that.
"""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from typing import IO, NamedTuple

from clustercalls.errors import outside
from clustercalls.limits import COMPLAINT_BYTES, COMPLAINT_LETTERS

LOOK = 0.05  # seconds between two looks whether the program has ended
PIECE = 1 << 16  # bytes that a pipe holds


class NotRun(Exception):
    """A program that did not start, or did not end in its time: the values of a problem."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.values = {"reason": reason, **{name: str(each) for name, each in values.items()}}


class Ended(NamedTuple):
    """How a program ended: its exit code, what it said, and the last of what it complained of."""

    status: int
    said: bytes
    complaint: bytes

    @property
    def last_words(self) -> str:
        """The last line of its complaint, which says why it failed."""
        return self.complaint.decode(errors="replace").strip().rsplit("\n", 1)[-1][:COMPLAINT_LETTERS]

    @property
    def failure(self) -> dict[str, str]:
        """The values of the problem that it failed; none when it did not."""
        if not self.status:
            return {}
        words = self.last_words
        reason = "exit code {status}: {words}" if words else "exit code {status}"
        return {"reason": reason, "status": str(self.status), "words": words}


def run(
    arguments: Sequence[str],
    seconds: float,
    *,
    given: bytes | None = None,
    most: int = 0,
    complains_to_us: bool = True,
    alone: bool = False,
) -> Ended:
    """Runs a program without a shell, to its own end; raises nothing for an exit code.

    Args:
        arguments: the program and what it is called with.
        seconds: after which it is killed.
        given: what it reads; without, nothing.
        most: bytes of what it says on standard output that are kept. One that says more is killed, and one
            byte more is returned. With 0 it says it where we do.
        complains_to_us: whether standard error is read; else it goes where ours does.
        alone: whether it gets a group of its own, which is killed with it; then it has no terminal.

    Raises:
        NotRun: when it cannot be started, or has not ended in its time.
    """
    try:
        running = subprocess.Popen(  # noqa: S603 - as a list, of the user's own words or ours
            arguments,
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE if most else None,
            stderr=subprocess.PIPE if complains_to_us else None,
            start_new_session=alone,
        )
    except OSError as error:
        raise NotRun(**outside(error.strerror or type(error).__name__)) from None
    except (ValueError, IndexError):  # a NUL byte, or no word at all
        raise NotRun("it cannot be started") from None
    try:
        return _Talk(running, memoryview(given or b""), most).to_its_end(time.monotonic() + seconds)
    except subprocess.TimeoutExpired:
        raise NotRun("it took more than {seconds} seconds", seconds=f"{seconds:g}") from None
    finally:
        if running.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL) if alone else running.kill()
            running.wait()
        for pipe in (running.stdin, running.stdout, running.stderr):
            if pipe:
                with suppress(OSError):
                    pipe.close()


class _Talk:
    """What is said to a running program and heard of it."""

    def __init__(self, running: subprocess.Popen[bytes], given: memoryview, most: int) -> None:
        self._running, self._given, self._most = running, given, most
        self._said = self._complaint = b""

    def to_its_end(self, end: float) -> Ended:
        """Talks to it until it has ended by itself, or said too much.

        Raises:
            TimeoutExpired: when it has not ended by `end`, of the monotonic clock.
        """
        running = self._running
        with DefaultSelector() as pipes:
            for pipe in (running.stdin, running.stdout, running.stderr):
                if pipe:
                    os.set_blocking(pipe.fileno(), False)
                    pipes.register(pipe, EVENT_WRITE if pipe is running.stdin else EVENT_READ, pipe)
            while running.poll() is None and pipes.get_map() and not self._is_too_much():
                if (left := end - time.monotonic()) <= 0:
                    raise subprocess.TimeoutExpired(running.args, 0)
                for ready, _ in pipes.select(min(left, LOOK)):
                    if self._turn(ready.data) is False:
                        pipes.unregister(ready.data)
                        ready.data.close()
        if self._is_too_much():
            return Ended(-signal.SIGKILL, self._said, self._complaint)
        running.wait(max(end - time.monotonic(), 0))
        self._hear_the_rest()
        return Ended(running.returncode, self._said, self._complaint)

    def _is_too_much(self) -> bool:
        return len(self._said) > self._most

    def _turn(self, pipe: IO[bytes]) -> bool | None:
        """Writes or reads what can be now; False when there will be no more of it."""
        if pipe is self._running.stdin:
            self._given = _given(pipe.fileno(), self._given)
            return bool(self._given)
        heard = _heard(pipe.fileno())
        if pipe is self._running.stdout:
            self._said = (self._said + (heard or b""))[: self._most + 1]
        else:
            self._complaint = (self._complaint + (heard or b""))[-COMPLAINT_BYTES:]
        return heard if heard is None else bool(heard)

    def _hear_the_rest(self) -> None:
        """What stood in the pipes when it ended; a child may write on for ever, and is not heard."""
        said, complaint = self._running.stdout, self._running.stderr
        while said and not said.closed and not self._is_too_much() and self._turn(said):
            pass
        if complaint and not complaint.closed:
            self._turn(complaint)


def _given(pipe: int, data: memoryview) -> memoryview:
    """Writes what the pipe takes now and returns the rest; none when nobody reads it any more."""
    try:
        return data[os.write(pipe, data[:PIECE]) :]
    except BlockingIOError:
        return data
    except OSError:
        return data[:0]


def _heard(pipe: int) -> bytes | None:
    """What stands in the pipe now; empty at its end, None while somebody may still write."""
    try:
        return os.read(pipe, PIECE)
    except BlockingIOError:
        return None
    except OSError:
        return b""
