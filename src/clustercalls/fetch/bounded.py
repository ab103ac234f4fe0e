"""An answer read within bounds, whatever protocol it is of: so many seconds, so many bytes.

A time-out of a socket is for one piece: a server that sends a byte before each beats it. So every read waits
for what is left of the whole.
"""

import io
import socket
import time

from clustercalls import limits


class Unusable(Exception):
    """An answer that is of no use, or none: the values of a problem, `reason` in words of ours."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.values = {"reason": reason, **{name: str(each) for name, each in values.items()}}


class Passing(Unusable):
    """An answer that did not come, or not whole: it may the next time."""


class TooLarge(Unusable):
    """An answer of more bytes than are read of one."""


class Allowance:
    """What answers may still cost: seconds, all together, `silence` of them at once; `most` bytes, each."""

    def __init__(
        self,
        seconds: float = limits.ANSWER_SECONDS,
        silence: float = limits.SILENCE_SECONDS,
        most: int | None = None,
    ) -> None:
        self._seconds, self._silence = seconds, silence
        self._most = most
        self._end = time.monotonic() + seconds

    @property
    def most(self) -> int:
        """How many bytes one answer may have, unpacked."""
        return limits.ANSWER_BYTES if self._most is None else self._most

    def extend(self, seconds: float) -> None:
        """Gives more, for something more that was asked."""
        self._seconds += seconds
        self._end += seconds

    def left(self) -> float:
        """How long the next piece may be waited for.

        Raises:
            Unusable: when nothing is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise Passing("no whole answer within {seconds} seconds", seconds=f"{self._seconds:g}")
        return min(left, self._silence)

    def unheard(self) -> Passing:
        """What is said of a server that was silent for as long as it may."""
        if time.monotonic() >= self._end:
            return Passing("no whole answer within {seconds} seconds", seconds=f"{self._seconds:g}")
        return Passing("no answer within {seconds} seconds", seconds=f"{self._silence:g}")


class ReadingEnd(io.RawIOBase):
    """The reading end of a socket; at most `room` more bytes come through it."""

    def __init__(self, connection: socket.socket, allowance: Allowance, room: int) -> None:
        self._connection, self._allowance = connection, allowance
        self.allow(room)
        self._file = connection.makefile("rb", buffering=0)  # keeps the socket open as long as this is

    def allow(self, room: int) -> None:
        """From here on so many bytes."""
        self._room = self._most = room

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Waits no longer than is left.

        Raises:
            Unusable: when more comes than may, or it takes longer.
            OSError: when the connection fails.
        """
        if self._room <= 0:
            raise too_large(self._most)
        try:
            self._connection.settimeout(self._allowance.left())
            got = self._file.readinto(buffer)
        except TimeoutError:
            raise self._allowance.unheard() from None
        self._room -= got or 0
        return got or 0

    def close(self) -> None:
        """Lets the socket go."""
        self._file.close()
        super().close()


def too_large(most: int) -> TooLarge:
    """What is said of an answer of more than `most` bytes."""
    if most < limits.MIB:
        return TooLarge("its answer is larger than {size} KiB", size=most // 1024)
    return TooLarge("its answer is larger than {size} MiB", size=most // limits.MIB)
