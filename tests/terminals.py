"""Commands at terminals of their own."""

import os
import pty
import select
import subprocess
import sys
import time
from codecs import getincrementaldecoder
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ
from threading import Thread

from clustercalls.cli.app import main


class Terminal:
    """A command at a terminal of its own: wait for what it says, type an answer."""

    def __init__(self, *arguments: str | Path) -> None:
        self._mine, its = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "clustercalls", *map(str, arguments)],
            stdin=its, stdout=its, stderr=its, close_fds=True, env=os.environ | {"TERM": "dumb"},
        )  # fmt: skip
        os.close(its)
        self.seen = ""
        self._decoder = getincrementaldecoder("utf-8")()
        self.answers = 0

    def waits(self, prompt: str) -> None:
        """Reads until the prompt has come."""
        until = time.monotonic() + 30
        while prompt not in self.seen:
            assert time.monotonic() < until, f"no {prompt!r} in {self.seen!r}"
            self._read()

    def answer(self, prompt: str, text: str) -> None:
        """Types a line when the prompt has come."""
        self.waits(prompt)
        self.seen = self.seen[self.seen.index(prompt) + len(prompt) :]
        os.write(self._mine, f"{text}\n".encode())
        self.answers += 1

    def end(self) -> int:
        """Its exit code, when it has ended; all it said after the last answer is in `seen`."""
        while self._process.poll() is None or select.select([self._mine], [], [], 0)[0]:
            if not self._read():
                break
        os.close(self._mine)
        return self._process.wait(30)

    def _read(self) -> bool:
        if not select.select([self._mine], [], [], 0.1)[0]:
            return True
        try:
            data = os.read(self._mine, 4096)
        except OSError:  # Linux: the other end is closed
            return False
        self.seen += self._decoder.decode(data)
        return bool(data)


def unwrapped(seen: str) -> str:
    """What was said, without the breaks of a terminal."""
    return seen.replace("\r\n  ", " ").replace("\n  ", " ")


def here(*arguments: str | Path, columns: int = 0) -> tuple[int, str]:
    """The command in this process, a real terminal on its three streams: its exit code, and all it shows."""
    mine, its = pty.openpty()
    if columns:
        ioctl(its, TIOCSWINSZ, pack("HHHH", 50, columns, 0, 0))
    seen: list[bytes] = []
    reader = Thread(target=_read_all, args=(mine, seen))
    before = sys.stdin, sys.stdout, sys.stderr
    kept = [os.dup(number) for number in range(3)]
    for number in range(3):
        os.dup2(its, number)
    os.close(its)
    streams = [os.fdopen(number, mode, closefd=False) for number, mode in enumerate("rww")]
    sys.stdin, sys.stdout, sys.stderr = streams
    reader.start()
    try:
        code = main([*map(str, arguments)])
        for stream in streams[1:]:
            stream.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        for number, each in enumerate(kept):
            os.dup2(each, number)  # the last of the terminal: its reader ends
            os.close(each)
        reader.join(30)
        os.close(mine)
    return code, b"".join(seen).decode().replace("\r\n", "\n")


def _read_all(terminal: int, seen: list[bytes]) -> None:
    with suppress(OSError):  # Linux: the other end is closed
        while data := os.read(terminal, 65536):
            seen.append(data)
